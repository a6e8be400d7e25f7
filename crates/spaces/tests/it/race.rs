//! Thirty-two want the same hour at the same time.

use crate::house::{Done, House, slot_refusal};
use harness::{both_engines, rounds};
use kernel::{Actor, Day, Period};
use platform::Failure;
use spaces::{Holder, NewBooking, ResourceId, SlotRefused};
use std::sync::{Arc, Barrier};
use std::thread;

const RUNNERS: usize = 32;

/// Everybody books at once.
fn race(house: &House, actors: &[Actor], resource: ResourceId, period: Period) -> Vec<Done> {
    race_of(house, actors, &[resource], period)
}

/// Everybody books one of these at once.
fn race_of(house: &House, actors: &[Actor], resources: &[ResourceId], period: Period) -> Vec<Done> {
    let start = Arc::new(Barrier::new(RUNNERS));
    let runners: Vec<_> = (0..RUNNERS)
        .map(|number| {
            let (db, start) = (house.db.clone(), start.clone());
            let actor = actors[number % actors.len()].clone();
            let resource = resources[number % resources.len()];
            let new = NewBooking::plain(resource, period, Holder::Person(actor.person.unwrap()));
            thread::spawn(move || {
                start.wait();
                db.write_blocking(move |tx| spaces::book(tx, &actor, &new))
            })
        })
        .collect();
    runners.into_iter().map(|runner| runner.join().unwrap()).collect()
}

/// Rounds after which the hours begin again: twelve a day on fifty week days, as far ahead as a member may book.
const HOURS: u32 = 600;

/// Another hour for each round, on week days.
fn slot(house: &House, round: u32) -> Period {
    let (day, hour) = (round % HOURS / 12, round % 12);
    let monday = Day::new(2026, 6, 22).unwrap();
    let day = monday.plus_days(i64::from(day / 5 * 7 + day % 5));
    let start = house
        .place
        .zone
        .day_bounds(day)
        .start()
        .plus_minutes(i64::from(8 + hour) * 60);
    Period::new(start, start.plus_minutes(60)).unwrap()
}

/// Gives back what was won, so that the hour can be fought for again.
fn given_back(house: &House, won: Vec<Done>) {
    for booking in won.into_iter().map(Result::unwrap) {
        let actor = house.system();
        house
            .write(&actor, move |tx, actor| {
                spaces::cancel(tx, actor, booking.id, spaces::Cancellation::default())
                    .map_err(Failure::unexpected)
            })
            .unwrap();
    }
}

fn told_clearly(done: Done) {
    let refused = slot_refusal(done);
    let clear = matches!(
        refused,
        SlotRefused::Taken { .. } | SlotRefused::TakenByYou { .. }
    );
    assert!(clear, "{refused:?}");
}

#[test]
fn of_thirty_two_identical_bookings_exactly_one_is_made() {
    both_engines(|db| {
        let house = House::new(db);
        let actors: Vec<Actor> = ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"]
            .iter()
            .map(|name| house.member(name))
            .collect();
        for round in 0..rounds("TRIBU_RACES", 50) {
            let answers = race(&house, &actors, house.salon, slot(&house, round));
            let (made, refused): (Vec<Done>, Vec<Done>) = answers.into_iter().partition(Result::is_ok);
            assert_eq!((made.len(), refused.len()), (1, RUNNERS - 1), "round {round}");
            refused.into_iter().for_each(told_clearly);
            given_back(&house, made);
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn of_ten_desks_exactly_ten_are_taken() {
    both_engines(|db| {
        let house = House::new(db);
        let actors = [house.member("Ada Un"), house.member("Bob Deux")];
        for round in 0..rounds("TRIBU_RACES", 50) {
            let answers = race(&house, &actors, house.desks, slot(&house, round));
            let (made, refused): (Vec<Done>, Vec<Done>) = answers.into_iter().partition(Result::is_ok);
            assert_eq!((made.len(), refused.len()), (10, RUNNERS - 10), "round {round}");
            refused.into_iter().for_each(told_clearly);
            given_back(&house, made);
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn of_the_floor_and_its_rooms_only_what_fits_together_is_taken() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = crate::links::with_a_floor(&house);
        let actors: Vec<Actor> = ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"]
            .iter()
            .map(|name| house.member(name))
            .collect();
        let wanted = [floor, house.salon, floor, house.studio];
        for round in 0..rounds("TRIBU_RACES", 50) {
            let answers = race_of(&house, &actors, &wanted, slot(&house, round));
            let made: Vec<Done> = answers.into_iter().filter(Result::is_ok).collect();
            let mut taken: Vec<ResourceId> = made.iter().flatten().map(|one| one.resource).collect();
            taken.sort_unstable();
            let mut rooms = vec![house.salon, house.studio];
            rooms.sort_unstable();
            assert!(taken == [floor] || taken == rooms, "round {round}: {taken:?}");
            given_back(&house, made);
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn two_who_exchange_their_rooms_wait_for_one_another_and_neither_is_stuck() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        for round in 0..10 {
            let period = slot(&house, round);
            let next = slot(&house, round + 20);
            let mut moves = Vec::new();
            for (actor, from, to) in [
                (&ada, house.salon, house.studio),
                (&bob, house.studio, house.salon),
            ] {
                let new = NewBooking::plain(from, period, Holder::Person(actor.person.unwrap()));
                let id = house.book(actor, &new).unwrap().id;
                let goal = spaces::Move {
                    resource: to,
                    period: next,
                    overriding: false,
                    waived: false,
                    price_shown: None,
                };
                let (db, actor) = (house.db.clone(), actor.clone());
                moves.push(thread::spawn(move || {
                    db.write_blocking(move |tx| spaces::move_booking(tx, &actor, id, &goal))
                }));
            }
            // Buffers aside, the hours they go to are free: both arrive.
            for one in moves {
                one.join().unwrap().unwrap();
            }
            let cancel = |tx: &mut platform::database::Tx<'_>, actor: &Actor| {
                let upcoming = spaces::store::lists::upcoming_of(tx, actor.place, actor.person.unwrap())?;
                for booking in upcoming {
                    spaces::cancel(tx, actor, booking.id, spaces::Cancellation::default())
                        .map_err(platform::Failure::unexpected)?;
                }
                Ok::<_, platform::Fault>(())
            };
            house.write(&ada, cancel).unwrap();
            house.write(&bob, cancel).unwrap();
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
