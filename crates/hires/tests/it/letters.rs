//! The letters, as their readers see them.

use crate::world::World;
use harness::FreshDatabase;
use platform::database::Engine;
use platform::mail::OutboxMail;

fn golden(name: &str, mail: &OutboxMail) {
    let secret = mail.text_body.find("https://lieu.example.org").map(|start| {
        let link = mail.text_body[start..].split_whitespace().next().unwrap();
        link.rsplit('/').next().unwrap().to_owned()
    });
    let hide = |text: &str| match &secret {
        Some(secret) if !secret.is_empty() => text.replace(secret.as_str(), "SECRET"),
        _ => text.to_owned(),
    };
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        let text = format!("{}\n\n{}", mail.subject, mail.text_body);
        insta::assert_snapshot!(format!("{name}_text"), hide(&text));
        insta::assert_snapshot!(format!("{name}_html"), hide(&mail.html_body));
    });
}

/// Of the newest letters, the one to the customer.
fn to_customer(outbox: &[OutboxMail]) -> &OutboxMail {
    outbox
        .iter()
        .find(|mail| mail.recipient.to_string() == "solene@example.org")
        .unwrap()
}

fn to_house(outbox: &[OutboxMail]) -> &OutboxMail {
    outbox
        .iter()
        .find(|mail| mail.recipient.to_string() == "maison@example.org")
        .unwrap()
}

#[test]
fn each_letter_reads_well_in_both_languages() {
    for code in ["fr", "en"] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        let mut visitor = world.stranger().speaking(code);
        let form = world.asks(&mut visitor, "solene@example.org");
        visitor.post(&form);
        let outbox = world.outbox_after(1);
        golden(&format!("proof_{code}"), &outbox[0]);
        let text = &outbox[0].text_body;
        let start = text.find("https://lieu.example.org").unwrap();
        let link = text[start..]
            .split_whitespace()
            .next()
            .unwrap()
            .trim_start_matches("https://lieu.example.org");
        let confirm = visitor.page(link).form("main form");
        visitor.post(&confirm);
        let outbox = world.outbox_after(2);
        golden(&format!("received_{code}"), to_customer(&outbox));
        golden(&format!("arrived_{code}"), to_house(&outbox));
        world.quote_for(world.latest());
        let link = world.link_to_quote();
        let outbox = world.outbox_after(0);
        golden(&format!("quote_{code}"), to_customer(&outbox));
        let yes = world.yes(&mut visitor, &link);
        assert_eq!(visitor.post(&yes).status, 303);
        let outbox = world.outbox_after(2);
        golden(&format!("accepted_{code}"), to_customer(&outbox));
        golden(&format!("house_accepted_{code}"), to_house(&outbox));
    }
}
