//! Files of plans and passes held.

use crate::world::{World, day};
use harness::both_engines;
use imports::ImportKind::{Passes, People, Plans};
use kernel::{Day, Email, Money, PersonId};

const MEMBERS: &str = "ID;Nom complet;Courriel\n1;DUPONT Marie;marie@example.org\n2;PETIT Paul;paul@example.org\n\
    3;ROY Ana;ana@example.org\n4;ROY Ana;ana.roy@example.org\n";

fn world(db: platform::database::Database) -> World {
    let world = World::new(db);
    world.import(People, MEMBERS);
    world
}

fn person(world: &World, email: &'static str) -> PersonId {
    let email = Email::parse(email).unwrap();
    world.read(move |tx, place| people::person_by_email(tx, place, &email).unwrap().unwrap().id)
}

/// Units left on a day and units owed.
fn units(world: &World, person: PersonId, on: Day) -> (i64, i64) {
    let balance = world.read(move |tx, place| offers::remaining(tx, place, person, on).unwrap());
    (balance.units, balance.debt)
}

#[test]
fn plans_held_are_billed_here_from_the_month_of_the_import_unless_the_file_says() {
    both_engines(|db| {
        let world = world(db);
        let file = "Membre;Forfait;Date de début;Date de fin;Prix HT;À facturer depuis\n\
            Marie Dupont;résident;01/09/2024;;220,50 €;\n\
            Paul Petit;Résident;2026-07-10;31/12/2026;;01/08/2026\n";
        assert_eq!(world.import(Plans, file).created, 2);
        assert_eq!(world.import(Plans, file).known, 2);
        let contract = |email, on: &str| {
            let (person, on) = (person(&world, email), day(on));
            world.read(move |tx, place| offers::active_contract(tx, place, person, on).unwrap())
        };
        let marie = contract("marie@example.org", "2026-06-15").unwrap();
        assert_eq!(
            (marie.price, marie.charged_from),
            (Money::from_cents(22_050), day("2026-06-01"))
        );
        let paul = contract("paul@example.org", "2026-07-10").unwrap();
        assert_eq!(
            (paul.price, paul.charged_from),
            (Money::from_cents(25_000), day("2026-08-01"))
        );
        assert!(contract("paul@example.org", "2027-01-01").is_none());
    });
}

#[test]
fn passes_held_keep_what_is_left_of_them() {
    both_engines(|db| {
        let world = world(db);
        let file = "Client;Email;Carnet;Unités achetées;Unités restantes;Date d'achat;Date d'expiration\n\
            Marie Dupont;;Carnet 30;30;12,0;02/03/2026;\n\
            ROY Ana;ana@example.org;carnet 30;;5;2026-01-05;2026-06-20\n\
            Paul Petit;;Carnet 30;;;2026-06-01;\n";
        assert_eq!(world.import(Passes, file).created, 3);
        assert_eq!(world.import(Passes, file).known, 3);
        let june = day("2026-06-15");
        assert_eq!(units(&world, person(&world, "marie@example.org"), june), (12, 0));
        let ana = person(&world, "ana@example.org");
        assert_eq!(
            (units(&world, ana, june), units(&world, ana, day("2026-06-21"))),
            ((5, 0), (0, 0))
        );
        assert_eq!(units(&world, person(&world, "paul@example.org"), june), (30, 0));
        assert_eq!(world.faults(), [""; 0]);
    });
}

#[test]
fn two_equal_lines_are_two_passes_and_stay_two() {
    both_engines(|db| {
        let world = world(db);
        let file =
            "Nom;Carnet;Date d'achat\nPaul Petit;Carnet 30;01/06/2026\nPaul Petit;Carnet 30;01/06/2026\n";
        assert_eq!(world.import(Passes, file).created, 2);
        assert_eq!(world.import(Passes, file).known, 2);
        assert_eq!(
            units(&world, person(&world, "paul@example.org"), day("2026-06-15")),
            (60, 0)
        );
    });
}

#[test]
fn lines_that_match_nobody_or_nothing_say_what_there_is() {
    both_engines(|db| {
        let world = world(db);
        let plans = "Nom;Forfait\nZoé Pic;Résident\nAna Roy;Résident\nMarie Dupont;Nomade\n";
        let report = world.try_import(Plans, plans.as_bytes(), &[], false).unwrap();
        let text = crate::world::told(&report);
        for said in [
            "line 2, Nom “Zoé Pic”: Nobody here is called “Zoé Pic”.",
            "line 3, Nom “Ana Roy”: 2 people are called Ana Roy",
            "line 4, Forfait “Nomade”: No plan of that name. There are: Résident.",
        ] {
            assert!(text.contains(said), "{said} in\n{text}");
        }
        let passes = "Nom;Carnet\nMarie Dupont;Carnet 10\n";
        assert_eq!(
            world.issues(Passes, passes),
            [(2, "imports-match-no-pass".to_owned())]
        );
    });
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    both_engines(|db| {
        let world = world(db);
        let passes = "Nom;Carnet;Unités;Solde;Date d'achat;Date d'expiration\n\
            Marie Dupont;Carnet 30;-30;;;\n\
            Marie Dupont;Carnet 30;30;31;;\n\
            Marie Dupont;Carnet 30;30;1,5;;\n\
            Marie Dupont;Carnet 30;30;;01/06/2026;01/05/2026\n\
            Marie Dupont;Carnet 30;30;;31/12/9999;\n";
        let keys = [
            "imports-cell-negative",
            "offers-refused-lot-units",
            "imports-cell-not-a-whole-number",
            "imports-cell-ends-before-start",
            "imports-cell-far-day",
        ];
        let expected: Vec<(usize, String)> = keys
            .iter()
            .enumerate()
            .map(|(at, key)| (at + 2, (*key).to_owned()))
            .collect();
        assert_eq!(world.issues(Passes, passes), expected);
        let plans = "Nom;Forfait;Prix HT\nMarie Dupont;Résident;-10\n";
        assert_eq!(
            world.issues(Plans, plans),
            [(2, "imports-cell-negative".to_owned())]
        );
    });
}

#[test]
fn a_second_plan_on_the_same_days_is_refused() {
    both_engines(|db| {
        let world = world(db);
        let file =
            "ID;Nom;Forfait;Début\nA;Marie Dupont;Résident;01/06/2026\nB;Marie Dupont;Résident;10/06/2026\n";
        assert_eq!(
            world.issues(Plans, file),
            [(3, "offers-refused-plan-held-already".to_owned())]
        );
    });
}
