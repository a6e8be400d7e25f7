//! What belongs to another place, or to nobody, is not found.

use crate::world::World;
use axum::http::StatusCode;
use events::{EventId, Idea, MotionId, Proposal, Registration};
use harness::both_engines;
use kernel::Role;
use platform::database::Database;

/// What another place holds.
struct Foreign {
    event: EventId,
    one: Registration,
    idea: Proposal,
    motion: MotionId,
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
    let (one, idea, motion) = other.write(move |tx, system| {
        let zone = platform::place::get(tx, system.place).unwrap().zone;
        let today = tx.today(&zone);
        events::name_councillor(tx, system, seated, (today, None)).unwrap();
        let one = events::register(tx, &actor, event, 0, None).unwrap();
        let motion = events::move_motion(tx, &actor, "Ouvrir le samedi", "").unwrap();
        (one, events::propose(tx, &actor, &what).unwrap(), motion)
    });
    let mut director = other.director().at("ailleurs.example.org");
    let page = director.page("/office/programming-council");
    Foreign {
        event,
        one,
        idea,
        motion,
        seat: page.attribute("form[action$=\"/end\"]", "action").unwrap(),
    }
}

#[test]
fn the_pages_of_another_place_are_not_found() {
    both_engines(|db| {
        let foreign = elsewhere(&db);
        let mut director = World::named(db, "Ici", None).director();
        let (event, id) = (foreign.event, foreign.idea.id);
        let pages = [
            format!("/agenda/{event}"),
            format!("/agenda/{event}/calendar"),
            format!("/registrations/{}", foreign.one.id),
            format!("/office/events/{event}"),
            format!("/office/events/{event}/edit"),
            format!("/office/events/{event}/copies"),
            format!("/office/events/{event}/sheet"),
            format!("/office/events/{event}/cancellation"),
            format!("/proposals/{id}"),
            format!("/powwows/{event}"),
            format!("/me/workshops/{event}"),
            format!("/office/events/{event}/workshop"),
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

/// Sends each field to its address and finds nothing there.
fn finds_nothing(world: &World, acts: &[(String, (&str, &str))]) {
    let mut director = world.director();
    for (path, field) in acts {
        let sent = director.send_fields(path, &[*field]);
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn no_event_of_another_place_is_changed_from_this_one() {
    both_engines(|db| {
        let foreign = elsewhere(&db);
        let world = World::named(db, "Ici", None);
        let own = world.lunch(10, 0);
        let day = world.today().plus_days(9).to_string();
        let (event, id) = (foreign.event, foreign.one.id);
        let office = format!("/office/events/{event}");
        let acts = [
            (format!("/agenda/{event}/registrations"), ("name", "Nora")),
            (format!("/registrations/{id}/cancellation"), ("fee", "0")),
            (format!("/registrations/{id}/confirmation"), ("fee", "0")),
            (format!("/registrations/{id}/acceptance"), ("price", "0")),
            (format!("{office}/publication"), ("x", "")),
            (format!("{office}/cancellation"), ("x", "")),
            (format!("{office}/copies"), ("day", day.as_str())),
            (format!("{office}/walk-ins"), ("walk_ins", "3")),
            (format!("{office}/registrations"), ("name", "Nora")),
            (format!("{office}/registrations/{id}/attendance"), ("came", "1")),
            (format!("{office}/workshop"), ("share", "30")),
            (format!("{office}/workshop/payout"), ("paid_on", "2026-06-20")),
            (
                format!("/office/events/{own}/registrations/{id}/attendance"),
                ("came", "1"),
            ),
            (
                format!("/office/events/{own}/registrations/{id}/cancellation"),
                ("x", ""),
            ),
        ];
        finds_nothing(&world, &acts);
    });
}

#[test]
fn nothing_said_in_another_place_is_changed_from_this_one() {
    both_engines(|db| {
        let foreign = elsewhere(&db);
        let world = World::named(db, "Ici", None);
        let (event, idea, motion) = (foreign.event, &foreign.idea, foreign.motion);
        let id = idea.id;
        let acts = [
            (format!("/proposals/{id}/withdrawal"), ("x", "")),
            (format!("/proposals/{id}/confirmation"), ("x", "")),
            (format!("/proposals/{id}/answers"), ("answer", "Oui")),
            (format!("/programming-council/{id}/remarks"), ("remark", "Oui")),
            (format!("/programming-council/{id}/refusal"), ("reason", "Non")),
            (foreign.seat, ("x", "")),
            (format!("/powwows/{event}/points"), ("title", "Le frigo")),
            (format!("/powwows/proposals/{motion}/seconds"), ("x", "")),
            (format!("/powwows/proposals/{motion}/withdrawal"), ("x", "")),
            (format!("/powwows/decisions/{motion}/completion"), ("x", "")),
        ];
        finds_nothing(&world, &acts);
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
