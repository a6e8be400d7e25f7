//! What many do at once happens once.

use super::world::{account, actor, door, named, place};
use crate::actions;
use crate::rules::access::LinkPurpose;
use harness::both_engines;
use kernel::{Actor, Role};
use platform::database::Database;
use platform::{Failure, Fault};
use std::sync::Barrier;

/// Runs `work` in eight threads at once and counts how often it succeeded.
fn eight(work: impl Fn(usize) -> bool + Sync) -> usize {
    let gate = Barrier::new(8);
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..8)
            .map(|number| {
                let (gate, work) = (&gate, &work);
                scope.spawn(move || {
                    gate.wait();
                    work(number)
                })
            })
            .collect();
        started
            .into_iter()
            .map(|thread| usize::from(thread.join().unwrap()))
            .sum()
    })
}

#[test]
fn of_eight_who_use_one_link_one_comes_in() {
    both_engines(|db| {
        let place = place(&db);
        let home = place.clone();
        let link = db
            .write_blocking(move |tx| {
                let noa = actor(tx, &home, "Noa", Role::Member);
                actions::issue_link(tx, home.id, noa.account.unwrap(), LinkPurpose::SignIn)
            })
            .unwrap();
        let came_in = eight(|_| {
            let (link, place) = (link.hash(), place.id);
            db.write_blocking(move |tx| actions::sign_in_by_link(tx, place, &link, &door()))
                .is_ok()
        });
        assert_eq!(came_in, 1);
    });
}

#[test]
fn of_eight_who_add_or_enrol_the_same_person_one_does() {
    both_engines(|db| {
        let place = place(&db);
        let added = eight(|_| {
            let place = place.id;
            let answer = db.write_blocking(move |tx| {
                crate::create_person(tx, &Actor::system(place), named("Camille", "Durand"))
            });
            assert!(matches!(answer, Ok(_) | Err(Failure::Refused(_))), "{answer:?}");
            answer.is_ok()
        });
        assert_eq!(added, 1);
        let (id, today) = (only_person(&db, &place), place.zone.day_of(db.clock().now()));
        let joined = eight(|_| {
            let place = place.id;
            let answer =
                db.write_blocking(move |tx| crate::become_member(tx, &Actor::system(place), id, today));
            assert!(matches!(answer, Ok(_) | Err(Failure::Refused(_))), "{answer:?}");
            answer.is_ok()
        });
        assert_eq!(joined, 1);
    });
}

fn only_person(db: &Database, place: &platform::place::Place) -> kernel::PersonId {
    let place = place.id;
    let found = db
        .read_blocking(move |tx| crate::search_persons(tx, place, "camille", 5))
        .unwrap();
    match found.first().map(|one| one.who) {
        Some(crate::Party::Person(id)) => id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_administrators_who_dismiss_each_other_leave_one() {
    both_engines(|db| {
        let place = place(&db);
        let home = place.clone();
        let pair = db
            .write_blocking(move |tx| {
                let pair = ["Alix", "Gil"].map(|given| actor(tx, &home, given, Role::Administrator));
                for one in &pair {
                    account(tx, &home, one.person.unwrap());
                }
                Ok::<_, Fault>(pair)
            })
            .unwrap();
        let today = place.zone.day_of(db.clock().now());
        let dismissed = eight(|number| {
            let [one, other] = if number % 2 == 0 { [0, 1] } else { [1, 0] };
            let boss = pair.get(one).unwrap().clone();
            let target = pair.get(other).unwrap().person.unwrap();
            db.write_blocking(move |tx| {
                crate::end_role(tx, &boss, target, Role::Administrator, today.previous())
            })
            .is_ok()
        });
        assert_eq!(dismissed, 1);
    });
}
