//! Asking online, and the answer (T25 without the payment by card).

use crate::world::World;
use axum::http::StatusCode;
use harness::{FreshDatabase, both_engines, together};
use joining::{Admission, Approval, Notice, Settings, Whom};
use kernel::Actor;

/// The value of the offer whose card says this.
fn offer(page: &harness::Html, starts: &str) -> String {
    let values = page.attributes("input[name=offer]", "value");
    values
        .into_iter()
        .find(|value| value.starts_with(starts))
        .unwrap()
}

#[test]
fn t25_somebody_asks_online_proves_their_address_and_becomes_a_member_with_a_pass_on_their_account() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        let mut visitor = world.stranger();
        let page = visitor.page("/join");
        assert!(
            page.says("150,00") && page.says("250,00"),
            "the prices in force are shown"
        );
        let form = world
            .asks(&mut visitor, "Nora", "Petit")
            .with("phone", "06 12 34 56 78")
            .with("organisation", "Petit Bois")
            .with("siren", "732 829 320 00074")
            .bent("offer", &offer(&page, "pass:"));
        let address = world.has_applied(form, &mut visitor);
        assert!(
            world.person("nora@example.org").is_none(),
            "nobody is written down before the answer"
        );
        let mut team = world.team();
        let page = team.page(&address);
        assert!(page.says("732 829 320") && page.says("Petit Bois") && page.says("Carnet"));
        let form = page.form("form[action$=\"/acceptance\"]");
        let form = form.with("letter", "À lundi !");
        let accepted = team.post(&form);
        assert!(accepted.location.starts_with("/office/newcomers/"), "{accepted}");
        let nora = world.person("nora@example.org").unwrap();
        let id = nora.id;
        let siren = world.write(move |tx, system| {
            let place = system.place;
            let zone = platform::place::get(tx, place).unwrap().zone;
            let today = tx.today(&zone);
            assert!(people::is_member_on(tx, place, id, today).unwrap());
            assert!(people::account_of(tx, place, id).unwrap().is_some());
            assert_eq!(offers::remaining(tx, place, id, today).unwrap().units, 30);
            let charges = billing::open_charges_of(tx, place, id).unwrap();
            assert_eq!(
                charges.iter().map(|one| one.amount.cents()).collect::<Vec<_>>(),
                [15_000]
            );
            assert!(
                joining::to_accept(tx, place, id).unwrap().is_empty(),
                "what was agreed to is kept"
            );
            people::organisation(tx, place, nora.organisation.unwrap())
                .unwrap()
                .unwrap()
                .siren
        });
        assert_eq!(siren.unwrap().as_str(), "732829320");
        let outbox = world.outbox_after(1);
        assert!(outbox[0].text_body.contains("À lundi !"));
        let again = team.post_anew(&form);
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "answered once");
    });
}

#[test]
fn what_is_missing_is_said_at_its_field() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        let mut visitor = world.stranger();
        let form = visitor.page("/join").form("form[action=\"/join\"]");
        let page = visitor.refused(&form.clone().with("given_name", "Nora"));
        for field in ["email", "offer", "house_rules", "privacy_notice"] {
            assert!(page.exists(&format!("#{field}-error")), "{field}");
        }
        let wrong = world
            .asks(&mut visitor, "Nora", "Petit")
            .with("organisation", "Petit Bois")
            .with("siren", "732829321");
        assert!(visitor.refused(&wrong).field_error("siren").is_some());
        let unnamed = world
            .asks(&mut visitor, "Nora", "Petit")
            .with("siren", "732829320");
        assert!(visitor.refused(&unnamed).field_error("organisation").is_some());
        let gone = world
            .asks(&mut visitor, "Nora", "Petit")
            .bent("offer", "plan:0000000000001@1");
        assert_eq!(visitor.post(&gone).status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn nothing_from_outside_tells_a_members_address_from_another() {
    both_engines(|db| {
        let world = World::new(db);
        let mut answers = Vec::new();
        for given in ["Lucie", "Nora"] {
            let mut visitor = world.stranger();
            let form = world.asks(&mut visitor, given, "Petit");
            let sent = visitor.post(&form);
            answers.push((sent.status, sent.html().text("h1")));
            world.outbox_after(1);
        }
        assert_eq!(answers[0], answers[1]);
        let outbox = world.outbox_after(0);
        let to: Vec<String> = outbox.iter().map(|mail| mail.recipient.to_string()).collect();
        assert_eq!(
            to,
            ["nora@example.org"],
            "the member gets a link to sign in, by another job"
        );
    });
}

#[test]
fn the_same_form_sent_twice_asks_once_and_asking_again_replaces_what_waits() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "Nora", "Petit");
        let address = world.has_applied(form.clone(), &mut visitor);
        assert_eq!(visitor.post(&form).status, StatusCode::OK);
        assert_eq!(world.outbox_after(0).len(), 1, "one letter");
        let again = world
            .asks(&mut visitor, "Nora", "Petit")
            .with("wish", "Autre chose");
        world.has_applied(again, &mut visitor);
        let list = world.team().page("/office/applications");
        assert_eq!(list.count("#waiting ~ ul li"), 1);
        assert!(world.team().page(&address).says("remplacée"));
    });
}

#[test]
fn somebody_alike_is_looked_at_before_anybody_is_written_down_twice() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world
            .asks(&mut visitor, "Lucie", "Amrani")
            .with("email", "lucie.perso@example.org");
        let address = world.has_applied(form, &mut visitor);
        let mut team = world.team();
        let form = team.page(&address).form("form[action$=\"/acceptance\"]");
        let page = team.refused(&form);
        assert!(page.field_error("person").is_some() || page.says("semblable"));
        let chosen = team.post_anew(&form.and("person", &world.lucie.to_string()));
        assert_eq!(chosen.location, format!("/office/newcomers/{}", world.lucie));
        assert!(world.person("lucie.perso@example.org").is_none());
    });
}

#[test]
fn a_refusal_says_why_and_leaves_nobody_behind() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "Nora", "Petit");
        let address = world.has_applied(form, &mut visitor);
        let mut team = world.team();
        let form = team.page(&address).form("form[action$=\"/refusal\"]");
        assert!(team.refused(&form).field_error("reason").is_some());
        let sent = team.post_anew(&form.with("reason", "Le lieu est plein jusqu’à l’été."));
        assert_eq!(sent.location, "/office/applications");
        assert!(world.outbox_after(1)[0].text_body.contains("plein jusqu’à l’été"));
        assert!(world.person("nora@example.org").is_none());
    });
}

fn lets_everybody_in(world: &World) {
    world.write(|tx, system| {
        let settings = Settings {
            approval: Approval::Automatic,
            notice: Notice {
                months: 1,
                to_the_end: true,
            },
            first_visit: vec!["Wi-Fi".to_owned()],
        };
        joining::keep_settings(tx, system, &settings).unwrap();
    });
}

#[test]
fn where_everybody_comes_in_the_proof_of_the_address_is_enough_unless_somebody_known_is_alike() {
    both_engines(|db| {
        let world = World::new(db);
        lets_everybody_in(&world);
        let mut visitor = world.stranger();
        let form = world
            .asks(&mut visitor, "Nora", "Petit")
            .with("organisation", "Petit Bois");
        world.has_applied(form, &mut visitor);
        assert!(world.person("nora@example.org").unwrap().organisation.is_some());
        world.outbox_after(1);
        // Nobody has a known company pay for them without being looked at.
        let form = world
            .asks(&mut visitor, "Max", "Durand")
            .with("organisation", "PETIT BOIS");
        let address = world.has_applied(form, &mut visitor);
        assert!(world.person("max@example.org").is_none());
        assert!(world.team().page(&address).says("déjà connue"));
    });
}

#[test]
fn a_link_that_was_changed_or_is_too_old_opens_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "Nora", "Petit");
        visitor.post(&form);
        let link = world.link_of_the_last_letter();
        assert_eq!(visitor.get("/join/abc.def").status, StatusCode::GONE);
        let late = world.db.clock().now().plus_seconds(49 * 3_600);
        world.db.clock().set(late);
        assert_eq!(visitor.get(&link).status, StatusCode::GONE);
        let list = world.team().page("/office/applications");
        assert!(!list.says("Nora"), "the team sees nothing unproven");
    });
}

#[test]
fn of_two_who_accept_at_once_one_does() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, "Nora", "Petit");
        let address = world.has_applied(form, &mut visitor);
        let id = kernel::Id::parse(address.rsplit('/').next().unwrap()).unwrap();
        let (db, place, today) = (&world.db, world.place, world.today());
        let answers = together(8, |_| {
            let admission = Admission {
                whom: Whom::New,
                offer: None,
                coupon: None,
                from: today,
                letter: String::new(),
                steps: vec![],
            };
            db.write_blocking(move |tx| joining::accept(tx, &Actor::system(place), id, &admission).map(drop))
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    });
}

#[test]
fn an_application_of_another_place_is_not_found() {
    let fresh = FreshDatabase::on(platform::database::Engine::Sqlite);
    let world = World::new(fresh.database().clone());
    let mut team = world.team();
    for path in [
        "/office/applications/0000000000001",
        "/office/newcomers/0000000000001",
        "/office/tours/0000000000001",
        "/office/people/0000000000001/departure",
    ] {
        assert_eq!(team.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut member = world.member(world.lucie);
    for path in ["/office/applications", "/office/tours", "/office/joining"] {
        assert_eq!(member.get(path).status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(world.team().get("/office/joining").status, StatusCode::FORBIDDEN);
}
