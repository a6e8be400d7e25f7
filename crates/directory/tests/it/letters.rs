//! Letters between members: sent without showing an address (T31), read well in both languages.

use crate::world::{World, card_form};
use axum::http::StatusCode;
use harness::both_engines;
use kernel::{Actor, Locale, PersonId};

fn write(world: &World, from: PersonId, to: PersonId, text: &str) -> harness::Reply {
    let mut visitor = world.member(from);
    let form = visitor
        .page(&format!("/directory/{to}"))
        .form("form[action$=\"/letters\"]");
    visitor.post(&form.with("text", text))
}

#[test]
fn t31_a_member_writes_to_another_without_seeing_their_address() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        let address = format!("/directory/{}", world.lucie);
        let page = world.member(world.karim).get(&address);
        assert!(!page.text().contains("lucie@example.org"), "{page}");
        let sent = write(
            &world,
            world.karim,
            world.lucie,
            "Bonjour, une question de paie ?\nMerci <b>",
        );
        assert_eq!(sent.location, address);
        let outbox = world.outbox_after(1);
        assert_eq!(outbox.len(), 1);
        let mail = &outbox[0];
        assert_eq!(mail.recipient.as_str(), "lucie@example.org");
        assert!(mail.text_body.contains("une question de paie ?\nMerci <b>"));
        assert!(
            mail.text_body.contains("karim@example.org"),
            "so that she can answer"
        );
        assert!(
            mail.html_body.contains("&#60;b&#62;"),
            "what was typed is no markup"
        );
        let told = world.read(|tx, place| platform::activity::since(tx, place, 0, 50).unwrap());
        let told = format!("{told:?}");
        assert!(
            told.contains("card.written_to") && !told.contains("paie"),
            "the log tells that, not what"
        );
    });
}

#[test]
fn who_wants_no_letters_gets_none() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.keeps_card(world.lucie, "Comptable", "Paie");
        world.keeps_card(world.karim, "Menuisier", "");
        let mut karim = world.member(world.karim);
        let address = format!("/directory/{}", world.lucie);
        let opened = karim.page(&address).form("form[action$=\"/letters\"]");
        let form = card_form(&mut lucie).bent("letters", "no");
        lucie.post(&form);
        let refused = karim.post(&opened.with("text", "Bonjour"));
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!karim.page(&address).exists("form[action$=\"/letters\"]"));
        let mut oumou = world.member(world.oumou);
        let sent = oumou.send_fields(&format!("{address}/letters"), &[("text", "Bonjour")]);
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "who left does not write");
        assert_eq!(world.outbox_after(0).len(), 0);
    });
}

#[test]
fn twenty_letters_a_day_are_enough() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        for number in 0..20 {
            let sent = write(&world, world.karim, world.lucie, &format!("Bonjour {number}"));
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{sent}");
        }
        let sent = write(&world, world.karim, world.lucie, "Encore");
        assert_eq!(sent.status, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn each_letter_reads_well_in_both_languages() {
    for (locale, code) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let fresh = harness::FreshDatabase::on(platform::database::Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        world.keeps_card(world.lucie, "Comptable", "Paie");
        reads(&world, world.lucie, locale);
        write(&world, world.karim, world.lucie, "Une question de paie ?");
        let mail = world.outbox_after(1).remove(0);
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("note_{code}_text"), format!("{}\n\n{}", mail.subject, mail.text_body));
            insta::assert_snapshot!(format!("note_{code}_html"), mail.html_body);
        });
    }
}

/// Somebody reads letters in a language.
fn reads(world: &World, who: PersonId, locale: Locale) {
    let place = world.place;
    world
        .db
        .write_blocking(move |tx| {
            let known = people::person(tx, place, who)?.unwrap();
            let known = people::NewPerson {
                language: Some(locale),
                ..known.into()
            };
            people::update_person(tx, &Actor::system(place), who, known).unwrap();
            Ok::<_, platform::Fault>(())
        })
        .unwrap();
}

#[test]
fn an_introduction_reads_well_to_both_in_both_languages() {
    for (locale, code) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let fresh = harness::FreshDatabase::on(platform::database::Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        world.keeps_card(world.lucie, "Comptable", "Paie");
        world.keeps_card(world.karim, "Graphiste", "affiches, logo");
        for who in [world.lucie, world.karim] {
            reads(&world, who, locale);
        }
        let mut lucie = world.member(world.lucie);
        let notice = crate::board::post(&mut lucie, "need", "Une affiche pour juin", "Affiche, Impression");
        let mut team = world.team();
        let form = team.page(&notice).form("form[action$=\"/introductions\"]");
        team.post(&form);
        for mail in world.outbox_after(2) {
            let reader = mail.recipient.as_str().split('@').next().unwrap().to_owned();
            insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("introduced_{reader}_{code}_text"), harness::letter_as_read(&mail));
            });
        }
    }
}
