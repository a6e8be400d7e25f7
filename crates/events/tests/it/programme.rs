//! Making the programme: rooms booked with it, changes told, copies, giving up (T17).

use crate::world::World;
use axum::http::StatusCode;
use events::{EventFacts, EventRefused, NewEvent};
use harness::both_engines;
use kernel::Period;
use platform::Failure;
use spaces::{Holder, NewBooking};

#[test]
fn t17_an_event_is_announced_from_the_form_and_its_room_is_booked_with_it() {
    both_engines(|db| {
        let world = World::new(db);
        let mut team = world.team();
        let day = world.today().plus_days(5).to_string();
        let form = team
            .page("/office/events/new")
            .form("form[action=\"/office/events\"]");
        assert!(team.refused(&form).field_error("title").is_some());
        let form = form.with("title", "Atelier vélo").with("day", &day);
        assert!(team.post_anew(&form).html().says("Choisissez une salle"));
        let form = form
            .and("room", &world.room.to_string())
            .with("capacity", "12")
            .and("publish", "yes");
        let done = team.post_anew(&form);
        assert!(done.location.starts_with("/office/events/"), "{done}");
        assert!(world.stranger().page("/agenda").says("Atelier vélo"));
        let period = world.hours(5, 12 * 60 + 30, 14 * 60);
        let (room, lucie) = (world.room, world.actor(world.lucie, kernel::Role::Member));
        let new = NewBooking::plain(room, period, Holder::Person(world.lucie));
        let taken = world
            .db
            .write_blocking(move |tx| spaces::book(tx, &lucie, &new).map(drop));
        assert!(matches!(taken, Err(Failure::Refused(_))), "{taken:?}");
    });
}

#[test]
fn an_event_in_a_room_that_is_taken_is_refused_and_nothing_is_kept() {
    both_engines(|db| {
        let world = World::new(db);
        world.lunch(10, 0);
        let actor = world.awa_acts();
        let facts = world.facts("Concert", world.noon(7));
        let new = NewEvent {
            facts,
            rooms: vec![world.other_room, world.room],
            overriding: true,
        };
        let refused = world
            .db
            .write_blocking(move |tx| events::create_event(tx, &actor, &new));
        assert!(
            matches!(refused, Err(Failure::Refused(EventRefused::Room { ref room, .. })) if room == "Garance"),
            "{refused:?}"
        );
        let span = world.noon(7);
        let kept = world.write(move |tx, system| {
            spaces::store::bookings::in_span(tx, system.place, span)
                .unwrap()
                .len()
        });
        assert_eq!(kept, 1, "the lunch alone");
    });
}

#[test]
fn a_change_of_hours_moves_the_room_and_is_told_to_who_registered() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        world.registers(world.lucie, event, "0");
        world.outbox_after(1);
        let mut team = world.team();
        let form = team
            .page(&format!("/office/events/{event}/edit"))
            .form("form.stack");
        let done = team.post(&form.with("starts", "18:00").with("ends", "20:00"));
        assert_eq!(done.location, format!("/office/events/{event}"), "{done}");
        let outbox = world.outbox_after(1);
        assert!(
            outbox[0].subject.starts_with("Changement"),
            "{}",
            outbox[0].subject
        );
        assert!(
            outbox[0].text_body.replace('\u{a0}', " ").contains("18 h – 20 h"),
            "{}",
            outbox[0].text_body
        );
        let again = world.facts("Midi", world.noon(7));
        world.announces(again);
    });
}

#[test]
fn seats_that_were_given_are_not_taken_back_by_a_smaller_room() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(3, 2);
        world.registers(world.lucie, event, "1");
        world.registers(world.bruno, event, "1");
        let mut team = world.team();
        let form = team
            .page(&format!("/office/events/{event}/edit"))
            .form("form.stack");
        assert!(
            team.refused(&form.clone().bent("capacity", "1"))
                .field_error("capacity")
                .is_some()
        );
        world.outbox_after(2);
        team.post_anew(&form.with("capacity", "4"));
        let outbox = world.outbox_after(1);
        assert_eq!(
            outbox[0].recipient.as_str(),
            "bruno@example.org",
            "more seats go to who waits"
        );
    });
}

#[test]
fn giving_an_event_up_frees_its_room_and_tells_everybody_why() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(1, 0);
        world.registers(world.lucie, event, "0");
        world.registers(world.bruno, event, "0");
        world.outbox_after(2);
        let mut team = world.team();
        let page = team.page(&format!("/office/events/{event}/cancellation"));
        assert!(page.says("2 personnes sont prévenues") && page.says("une salle est rendue"));
        let form = page
            .form("form.stack")
            .with("reason", "La cuisine est en travaux.");
        assert_eq!(team.post(&form).location, format!("/office/events/{event}"));
        let outbox = world.outbox_after(2);
        assert!(
            outbox[..2]
                .iter()
                .all(|mail| mail.text_body.contains("cuisine est en travaux"))
        );
        let page = world.stranger().page(&format!("/agenda/{event}"));
        assert!(page.says("Annulé") && page.says("cuisine"));
        assert!(!world.stranger().page("/agenda").says("Mardi partagé"));
        world.announces(world.facts("Autre chose", world.noon(7)));
    });
}

#[test]
fn copies_are_made_on_all_days_or_on_none() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 1);
        let (room, period) = (world.room, world.noon(21));
        world.write(move |tx, system| {
            spaces::book(tx, system, &NewBooking::plain(room, period, Holder::House)).unwrap();
        });
        let mut team = world.team();
        let until = world.today().plus_days(35).to_string();
        let page = team.page(&format!(
            "/office/events/{event}/copies?rhythm=weekly&until={until}"
        ));
        assert!(page.says("Garance est prise"));
        let form = page.form("form.stack");
        let refused = team.refused(&form.clone().and("day", &world.today().plus_days(21).to_string()));
        assert!(refused.says("ne peut pas être réservée"));
        let done = team.post_anew(&form);
        assert_eq!(done.location, "/office/events", "{done}");
        let listed = world.stranger().page("/agenda").all(".card h3");
        assert_eq!(listed.len(), 4, "{listed:?}: the first, two weeks, four and five");
    });
}

#[test]
fn a_draft_is_seen_by_the_team_alone() {
    both_engines(|db| {
        let world = World::new(db);
        let actor = world.awa_acts();
        let new = NewEvent {
            facts: world.facts("Surprise", world.noon(4)),
            rooms: vec![world.room],
            overriding: false,
        };
        let event = world
            .db
            .write_blocking(move |tx| events::create_event(tx, &actor, &new))
            .unwrap();
        assert_eq!(
            world.member(world.lucie).get(&format!("/agenda/{event}")).status,
            StatusCode::NOT_FOUND
        );
        let mut team = world.team();
        let form = team
            .page(&format!("/office/events/{event}"))
            .form("form[action$=\"/publication\"]");
        assert_eq!(team.post(&form).location, format!("/office/events/{event}"));
        assert_eq!(
            world.stranger().get(&format!("/agenda/{event}")).status,
            StatusCode::OK
        );
    });
}

#[test]
fn an_event_does_not_begin_in_the_past() {
    both_engines(|db| {
        let world = World::new(db);
        let (actor, period) = (world.awa_acts(), world.noon(0));
        let past = Period::new(
            period.start().minus_minutes(3 * 24 * 60),
            period.end().minus_minutes(3 * 24 * 60),
        );
        let new = NewEvent {
            facts: EventFacts {
                venue: "Ailleurs".to_owned(),
                ..world.facts("Hier", past.unwrap())
            },
            rooms: vec![],
            overriding: false,
        };
        let refused = world
            .db
            .write_blocking(move |tx| events::create_event(tx, &actor, &new));
        assert!(matches!(refused, Err(Failure::Refused(EventRefused::Past))));
    });
}
