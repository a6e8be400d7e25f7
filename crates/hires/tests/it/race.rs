//! Two requests want the same hall; somebody books while a quote is being accepted.

use crate::world::World;
use billing::{Acceptance, Quote, Yes};
use harness::{both_engines, together};
use hires::HireState;
use kernel::{Actor, Day, Id};
use people::Address;
use spaces::BookingState;

const RUNNERS: usize = 16;

#[test]
fn of_sixteen_who_hold_the_same_hall_for_two_requests_one_request_gets_it() {
    both_engines(|db| {
        let world = World::new(db);
        let (one, other) = (world.asked(), world.asked());
        assert_ne!(one, other);
        let (db, place) = (world.db.clone(), world.place);
        let until = Day::parse("2026-06-18").unwrap();
        let won = together(RUNNERS, |number| {
            let id = if number % 2 == 0 { one } else { other };
            db.write_blocking(move |tx| hires::hold(tx, &Actor::system(place), id, (until, true)))
                .is_ok()
                .then_some(number % 2)
        });
        let winners: Vec<usize> = won.into_iter().flatten().collect();
        assert!(!winners.is_empty(), "somebody gets it");
        assert!(
            winners.iter().all(|side| *side == winners[0]),
            "one side alone: {winners:?}"
        );
        let kept = [one, other].map(|id| world.bookings(id)[0].is_some());
        assert_eq!(kept.iter().filter(|kept| **kept).count(), 1);
    });
}

/// A whole yes to the quote alone.
fn yes_to(world: &World, quote: Id<Quote>) -> (Yes, Address) {
    let known = world.write(move |tx, system| billing::quote(tx, system.place, quote).unwrap());
    let yes = Yes {
        acceptance: Acceptance {
            name: "Solène Guibert".to_owned(),
            from: "hash".to_owned(),
        },
        options: vec![],
        conditions: known.conditions,
        shown: known.facts.totals().gross,
    };
    let address = Address::parse("3 rue Haute", "44000", "Nantes", "FR").unwrap();
    (yes, address)
}

#[test]
fn of_sixteen_yeses_at_once_one_is_heard_and_everything_is_charged_once() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, quote) = world.quoted();
        let (yes, address) = yes_to(&world, quote);
        let (db, place) = (world.db.clone(), world.place);
        let heard = together(RUNNERS, |_| {
            let (yes, address) = (yes.clone(), address.clone());
            db.write_blocking(move |tx| hires::accept(tx, &Actor::visitor(place), quote, (&yes, &address)))
                .is_ok()
        });
        assert_eq!(heard.iter().filter(|heard| **heard).count(), 1, "{heard:?}");
        assert_eq!(world.hire(hire).state, HireState::Accepted);
        assert_eq!(world.owed_by_organisation("732829320"), [18_000]);
        assert!(world.faults().is_empty(), "{:?}", world.faults());
    });
}

#[test]
fn of_a_yes_and_others_who_book_the_freed_hall_exactly_one_has_it_and_the_yes_is_whole_or_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, quote) = world.quoted();
        let held = world.bookings(hire)[0].clone().unwrap().id;
        world.write(move |tx, system| spaces::release_hold(tx, system, held).unwrap());
        let (yes, address) = yes_to(&world, quote);
        let rival = world.own(world.hall, world.hours(20, 10, 12));
        let (db, place) = (world.db.clone(), world.place);
        let won = together(RUNNERS, |number| {
            let (yes, address, rival) = (yes.clone(), address.clone(), rival.clone());
            if number % 2 == 0 {
                let done = db.write_blocking(move |tx| {
                    hires::accept(tx, &Actor::visitor(place), quote, (&yes, &address))
                });
                return done.is_ok();
            }
            let done = db.write_blocking(move |tx| spaces::book(tx, &Actor::system(place), &rival));
            done.is_ok()
        });
        assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
        let accepted = won.iter().step_by(2).any(|won| *won);
        let state = world.hire(hire).state;
        if accepted {
            assert_eq!(state, HireState::Accepted);
            let booked = world.bookings(hire);
            assert_eq!(booked[0].as_ref().unwrap().state, BookingState::Confirmed);
            assert_eq!(world.owed_by_organisation("732829320"), [18_000]);
        } else {
            assert_eq!(state, HireState::Answered, "nothing is half done");
            assert!(world.person("solene@example.org").is_none());
        }
        assert!(world.faults().is_empty(), "{:?}", world.faults());
    });
}
