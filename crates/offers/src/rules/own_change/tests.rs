#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use crate::rules::conditions::PlanNotice;
use kernel::{Audience, Id};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn contract(anchor: Option<&str>, committed: Option<&str>) -> PlanContract {
    PlanContract {
        id: Id::from_i64(1),
        person: Id::from_i64(1),
        customer: Id::from_i64(1),
        plan: Id::from_i64(1),
        plan_name: "Résident".to_owned(),
        product: Id::from_i64(1),
        audience: Audience::Resident,
        beside: false,
        from: day("2026-01-31"),
        until: None,
        charged_from: day("2026-01-31"),
        price: Money::from_cents(25_000),
        basis: Basis::Net,
        anchor: anchor.map(day),
        committed_until: committed.map(day),
        notice: PlanNotice::default(),
        replaces: None,
        coupon: None,
        changes: vec![],
    }
}

#[test]
fn a_change_begins_when_the_place_says() {
    let table = [
        (ChangeWhen::Now, None, "2026-06-15", vec!["2026-06-15"]),
        (ChangeWhen::NextPeriod, None, "2026-06-15", vec!["2026-07-01"]),
        (
            ChangeWhen::NextPeriod,
            Some("2026-01-31"),
            "2026-06-15",
            vec!["2026-06-30"],
        ),
        (
            ChangeWhen::Either,
            None,
            "2026-06-30",
            vec!["2026-07-01", "2026-06-30"],
        ),
        (ChangeWhen::Now, None, "2026-01-05", vec!["2026-01-31"]),
    ];
    for (when, anchor, today, expected) in table {
        let expected: Vec<Day> = expected.into_iter().map(day).collect();
        assert_eq!(
            first_days(when, &contract(anchor, None), day(today)),
            expected,
            "{when}"
        );
    }
}

#[test]
fn a_commitment_keeps_from_a_cheaper_plan_until_it_is_over() {
    let held = contract(None, Some("2027-01-30"));
    let until = day("2027-01-30");
    let check = |cents: i64, basis: Basis, from: &str| {
        check_commitment(&held, Money::from_cents(cents), basis, day(from))
    };
    assert_eq!(
        check(24_999, Basis::Net, "2027-01-30"),
        Err(ContractRefused::Committed { until })
    );
    assert_eq!(check(24_999, Basis::Net, "2027-01-31"), Ok(()));
    assert_eq!(check(25_000, Basis::Net, "2026-07-01"), Ok(()));
    assert_eq!(
        check(30_000, Basis::Gross, "2026-07-01"),
        Err(ContractRefused::Committed { until })
    );
}
