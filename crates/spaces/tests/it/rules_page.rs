//! The tables of `docs/rules.md` on time, availability, hours, limits and prices, line by line.

use crate::paris::{at, hours, paris};
use billing::Basis;
use kernel::{Day, Days, Id, Instant, MinuteOfDay, Money, Period, Rate, Zone};
use spaces::Price;
use spaces::rules::availability::{Buffers, first_conflict};
use spaces::rules::booking_window::{BookingWindow, WindowRefused};
use spaces::rules::cancellation::{Term, fee};
use spaces::rules::moving::{Agreed, moved};
use spaces::rules::opening_hours::{WeeklyHours, lies_within, open_periods};
use spaces::rules::pricing::Tariff;

/// The rows under this head, cell by cell; there is at least one.
pub(crate) fn table(head: &str) -> Vec<Vec<String>> {
    let guide = include_str!("../../../../docs/rules.md");
    let rows = guide.split_once(head).expect(head).1.lines().skip(2);
    let rows: Vec<Vec<String>> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect();
    assert!(!rows.is_empty(), "{head}");
    rows
}

/// `1:30` as minutes.
pub(crate) fn minutes(text: &str) -> i64 {
    let (hours, minutes) = text.split_once(':').expect(text);
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

pub(crate) fn euros(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn percent(text: &str) -> Rate {
    let number = text.trim_end_matches(['%', ' ']);
    Rate::from_basis_points(number.parse::<i64>().unwrap() * 100)
}

fn on_the_clock(zone: &Zone, instant: Instant) -> String {
    let (day, minute) = zone.local(instant);
    format!("{day} {minute}")
}

/// `09:00–12:00` on the Monday of the tests.
fn span(text: &str) -> Period {
    let (from, until) = text.split_once('–').expect(text);
    hours(&format!("2026-06-15 {from}"), &format!("2026-06-15 {until}"))
}

fn spans(text: &str) -> Vec<Period> {
    text.split(", ").filter(|one| *one != "–").map(span).collect()
}

#[test]
fn hours_are_elapsed_time() {
    for row in table("| begins | lasts | ends |") {
        let ends = at(&row[0]).plus_minutes(minutes(&row[1]));
        assert_eq!(on_the_clock(&paris(), ends), row[2], "{row:?}");
    }
}

#[test]
fn an_hour_that_does_not_exist_or_exists_twice_is_one_instant() {
    for row in table("| on the clock in Paris | in UTC | read back |") {
        let instant = at(&row[0]);
        let (utc, back) = (
            on_the_clock(&Zone::utc(), instant),
            on_the_clock(&paris(), instant),
        );
        assert_eq!([utc, back], [row[1].clone(), row[2].clone()], "{row:?}");
    }
}

#[test]
fn a_booking_fits_when_at_no_instant_more_units_are_taken_than_there_are() {
    for row in table("| units | taken | wanted | fits |") {
        let taken: Vec<_> = spans(&row[1])
            .into_iter()
            .map(|one| Buffers::NONE.around(one))
            .collect();
        let wanted = Buffers::NONE.around(span(&row[2]));
        let fits = first_conflict(row[0].parse().unwrap(), &taken, wanted).is_none();
        assert_eq!(fits, row[3] == "yes", "{row:?}");
    }
}

#[test]
fn a_booking_lies_inside_the_union_of_the_hours_without_the_closures() {
    let monday = Day::parse("2026-06-15").unwrap();
    for row in table("| open that day | closed | wanted | inside |") {
        let lines: Vec<WeeklyHours> = row[0]
            .split(", ")
            .map(|line| {
                let (opens, closes) = line.split_once('–').unwrap();
                WeeklyHours {
                    weekday: monday.weekday(),
                    opens: MinuteOfDay::parse(opens).unwrap(),
                    closes: MinuteOfDay::parse(closes).unwrap(),
                }
            })
            .collect();
        let open = open_periods(&lines, &spans(&row[1]), &paris(), Days::spanning(monday, monday));
        assert_eq!(lies_within(&open, span(&row[2])), row[3] == "yes", "{row:?}");
    }
}

#[test]
fn exactly_at_a_limit_is_allowed() {
    let limits = BookingWindow {
        minimum_notice: 120,
        maximum_horizon_days: 30,
        minimum_minutes: 30,
        maximum_minutes: 480,
        step_minutes: 30,
        needs_approval: false,
    };
    for row in table("| from | until | answer |") {
        let answer = limits.admits(hours(&row[0], &row[1]), at("2026-06-15 09:00"), &paris());
        let answer = match answer {
            Ok(()) => "yes",
            Err(WindowRefused::TooSoon { .. }) => "too soon",
            Err(WindowRefused::Past) => "past",
            Err(WindowRefused::TooFar { .. }) => "too far",
            Err(WindowRefused::TooShort { .. }) => "too short",
            Err(WindowRefused::TooLong { .. }) => "too long",
            Err(WindowRefused::OffStep { .. }) => "off step",
        };
        assert_eq!(answer, row[2], "{row:?}");
    }
}

#[test]
fn tariffs_combine_to_the_cheapest_sum() {
    let tariff = Tariff {
        hour: Some(euros("15.00")),
        half_day: Some(euros("50.00")),
        day: Some(euros("80.00")),
    };
    for row in table("| booked | days | half-days | quarters of an hour | price |") {
        let found = tariff.cheapest(minutes(&row[0])).unwrap();
        let pieces = [found.days, found.half_days, found.quarters].map(|pieces| pieces.to_string());
        assert_eq!(pieces.as_slice(), &row[1..4], "{row:?}");
        assert_eq!(found.price, euros(&row[4]), "{row:?}");
    }
}

#[test]
fn cancelling_costs_what_the_longest_notice_given_says() {
    let start = at("2026-06-30 09:00");
    for row in table("| notice and part due | cancelled before | due |") {
        let terms: Vec<Term> = row[0]
            .split(", ")
            .map(|term| {
                let (notice, part) = term.split_once(" h: ").unwrap();
                Term {
                    notice_minutes: notice.parse::<i64>().unwrap() * 60,
                    fee: percent(part),
                }
            })
            .collect();
        let now = start.minus_minutes(minutes(&row[1]));
        assert_eq!(fee(&terms, euros("40.00"), start, now), euros(&row[2]), "{row:?}");
    }
}

#[test]
fn moving_leaves_due_what_cancelling_would_have_cost() {
    let price = |amount: &str| Price {
        product: Some(Id::from_i64(1)),
        amount: euros(amount),
        basis: Basis::Net,
        rate: Rate::ZERO,
        exemption: None,
    };
    for row in table("| part due | agreed | floor before | the new hours | costs | floor |") {
        let agreed = Agreed {
            price: price(&row[1]),
            floor: euros(&row[2]),
            share: percent(&row[0]),
        };
        let left = moved(&agreed, price(&row[3]));
        assert_eq!(
            [left.price.amount, left.floor],
            [euros(&row[4]), euros(&row[5])],
            "{row:?}"
        );
    }
}
