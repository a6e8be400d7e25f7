#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn terms(price: Money, from: Day, until: Option<Day>) -> Terms {
    Terms {
        price,
        basis: Basis::Net,
        charged_from: from,
        until,
        anchor: None,
        changes: vec![],
        coupon: None,
    }
}

fn money(text: &str) -> Money {
    let (sign, digits) = text.strip_prefix('\u{2212}').map_or((1, text), |rest| (-1, rest));
    let cents: i64 = digits.replace(['.', ','], "").parse().expect("an amount");
    Money::from_cents(sign * cents)
}

/// `10/30: 83.33`, or a dash for nothing.
fn part(due: Option<Due>) -> String {
    match due {
        None => "–".to_owned(),
        Some(due) => format!("{}/{}: {}", due.days.len(), due.out_of, plain(due.amount)),
    }
}

fn plain(amount: Money) -> String {
    let cents = amount.cents();
    let sign = if cents < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

#[test]
fn every_line_of_the_table_of_the_guide_holds() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| plans | first day of the new plan |")
        .expect("the table")
        .1;
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut seen = 0;
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (before, after) = cells[0].split_once(" → ").expect("two plans");
        let (before, after, from) = (money(before), money(after), day(cells[1]));
        let month = Month::parse(cells[2]).expect("a month");
        let charged = Charged {
            month,
            until: month.last(),
            amount: before,
            invoiced: cells[3] == "yes",
        };
        let found = switched(
            &terms(before, day("2020-01-01"), None),
            &terms(after, from, None),
            from,
            &[charged],
            month,
        );
        let told = [
            plain(-found.credit),
            part(found.old),
            part(found.new),
            plain(found.sum.expect("one basis")),
        ];
        assert_eq!(
            told,
            [cells[4], cells[5], cells[6], cells[7]].map(str::to_owned),
            "{line}"
        );
        seen += 1;
    }
    assert!(seen >= 10, "{seen} lines");
}

#[test]
fn changed_twice_or_back_in_a_month_each_plan_is_paid_for_its_days() {
    let june = Month::parse("2026-06").expect("a month");
    let (dear, cheap) = (money("250.00"), money("120.00"));
    let first = switched(
        &terms(dear, day("2026-01-01"), None),
        &terms(cheap, day("2026-06-10"), None),
        day("2026-06-10"),
        &[],
        june,
    );
    let back = switched(
        &terms(cheap, day("2026-06-10"), None),
        &terms(dear, day("2026-06-20"), None),
        day("2026-06-20"),
        &[],
        june,
    );
    assert_eq!(part(first.old), "9/30: 75.00");
    assert_eq!(
        (part(back.old), part(back.new)),
        ("10/30: 40.00".to_owned(), "11/30: 91.67".to_owned())
    );
}

#[test]
fn two_bases_are_not_added_up() {
    let from = day("2026-06-11");
    let gross = Terms {
        basis: Basis::Gross,
        ..terms(money("120.00"), from, None)
    };
    let month = from.month_of();
    let found = switched(
        &terms(money("250.00"), day("2026-01-01"), None),
        &gross,
        from,
        &[],
        month,
    );
    assert_eq!((found.sum, part(found.new)), (None, "20/30: 80.00".to_owned()));
}

#[test]
fn an_end_announced_and_days_charged_elsewhere_stay_as_they_are() {
    let from = day("2026-06-11");
    let old = terms(money("300.00"), day("2026-06-16"), Some(day("2026-06-25")));
    let new = terms(money("150.00"), day("2026-06-16"), Some(day("2026-06-25")));
    let found = switched(&old, &new, from, &[], from.month_of());
    assert_eq!(
        (part(found.old), part(found.new)),
        ("–".to_owned(), "10/30: 50.00".to_owned())
    );
    let next = switched(&old, &new, from, &[], from.month_of().next());
    assert_eq!((next.new, next.sum), (None, Some(Money::ZERO)));
}
