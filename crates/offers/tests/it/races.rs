//! Many at the same moment: the last unit is taken once.

use crate::world::{World, day};
use harness::{on_both_engines, rounds};
use kernel::{Day, PersonId};
use offers::{DayUse, DayUseOutcome, NewPassSale};
use platform::Fault;
use platform::database::Database;
use std::thread;

const AT_ONCE: i64 = 32;

/// Tells the use of these days, each from a thread of its own, through one database or the other.
fn all_at_once(databases: &[Database], world: &World, person: PersonId, days: &[Day]) -> Vec<DayUseOutcome> {
    let outcomes = thread::scope(|scope| {
        let threads: Vec<_> = days
            .iter()
            .zip(databases.iter().cycle())
            .map(|(day, db)| {
                let (day, system) = (*day, world.system());
                scope.spawn(move || {
                    db.write_blocking(move |tx| {
                        let told = offers::use_day(tx, &system, person, day, DayUse::HalfDay);
                        told.map_err(|failure| failure.unexpected())
                    })
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<Result<_, Fault>>>()
    });
    outcomes.into_iter().map(Result::unwrap).collect()
}

#[test]
fn the_last_units_are_taken_once_by_thirty_two_simultaneous_check_ins_and_the_others_owe() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        for _ in 0..rounds("TRIBU_RACES", 50) {
            let camille = world.member("Camille");
            world.sell(camille, "2026-05-01");
            for number in 1..=9 {
                world.used(camille, &format!("2026-05-{number:02}"), DayUse::Day);
            }
            // 3 units are left: one half-day of 2, and 1 unit of the next.
            let days: Vec<Day> = (0..AT_ONCE)
                .map(|number| day("2026-06-01").plus_days(number))
                .collect();
            let outcomes = all_at_once(&databases, &world, camille, &days);
            assert_eq!(outcomes.iter().map(|outcome| outcome.debited).sum::<i64>(), 3);
            assert_eq!(
                outcomes.iter().map(|outcome| outcome.debt).sum::<i64>(),
                AT_ONCE * 2 - 3
            );
            assert_eq!(outcomes.iter().filter(|outcome| outcome.debited == 2).count(), 1);
            assert_eq!(world.lots(camille), [0]);
        }
        world.assert_sound();
    });
}

#[test]
fn the_same_visit_told_thirty_two_times_at_once_without_any_pass_is_owed_once() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let camille = world.member("Camille");
        let days = vec![day("2026-06-15"); 32];
        all_at_once(&databases, &world, camille, &days);
        assert_eq!(world.left(camille, "2026-06-15").debt, 2);
        world.assert_sound();
    });
}

#[test]
fn a_pass_sold_while_people_check_in_pays_what_they_owe() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let camille = world.member("Camille");
        let days: Vec<Day> = (0..12)
            .map(|number| day("2026-06-01").plus_days(number))
            .collect();
        thread::scope(|scope| {
            let seller = scope.spawn(|| {
                let sale = NewPassSale {
                    person: camille,
                    offer: world.pass,
                    on: day("2026-06-01"),
                    seen: None,
                };
                let system = world.system();
                databases[1].write_blocking(move |tx| {
                    offers::sell_pass(tx, &system, sale).map_err(|failure| failure.unexpected())
                })
            });
            all_at_once(&databases, &world, camille, &days);
            seller.join().unwrap().unwrap();
        });
        let left = world.left(camille, "2026-06-01");
        assert_eq!(
            (left.units, left.debt),
            (6, 0),
            "12 half-days of 2 units out of 30"
        );
        world.assert_sound();
    });
}

#[test]
fn two_months_run_at_once_charge_each_contract_once() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let people: Vec<PersonId> = (0..6).map(|_| world.member("Camille")).collect();
        for person in &people {
            world.subscribe(*person, "2026-06-10");
        }
        thread::scope(|scope| {
            for db in &databases {
                let system = world.system();
                scope.spawn(move || {
                    let month = day("2026-07-01").month_of();
                    db.write_blocking(move |tx| offers::charge_plans(tx, &system, month))
                        .unwrap()
                });
            }
        });
        for person in people {
            assert_eq!(world.charges(person), [17_500, 25_000]);
        }
        world.assert_sound();
    });
}
