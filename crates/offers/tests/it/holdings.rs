//! What many persons hold, read at once.

use crate::world::{World, day, plan_terms, today};
use harness::both_engines;
use kernel::PersonId;
use offers::DayUse;

/// Somebody for each way of holding something, or nothing.
fn everybody(world: &World) -> Vec<PersonId> {
    let nobody = world.person("Anaïs");
    let two_passes = world.person("Basile");
    world.sell(two_passes, "2026-01-05");
    world.sell(two_passes, "2026-03-02");
    world.used(two_passes, "2026-03-03", DayUse::Day);
    let indebted = world.person("Clémence");
    world.sell(indebted, "2026-01-05");
    for number in 1..=12 {
        let day = kernel::Day::new(2026, 2, number).unwrap();
        world.write(move |tx, system| offers::use_day(tx, system, indebted, day, DayUse::Day).unwrap());
    }
    let resident = world.person("Damien");
    world.subscribe(resident, "2026-01-01");
    let resident_later = world.person("Esther");
    world.subscribe(resident_later, "2026-07-01");
    let taken_back = world.person("Félix");
    let lot = world.sell(taken_back, "2026-06-15").lot;
    world.write(move |tx, system| {
        offers::take_back_pass(tx, system, taken_back, lot).unwrap();
    });
    let beside = world.person("Garance");
    world.write(move |tx, system| {
        let locker = plan_terms("Casier");
        let price = crate::world::net(crate::world::euros(15));
        let plan = offers::create_side_plan(tx, system, locker, price).unwrap();
        let new = offers::NewSubscription {
            person: beside,
            plan,
            from: day("2026-01-01"),
            on: day("2026-01-01"),
            seen: None,
        };
        offers::subscribe_plan(tx, system, new).unwrap();
    });
    vec![
        nobody,
        two_passes,
        indebted,
        resident,
        resident_later,
        taken_back,
        beside,
    ]
}

#[test]
fn what_many_persons_hold_is_what_each_of_them_holds() {
    both_engines(|db| {
        let world = World::on(&db);
        let persons = everybody(&world);
        world.write(move |tx, system| {
            let place = system.place;
            for on in [today(), day("2025-12-31"), day("2026-07-15")] {
                let many = offers::holdings_of(tx, place, &persons, on).unwrap();
                assert_eq!(many.len(), persons.len());
                for person in &persons {
                    let held = &many[person];
                    assert_eq!(
                        held.contract,
                        offers::active_contract(tx, place, *person, on).unwrap()
                    );
                    assert_eq!(held.lots, offers::lots_of(tx, place, *person).unwrap());
                    assert_eq!(held.balance, offers::remaining(tx, place, *person, on).unwrap());
                }
            }
            let many = offers::holdings_of(tx, place, &persons, today()).unwrap();
            assert_eq!(many[&persons[1]].lots.len(), 2);
            assert_eq!(many[&persons[2]].balance.debt, 6);
            assert!(many[&persons[3]].contract.is_some());
            assert!(many[&persons[5]].lots.is_empty() && many[&persons[6]].contract.is_none());
        });
    });
}

#[test]
fn more_persons_than_one_statement_takes_are_all_read_once() {
    both_engines(|db| {
        let world = World::on(&db);
        let mut persons: Vec<PersonId> = (0..70).map(|_| world.person("Irène")).collect();
        for person in &persons {
            world.sell(*person, "2026-06-01");
        }
        persons.extend_from_within(..5);
        world.write(move |tx, system| {
            let many = offers::holdings_of(tx, system.place, &persons, today()).unwrap();
            assert_eq!(many.len(), 70);
            assert!(
                many.values()
                    .all(|held| held.lots.len() == 1 && held.balance.units == 30)
            );
            assert!(
                offers::holdings_of(tx, system.place, &[], today())
                    .unwrap()
                    .is_empty()
            );
        });
    });
}
