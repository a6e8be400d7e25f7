#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use crate::rules::samples::{self, day};

fn lot(id: i64, remaining: i64, costs: (i64, i64), expires_on: Option<&str>) -> PassLot {
    PassLot {
        costs: samples::costs(costs.0, costs.1),
        expires_on: expires_on.map(day),
        shared_by: None,
        ..samples::lot(id, remaining)
    }
}

#[test]
fn what_is_left_is_told_in_units_in_days_and_in_half_days() {
    let one = balance(&[lot(1, 17, (3, 2), Some("2026-12-31"))], 0, day("2026-06-01"));
    assert_eq!((one.units, one.days, one.half_days), (17, 5, 8));
    assert_eq!(one.next_expiry, Some(day("2026-12-31")));
}

#[test]
fn units_of_two_lots_make_a_day_together() {
    let lots = [lot(1, 1, (3, 2), Some("2026-12-31")), lot(2, 2, (3, 2), None)];
    let both = balance(&lots, 0, day("2026-06-01"));
    assert_eq!((both.units, both.days, both.half_days), (3, 1, 1));
}

#[test]
fn lots_with_other_numbers_are_counted_each_by_its_own() {
    // 4 of 3/2 make a day and a third; 2 of 1/1 make two days: three days and a third in all.
    let lots = [lot(1, 4, (3, 2), Some("2026-12-31")), lot(2, 2, (1, 1), None)];
    assert_eq!(balance(&lots, 0, day("2026-06-01")).days, 3);
}

#[test]
fn a_lapsed_lot_counts_for_nothing_and_nobody_has_nothing_to_show() {
    let lapsed = balance(&[lot(1, 17, (3, 2), Some("2026-05-31"))], 3, day("2026-06-01"));
    assert_eq!((lapsed.units, lapsed.days, lapsed.next_expiry), (0, 0, None));
    assert_eq!(lapsed.debt, 3);
    assert_eq!(balance(&[], 0, day("2026-06-01")).half_days, 0);
}
