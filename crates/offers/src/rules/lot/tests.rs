#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use crate::rules::samples::{self, day};

fn lot(id: i64, remaining: i64, bought_on: &str, expires_on: Option<&str>) -> PassLot {
    PassLot {
        bought_on: day(bought_on),
        expires_on: expires_on.map(day),
        shared_by: None,
        ..samples::lot(id, remaining)
    }
}

fn order(lots: &[PassLot], on: &str) -> Vec<i64> {
    drawing_order(lots, day(on))
        .iter()
        .map(|lot| lot.id.as_i64())
        .collect()
}

#[test]
fn the_lot_that_expires_first_is_drawn_on_first_and_those_that_never_do_last() {
    let lots = [
        lot(1, 30, "2026-01-01", None),
        lot(2, 30, "2026-02-01", Some("2027-02-01")),
        lot(3, 30, "2026-03-01", Some("2026-09-01")),
        lot(4, 30, "2025-12-01", None),
    ];
    assert_eq!(order(&lots, "2026-04-01"), [3, 2, 4, 1]);
}

#[test]
fn among_equals_the_older_lot_goes_first_then_the_one_written_first() {
    let lots = [
        lot(9, 30, "2026-02-01", Some("2027-01-01")),
        lot(7, 30, "2026-01-01", Some("2027-01-01")),
        lot(8, 30, "2026-01-01", Some("2027-01-01")),
    ];
    assert_eq!(order(&lots, "2026-04-01"), [7, 8, 9]);
}

#[test]
fn an_empty_lot_and_a_lapsed_one_pay_nothing_and_the_last_day_is_included() {
    let lots = [
        lot(1, 0, "2026-01-01", None),
        lot(2, 30, "2026-01-01", Some("2026-03-31")),
    ];
    assert_eq!(order(&lots, "2026-03-31"), [2]);
    assert_eq!(order(&lots, "2026-04-01"), Vec::<i64>::new());
}

#[test]
fn a_visit_told_afterwards_draws_on_what_was_held_that_day_before_what_was_bought_since() {
    let lots = [
        lot(1, 30, "2026-05-10", Some("2026-08-10")),
        lot(2, 30, "2026-01-01", None),
    ];
    assert_eq!(order(&lots, "2026-05-10"), [1, 2]);
    assert_eq!(order(&lots, "2026-05-09"), [2, 1]);
}

#[test]
fn the_last_day_is_the_monthly_anniversary_clamped_to_the_end_of_a_shorter_month() {
    let table = [
        ("2026-06-14", 12, "2027-06-14"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
    ];
    for (bought_on, months, last) in table {
        assert_eq!(
            expiry(day(bought_on), Some(months)),
            Some(day(last)),
            "{bought_on} + {months}"
        );
    }
    assert_eq!(expiry(day("2026-06-14"), None), None);
}
