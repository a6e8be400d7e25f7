//! Many at once for the last seat: never more seats than there are, and nobody is lost.

use crate::world::World;
use events::{RegistrationState, register};
use harness::{both_engines, rounds, together};
use kernel::{Actor, Role};
use people::{NewPerson, PersonName};

const RUNNERS: usize = 32;

fn crowd(world: &World) -> Vec<Actor> {
    let ids = world.write(|tx, system| {
        (0..RUNNERS)
            .map(|number| {
                let name = PersonName::parse("Coureuse", &format!("Numéro {number}")).unwrap();
                people::create_person(tx, system, NewPerson::named(name)).unwrap()
            })
            .collect::<Vec<_>>()
    });
    ids.into_iter().map(|id| world.actor(id, Role::Member)).collect()
}

#[test]
fn of_thirty_two_for_the_last_seat_one_gets_it_and_thirty_one_wait() {
    both_engines(|db| {
        let world = World::new(db);
        let actors = crowd(&world);
        let days = 7;
        for round in 0..rounds("TRIBU_RACES", 8) {
            let facts = events::EventFacts {
                capacity: Some(1),
                venue: "Ailleurs".to_owned(),
                ..world.facts("Mardi", world.noon(days))
            };
            let (actor, new) = (
                world.awa_acts(),
                events::NewEvent {
                    facts,
                    rooms: vec![],
                    overriding: false,
                },
            );
            let made = world.db.write_blocking(move |tx| {
                let id = events::create_event(tx, &actor, &new)?;
                events::publish_event(tx, &actor, id)?;
                Ok::<_, platform::Failure<events::EventRefused>>(id)
            });
            let (event, db) = (made.unwrap(), &world.db);
            let states = together(RUNNERS, |number| {
                let actor = actors[number].clone();
                db.write_blocking(move |tx| register(tx, &actor, event, 0, None))
                    .unwrap()
                    .state
            });
            let seated = states
                .iter()
                .filter(|state| **state == RegistrationState::Registered)
                .count();
            let waiting = states
                .iter()
                .filter(|state| **state == RegistrationState::Waiting)
                .count();
            assert_eq!((seated, waiting), (1, RUNNERS - 1), "round {round}");
        }
    });
}

#[test]
fn an_offer_that_is_accepted_while_it_ends_is_either_and_never_both() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(1, 0);
        world.registers(world.lucie, event, "0");
        world.registers(world.bruno, event, "0");
        world.registers(world.chloe, event, "0");
        world.leaves(world.lucie, event);
        let token = world.own_page(world.bruno, event).replace("/registrations/", "");
        let (db, place, bruno) = (&world.db, world.place, world.bruno);
        let of = |place, person| Actor {
            person: Some(person),
            ..Actor::visitor(place)
        };
        let answers = together(8, |number| {
            let (token, actor) = (token.clone(), of(place, bruno));
            db.write_blocking(move |tx| {
                let done = if number % 2 == 0 {
                    events::accept_seat(tx, &actor, &token, None)
                } else {
                    events::cancel_registration(tx, &actor, &token, (None, false))
                };
                done.map(drop)
            })
        });
        assert!(answers.iter().any(Result::is_ok));
        let page = world.team().page(&format!("/office/events/{event}"));
        assert!(page.says("1 / 1"), "one seat, one person or one offer");
    });
}
