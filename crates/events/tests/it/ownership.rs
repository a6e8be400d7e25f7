//! What belongs to another place, or to nobody, is not found.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;

#[test]
fn the_events_and_registrations_of_another_place_are_not_found() {
    both_engines(|db| {
        let other = World::named(db.clone(), "Ailleurs", Some("ailleurs.example.org"));
        let foreign = other.lunch(10, 0);
        let actor = other.actor(other.lucie, kernel::Role::Member);
        let one = other
            .db
            .write_blocking(move |tx| events::register(tx, &actor, foreign, 0, None))
            .unwrap();
        let actor = other.actor(other.lucie, kernel::Role::Member);
        let what = events::Idea {
            title: "Chorale".to_owned(),
            body: "Chanter.".to_owned(),
            wish: String::new(),
        };
        let idea = other
            .db
            .write_blocking(move |tx| events::propose(tx, &actor, &what))
            .unwrap();
        let seated = other.lucie;
        other.write(move |tx, system| {
            let zone = platform::place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            events::name_councillor(tx, system, seated, (today, None)).unwrap();
        });
        let seat = {
            let mut director = other.director().at("ailleurs.example.org");
            let page = director.page("/office/programming-council");
            page.attribute("form[action$=\"/end\"]", "action").unwrap()
        };
        let world = World::named(db, "Ici", None);
        let own = world.lunch(10, 0);
        let mut director = world.director();
        let pages = [
            format!("/agenda/{foreign}"),
            format!("/agenda/{foreign}/calendar"),
            format!("/registrations/{}", one.token),
            format!("/office/events/{foreign}"),
            format!("/office/events/{foreign}/edit"),
            format!("/office/events/{foreign}/copies"),
            format!("/office/events/{foreign}/sheet"),
            format!("/office/events/{foreign}/cancellation"),
            format!("/proposals/{}", idea.token),
            format!("/programming-council/{}", idea.id),
            "/proposals/x".to_owned(),
            "/registrations/x".to_owned(),
            "/my-agenda/x".to_owned(),
        ];
        for path in pages {
            assert_eq!(director.get(&path).status, StatusCode::NOT_FOUND, "{path}");
        }
        let day = world.today().plus_days(9).to_string();
        let acts: Vec<(String, Vec<(&str, &str)>)> = vec![
            (format!("/agenda/{foreign}/registrations"), vec![]),
            (format!("/registrations/{}/cancellation", one.token), vec![]),
            (format!("/registrations/{}/confirmation", one.token), vec![]),
            (format!("/registrations/{}/acceptance", one.token), vec![]),
            (format!("/proposals/{}/withdrawal", idea.token), vec![]),
            (format!("/proposals/{}/confirmation", idea.token), vec![]),
            (
                format!("/proposals/{}/answers", idea.token),
                vec![("answer", "Oui")],
            ),
            (
                format!("/programming-council/{}/remarks", idea.id),
                vec![("remark", "Oui")],
            ),
            (
                format!("/programming-council/{}/refusal", idea.id),
                vec![("reason", "Non")],
            ),
            (seat, vec![]),
            (format!("/office/events/{foreign}/publication"), vec![]),
            (format!("/office/events/{foreign}/cancellation"), vec![]),
            (
                format!("/office/events/{foreign}/copies"),
                vec![("day", day.as_str())],
            ),
            (
                format!("/office/events/{foreign}/walk-ins"),
                vec![("walk_ins", "3")],
            ),
            (
                format!("/office/events/{foreign}/registrations"),
                vec![("name", "Nora Petit")],
            ),
            (
                format!("/office/events/{foreign}/registrations/{}/attendance", one.id),
                vec![("came", "1")],
            ),
            (
                format!("/office/events/{own}/registrations/{}/attendance", one.id),
                vec![("came", "1")],
            ),
            (
                format!("/office/events/{own}/registrations/{}/cancellation", one.id),
                vec![],
            ),
        ];
        for (path, fields) in acts {
            let sent = director.send_fields(&path, &fields);
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
