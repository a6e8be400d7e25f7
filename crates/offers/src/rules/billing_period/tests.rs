#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

#[test]
fn an_anniversary_keeps_its_day_and_clamps_to_the_end_of_the_month() {
    let table = [
        ("2026-01-31", "2026-01", "2026-01-31", "2026-02-27"),
        ("2026-01-31", "2026-02", "2026-02-28", "2026-03-30"),
        ("2026-01-31", "2026-03", "2026-03-31", "2026-04-29"),
        ("2026-01-31", "2028-02", "2028-02-29", "2028-03-30"),
        ("2026-06-10", "2026-06", "2026-06-10", "2026-07-09"),
        ("2026-06-10", "2026-05", "2026-05-10", "2026-06-09"),
        ("2026-06-01", "2026-06", "2026-06-01", "2026-06-30"),
    ];
    for (anchor, month, first, last) in table {
        let found = period_in(Some(day(anchor)), Month::parse(month).expect("a month"));
        assert_eq!(
            (found.first(), found.last()),
            (day(first), day(last)),
            "{anchor} in {month}"
        );
    }
}

#[test]
fn every_day_lies_in_exactly_one_period_and_in_the_one_that_names_it() {
    for anchor in [None, Some(day("2024-01-31")), Some(day("2025-06-10"))] {
        let mut on = day("2025-12-01");
        while on < day("2028-04-01") {
            let month = month_of_period(anchor, on);
            assert!(period_in(anchor, month).contains(on), "{anchor:?} {on}");
            assert!(!period_in(anchor, month.next()).contains(on), "{anchor:?} {on}");
            assert_eq!(period_of(anchor, on), period_in(anchor, month));
            on = on.next();
        }
    }
}
