//! Many at the same moment: the last units are had once.

use crate::hostile::{Caller, standing};
use crate::world::{House, code};
use harness::{on_both_engines, rounds, together};
use kernel::{Actor, Role};
use offers::DayUse;
use platform::Fault;
use serde_json::Value;

const VISITS: &str = "/api/network/v1/visits";

/// Leaves so many units on the pass of the member: a past day at a time.
fn leave(home: &House, units: i64) {
    let (place, person, today) = (home.place, home.people[&Role::Member], home.today());
    let days = (home.units() - units) / 3;
    home.db
        .write_blocking(move |tx| {
            for before in 1..=days {
                let day = today.plus_days(-before);
                offers::use_day(tx, &Actor::system(place), person, day, DayUse::Day).unwrap();
            }
            Ok::<_, Fault>(())
        })
        .unwrap();
    assert_eq!(home.units(), units);
}

#[test]
fn the_same_visit_told_many_times_at_once_is_debited_once() {
    on_both_engines(|fresh| {
        let home = House::alone(fresh.database(), "Le Moulin");
        let caller = Caller::accepting(&home);
        let now = home.db.clock().now().seconds();
        let body = standing(&home, &code(&home).replace('-', ""), "day");
        let answers = together(16, |_| caller.call(VISITS, now, "same", &body).1);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
        assert_eq!(answers[0]["done"]["units"], 3);
        assert_eq!(home.units(), 27);
        home.assert_sound();
    });
}

#[test]
fn one_code_told_by_many_references_at_once_lets_in_once() {
    on_both_engines(|fresh| {
        let home = House::alone(fresh.database(), "Le Moulin");
        let caller = Caller::accepting(&home);
        let now = home.db.clock().now().seconds();
        let body = standing(&home, &code(&home).replace('-', ""), "morning");
        let answers = together(16, |number| {
            caller.call(VISITS, now, &format!("visit-{number}"), &body).1
        });
        let let_in = answers.iter().filter(|answer| answer.get("done").is_some());
        assert_eq!(let_in.count(), 1, "{answers:#?}");
        assert_eq!(home.units(), 28);
        home.assert_sound();
    });
}

#[test]
fn a_visit_and_a_check_in_at_home_do_not_both_have_the_last_units() {
    on_both_engines(|fresh| {
        for _ in 0..rounds("TRIBU_RACES", 3) {
            let home = House::alone(fresh.database(), "Le Moulin");
            let caller = Caller::accepting(&home);
            leave(&home, 3);
            let now = home.db.clock().now().seconds();
            let body = standing(&home, &code(&home).replace('-', ""), "day");
            let (place, person, tomorrow) =
                (home.place, home.people[&Role::Member], home.today().plus_days(1));
            let answers: Vec<(Option<Value>, i64)> = together(2, |number| {
                if number == 0 {
                    return (Some(caller.call(VISITS, now, "one", &body).1), 0);
                }
                let used = home.db.write_blocking(move |tx| {
                    let used = offers::use_day(tx, &Actor::system(place), person, tomorrow, DayUse::Day);
                    Ok::<_, Fault>(used.unwrap())
                });
                (None, used.unwrap().debited)
            });
            let visit = answers[0].0.clone().unwrap();
            let (there, here) = (visit.get("done").is_some(), answers[1].1);
            assert_eq!(
                (there, here),
                if there { (true, 0) } else { (false, 3) },
                "{visit}"
            );
            assert_eq!(home.units(), 0);
            home.assert_sound();
            home.db.write_blocking(move |tx| close(tx, place)).unwrap();
        }
    });
}

platform::database::statement! {
    CLOSE = "
        update place
        set host = 'closed-' || cast(place_id as text)
        where place_id = $1";
}

/// The next round has the address for itself.
fn close(tx: &mut platform::database::Tx<'_>, place: kernel::PlaceId) -> Result<(), Fault> {
    tx.run(&CLOSE, &platform::database::params![place])?;
    Ok(())
}
