//! The letters about what people hold, as their readers see them: reminders, and answers to reduced tariffs.

use crate::world::{World, day};
use harness::{Background, FreshDatabase, Site, and_tell, letter_as_read};
use kernel::{Actor, Days, Email, Locale, Name, PersonId, Rate, Role};
use offers::{DayUse, NewReduction, TariffTerms};
use people::NewPerson;
use platform::database::Engine;
use platform::jobs::{self, Extras};
use platform::mail;
use platform::{Catalogue, JobHandler};
use std::sync::Arc;

fn background(world: &World) -> Background {
    let capabilities = [people::capability(), billing::capability(), offers::capability()];
    let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
    let extras = Extras::new()
        .with(Arc::new(Catalogue::new(&messages).unwrap()))
        .with(Site::settings());
    let handlers = vec![
        JobHandler {
            kind: "offers.reminders",
            run: |context| and_tell(context, offers::capability().jobs[1].run),
        },
        JobHandler {
            kind: "offers.reduction_letter",
            run: |context| and_tell(context, offers::capability().jobs[2].run),
        },
    ];
    Background::start(&world.db, handlers, extras)
}

/// A member who reads letters in a language.
fn reader(world: &World, given: &'static str, locale: Locale) -> PersonId {
    let who = world.member(given);
    world.write(move |tx, system| {
        let known = people::person(tx, system.place, who).unwrap().unwrap();
        let known = NewPerson {
            email: Some(Email::parse("camille@example.org").unwrap()),
            language: Some(locale),
            ..known.into()
        };
        people::update_person(tx, system, who, known).unwrap();
    });
    who
}

fn golden(world: &World, name: &str) {
    let letters = world.write(|tx, system| mail::list(tx, system.place, 10).unwrap());
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("{name}_text"), letter_as_read(&letters[0]));
    });
}

#[test]
fn the_reminder_of_a_pass_reads_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::on(fresh.database());
        let background = background(&world);
        let camille = reader(&world, "Camille", locale);
        world.sell(camille, "2026-06-01");
        for on in ["07", "08", "09", "10", "11", "12", "13", "14", "15"] {
            world.used(camille, &format!("2026-06-{on}"), DayUse::Day);
        }
        world.write(|tx, system| {
            let nothing = serde_json::json!({});
            jobs::enqueue(tx, system, "offers.reminders", &nothing, None).unwrap();
        });
        background.wait_for(1);
        golden(&world, &format!("pass_low_{code}"));
    }
}

#[test]
fn a_pass_that_lapses_soon_is_told_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::on(fresh.database());
        let background = background(&world);
        let camille = reader(&world, "Camille", locale);
        let offer = world.pass;
        world.write(move |tx, system| {
            let imported = offers::ImportedLot {
                person: camille,
                offer,
                units: 30,
                remaining: 12,
                bought_on: day("2026-01-01"),
                expires_on: Some(day("2026-06-25")),
                external_ref: "ancien-1".to_owned(),
            };
            offers::import_lot(tx, system, &imported).unwrap();
            let nothing = serde_json::json!({});
            jobs::enqueue(tx, system, "offers.reminders", &nothing, None).unwrap();
        });
        background.wait_for(1);
        golden(&world, &format!("pass_expiring_{code}"));
    }
}

#[test]
fn the_answers_to_a_reduced_tariff_read_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::on(fresh.database());
        let background = background(&world);
        let camille = reader(&world, "Camille", locale);
        let terms = TariffTerms {
            name: Name::parse("Tarif solidaire").unwrap(),
            rate: Rate::from_basis_points(3_000),
            proof: "Avis d’imposition".to_owned(),
            months: 12,
            on_plans: true,
            on_passes: true,
            on_bookings: false,
            active: true,
        };
        let tariff =
            world.write(move |tx, system| offers::keep_reduced_tariff(tx, system, None, &terms).unwrap());
        let asks = || {
            let member: Actor = world.actor(camille, &[Role::Member]);
            let new = NewReduction {
                tariff,
                for_organisation: false,
                words: "Demandeuse d’emploi".to_owned(),
                file: None,
            };
            let asked = world.act(&member, move |tx, actor| offers::ask_reduction(tx, actor, &new));
            asked.unwrap()
        };
        let asked = asks();
        world.write(move |tx, system| {
            offers::refuse_reduction(tx, system, asked, "Il manque l’avis d’imposition.").unwrap();
        });
        background.wait_for(1);
        golden(&world, &format!("reduction_refused_{code}"));
        let asked = asks();
        world.write(move |tx, system| {
            let days = Days::new(day("2026-06-15"), day("2027-06-14")).unwrap();
            offers::grant_reduction(tx, system, asked, days, "Bonne reprise\u{a0}!").unwrap();
        });
        background.wait_for(1);
        golden(&world, &format!("reduction_granted_{code}"));
    }
}
