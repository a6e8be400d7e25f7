#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use crate::rules::cost::UnitCosts;
use crate::rules::samples::{self, costs, day};
use proptest::prelude::*;

fn lot(id: i64, remaining: i64, costs: UnitCosts, expires_on: Option<&str>) -> PassLot {
    PassLot {
        units: 1_000,
        costs,
        expires_on: expires_on.map(day),
        shared_by: None,
        ..samples::lot(id, remaining)
    }
}

fn debt(id: i64, on: &str, units: i64) -> OpenDebt {
    OpenDebt {
        id: Id::from_i64(id),
        day: day(on),
        used: DayUse::Day,
        missing: Missing {
            units,
            costs: costs(3, 2),
        },
    }
}

/// A debt, what each lot pays for it, and what stays open.
type Told = (i64, Vec<(i64, i64)>, i64);

fn told(settlements: &[Settlement]) -> Vec<Told> {
    let one = |settlement: &Settlement| {
        let payments = settlement
            .payments
            .iter()
            .map(|payment| (payment.lot.as_i64(), payment.units));
        let rest = settlement.rest.map_or(0, |rest| rest.units);
        (settlement.debt.id.as_i64(), payments.collect(), rest)
    };
    settlements.iter().map(one).collect()
}

#[test]
fn a_new_pass_pays_the_oldest_day_first_and_a_part_when_it_has_too_few() {
    let debts = [debt(2, "2026-05-12", 2), debt(1, "2026-05-11", 3)];
    let plan = plan_settlements(&debts, &[lot(1, 4, costs(3, 2), None)]);
    assert_eq!(told(&plan), [(1, vec![(1, 3)], 0), (2, vec![(1, 1)], 1)]);
}

#[test]
fn a_debt_that_two_lots_pay_is_paid_by_the_one_that_expires_first() {
    let lots = [
        lot(1, 30, costs(3, 2), None),
        lot(2, 1, costs(3, 2), Some("2026-12-31")),
    ];
    let plan = plan_settlements(&[debt(1, "2026-06-11", 3)], &lots);
    assert_eq!(told(&plan), [(1, vec![(2, 1), (1, 2)], 0)]);
}

#[test]
fn a_lot_that_had_lapsed_on_the_day_of_the_visit_pays_nothing_for_it() {
    let lots = [lot(1, 30, costs(3, 2), Some("2026-05-01"))];
    assert_eq!(plan_settlements(&[debt(1, "2026-05-02", 3)], &lots), []);
}

#[test]
fn a_pass_with_other_numbers_pays_in_proportion() {
    // The whole day is owed: 3 of 3. A day of the new pass costs 1.
    let plan = plan_settlements(&[debt(1, "2026-06-11", 3)], &[lot(1, 10, costs(1, 1), None)]);
    assert_eq!(told(&plan), [(1, vec![(1, 1)], 0)]);
}

proptest! {
    #[test]
    fn what_is_paid_and_what_stays_open_add_up_and_no_lot_is_overdrawn(
        owed in prop::collection::vec(1..=3_i64, 0..12),
        remaining in prop::collection::vec((0..9_i64, 1..5_i64, 0..5_i64), 0..4),
    ) {
        let debts: Vec<OpenDebt> = (1..).zip(&owed).map(|(id, units)| debt(id, "2026-05-11", *units)).collect();
        let lots: Vec<PassLot> = (1..)
            .zip(&remaining)
            .map(|(id, (units, half, more))| lot(id, *units, costs(half + more, *half), None))
            .collect();
        let plan = plan_settlements(&debts, &lots);
        for settlement in &plan {
            let paid: i64 = settlement.payments.iter().map(|payment| payment.pays.units).sum();
            let rest = settlement.rest.map_or(0, |rest| rest.units);
            prop_assert_eq!(paid + rest, settlement.debt.missing.units);
            prop_assert!(settlement.payments.iter().all(|payment| payment.units > 0 && payment.pays.units > 0));
        }
        for lot in &lots {
            let payments = plan.iter().flat_map(|settlement| &settlement.payments);
            let drawn: i64 = payments.filter(|payment| payment.lot == lot.id).map(|payment| payment.units).sum();
            prop_assert!(drawn <= lot.remaining, "{drawn} of {}", lot.remaining);
        }
    }
}
