#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

use super::*;
use crate::rules::conditions::PlanNotice;
use crate::rules::samples::held_since;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// `1 month`, `3 months to the end`, `–`.
fn notice(cell: &str) -> PlanNotice {
    let months = cell.split(' ').next().and_then(|number| number.parse().ok());
    PlanNotice {
        months: months.unwrap_or(0),
        to_the_end: cell.ends_with("to the end"),
    }
}

fn contract(from: &str, committed: &str, cell: &str) -> PlanContract {
    PlanContract {
        committed_until: Day::parse(committed).ok(),
        notice: notice(cell),
        ..held_since(day(from))
    }
}

#[test]
fn every_end_of_the_guide_is_the_day_it_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| plan from | committed until | notice |")
        .expect("the table")
        .1;
    let mut seen = 0;
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let held = contract(cells[0], cells[1], cells[2]);
        let before = (cells[3] != "–").then(|| contract("2026-01-01", cells[3], "–"));
        let last = first_last_day(&held, before.as_ref(), day(cells[4]));
        assert_eq!(last, day(cells[5]), "{line}");
        seen += 1;
    }
    assert!(seen >= 8, "{seen} lines");
}
