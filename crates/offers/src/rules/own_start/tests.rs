#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

use super::*;
use crate::rules::samples::day;

fn cents(cell: &str) -> Money {
    Money::from_cents(cell.replace('.', "").parse().expect("an amount"))
}

#[test]
fn every_first_amount_of_the_guide_is_what_it_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| price | fee | billed | taken from |")
        .expect("the table")
        .1;
    let mut seen = 0;
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let taken = Taken {
            price: cents(cells[0]),
            fee: cents(cells[1]),
            anniversary: cells[2] == "from date to date",
            cut: None,
        };
        let first = first_due(taken, day(cells[3])).expect("it holds");
        let days = format!("{}/{}", first.period.days.len(), first.period.out_of);
        assert_eq!(days, cells[4], "{line}");
        assert_eq!(first.amount, cents(cells[5]), "{line}");
        assert_eq!(first.sum(), cents(cells[6]), "{line}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
}

#[test]
fn a_member_begins_today_or_in_the_three_months_to_come() {
    let today = day("2026-06-15");
    let refused = Err(ContractRefused::OwnStart {
        until: day("2026-09-15"),
    });
    assert_eq!(check_own_start(day("2026-06-14"), today), refused);
    assert_eq!(check_own_start(today, today), Ok(()));
    assert_eq!(check_own_start(day("2026-09-15"), today), Ok(()));
    assert_eq!(check_own_start(day("2026-09-16"), today), refused);
}
