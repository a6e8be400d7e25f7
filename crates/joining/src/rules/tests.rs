//! Tables of cases for what is decided.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::application::siren;
use super::departure::{DepartureRefused, Notice, check};
use super::offer::Offer;
use super::prose::{ProseRefused, filled, note};
use super::settings::{SettingsRefused, months, steps};
use super::tour::{TourCount, TourHours, slots};
use kernel::{Day, Id, Instant, MinuteOfDay, SirenRefused, Weekday, Zone};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_notice_runs_to_the_day_before_the_same_one_and_to_the_end_of_the_month_if_the_place_says_so() {
    let cases = [
        ("2026-01-31", 0, false, "2026-01-31"),
        ("2026-01-10", 1, false, "2026-02-09"),
        ("2026-01-31", 1, false, "2026-02-27"),
        ("2026-01-10", 1, true, "2026-02-28"),
        ("2026-01-01", 1, true, "2026-01-31"),
        ("2026-11-15", 3, true, "2027-02-28"),
        ("2024-01-30", 1, true, "2024-02-29"),
        ("2026-06-15", 0, true, "2026-06-30"),
    ];
    for (given, months, to_the_end, last) in cases {
        let notice = Notice { months, to_the_end };
        assert_eq!(
            notice.last_day(day(given)),
            day(last),
            "{given} {months} {to_the_end}"
        );
    }
}

#[test]
fn a_member_leaves_at_the_end_of_the_notice_and_the_team_agrees_to_any_day_to_come() {
    let notice = Notice {
        months: 1,
        to_the_end: false,
    };
    let today = day("2026-06-15");
    let cases = [
        ("2026-06-14", true, Err(DepartureRefused::Past)),
        ("2026-06-15", true, Ok(())),
        (
            "2026-06-15",
            false,
            Err(DepartureRefused::TooSoon {
                day: day("2026-07-14"),
            }),
        ),
        (
            "2026-07-13",
            false,
            Err(DepartureRefused::TooSoon {
                day: day("2026-07-14"),
            }),
        ),
        ("2026-07-14", false, Ok(())),
        ("2027-06-16", false, Ok(())),
        ("2027-06-17", true, Err(DepartureRefused::TooFar)),
    ];
    for (last, free, expected) in cases {
        assert_eq!(check(day(last), today, notice, free), expected, "{last} {free}");
    }
}

#[test]
fn the_number_of_an_organisation_is_kept_as_a_siren_whichever_was_typed() {
    assert_eq!(siren("732 829 320").unwrap().as_str(), "732829320");
    assert_eq!(siren("732 829 320 00074").unwrap().as_str(), "732829320");
    assert_eq!(siren("732829321"), Err(SirenRefused::WrongKey));
    assert_eq!(
        siren("73282932000075"),
        Err(SirenRefused::Malformed),
        "a SIRET with a wrong key is no SIREN"
    );
    assert_eq!(siren("abc"), Err(SirenRefused::Malformed));
}

#[test]
fn an_offer_is_read_back_as_it_was_written() {
    for offer in [Offer::Plan(Id::from_i64(12)), Offer::Pass(Id::from_i64(7))] {
        assert_eq!(Offer::parse(&offer.code()), Ok(offer));
        let (kind, id) = offer.stored();
        assert_eq!(Offer::of(kind, id), offer);
    }
    for text in ["", "plan", "plan:", "room:0000000000001"] {
        assert!(Offer::parse(text).is_err(), "{text}");
    }
}

#[test]
fn text_is_trimmed_and_neither_empty_nor_endless() {
    assert_eq!(note("  une\r\nligne\u{7} ").unwrap(), "une\nligne");
    assert_eq!(filled(" \n ", 10), Err(ProseRefused::Empty));
    assert_eq!(
        filled("12345678901", 10),
        Err(ProseRefused::TooLong { maximum: 10 })
    );
    assert_eq!(filled("1234567890", 10).unwrap(), "1234567890");
}

#[test]
fn the_steps_of_a_first_visit_are_lines_that_say_something() {
    assert_eq!(steps(" Wi-Fi \n\n  Clé\t").unwrap(), ["Wi-Fi", "Clé"]);
    assert_eq!(
        steps(&"pas\n".repeat(31)),
        Err(SettingsRefused::TooMany { maximum: 30 })
    );
    assert_eq!(
        steps(&"a".repeat(201)),
        Err(SettingsRefused::StepTooLong { maximum: 200 })
    );
    for (typed, read) in [
        ("0", Ok(0)),
        (" 12 ", Ok(12)),
        ("13", Err(())),
        ("-1", Err(())),
        ("deux", Err(())),
    ] {
        assert_eq!(months(typed).map_err(|_| ()), read, "{typed}");
    }
}

#[test]
fn the_place_is_shown_at_its_hours_to_come_while_seats_are_left_and_it_is_open() {
    let zone = Zone::parse("Europe/Paris").unwrap();
    let hours = |id: i64, weekday, minute, seats| TourHours {
        id: Id::from_i64(id),
        weekday,
        starts: MinuteOfDay::from_minutes(minute).unwrap(),
        seats,
    };
    let week = [
        hours(1, Weekday::Monday, 600, 2),
        hours(2, Weekday::Thursday, 1_020, 1),
    ];
    // Monday 15 June 2026, at ten o'clock sharp: that hour has begun.
    let now = zone.instant(day("2026-06-15"), MinuteOfDay::from_minutes(600).unwrap());
    let at = |text: &str, minute| zone.instant(day(text), MinuteOfDay::from_minutes(minute).unwrap());
    let full = at("2026-06-18", 1_020);
    let closed = at("2026-06-22", 600);
    let found = slots(
        &week,
        &zone,
        now,
        |moment| i64::from(moment == full),
        |moment| moment == closed,
    );
    let found: Vec<(Instant, i64)> = found
        .into_iter()
        .map(|slot| (slot.starts_at, slot.left))
        .collect();
    let expected = [
        (full, 0),
        (at("2026-06-25", 1_020), 1),
        (at("2026-06-29", 600), 2),
        (at("2026-07-02", 1_020), 1),
        (at("2026-07-06", 600), 2),
    ];
    assert_eq!(found, expected);
}

#[test]
fn counts_of_months_add_up_to_the_year() {
    let one = TourCount {
        booked: 3,
        came: 2,
        absent: 1,
        ..TourCount::default()
    };
    let sum = one.and(one);
    assert_eq!((sum.booked, sum.came, sum.absent, sum.members), (6, 4, 2, 0));
}
