//! Moments of the agenda and who comes, teams, levels: as programs see and change them.

use crate::keys::today;
use crate::told::{furnished, needs, once, refused_at, refused_by};
use crate::world::{World, read, send};
use api::Scope;
use harness::both_engines;
use kernel::{Actor, Id, Role, mark};
use platform::Fault;
use serde_json::json;

#[test]
fn a_moment_is_shown_registered_for_once_and_given_up() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        let event = format!("/api/v1/events/{}", things["event"]);
        let shown = read(&karim.get(&event));
        assert_eq!(
            (&shown["title"], &shown["left"], &shown["paid"]),
            (&json!("Causerie"), &json!(9), &json!(false))
        );
        let listed = read(&karim.get("/api/v1/events"));
        assert_eq!(listed["items"][0]["id"], json!(things["event"]), "{listed}");
        let registrations = format!("{event}/registrations");
        let two = json!({ "guests": 1 });
        refused_at(
            &send(&mut karim, &registrations, "f", &json!({ "guests": "deux" })),
            "guests",
        );
        let many = send(&mut karim, &registrations, "g", &json!({ "guests": 5 }));
        assert!(matches!(many.status.as_u16(), 409 | 422), "{many}");
        let made = once(&mut karim, &registrations, "a", (&two, &json!({ "guests": 0 })));
        assert_eq!(
            (&made["guests"], &made["person"]),
            (&json!(1), &json!(world.karim.to_string()))
        );
        assert_eq!(
            (&made["state"], &made["name"]),
            (&json!("registered"), &json!("Camille karim")),
            "{made}"
        );
        assert_eq!(read(&karim.get(&event))["left"], json!(7));
        let again = send(&mut karim, &registrations, "b", &two);
        assert_eq!(again.status, 409, "{again}");
        let own = read(&karim.get("/api/v1/registrations"));
        assert_eq!(own["items"].as_array().unwrap().len(), 1, "{own}");
        needs(&world, Role::Member, Scope::EventsRead, (&event, None));
        needs(
            &world,
            Role::Member,
            Scope::EventsWrite,
            (&registrations, Some(&two)),
        );
    });
}

#[test]
fn others_are_registered_and_seen_by_who_makes_the_programme_and_each_gives_up_their_own() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        let event = format!("/api/v1/events/{}", things["event"]);
        let registrations = format!("{event}/registrations");
        let made = read(&send(&mut karim, &registrations, "a", &json!({ "guests": 1 })));
        assert_eq!(karim.get(&registrations).status, 403);
        let other = json!({ "person": world.people[&Role::Accountant].to_string() });
        assert_eq!(send(&mut karim, &registrations, "o", &other).status, 403);
        let mut facilitator = world.open(Role::Facilitator);
        assert_eq!(send(&mut facilitator, &registrations, "p", &other).status, 201);
        let all = read(&facilitator.get(&registrations));
        assert_eq!(all["items"].as_array().unwrap().len(), 3, "{all}");
        let giving_up = format!(
            "/api/v1/registrations/{}/cancellation",
            made["id"].as_str().unwrap()
        );
        refused_at(
            &send(&mut karim, &giving_up, "x", &json!({ "fee_shown": "rien" })),
            "fee_shown",
        );
        let mut member = world.open(Role::Member);
        assert_eq!(
            send(&mut member, &giving_up, "y", &json!({})).status,
            404,
            "somebody else's"
        );
        let waived = send(&mut karim, &giving_up, "z", &json!({ "waived": true }));
        assert_eq!(waived.status, 403, "{waived}");
        let given = once(
            &mut karim,
            &giving_up,
            "c",
            (&json!({ "fee_shown": 0 }), &json!({})),
        );
        assert_eq!(given["state"], json!("cancelled"), "{given}");
        assert_eq!(read(&karim.get(&event))["left"], json!(8));
        // Given up is given up: saying so again frees nothing more.
        let twice = read(&send(&mut karim, &giving_up, "d", &json!({})));
        assert_eq!(
            (&twice["state"], &read(&karim.get(&event))["left"]),
            (&json!("cancelled"), &json!(8))
        );
    });
}

#[test]
fn a_team_is_seen_by_who_runs_it() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let (place, manager, mate) = (world.place, world.people[&Role::Member], world.karim);
        let organisation = Id::<mark::Organisation>::parse(&things["organisation"]).unwrap();
        world
            .db
            .write_blocking(move |tx| {
                let system = Actor::system(place);
                for person in [mate, manager] {
                    let known = people::person(tx, place, person)?.unwrap();
                    let paid = people::NewPerson {
                        organisation: Some(organisation),
                        ..known.into()
                    };
                    people::update_person(tx, &system, person, paid).unwrap();
                }
                teams::grant_manager(tx, &system, organisation, manager).unwrap();
                Ok::<_, Fault>(())
            })
            .unwrap();
        let mut runs = world.open(Role::Member);
        let teams = read(&runs.get("/api/v1/teams"));
        assert_eq!(
            teams["items"],
            json!([{ "organisation": things["organisation"], "name": "Atelier" }])
        );
        let members = format!("/api/v1/teams/{}/members", things["organisation"]);
        let told = read(&runs.get(&members));
        let names: Vec<_> = told["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["person"].clone())
            .collect();
        assert!(names.contains(&json!(mate.to_string())), "{told}");
        let used = format!("/api/v1/teams/{}/use", things["organisation"]);
        let month = read(&runs.get(&format!("{used}?day={}", today(&world))));
        let of_mate = |one: &&serde_json::Value| one["person"] == json!(mate.to_string());
        let line = month["items"].as_array().unwrap().iter().find(of_mate).unwrap();
        assert_eq!(
            (&line["days"], &line["bookings"], &line["minutes"]),
            (&json!(0), &json!(0), &json!(0))
        );
        refused_at(&runs.get(&format!("{used}?day=jeudi")), "day");
        // Whoever only belongs to it runs nothing.
        let mut karim = world.caller(&world.key_of(mate, Scope::ALL));
        assert_eq!(read(&karim.get("/api/v1/teams"))["items"], json!([]));
        assert_eq!(karim.get(&members).status, 404);
        assert_eq!(karim.get(&used).status, 404);
        let mut director = world.open(Role::ManagingDirector);
        assert_eq!(director.get(&members).status, 200, "who says who runs it");
        for path in ["/api/v1/teams", &members, &used] {
            needs(&world, Role::Member, Scope::TeamsRead, (path, None));
        }
    });
}

#[test]
fn a_level_tells_what_is_free_at_a_moment() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let mut member = world.open(Role::Member);
        let listed = read(&member.get("/api/v1/floor-plans"));
        assert_eq!(listed["items"][0]["id"], json!(things["floor-plan"]), "{listed}");
        let path = format!("/api/v1/floor-plans/{}", things["floor-plan"]);
        let state = |caller: &mut harness::Visitor, hour: &str| {
            let day = today(&world).plus_days(9);
            let told = read(&caller.get(&format!("{path}?at={day}T{hour}:00Z")));
            assert_eq!(
                told["shapes"][0]["resource"],
                json!(world.room.to_string()),
                "{told}"
            );
            told["shapes"][0]["state"].clone()
        };
        // Booked from nine to ten in Paris, blocked from ten at night.
        let found = ["06:30", "07:30", "08:30"].map(|hour| state(&mut member, hour));
        assert!(
            found.contains(&json!("busy")) && found.contains(&json!("free")),
            "{found:?}"
        );
        refused_at(&member.get(&format!("{path}?at=bient%C3%B4t")), "at");
        refused_at(&member.get(&format!("{path}?at=2999-01-01T00:00:00Z")), "at");
        let other = format!("/api/v1/floor-plans/{}", things["event"]);
        assert_eq!(member.get(&other).status, 404);
        needs(&world, Role::Member, Scope::SpacesRead, (&path, None));
        let closed = send(&mut member, &path, "w", &json!({}));
        assert!(
            matches!(closed.status.as_u16(), 404 | 405),
            "a level is drawn in the house: {closed}"
        );
    });
}

#[test]
fn a_registration_that_stands_is_not_made_again() {
    both_engines(|db| {
        let world = World::new(&db);
        let things = furnished(&world);
        let registrations = format!("/api/v1/events/{}/registrations", things["event"]);
        let mut member = world.open(Role::Member);
        refused_by(
            &send(&mut member, &registrations, "a", &json!({})),
            "events-refused-twice",
        );
    });
}
