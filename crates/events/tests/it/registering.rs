//! Registering, guests, the waiting list, and people without an account (T33, T92).

use crate::world::World;
use axum::http::StatusCode;
use events::{EventFacts, OpenTo};
use harness::both_engines;

#[test]
fn t33_a_member_registers_with_one_touch_on_the_page_and_gets_a_letter_with_the_event_for_their_calendar() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 1);
        let mut lucie = world.member(world.lucie);
        assert!(
            lucie
                .page("/agenda")
                .exists(&format!("a[href=\"/agenda/{event}\"]"))
        );
        let page = lucie.page(&format!("/agenda/{event}"));
        assert!(page.says("10 places libres"));
        let sent = lucie.post(&page.form("form[action$=\"/registrations\"]"));
        assert_eq!(sent.location, format!("/agenda/{event}"));
        let page = lucie.page(&format!("/agenda/{event}"));
        assert!(page.says("Inscrit") && page.says("9 places libres"));
        let outbox = world.outbox_after(1);
        assert_eq!(outbox[0].recipient.as_str(), "lucie@example.org");
        assert_eq!(outbox[0].attachment_name.as_deref(), Some("event.ics"));
        assert!(lucie.page("/me/events").says("Mardi partagé"));
    });
}

#[test]
fn guests_count_as_seats_and_nobody_brings_more_than_they_may() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(5, 2);
        world.registers(world.lucie, event, "2");
        let mut bruno = world.member(world.bruno);
        let page = bruno.page(&format!("/agenda/{event}"));
        assert!(page.says("2 places libres"));
        let form = page.form("form[action$=\"/registrations\"]");
        assert!(
            bruno
                .refused(&form.clone().bent("guests", "3"))
                .field_error("guests")
                .is_some()
        );
        let waits = bruno.post_anew(&form.with("guests", "2"));
        assert!(
            bruno.follow(&waits).says("liste d’attente"),
            "a party of three for two seats waits"
        );
        world.registers(world.chloe, event, "1");
        let page = world.stranger().page(&format!("/agenda/{event}"));
        assert!(page.says("Complet"));
    });
}

#[test]
fn t33_a_seat_that_comes_free_is_offered_to_the_first_who_waits_then_to_the_next() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(1, 0);
        world.registers(world.lucie, event, "0");
        for who in [world.bruno, world.chloe] {
            let to = world.registers(who, event, "0");
            assert_eq!(to, format!("/agenda/{event}"));
        }
        world.outbox_after(3);
        world.leaves(world.lucie, event);
        let outbox = world.outbox_after(1);
        assert!(
            outbox[0].subject.contains("Une place s’est libérée"),
            "{}",
            outbox[0].subject
        );
        let link = world.link_to("bruno@example.org", &outbox);
        assert!(
            world
                .stranger()
                .page(&link)
                .exists("form[action$=\"/acceptance\"]")
        );
        assert!(
            world.stranger().page(&format!("/agenda/{event}")).says("Complet"),
            "it is kept for Bruno"
        );

        // Bruno does not answer: the seat goes to Chloé, and Bruno's link is worth nothing.
        let mut bruno = world.stranger();
        let late = bruno.page(&link).form("form[action$=\"/acceptance\"]");
        let now = world.write(|tx, _| tx.now());
        world.at(now.plus_minutes(24 * 60));
        world.upkeep();
        let outbox = world.outbox_after(2);
        let refused = bruno.refused(&late);
        assert!(refused.says("n’est plus gardée"));
        let link = world.link_to("chloe@example.org", &outbox);
        let mut chloe = world.stranger();
        let form = chloe.page(&link).form("form[action$=\"/acceptance\"]");
        assert_eq!(chloe.post(&form).location, link);
        assert!(chloe.page(&link).says("Inscrit"));
    });
}

#[test]
fn t92_somebody_without_an_account_proves_their_address_before_the_seat_is_theirs() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(1, 0);
        let address = format!("/agenda/{event}");
        let mut nora = world.stranger();
        let form = nora.page(&address).form("form[action$=\"/registrations\"]");
        let form = form.with("name", "Nora Petit").with("email", "nora@example.org");
        let sent = nora.post(&form);
        assert!(sent.html().says("Regardez votre courrier"), "{sent}");
        assert!(
            nora.page(&address).says("Une place libre"),
            "nothing is taken before the address is proven"
        );
        let link = world.link_to("nora@example.org", &world.outbox_after(1));
        let confirm = nora.page(&link).form("form[action$=\"/confirmation\"]");
        assert_eq!(nora.post(&confirm).location, link);
        assert!(nora.page(&link).says("Inscrit") && nora.page(&address).says("Complet"));
        assert!(
            world
                .team()
                .page(&format!("/office/events/{event}"))
                .says("Nora Petit")
        );
        world.outbox_after(1);
        // Said again, the same page is answered, and the letter leads to what there is.
        let again = nora.page(&address).form("form[action$=\"/registrations\"]");
        let again = again.with("name", "Nora Petit").with("email", "nora@example.org");
        assert!(nora.post(&again).html().says("Regardez votre courrier"));
        let later = world.link_to("nora@example.org", &world.outbox_after(1));
        assert_ne!(later, link, "each letter has its own key");
        assert!(nora.page(&later).says("Inscrit"));
        let leave = nora.page(&link).form("form[action$=\"/cancellation\"]");
        assert_eq!(nora.post(&leave).location, link);
        assert!(nora.page(&address).says("Une place libre"));
    });
}

#[test]
fn nothing_tells_from_outside_whether_an_address_is_a_members_or_registered() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        world.registers(world.lucie, event, "0");
        world.outbox_after(1);
        let mut answers = Vec::new();
        for email in ["lucie@example.org", "bruno@example.org", "personne@example.org"] {
            let mut visitor = world.stranger();
            let form = visitor
                .page(&format!("/agenda/{event}"))
                .form("form[action$=\"/registrations\"]");
            let sent = visitor.post(&form.with("name", "Nora Petit").with("email", email));
            answers.push((sent.status, sent.html().text("main").replace(email, "X")));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
        let outbox = world.outbox_after(3);
        let link = world.link_to("lucie@example.org", &outbox);
        assert!(
            world.stranger().page(&link).says("Inscrit"),
            "to what she has already"
        );
    });
}

#[test]
fn a_member_who_proves_their_address_from_outside_is_registered_as_the_member_they_are() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        let mut visitor = world.stranger();
        let form = visitor
            .page(&format!("/agenda/{event}"))
            .form("form[action$=\"/registrations\"]");
        visitor.post(&form.with("name", "Quelqu’un").with("email", "lucie@example.org"));
        let link = world.link_to("lucie@example.org", &world.outbox_after(1));
        let confirm = visitor.page(&link).form("form[action$=\"/confirmation\"]");
        visitor.post(&confirm);
        let list = world.team().page(&format!("/office/events/{event}"));
        assert!(list.says("Lucie Amrani") && !list.says("Quelqu’un"));
        assert!(visitor.page(&link).says("Inscrit"));
        let own = world.own_page(world.lucie, event);
        assert!(world.member(world.lucie).page(&own).says("Inscrit"));
    });
}

#[test]
fn asking_again_and_again_from_outside_is_limited() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        let mut visitor = world.stranger();
        let statuses: Vec<StatusCode> = (0..12)
            .map(|_| {
                let form = visitor
                    .page(&format!("/agenda/{event}"))
                    .form("form[action$=\"/registrations\"]");
                visitor
                    .post(&form.with("name", "Nora Petit").with("email", "nora@example.org"))
                    .status
            })
            .collect();
        assert_eq!(statuses.first(), Some(&StatusCode::OK));
        assert_eq!(statuses.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
    });
}

#[test]
fn what_is_for_members_is_found_by_members_and_the_team_alone() {
    both_engines(|db| {
        let world = World::new(db);
        let facts = EventFacts {
            open_to: OpenTo::Members,
            ..world.facts("Pow-Wow", world.noon(3))
        };
        let event = world.announces(facts);
        let address = format!("/agenda/{event}");
        for mut inside in [world.member(world.lucie), world.team()] {
            assert_eq!(inside.get(&address).status, StatusCode::OK);
            assert!(inside.page("/agenda").says("Pow-Wow"));
        }
        for mut outside in [world.stranger(), world.member(world.denis)] {
            assert_eq!(outside.get(&address).status, StatusCode::NOT_FOUND);
            assert_eq!(
                outside.get(&format!("{address}/calendar")).status,
                StatusCode::NOT_FOUND
            );
            assert!(!outside.page("/agenda").says("Pow-Wow"));
            let sent = outside.send_fields(
                &format!("{address}/registrations"),
                &[("name", "A B"), ("email", "a@example.org")],
            );
            assert_eq!(sent.status, StatusCode::NOT_FOUND);
        }
        let feed = world.stranger().get("/agenda.ics");
        assert!(!feed.text().contains("Pow-Wow"), "{}", feed.text());
    });
}

#[test]
fn the_day_before_whoever_has_a_seat_is_reminded_once() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(1, 0);
        world.registers(world.lucie, event, "0");
        world.registers(world.bruno, event, "0");
        world.outbox_after(2);
        world.upkeep();
        assert_eq!(world.outbox_after(0).len(), 2, "a week before, nobody is");
        world.at(world.noon(7).start().minus_minutes(23 * 60));
        world.upkeep();
        let outbox = world.outbox_after(1);
        assert_eq!(outbox[0].recipient.as_str(), "lucie@example.org");
        assert!(outbox[0].subject.contains("Bientôt"));
        world.upkeep();
        assert_eq!(world.outbox_after(0).len(), 3, "and who waits is not");
    });
}

platform::database::row! { struct TokenRow { token: String } }

platform::database::statement! {
    AS_BEFORE = "update event_registration set token = $3 where place_id = $1 and id = $2";
    IN_CLEAR -> TokenRow = "select token from event_registration where place_id = $1 and id = $2";
}

#[test]
fn links_that_went_out_while_their_keys_were_held_in_clear_go_on_opening() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        world.registers(world.lucie, event, "0");
        world.outbox_after(1);
        let own = world.own_page(world.lucie, event);
        let id: events::RegistrationId = kernel::Id::parse(own.rsplit('/').next().unwrap()).unwrap();
        let key = people::Token::from_bytes([9; 32]).as_str().to_owned();
        let kept = key.clone();
        world.write(move |tx, system| {
            tx.run(
                &AS_BEFORE,
                &platform::database::params![system.place, id, kept.as_str()],
            )
            .unwrap();
        });
        let mut reader = world.site.visitor();
        let link = format!("/registrations/{key}");
        assert!(reader.page(&link).says("Mardi partagé"), "not digested yet");
        world.upkeep();
        assert!(reader.page(&link).says("Mardi partagé"), "digested");
        let held = world.write(move |tx, system| {
            let row = tx.one(&IN_CLEAR, &platform::database::params![system.place, id]);
            row.unwrap().token
        });
        assert_eq!(held, id.to_string(), "nothing is left that opens");
        assert_eq!(
            reader.get(&own).status,
            StatusCode::NOT_FOUND,
            "an identifier is no key"
        );
        let mut bruno = world.member(world.bruno);
        assert_eq!(
            bruno.get(&own).status,
            StatusCode::NOT_FOUND,
            "nor for another member"
        );
        let form = reader.page(&link).form("form[action$=\"/cancellation\"]");
        assert_eq!(reader.post(&form).location, link);
    });
}
