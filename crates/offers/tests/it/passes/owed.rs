//! Visits without a pass, and how the next one pays them.

use crate::world::World;
use harness::both_engines;
use offers::DayUse;

#[test]
fn an_empty_pass_keeps_nobody_out_and_the_next_pass_pays_the_oldest_visit_first() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let first = world.used(camille, "2026-06-01", DayUse::Day);
        assert_eq!((first.debited, first.debt, first.left.debt), (0, 3, 3));
        world.used(camille, "2026-06-02", DayUse::HalfDay);
        world.used(camille, "2026-06-02", DayUse::Day);
        assert_eq!(
            world.left(camille, "2026-06-02").debt,
            6,
            "the debt of a day follows its use"
        );
        let sold = world.sell(camille, "2026-06-03");
        assert_eq!(sold.settled, 6);
        let left = world.left(camille, "2026-06-03");
        assert_eq!((left.units, left.debt), (24, 0));
        let undone = world.used(camille, "2026-06-01", DayUse::Nothing);
        assert_eq!(
            (undone.returned, undone.left.units),
            (3, 27),
            "a visit settled afterwards may be undone"
        );
        world.assert_sound();
    });
}

#[test]
fn a_pass_too_small_for_all_debts_pays_a_part_of_the_last_one() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        for number in 1..=11 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        world.used(camille, "2026-06-12", DayUse::HalfDay);
        assert_eq!(world.sell(camille, "2026-06-13").settled, 30);
        let left = world.left(camille, "2026-06-13");
        assert_eq!((left.units, left.debt), (0, 5));
        assert_eq!(world.sell(camille, "2026-06-13").settled, 5);
        assert_eq!(world.left(camille, "2026-06-13").units, 25);
        world.assert_sound();
    });
}

#[test]
fn units_given_back_by_one_day_pay_what_another_day_owes() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-05-01");
        for number in 1..=10 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        assert_eq!(world.used(camille, "2026-06-11", DayUse::Day).debt, 3);
        let undone = world.used(camille, "2026-06-05", DayUse::Nothing);
        assert_eq!((undone.returned, undone.left.units, undone.left.debt), (3, 0, 0));
        world.assert_sound();
    });
}
