//! When a resource may be booked.

use crate::paris::{hours, paris};
use kernel::{Audience, Day, Days, Id, MinuteOfDay, Period, Weekday};
use spaces::rules::opening_hours::{
    HoursRefused, WeeklyHours, checked, days_around, lies_within, open_periods,
};
use spaces::rules::schedule::{Closure, HoursLine, Schedule, WindowLine};
use spaces::{BookingWindow, ResourceId};

fn line(weekday: Weekday, opens: &str, closes: &str) -> WeeklyHours {
    WeeklyHours {
        weekday,
        opens: MinuteOfDay::parse(opens).unwrap(),
        closes: MinuteOfDay::parse(closes).unwrap(),
    }
}

fn open(lines: &[WeeklyHours], closures: &[Period], wanted: Period) -> bool {
    lies_within(
        &open_periods(lines, closures, &paris(), days_around(wanted, &paris())),
        wanted,
    )
}

#[test]
fn a_booking_lies_inside_the_union_of_the_hours() {
    use Weekday::Monday;
    let lines = [
        line(Monday, "09:00", "12:00"),
        line(Monday, "12:00", "14:00"),
        line(Monday, "15:00", "18:00"),
    ];
    let table = [
        ("09:00", "14:00", true),
        ("11:00", "13:00", true),
        ("08:59", "10:00", false),
        ("13:00", "14:01", false),
        ("13:00", "16:00", false),
        ("15:00", "18:00", true),
    ];
    for (from, until, expected) in table {
        let wanted = hours(&format!("2026-06-15 {from}"), &format!("2026-06-15 {until}"));
        assert_eq!(open(&lines, &[], wanted), expected, "{from} – {until}");
    }
    assert!(
        !open(&lines, &[], hours("2026-06-16 10:00", "2026-06-16 11:00")),
        "closed on Tuesday"
    );
}

#[test]
fn hours_go_on_over_midnight_when_both_days_say_so() {
    let lines = [
        line(Weekday::Friday, "18:00", "24:00"),
        line(Weekday::Saturday, "00:00", "02:00"),
    ];
    assert!(open(&lines, &[], hours("2026-06-19 22:00", "2026-06-20 01:30")));
    assert!(!open(&lines, &[], hours("2026-06-19 22:00", "2026-06-20 02:30")));
}

#[test]
fn a_closure_is_taken_out_and_its_ends_are_free() {
    let lines = [line(Weekday::Monday, "09:00", "18:00")];
    let closure = [hours("2026-06-15 12:00", "2026-06-15 14:00")];
    assert!(open(
        &lines,
        &closure,
        hours("2026-06-15 09:00", "2026-06-15 12:00")
    ));
    assert!(open(
        &lines,
        &closure,
        hours("2026-06-15 14:00", "2026-06-15 18:00")
    ));
    assert!(!open(
        &lines,
        &closure,
        hours("2026-06-15 11:59", "2026-06-15 12:01")
    ));
    assert!(!open(
        &lines,
        &closure,
        hours("2026-06-15 09:00", "2026-06-15 18:00")
    ));
}

#[test]
fn at_both_clock_changes_hours_are_those_on_the_wall() {
    let lines = [line(Weekday::Sunday, "00:00", "24:00")];
    for (day, length) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-14", 24)] {
        let bounds = paris().day_bounds(Day::parse(day).unwrap());
        let open = open_periods(&lines, &[], &paris(), Days::one(Day::parse(day).unwrap()));
        assert_eq!(open, [bounds]);
        assert_eq!(bounds.minutes(), length * 60);
    }
    // Opening at an hour that does not exist: it moves forward by the gap.
    let early = [line(Weekday::Sunday, "02:30", "06:00")];
    assert!(open(&early, &[], hours("2026-03-29 03:30", "2026-03-29 06:00")));
    assert!(!open(&early, &[], hours("2026-03-29 03:00", "2026-03-29 06:00")));
}

#[test]
fn leap_day_and_new_year_are_days_like_others() {
    let lines: Vec<WeeklyHours> = Weekday::ALL
        .iter()
        .map(|day| line(*day, "00:00", "24:00"))
        .collect();
    assert!(open(&lines, &[], hours("2028-02-28 22:00", "2028-03-01 02:00")));
    assert!(open(&lines, &[], hours("2026-12-31 22:00", "2027-01-01 02:00")));
}

#[test]
fn lines_that_make_no_sense_are_refused() {
    use Weekday::{Monday, Tuesday};
    let reversed = line(Monday, "12:00", "09:00");
    let (opens, closes) = (reversed.opens, reversed.closes);
    assert_eq!(
        checked(vec![reversed]),
        Err(HoursRefused::Reversed { opens, closes })
    );
    let overlapping = vec![line(Monday, "11:00", "13:00"), line(Monday, "09:00", "12:00")];
    assert_eq!(
        checked(overlapping),
        Err(HoursRefused::Overlap {
            opens: MinuteOfDay::parse("11:00").unwrap()
        })
    );
    let fine = vec![
        line(Tuesday, "09:00", "12:00"),
        line(Monday, "09:00", "12:00"),
        line(Monday, "12:00", "13:00"),
    ];
    assert_eq!(checked(fine.clone()).unwrap().len(), 3);
}

fn resource(number: i64) -> ResourceId {
    Id::from_i64(number)
}

#[test]
fn a_resource_with_hours_of_its_own_for_anybody_has_no_others() {
    let of = |resource, audience, hours| HoursLine {
        resource,
        audience,
        hours,
    };
    let (house, own) = (
        line(Weekday::Monday, "09:00", "18:00"),
        line(Weekday::Monday, "10:00", "12:00"),
    );
    let schedule = Schedule {
        hours: vec![
            of(None, Audience::Nomad, house),
            of(None, Audience::External, house),
            of(Some(resource(1)), Audience::Nomad, own),
        ],
        ..Schedule::default()
    };
    assert_eq!(schedule.hours_of(resource(1), Audience::Nomad), [own]);
    assert_eq!(schedule.hours_of(resource(1), Audience::External), []);
    assert_eq!(schedule.hours_of(resource(2), Audience::External), [house]);
}

#[test]
fn limits_are_those_of_the_resource_then_of_the_place_then_unset() {
    let window = |step_minutes| BookingWindow {
        step_minutes,
        ..BookingWindow::UNSET
    };
    let of = |resource, window| WindowLine {
        resource,
        audience: Audience::Nomad,
        window,
    };
    let schedule = Schedule {
        windows: vec![of(None, window(30)), of(Some(resource(1)), window(60))],
        ..Schedule::default()
    };
    assert_eq!(schedule.window_of(resource(1), Audience::Nomad).step_minutes, 60);
    assert_eq!(schedule.window_of(resource(2), Audience::Nomad).step_minutes, 30);
    assert_eq!(
        schedule.window_of(resource(2), Audience::External),
        BookingWindow::UNSET
    );
}

#[test]
fn a_closure_of_the_place_closes_every_resource_and_that_of_one_only_that() {
    let closure = |id, resource, from: &str, until: &str| Closure {
        id: Id::from_i64(id),
        resource,
        period: hours(from, until),
        reason: "Travaux".to_owned(),
    };
    let schedule = Schedule {
        closures: vec![
            closure(1, None, "2026-06-15 09:00", "2026-06-15 10:00"),
            closure(2, Some(resource(7)), "2026-06-15 11:00", "2026-06-15 12:00"),
        ],
        ..Schedule::default()
    };
    assert_eq!(schedule.closures_of(resource(7)).count(), 2);
    assert_eq!(schedule.closures_of(resource(8)).count(), 1);
}
