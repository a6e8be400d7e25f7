//! What belongs to another place, or to nobody, is not found.

use crate::world::World;
use axum::http::StatusCode;
use events::{EventId, Idea, Proposal, Registration};
use harness::both_engines;
use kernel::Role;
use platform::database::Database;

/// What another place holds.
struct Foreign {
    event: EventId,
    one: Registration,
    idea: Proposal,
    /// Where a seat of its council is ended.
    seat: String,
}

fn elsewhere(db: &Database) -> Foreign {
    let other = World::named(db.clone(), "Ailleurs", Some("ailleurs.example.org"));
    let event = other.lunch(10, 0);
    let actor = other.actor(other.lucie, Role::Member);
    let what = Idea {
        title: "Chorale".to_owned(),
        body: "Chanter.".to_owned(),
        wish: String::new(),
    };
    let seated = other.lucie;
    let (one, idea) = other.write(move |tx, system| {
        let zone = platform::place::get(tx, system.place).unwrap().zone;
        let today = tx.today(&zone);
        events::name_councillor(tx, system, seated, (today, None)).unwrap();
        let one = events::register(tx, &actor, event, 0, None).unwrap();
        (one, events::propose(tx, &actor, &what).unwrap())
    });
    let mut director = other.director().at("ailleurs.example.org");
    let page = director.page("/office/programming-council");
    Foreign {
        event,
        one,
        idea,
        seat: page.attribute("form[action$=\"/end\"]", "action").unwrap(),
    }
}

#[test]
fn the_pages_of_another_place_are_not_found() {
    both_engines(|db| {
        let foreign = elsewhere(&db);
        let mut director = World::named(db, "Ici", None).director();
        let (event, token, id) = (foreign.event, &foreign.idea.token, foreign.idea.id);
        let pages = [
            format!("/agenda/{event}"),
            format!("/agenda/{event}/calendar"),
            format!("/registrations/{}", foreign.one.token),
            format!("/office/events/{event}"),
            format!("/office/events/{event}/edit"),
            format!("/office/events/{event}/copies"),
            format!("/office/events/{event}/sheet"),
            format!("/office/events/{event}/cancellation"),
            format!("/proposals/{token}"),
            format!("/programming-council/{id}"),
            "/proposals/x".to_owned(),
            "/registrations/x".to_owned(),
            "/my-agenda/x".to_owned(),
        ];
        for path in pages {
            assert_eq!(director.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}

#[test]
fn nothing_of_another_place_is_changed_from_this_one() {
    both_engines(|db| {
        let foreign = elsewhere(&db);
        let world = World::named(db, "Ici", None);
        let own = world.lunch(10, 0);
        let mut director = world.director();
        let day = world.today().plus_days(9).to_string();
        let (event, one, idea) = (foreign.event, &foreign.one, &foreign.idea);
        let (token, secret, id) = (&one.token, &idea.token, one.id);
        let acts = [
            (format!("/agenda/{event}/registrations"), ("name", "Nora")),
            (format!("/registrations/{token}/cancellation"), ("fee", "0")),
            (format!("/registrations/{token}/confirmation"), ("fee", "0")),
            (format!("/registrations/{token}/acceptance"), ("price", "0")),
            (format!("/proposals/{secret}/withdrawal"), ("x", "")),
            (format!("/proposals/{secret}/confirmation"), ("x", "")),
            (format!("/proposals/{secret}/answers"), ("answer", "Oui")),
            (
                format!("/programming-council/{}/remarks", idea.id),
                ("remark", "Oui"),
            ),
            (
                format!("/programming-council/{}/refusal", idea.id),
                ("reason", "Non"),
            ),
            (foreign.seat, ("x", "")),
            (format!("/office/events/{event}/publication"), ("x", "")),
            (format!("/office/events/{event}/cancellation"), ("x", "")),
            (format!("/office/events/{event}/copies"), ("day", day.as_str())),
            (format!("/office/events/{event}/walk-ins"), ("walk_ins", "3")),
            (format!("/office/events/{event}/registrations"), ("name", "Nora")),
            (
                format!("/office/events/{event}/registrations/{id}/attendance"),
                ("came", "1"),
            ),
            (
                format!("/office/events/{own}/registrations/{id}/attendance"),
                ("came", "1"),
            ),
            (
                format!("/office/events/{own}/registrations/{id}/cancellation"),
                ("x", ""),
            ),
        ];
        for (path, field) in acts {
            let sent = director.send_fields(&path, &[field]);
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}

#[test]
fn a_registration_of_another_event_is_not_changed_through_this_one() {
    both_engines(|db| {
        let world = World::new(db);
        let (one, other) = (
            world.lunch(10, 0),
            world.announces(world.facts("Soir", world.hours(8, 1_080, 1_200))),
        );
        let actor = world.actor(world.bruno, kernel::Role::Member);
        let made = world
            .db
            .write_blocking(move |tx| events::register(tx, &actor, one, 0, None))
            .unwrap();
        let path = format!("/office/events/{other}/registrations/{}/cancellation", made.id);
        assert_eq!(world.team().send_fields(&path, &[]).status, StatusCode::NOT_FOUND);
    });
}
