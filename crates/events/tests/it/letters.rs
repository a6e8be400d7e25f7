//! The letters of events, as their readers see them.

use crate::world::World;
use harness::{FreshDatabase, letter_as_read};
use kernel::{Actor, Locale, PersonId};
use people::NewPerson;
use platform::database::Engine;
use platform::mail::OutboxMail;

/// The letter without its secret.
fn golden(name: &str, mail: &OutboxMail) {
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("{name}_text"), letter_as_read(mail));
    });
}

fn last_to<'a>(outbox: &'a [OutboxMail], address: &str) -> &'a OutboxMail {
    outbox
        .iter()
        .find(|mail| mail.recipient.as_str() == address)
        .unwrap()
}

/// Somebody from outside asks, reads the letter that proves their address, and confirms; the address of their page.
fn asks(world: &World, event: events::EventId, (name, languages): (&str, &str)) -> String {
    let address = format!("{}@example.org", name.to_lowercase());
    let mut visitor = world.stranger().speaking(languages);
    let form = visitor
        .page(&format!("/agenda/{event}"))
        .form("form[action$=\"/registrations\"]");
    visitor.post(&form.with("name", name).with("email", &address));
    let outbox = world.outbox_after(1);
    if name == "Nora" {
        golden(&format!("confirm_{languages}"), last_to(&outbox, &address));
    }
    let link = world.link_to(&address, &outbox);
    sends(world, &link, "confirmation");
    link
}

/// The form of the page of a registration, sent.
fn sends(world: &World, link: &str, what: &str) {
    let mut visitor = world.stranger();
    let form = visitor.page(link).form(&format!("form[action$=\"/{what}\"]"));
    assert_eq!(visitor.post(&form).location, link);
}

#[test]
fn each_letter_reads_well_in_both_languages() {
    for code in ["fr", "en"] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        let event = world.lunch(1, 0);
        let told = |name: &str, address: &str| {
            golden(
                &format!("{name}_{code}"),
                last_to(&world.outbox_after(1), address),
            );
        };
        let nora = asks(&world, event, ("Nora", code));
        told("registered", "nora@example.org");
        let max = asks(&world, event, ("Max", code));
        told("waiting", "max@example.org");
        sends(&world, &nora, "cancellation");
        told("offered", "max@example.org");
        sends(&world, &max, "acceptance");
        world.outbox_after(1);
        world.at(world.noon(7).start().minus_minutes(20 * 60));
        world.upkeep();
        told("reminder", "max@example.org");
        let actor = world.awa_acts();
        world
            .db
            .write_blocking(move |tx| events::cancel_event(tx, &actor, event, "Plus de gaz."))
            .unwrap();
        told("cancelled", "max@example.org");
    }
}

/// Somebody reads letters in a language.
fn reads(world: &World, who: PersonId, locale: Locale) {
    let place = world.place;
    world.write(move |tx, _| {
        let known = people::person(tx, place, who).unwrap().unwrap();
        let known = NewPerson {
            language: Some(locale),
            ..known.into()
        };
        people::update_person(tx, &Actor::system(place), who, known).unwrap();
    });
}

#[test]
fn a_change_and_a_seat_that_went_to_the_next_read_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        for who in [world.lucie, world.bruno, world.chloe] {
            reads(&world, who, locale);
        }
        let event = world.lunch(1, 0);
        world.registers(world.lucie, event, "0");
        world.outbox_after(1);
        let mut team = world.team();
        let form = team
            .page(&format!("/office/events/{event}/edit"))
            .form("form.stack");
        team.post(&form.with("starts", "18:00").with("ends", "20:00"));
        golden(
            &format!("changed_{code}"),
            last_to(&world.outbox_after(1), "lucie@example.org"),
        );
        for who in [world.bruno, world.chloe] {
            world.registers(who, event, "0");
        }
        world.outbox_after(2);
        world.leaves(world.lucie, event);
        world.outbox_after(1);
        let now = world.write(|tx, _| tx.now());
        world.at(now.plus_minutes(24 * 60));
        world.upkeep();
        golden(
            &format!("lapsed_{code}"),
            last_to(&world.outbox_after(2), "bruno@example.org"),
        );
    }
}

#[test]
fn every_letter_about_a_proposal_reads_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        for who in [world.lucie, world.bruno] {
            reads(&world, who, locale);
        }
        let told = |name: &str, address: &str| {
            golden(
                &format!("proposal_{name}_{code}"),
                last_to(&world.outbox_after(1), address),
            );
        };
        crate::proposals::sits(&world, "bruno@example.org");
        let mut lucie = world.member(world.lucie);
        let (own, address) = crate::proposals::proposes(&world, &mut lucie);
        told("arrived", "bruno@example.org");
        let mut bruno = world.member(world.bruno);
        let form = bruno.page(&address).form("form[action$=\"/remarks\"]");
        bruno.post(&form.with("remark", "Quel soir ?").and("to", "proposer"));
        told("question", "lucie@example.org");
        let form = lucie.page(&own).form("form[action$=\"/answers\"]");
        lucie.post(&form.with("answer", "Le jeudi."));
        told("answered", "bruno@example.org");
        let form = bruno.page(&address).form("form[action$=\"/acceptance\"]");
        let form = form
            .with("day", &world.today().plus_days(12).to_string())
            .with("starts", "18:00")
            .with("ends", "20:00");
        bruno.post(&form.with("room", &world.room.to_string()));
        told("accepted", "lucie@example.org");
        let (_, address) = crate::proposals::proposes(&world, &mut lucie);
        world.outbox_after(1);
        let form = bruno.page(&address).form("form[action$=\"/refusal\"]");
        bruno.post(&form.with("reason", "Le voisin le fait déjà."));
        told("refused", "lucie@example.org");
        let mut director = world.director();
        let form = director.page("/office/events/settings").form("main form");
        director.post(&form.and("outside_proposals", "yes"));
        let mut nora = world.stranger().speaking(code);
        let form = nora.page("/proposals/new").form("form[action=\"/proposals\"]");
        let form = form.with("title", "Chorale").with("body", "Chanter à plusieurs.");
        nora.post(&form.with("name", "Nora Petit").with("email", "nora@example.org"));
        told("confirm", "nora@example.org");
    }
}
