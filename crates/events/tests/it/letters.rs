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

#[test]
fn each_letter_reads_well_in_both_languages() {
    for (code, languages) in [("fr", "fr"), ("en", "en")] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        let event = world.lunch(1, 0);
        let asks = |name: &str| {
            let address = format!("{}@example.org", name.to_lowercase());
            let mut visitor = world.stranger().speaking(languages);
            let form = visitor
                .page(&format!("/agenda/{event}"))
                .form("form[action$=\"/registrations\"]");
            visitor.post(&form.with("name", name).with("email", &address));
            let outbox = world.outbox_after(1);
            golden(&format!("confirm_{code}"), last_to(&outbox, &address));
            let link = world.link_to(&address, &outbox);
            let confirm = visitor.page(&link).form("form[action$=\"/confirmation\"]");
            visitor.post(&confirm);
            (link, address)
        };
        let (first, nora) = asks("Nora");
        golden(
            &format!("registered_{code}"),
            last_to(&world.outbox_after(1), &nora),
        );
        let leave = world
            .stranger()
            .page(&first)
            .form("form[action$=\"/cancellation\"]");
        let mut visitor = world.stranger();
        let form = visitor.page(&first).form("form[action$=\"/cancellation\"]");
        assert_eq!(leave.action, form.action);
        // Somebody waits behind Nora, who then leaves.
        let mut max = world.stranger().speaking(languages);
        let form_max = max
            .page(&format!("/agenda/{event}"))
            .form("form[action$=\"/registrations\"]");
        max.post(&form_max.with("name", "Max").with("email", "max@example.org"));
        let outbox = world.outbox_after(1);
        let link = world.link_to("max@example.org", &outbox);
        let confirm = max.page(&link).form("form[action$=\"/confirmation\"]");
        max.post(&confirm);
        golden(
            &format!("waiting_{code}"),
            last_to(&world.outbox_after(1), "max@example.org"),
        );
        visitor.post(&form);
        golden(
            &format!("offered_{code}"),
            last_to(&world.outbox_after(1), "max@example.org"),
        );
        let accept = max.page(&link).form("form[action$=\"/acceptance\"]");
        max.post(&accept);
        world.outbox_after(1);
        world.at(world.noon(7).start().minus_minutes(20 * 60));
        world.upkeep();
        golden(
            &format!("reminder_{code}"),
            last_to(&world.outbox_after(1), "max@example.org"),
        );
        let actor = world.awa_acts();
        world
            .db
            .write_blocking(move |tx| events::cancel_event(tx, &actor, event, "Plus de gaz."))
            .unwrap();
        golden(
            &format!("cancelled_{code}"),
            last_to(&world.outbox_after(1), "max@example.org"),
        );
    }
}
