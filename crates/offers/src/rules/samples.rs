//! Passes for the tests of the rules.
#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::cost::UnitCosts;
use super::lot::PassLot;
use kernel::{Day, Id};

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

pub(crate) fn costs(day: i64, half_day: i64) -> UnitCosts {
    UnitCosts::new(day, half_day).expect("in order")
}

/// What is left of a pass of thirty units at the reference costs, bought on New Year's Day, without a last day.
pub(crate) fn lot(id: i64, remaining: i64) -> PassLot {
    PassLot {
        id: Id::from_i64(id),
        person: Id::from_i64(1),
        offer: Id::from_i64(1),
        name: "Carnet".to_owned(),
        units: 30,
        used_before: 0,
        remaining,
        costs: costs(3, 2),
        bought_on: day("2026-01-01"),
        expires_on: None,
        shared_by: None,
    }
}
