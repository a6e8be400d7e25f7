#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use crate::rules::samples::{self, costs};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn reference() -> UnitCosts {
    costs(3, 2)
}

fn lot(id: i64, remaining: i64, costs: UnitCosts) -> PassLot {
    PassLot {
        units: 1_000,
        costs,
        ..samples::lot(id, remaining)
    }
}

fn taken(debit: i64, lot: i64, units: i64) -> Taken {
    Taken {
        debit: Id::from_i64(debit),
        lot: Id::from_i64(lot),
        units,
        given: 0,
        costs: reference(),
    }
}

fn draws(plan: &DayPlan) -> Vec<(i64, i64)> {
    plan.draws
        .iter()
        .map(|draw| (draw.lot.as_i64(), draw.units))
        .collect()
}

fn returns(plan: &DayPlan) -> Vec<(i64, i64)> {
    plan.returns
        .iter()
        .map(|back| (back.debit.as_i64(), back.units))
        .collect()
}

#[test]
fn a_day_takes_units_from_two_lots_when_the_first_has_too_few() {
    let (first, second) = (lot(1, 1, reference()), lot(2, 30, reference()));
    let plan = plan_day(DayUse::Day, &[], &[&first, &second], reference());
    assert_eq!(draws(&plan), [(1, 1), (2, 2)]);
    assert_eq!((plan.returns.len(), plan.debt), (0, None));
}

#[test]
fn a_morning_that_becomes_a_day_costs_one_unit_more() {
    let rest = lot(1, 28, reference());
    for whole in [DayUse::Day, DayUse::TwoHalfDays] {
        let plan = plan_day(whole, &[taken(10, 1, 2)], &[&rest], reference());
        assert_eq!(draws(&plan), [(1, 1)]);
    }
}

#[test]
fn a_day_that_becomes_a_half_day_gives_back_what_was_taken_last() {
    let (first, second) = (lot(1, 0, reference()), lot(2, 28, reference()));
    let plan = plan_day(
        DayUse::HalfDay,
        &[taken(10, 1, 1), taken(11, 2, 2)],
        &[&first, &second],
        reference(),
    );
    assert_eq!(returns(&plan), [(11, 1)]);
    assert!(plan.draws.is_empty());
}

#[test]
fn a_visit_undone_gives_everything_back_the_latest_debit_first() {
    let plan = plan_day(
        DayUse::Nothing,
        &[taken(10, 1, 1), taken(11, 2, 2)],
        &[],
        reference(),
    );
    assert_eq!(returns(&plan), [(11, 2), (10, 1)]);
    assert_eq!(plan.debt, None);
}

#[test]
fn an_empty_pass_keeps_nobody_out_and_the_part_missing_is_owed() {
    let nearly_empty = lot(1, 1, reference());
    let plan = plan_day(DayUse::Day, &[], &[&nearly_empty], reference());
    assert_eq!(draws(&plan), [(1, 1)]);
    assert_eq!(plan.debt.map(|missing| missing.units), Some(2));
    let nothing = plan_day(DayUse::HalfDay, &[], &[], reference());
    assert_eq!(nothing.debt.map(|missing| missing.units), Some(2));
}

#[test]
fn lots_with_other_numbers_share_a_day_in_proportion() {
    // A third of the day is paid by the first lot; the second one's days cost 1, 6 and 9 units.
    for (other, expected) in [(costs(1, 1), 1), (costs(6, 3), 4), (costs(9, 5), 6)] {
        let (first, second) = (lot(1, 1, reference()), lot(2, 30, other));
        let plan = plan_day(DayUse::Day, &[], &[&first, &second], reference());
        assert_eq!(draws(&plan), [(1, 1), (2, expected)]);
    }
}

#[test]
fn units_given_back_by_hand_are_neither_taken_nor_given_back_a_second_time() {
    let rest = lot(1, 28, reference());
    let gift = Taken {
        given: 1,
        ..taken(10, 1, 2)
    };
    for whole in [DayUse::Day, DayUse::TwoHalfDays] {
        assert_eq!(
            plan_day(whole, &[gift], &[&rest], reference()),
            DayPlan::default()
        );
    }
    assert_eq!(
        returns(&plan_day(DayUse::HalfDay, &[gift], &[&rest], reference())),
        [(10, 1)]
    );
    assert_eq!(
        returns(&plan_day(DayUse::Nothing, &[gift], &[&rest], reference())),
        [(10, 2)]
    );
    let all_given = Taken {
        given: 3,
        ..taken(10, 1, 0)
    };
    assert_eq!(
        plan_day(DayUse::Nothing, &[all_given], &[&rest], reference()),
        DayPlan::default()
    );
}

fn any_use() -> impl Strategy<Value = DayUse> {
    prop::sample::select(DayUse::ALL)
}

/// A pocket ledger: lots with what remains, and the debits of one day with what they still hold.
struct Pocket {
    lots: Vec<PassLot>,
    taken: Vec<Taken>,
    debt: i64,
    next: i64,
}

impl Pocket {
    fn new(remaining: &[i64], costs: UnitCosts) -> Self {
        let lots = (1..)
            .zip(remaining)
            .map(|(id, units)| lot(id, *units, costs))
            .collect();
        Self {
            lots,
            taken: vec![],
            debt: 0,
            next: 100,
        }
    }

    fn tell(&mut self, used: DayUse, standard: UnitCosts) {
        let order: Vec<&PassLot> = self.lots.iter().filter(|lot| lot.remaining > 0).collect();
        let plan = plan_day(used, &self.taken, &order, standard);
        for back in &plan.returns {
            self.lot(back.lot).remaining += back.units;
            let debit = self
                .taken
                .iter_mut()
                .find(|taken| taken.debit == back.debit)
                .expect("taken");
            debit.units -= back.units;
        }
        for draw in &plan.draws {
            let costs = {
                let lot = self.lot(draw.lot);
                lot.remaining -= draw.units;
                lot.costs
            };
            let debit = Id::from_i64(self.next);
            self.next += 1;
            self.taken.push(Taken {
                debit,
                lot: draw.lot,
                units: draw.units,
                given: 0,
                costs,
            });
        }
        self.taken.retain(|taken| taken.units > 0);
        self.debt = plan.debt.map_or(0, |missing| missing.units);
    }

    fn lot(&mut self, id: Id<PassLot>) -> &mut PassLot {
        self.lots.iter_mut().find(|lot| lot.id == id).expect("a lot")
    }

    fn held(&self) -> i64 {
        self.taken.iter().map(|taken| taken.units).sum()
    }

    fn left(&self) -> BTreeMap<i64, i64> {
        self.lots
            .iter()
            .map(|lot| (lot.id.as_i64(), lot.remaining))
            .collect()
    }
}

proptest! {
    #[test]
    fn any_sequence_of_uses_ends_at_the_cost_of_the_last_one(
        uses in prop::collection::vec(any_use(), 1..12),
        remaining in prop::collection::vec(0..7_i64, 0..4),
        (half_day, more) in (1..6_i64, 0..6_i64),
    ) {
        let costs = costs(half_day + more, half_day);
        let mut pocket = Pocket::new(&remaining, costs);
        let in_all: i64 = remaining.iter().sum();
        for used in uses {
            pocket.tell(used, costs);
            prop_assert_eq!(pocket.held() + pocket.debt, costs.of(used), "paid and owed");
            prop_assert_eq!(pocket.left().values().sum::<i64>() + pocket.held(), in_all, "units are conserved");
            prop_assert!(pocket.lots.iter().all(|lot| lot.remaining >= 0));
            prop_assert!(pocket.debt == 0 || pocket.left().values().all(|left| *left == 0), "owed while units are left");
        }
    }

    #[test]
    fn telling_the_same_use_twice_changes_nothing(
        used in any_use(),
        remaining in prop::collection::vec((0..7_i64, 1..6_i64, 0..6_i64), 0..4),
    ) {
        let mut pocket = Pocket::new(&[], reference());
        pocket.lots = (1..).zip(&remaining).map(|(id, (units, half, more))| lot(id, *units, costs(half + more, *half))).collect();
        pocket.tell(used, reference());
        let (left, taken, debt) = (pocket.left(), pocket.taken.clone(), pocket.debt);
        pocket.tell(used, reference());
        prop_assert_eq!((left, taken, debt), (pocket.left(), pocket.taken, pocket.debt));
    }

    #[test]
    fn undoing_restores_every_lot_exactly_whatever_its_numbers(
        uses in prop::collection::vec(any_use(), 0..8),
        remaining in prop::collection::vec((0..7_i64, 1..6_i64, 0..6_i64), 0..5),
    ) {
        let mut pocket = Pocket::new(&[], reference());
        pocket.lots = (1..).zip(&remaining).map(|(id, (units, half, more))| lot(id, *units, costs(half + more, *half))).collect();
        let before = pocket.left();
        for used in uses {
            pocket.tell(used, reference());
        }
        pocket.tell(DayUse::Nothing, reference());
        prop_assert_eq!(before, pocket.left());
        prop_assert_eq!((pocket.held(), pocket.debt), (0, 0));
    }
}
