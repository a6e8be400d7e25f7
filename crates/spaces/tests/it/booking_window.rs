//! How soon, how far ahead, how long.

use crate::paris::{at, hours, paris};
use kernel::Period;
use spaces::rules::booking_window::{BookingWindow, LimitsRefused, WindowRefused};

const LIMITS: BookingWindow = BookingWindow {
    minimum_notice: 120,
    maximum_horizon_days: 30,
    minimum_minutes: 30,
    maximum_minutes: 480,
    step_minutes: 30,
    needs_approval: false,
};

#[test]
fn exactly_at_each_limit_is_allowed_and_one_step_past_it_is_refused() {
    let now = at("2026-06-15 09:00");
    let table = [
        ("2026-06-15 11:00", "2026-06-15 12:00", Ok(())),
        (
            "2026-06-15 10:30",
            "2026-06-15 12:00",
            Err(WindowRefused::TooSoon { minutes: 120 }),
        ),
        ("2026-06-15 08:30", "2026-06-15 12:00", Err(WindowRefused::Past)),
        ("2026-07-15 20:00", "2026-07-15 21:00", Ok(())),
        (
            "2026-07-16 00:00",
            "2026-07-16 01:00",
            Err(WindowRefused::TooFar { days: 30 }),
        ),
        ("2026-06-16 09:00", "2026-06-16 09:30", Ok(())),
        (
            "2026-06-16 09:00",
            "2026-06-16 09:15",
            Err(WindowRefused::TooShort { minutes: 30 }),
        ),
        ("2026-06-16 09:00", "2026-06-16 17:00", Ok(())),
        (
            "2026-06-16 09:00",
            "2026-06-16 17:30",
            Err(WindowRefused::TooLong { minutes: 480 }),
        ),
        (
            "2026-06-16 09:15",
            "2026-06-16 10:15",
            Err(WindowRefused::OffStep { minutes: 30 }),
        ),
        (
            "2026-06-16 09:00",
            "2026-06-16 10:15",
            Err(WindowRefused::OffStep { minutes: 30 }),
        ),
    ];
    for (from, until, expected) in table {
        assert_eq!(
            LIMITS.admits(hours(from, until), now, &paris()),
            expected,
            "{from} – {until}"
        );
    }
}

#[test]
fn a_second_too_late_is_too_late() {
    let wanted = hours("2026-06-15 11:00", "2026-06-15 12:00");
    let now = at("2026-06-15 09:00").plus_seconds(1);
    assert_eq!(
        LIMITS.admits(wanted, now, &paris()),
        Err(WindowRefused::TooSoon { minutes: 120 })
    );
}

#[test]
fn ends_that_are_no_full_minutes_are_off_step() {
    let start = at("2026-06-16 09:00");
    let period = Period::new(start, start.plus_seconds(30 * 60 + 1)).unwrap();
    assert_eq!(
        LIMITS.admits(period, at("2026-06-15 09:00"), &paris()),
        Err(WindowRefused::OffStep { minutes: 30 })
    );
}

#[test]
fn at_both_clock_changes_steps_are_those_of_the_clock_on_the_wall() {
    // 01:30 to 03:30 in spring is one elapsed hour, in autumn three.
    let spring = hours("2026-03-29 01:30", "2026-03-29 03:30");
    assert_eq!(spring.minutes(), 60);
    assert_eq!(LIMITS.admits(spring, at("2026-03-20 09:00"), &paris()), Ok(()));
    let autumn = hours("2026-10-25 01:30", "2026-10-25 03:30");
    assert_eq!(autumn.minutes(), 180);
    assert_eq!(LIMITS.admits(autumn, at("2026-10-20 09:00"), &paris()), Ok(()));
    // The day is 23 hours long: still one day of horizon.
    let one_day = BookingWindow {
        maximum_horizon_days: 1,
        ..LIMITS
    };
    assert_eq!(
        one_day.admits(
            hours("2026-03-29 22:00", "2026-03-29 23:00"),
            at("2026-03-28 00:00"),
            &paris()
        ),
        Ok(())
    );
}

/// What somebody would like other than [`LIMITS`].
type Change = fn(&mut BookingWindow);

#[test]
fn limits_that_make_no_sense_are_refused() {
    let table: [(Change, LimitsRefused); 9] = [
        (|limits| limits.minimum_notice = -1, LimitsRefused::Notice),
        (|limits| limits.minimum_notice = i64::MAX, LimitsRefused::Notice),
        (|limits| limits.maximum_horizon_days = -1, LimitsRefused::Horizon),
        (
            |limits| limits.maximum_horizon_days = 1_000_000_000,
            LimitsRefused::Horizon,
        ),
        (|limits| limits.minimum_minutes = 0, LimitsRefused::Lengths),
        (|limits| limits.minimum_minutes = 481, LimitsRefused::Lengths),
        (|limits| limits.maximum_minutes = i64::MAX, LimitsRefused::Lengths),
        (|limits| limits.step_minutes = 7, LimitsRefused::Step),
        (|limits| limits.step_minutes = 0, LimitsRefused::Step),
    ];
    for (change, expected) in table {
        let mut limits = LIMITS;
        change(&mut limits);
        assert_eq!(limits.checked(), Err(expected), "{limits:?}");
    }
    assert_eq!(LIMITS.checked(), Ok(LIMITS));
    assert_eq!(BookingWindow::UNSET.checked(), Ok(BookingWindow::UNSET));
}
