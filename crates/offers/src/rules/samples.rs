//! Passes and plans for the tests of the rules.
#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::conditions::PlanNotice;
use super::contract::PlanContract;
use super::cost::UnitCosts;
use super::lot::PassLot;
use billing::Basis;
use kernel::{Audience, Day, Id, Money};

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

/// A plan of 250 a month by calendar months, without commitment or notice, held from a day until further notice.
pub(crate) fn held_since(from: Day) -> PlanContract {
    PlanContract {
        id: Id::from_i64(1),
        person: Id::from_i64(1),
        customer: Id::from_i64(1),
        plan: Id::from_i64(1),
        plan_name: "Résident".to_owned(),
        product: Id::from_i64(1),
        audience: Audience::Resident,
        beside: false,
        from,
        until: None,
        charged_from: from,
        price: Money::from_cents(25_000),
        basis: Basis::Net,
        anchor: None,
        committed_until: None,
        notice: PlanNotice::default(),
        replaces: None,
        coupon: None,
        changes: vec![],
    }
}
