//! Thirty-two at once: a tablet against members, giving back against coming in, an answer against another booking.

use crate::world::World;
use harness::{both_engines, rounds, together};
use kernel::{Actor, Audience, Name, Period};
use platform::{Failure, Fault};
use spaces::{
    BookingId, BookingState, BookingWindow, Holder, NewBooking, OnTheSpot, ResourceFacts, ResourceId,
    ResourceKind,
};

const RUNNERS: usize = 32;

/// Another room for each round: what was fought for stays.
fn room(world: &World, round: u32) -> ResourceId {
    world.write(move |tx, system| {
        let name = Name::parse(&format!("Salle {round}")).unwrap();
        let facts = ResourceFacts {
            release_minutes: Some(15),
            ..ResourceFacts::named(ResourceKind::Room, name, 4)
        };
        spaces::create_resource(tx, system, facts, None).unwrap()
    })
}

fn hour(world: &World) -> Period {
    world.write(|tx, _| Period::new(tx.now(), tx.now().plus_minutes(60)).unwrap())
}

fn member(world: &World, number: usize) -> Actor {
    let who = if number.is_multiple_of(2) {
        world.lucie
    } else {
        world.karim
    };
    spaces::person_at_door(&Actor::visitor(world.place), who)
}

#[test]
fn of_a_tablet_and_members_who_want_the_same_hour_one_gets_it() {
    both_engines(|db| {
        let world = World::new(db);
        let period = hour(&world);
        for round in 0..rounds("TRIBU_RACES", 4) {
            let room = room(&world, round);
            let won = together(RUNNERS, |number| {
                let actor = member(&world, number);
                let person = actor.person.unwrap();
                let at_the_door = number < RUNNERS / 2;
                world.db.write_blocking(move |tx| {
                    if at_the_door {
                        let wanted = OnTheSpot {
                            resource: room,
                            person,
                            minutes: 60,
                            price_shown: None,
                        };
                        return spaces::book_now(tx, &actor, &wanted);
                    }
                    let new = NewBooking::plain(room, period, Holder::Person(person));
                    spaces::book(tx, &actor, &new)
                })
            });
            let (won, lost): (Vec<_>, Vec<_>) = won.into_iter().partition(Result::is_ok);
            assert_eq!(won.len(), 1, "round {round}");
            for refused in lost {
                assert!(matches!(refused, Err(Failure::Refused(_))), "{refused:?}");
            }
        }
    });
}

#[test]
fn a_booking_is_given_back_or_its_people_are_here_and_never_both() {
    both_engines(|db| {
        let world = World::new(db);
        let start = hour(&world).start();
        for round in 0..rounds("TRIBU_RACES", 4) {
            world.db.clock().set(start);
            let room = room(&world, round);
            let booking = world.books(world.lucie, room, 0, false);
            world.db.clock().set(start.plus_minutes(15));
            let place = world.place;
            let done = together(RUNNERS, |number| {
                world.db.write_blocking(move |tx| {
                    if number < RUNNERS / 2 {
                        let system = Actor::system(place);
                        return Ok::<_, Fault>((spaces::release(tx, &system, booking)?.is_some(), false));
                    }
                    let mut door = Actor::visitor(place);
                    door.permissions.insert(spaces::CHECK_IN);
                    match spaces::arrive_at(tx, &door, room, booking) {
                        Ok(_) => Ok((false, true)),
                        Err(Failure::Refused(_)) => Ok((false, false)),
                        Err(Failure::Fault(fault)) => Err(fault),
                    }
                })
            });
            let done: Vec<(bool, bool)> = done.into_iter().map(Result::unwrap).collect();
            let released = done.iter().filter(|(released, _)| *released).count();
            let arrived = done.iter().filter(|(_, arrived)| *arrived).count();
            assert_eq!(released + arrived, 1, "round {round}: {released} and {arrived}");
            let expected = if released == 1 {
                BookingState::NoShow
            } else {
                BookingState::CheckedIn
            };
            assert_eq!(world.state(booking), expected);
        }
        world.db.clock().set(start);
    });
}

/// A request for a room that must be answered.
fn request(world: &World, room: ResourceId, period: Period) -> BookingId {
    let actor = member(world, 0);
    world.write(move |tx, system| {
        let asks = BookingWindow {
            needs_approval: true,
            ..BookingWindow::UNSET
        };
        for audience in Audience::ALL.iter().copied() {
            spaces::set_booking_window(tx, system, Some(room), audience, Some(asks)).unwrap();
        }
        let new = NewBooking::plain(room, period, Holder::Person(actor.person.unwrap()));
        let asked = spaces::book(tx, &actor, &new).unwrap();
        assert_eq!(asked.state, BookingState::Requested);
        for audience in Audience::ALL.iter().copied() {
            let free = Some(BookingWindow::UNSET);
            spaces::set_booking_window(tx, system, Some(room), audience, free).unwrap();
        }
        asked.id
    })
}

#[test]
fn a_request_is_approved_once_while_others_want_its_hour_and_after_its_time_the_hour_goes_to_one_of_them() {
    both_engines(|db| {
        let world = World::new(db);
        let now = hour(&world).start();
        let day = 24 * 60;
        let period = Period::new(now.plus_minutes(4 * day), now.plus_minutes(4 * day + 60)).unwrap();
        for round in 0..rounds("TRIBU_RACES", 50) {
            let lapsed = round % 2 == 1;
            world.db.clock().set(now);
            let room = room(&world, round);
            let booking = request(&world, room, period);
            if lapsed {
                world.db.clock().set(now.plus_minutes(3 * day));
            }
            let place = world.place;
            let done = together(RUNNERS, |number| {
                let actor = member(&world, number);
                world.db.write_blocking(move |tx| {
                    if number < RUNNERS / 2 {
                        return spaces::approve(tx, &Actor::system(place), booking).map(|_| true);
                    }
                    let new = NewBooking::plain(room, period, Holder::Person(actor.person.unwrap()));
                    spaces::book(tx, &actor, &new).map(|_| false)
                })
            });
            let won: Vec<bool> = done
                .into_iter()
                .filter_map(|one| match one {
                    Ok(approved) => Some(approved),
                    Err(Failure::Refused(_)) => None,
                    Err(Failure::Fault(fault)) => panic!("{fault:?}"),
                })
                .collect();
            assert_eq!(won, [!lapsed], "round {round}");
        }
        world.db.clock().set(now);
    });
}
