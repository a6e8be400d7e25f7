#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

use super::*;

fn days(first: &str, last: &str) -> Days {
    Days::new(
        Day::parse(first).expect("a day"),
        Day::parse(last).expect("a day"),
    )
    .expect("in order")
}

/// 15 EUR an hour by the quarter, 50 EUR a half-day of 4 hours, 80 EUR a day of 8 hours: the cheapest of a few combinations.
fn price(minutes: i64) -> Option<Money> {
    let hours = |minutes: i64| (minutes.max(0) + 14) / 15 * 375;
    let choices = [
        hours(minutes),
        5_000 + hours(minutes - 240),
        8_000 + hours(minutes - 480),
        10_000 + hours(minutes - 480),
    ];
    choices.into_iter().min().map(Money::from_cents)
}

fn left(source: HoursSource, minutes: i64, last: &str, due: i64) -> HoursLeft {
    HoursLeft {
        source,
        name: String::new(),
        period: days("2026-06-01", last),
        minutes,
        due: Rate::from_basis_points(due),
    }
}

fn agreement(minutes: i64, due: i64) -> HoursLeft {
    left(
        HoursSource::Agreement(Id::from_i64(2)),
        minutes,
        "2026-12-31",
        due,
    )
}

fn plan(minutes: i64) -> HoursLeft {
    left(HoursSource::Plan(Id::from_i64(1)), minutes, "2026-06-30", 0)
}

fn hours(text: &str) -> i64 {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
    hours.parse::<i64>().expect("hours") * 60 + minutes.parse::<i64>().expect("minutes")
}

#[test]
fn every_booking_of_the_guide_draws_and_costs_what_it_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| booked | plan gives | agreement gives |")
        .expect("the table")
        .1;
    let mut seen = 0;
    for line in table.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let due = Rate::parse(cells[3]).expect("a rate").basis_points();
        let lefts = [agreement(hours(cells[2]), due), plan(hours(cells[1]))];
        let discount = Discount {
            name: "Résident".to_owned(),
            rate: Rate::parse(cells[4]).expect("a rate"),
        };
        let (amount, relief) =
            relieve((hours(cells[0]), "room"), &lefts, Some(&discount), price).expect("it has a price");
        let drawn = |plan: bool| {
            let of = relief
                .drawn
                .iter()
                .filter(|drawn| matches!(drawn.source, HoursSource::Plan(_)) == plan);
            of.map(|drawn| drawn.minutes).sum::<i64>()
        };
        assert_eq!(drawn(true), hours(cells[5]), "{line}");
        assert_eq!(drawn(false), hours(cells[6]), "{line}");
        let told = format!("{}.{:02}", amount.cents() / 100, amount.cents() % 100);
        assert_eq!(told, cells[7], "{line}");
        seen += 1;
    }
    assert!(seen >= 8, "{seen} lines");
}

#[test]
fn hours_are_not_drawn_where_they_save_nothing() {
    let free = relieve((120, "room"), &[plan(600)], None, |_| Some(Money::ZERO)).expect("free");
    assert_eq!(free, (Money::ZERO, Relief::default()));
    assert_eq!(
        relieve((120, "room"), &[plan(600)], None, |_| None),
        None,
        "no price at all"
    );
}

#[test]
fn what_is_left_is_told_and_what_lapses_first_is_drawn_first() {
    let (_, relief) = relieve((180, "room"), &[agreement(300, 0), plan(120)], None, price).expect("a price");
    let told: Vec<(i64, i64)> = relief
        .drawn
        .iter()
        .map(|drawn| (drawn.minutes, drawn.left))
        .collect();
    assert_eq!(told, [(120, 0), (60, 240)]);
    assert_eq!(relief.discount, None);
}

#[test]
fn giving_up_late_keeps_the_part_that_the_fee_is_and_never_less_than_the_floor() {
    let half = Rate::from_basis_points(5_000);
    let table = [
        (120, 0, Rate::ZERO, 0),
        (120, 0, half, 60),
        (125, 0, half, 63),
        (120, 90, Rate::ZERO, 90),
        (120, 0, Rate::HUNDRED, 120),
        (60, 90, Rate::ZERO, 60),
    ];
    for (minutes, floor, share, expected) in table {
        assert_eq!(kept(minutes, floor, share), expected, "{minutes} {floor}");
    }
}
