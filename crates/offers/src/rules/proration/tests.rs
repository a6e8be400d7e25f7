#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

const PRICE: Money = Money::from_cents(25_000);

fn cents(from: &str, until: Option<&str>, of: &str) -> Option<i64> {
    due(PRICE, day(from), until.map(day), month(of)).map(|due| due.amount.cents())
}

#[test]
fn a_month_begun_or_ended_late_is_charged_for_its_days() {
    let table = [
        ("2026-06-10", None, "2026-06", Some(17_500)),
        ("2026-02-15", None, "2026-02", Some(12_500)),
        ("2026-01-20", None, "2026-01", Some(9_677)),
        // A leap year: 15 days of 29.
        ("2028-02-15", None, "2028-02", Some(12_931)),
        ("2026-06-01", None, "2026-06", Some(25_000)),
        ("2026-06-10", None, "2026-07", Some(25_000)),
        ("2026-06-10", None, "2026-05", None),
        ("2026-06-30", None, "2026-06", Some(833)),
        ("2025-12-31", None, "2025-12", Some(806)),
        ("2025-12-31", None, "2026-01", Some(25_000)),
        ("2026-01-01", Some("2026-06-15"), "2026-06", Some(12_500)),
        ("2026-01-01", Some("2026-06-15"), "2026-07", None),
        ("2026-06-10", Some("2026-06-10"), "2026-06", Some(833)),
        // Ended on the day before it starts: it never held.
        ("2026-06-10", Some("2026-06-09"), "2026-06", None),
    ];
    for (from, until, of, expected) in table {
        assert_eq!(cents(from, until, of), expected, "{from} to {until:?} in {of}");
    }
}

#[test]
fn the_days_due_are_those_of_the_month_on_which_the_contract_holds() {
    let due = due(
        PRICE,
        day("2026-06-10"),
        Some(day("2026-06-20")),
        month("2026-06"),
    )
    .expect("due");
    assert_eq!(
        (due.days.first(), due.days.last()),
        (day("2026-06-10"), day("2026-06-20"))
    );
    assert_eq!((due.days.len(), due.out_of, due.is_whole()), (11, 30, false));
}

proptest! {
    #[test]
    fn two_contracts_that_share_a_month_never_cost_more_than_a_cent_apart_from_one(
        price in 0..10_000_000_i64,
        cut in 1..31_i64,
        offset in 0..400_i64,
    ) {
        let month = Month::new(2024, 1).expect("a month").plus(offset % 60);
        let last = month.first().plus_days(cut - 1).min(month.last().previous());
        let price = Money::from_cents(price);
        let before = due(price, Day::MIN, Some(last), month).map_or(Money::ZERO, |due| due.amount);
        let after = due(price, last.next(), None, month).map_or(Money::ZERO, |due| due.amount);
        prop_assert!((before + after - price).abs() <= Money::from_cents(1));
    }
}
