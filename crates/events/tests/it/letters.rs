//! The letters of events, as their readers see them.

use crate::world::World;
use harness::FreshDatabase;
use platform::database::Engine;
use platform::mail::OutboxMail;

/// The letter without its secret.
fn golden(name: &str, mail: &OutboxMail) {
    let start = mail.text_body.find("https://lieu.example.org").unwrap();
    let link = mail.text_body[start..].split_whitespace().next().unwrap();
    let secret = link.rsplit('/').next().unwrap().to_owned();
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        let text = format!("{}\n\n{}", mail.subject, mail.text_body);
        insta::assert_snapshot!(format!("{name}_text"), text.replace(&secret, "SECRET"));
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
