//! The letters, as their readers see them.

use crate::world::World;
use harness::FreshDatabase;
use hires::Hire;
use kernel::Id;
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
        world.speaks(code);
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

/// The world of a test in one language, gone with its database.
fn in_each_language(tell: fn(&World, &'static str)) {
    for code in ["fr", "en"] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        tell(&World::new(fresh.database().clone()), code);
    }
}

#[test]
fn a_question_its_answer_a_reminder_and_a_no_read_well() {
    in_each_language(|world, code| {
        let (hire, _, link) = world.quoted_in(code);
        let mut visitor = world.stranger();
        let ask = visitor.page(&link).form("form[action$=questions]");
        let words = "Et la sono ?\nNous serons debout.";
        assert_eq!(visitor.post(&ask.with("message", words)).status, 303);
        golden(
            &format!("house_question_{code}"),
            to_house(&world.outbox_after(1)),
        );
        let mut team = world.team();
        let reply = team
            .page(&format!("/office/exclusive-hires/{hire}"))
            .form("form[action$=messages]");
        assert_eq!(
            team.post(&reply.with("message", "Elle est comprise.")).status,
            303
        );
        golden(&format!("reply_{code}"), to_customer(&world.outbox_after(1)));
        world.at("2026-06-16", "10:00");
        world.reminds();
        golden(&format!("reminder_{code}"), to_customer(&world.outbox_after(1)));
        let no = visitor.page(&link).form("form[action$=refusal]");
        assert_eq!(visitor.post(&no.with("reason", "Trop cher")).status, 303);
        golden(
            &format!("house_declined_{code}"),
            to_house(&world.outbox_after(1)),
        );
    });
}

#[test]
fn a_quote_taken_back_a_quote_that_is_over_and_a_no_of_the_place_read_well() {
    in_each_language(|world, code| {
        let (hire, quote, _) = world.quoted_in(code);
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let back = team
            .page(&format!("{at}/quotes/{quote}"))
            .form("form[action$=withdrawal]");
        assert_eq!(team.post(&back.with("reason", "Une erreur de prix")).status, 303);
        golden(&format!("withdrawn_{code}"), to_customer(&world.outbox_after(1)));
        world.quote_for(hire);
        world.outbox_after(1);
        world.at("2026-06-19", "09:00");
        world.upkeep();
        let outbox = world.outbox_after(2);
        golden(&format!("expired_{code}"), to_customer(&outbox));
        golden(&format!("house_expired_{code}"), to_house(&outbox));
        let taken_up = team.page(&at).form("form[action$=holds]");
        assert_eq!(team.post(&taken_up.and("overriding", "yes")).status, 303);
        let no = team.page(&at).form("form[action$=refusal]");
        assert_eq!(
            team.post(&no.with("reason", "La halle est en travaux.")).status,
            303
        );
        golden(&format!("refused_{code}"), to_customer(&world.outbox_after(1)));
    });
}

/// The deposit of 500 EUR is settled at a cost.
fn settled(world: &World, hire: Id<Hire>, (cost, reason): (&str, &str)) {
    let mut team = world.team();
    let at = format!("/front-desk/exclusive-hires/{hire}/check");
    let settle = team.page(&at).form("form[action$=settlement]");
    let sent = team.post(&settle.with("cost", cost).with("reason", reason));
    assert_eq!(sent.status, 303, "{sent}");
}

#[test]
fn each_end_of_a_deposit_reads_well() {
    for (name, cost, reason) in [
        ("whole", "", ""),
        ("part", "120", "Une chaise cassée"),
        ("beyond", "620", "Une vitre brisée"),
    ] {
        for code in ["fr", "en"] {
            let fresh = FreshDatabase::on(Engine::Sqlite);
            let world = World::new(fresh.database().clone());
            let hire = world.over_in(code);
            settled(&world, hire, (cost, reason));
            golden(
                &format!("settled_{name}_{code}"),
                to_customer(&world.outbox_after(1)),
            );
        }
    }
}
