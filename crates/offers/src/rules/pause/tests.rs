#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

use super::*;
use crate::rules::conditions::PlanNotice;
use billing::Basis;
use kernel::{Audience, Money, Month};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn days(first: &str, last: &str) -> Days {
    Days::new(day(first), day(last)).expect("in order")
}

fn contract(price: Money, changes: Vec<Change>) -> PlanContract {
    PlanContract {
        id: Id::from_i64(1),
        person: Id::from_i64(1),
        customer: Id::from_i64(1),
        plan: Id::from_i64(1),
        plan_name: "Résident".to_owned(),
        product: Id::from_i64(1),
        audience: Audience::Resident,
        beside: false,
        from: day("2026-01-10"),
        until: None,
        charged_from: day("2026-01-10"),
        price,
        basis: Basis::Net,
        anchor: None,
        committed_until: None,
        notice: PlanNotice::default(),
        replaces: None,
        coupon: None,
        changes,
    }
}

fn pause(first: &str, last: &str) -> Pause {
    Pause {
        id: Id::from_i64(1),
        contract: Id::from_i64(1),
        person: Id::from_i64(1),
        days: days(first, last),
        due: Rate::ZERO,
        reason: String::new(),
    }
}

fn plain(amount: Money) -> String {
    format!("{}.{:02}", amount.cents() / 100, amount.cents() % 100)
}

#[test]
fn every_pause_of_the_guide_costs_and_gives_what_it_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| price | paused | due while paused |")
        .expect("the table")
        .1;
    let mut seen = 0;
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let cents = cells[0].replace('.', "").parse().expect("an amount");
        let (first, last) = cells[1].split_once(" to ").expect("two days");
        let change = Change {
            days: days(first, last),
            due: Rate::parse(cells[2]).expect("a rate"),
            cause: Cause::Pause,
        };
        let held = contract(Money::from_cents(cents), vec![change]);
        let month = Month::parse(cells[3]).expect("a month");
        let due = held.due_in(month).expect("it holds");
        assert_eq!(plain(due.amount), cells[4], "{line}");
        assert_eq!(held.share_in(600, month).to_string(), cells[5], "{line}");
        assert_eq!(held.share_in(10, month).to_string(), cells[6], "{line}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
}

#[test]
fn a_member_pauses_from_today_on_for_as_long_as_the_place_allows_in_any_year() {
    let held = contract(Money::from_cents(25_000), vec![]);
    let terms = Some(PauseTerms {
        most_days: 90,
        due: Rate::ZERO,
    });
    let today = day("2026-06-15");
    let check = |others: &[Pause], first: &str, last: &str| {
        check_pause(&held, others, days(first, last), today, terms)
    };
    let too_long = Err(PauseRefused::TooLong { maximum: 90 });
    assert_eq!(check(&[], "2026-06-15", "2026-09-12"), Ok(()));
    assert_eq!(check(&[], "2026-06-15", "2026-09-13"), too_long);
    assert_eq!(check(&[], "2026-06-14", "2026-06-20"), Err(PauseRefused::Past));
    let spring = [pause("2026-02-01", "2026-03-02")];
    assert_eq!(
        check(&spring, "2026-07-01", "2026-08-29"),
        Ok(()),
        "30 and 60 days"
    );
    assert_eq!(check(&spring, "2026-07-01", "2026-08-30"), too_long);
    assert_eq!(
        check(&spring, "2027-03-03", "2027-05-31"),
        Ok(()),
        "the spring is over a year ago"
    );
    let coming = [pause("2026-08-01", "2026-08-31")];
    let from = day("2026-08-01");
    assert_eq!(
        check(&coming, "2026-07-15", "2026-08-01"),
        Err(PauseRefused::PausedAlready { from })
    );
    assert_eq!(
        check(&coming, "2026-06-15", "2026-07-31"),
        Ok(()),
        "47 and 31 days"
    );
    assert_eq!(
        check(&coming, "2026-06-01", "2026-07-31"),
        Err(PauseRefused::Past)
    );
}

#[test]
fn the_office_pauses_longer_and_from_a_day_gone_by_but_not_beyond_the_contract() {
    let mut held = contract(Money::from_cents(25_000), vec![]);
    let today = day("2026-06-15");
    let check =
        |held: &PlanContract, first: &str, last: &str| check_pause(held, &[], days(first, last), today, None);
    assert_eq!(check(&held, "2026-06-01", "2027-05-31"), Ok(()));
    assert_eq!(check(&held, "2025-06-13", "2026-06-30"), Err(PauseRefused::Past));
    assert_eq!(
        check(&held, "2026-01-09", "2026-01-31"),
        Err(PauseRefused::NotHeld)
    );
    held.until = Some(day("2026-08-31"));
    assert_eq!(
        check(&held, "2026-08-01", "2026-09-01"),
        Err(PauseRefused::NotHeld)
    );
    let none = PauseTerms {
        most_days: 0,
        due: Rate::ZERO,
    };
    assert_eq!(
        check_pause(&held, &[], days("2026-07-01", "2026-07-02"), today, Some(none)),
        Err(PauseRefused::NotByMembers)
    );
}
