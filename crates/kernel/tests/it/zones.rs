//! The passage between civil time and moments, at the places where it is not plain.

use kernel::{Day, Days, Instant, InstantRefused, MinuteOfDay, Month, Zone, ZoneRefused};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn time(text: &str) -> MinuteOfDay {
    MinuteOfDay::parse(text).unwrap()
}

fn paris() -> Zone {
    Zone::parse("Europe/Paris").unwrap()
}

#[test]
fn both_clock_changes_of_paris_are_kept() {
    let cases = [
        // Plain days, winter and summer.
        ("2026-01-15", "09:00", "2026-01-15T08:00:00Z"),
        ("2026-06-14", "09:00", "2026-06-14T07:00:00Z"),
        // 29 March 2026: 02:00 becomes 03:00; what does not exist moves forward by the gap.
        ("2026-03-29", "01:59", "2026-03-29T00:59:00Z"),
        ("2026-03-29", "02:00", "2026-03-29T01:00:00Z"),
        ("2026-03-29", "02:30", "2026-03-29T01:30:00Z"),
        ("2026-03-29", "03:00", "2026-03-29T01:00:00Z"),
        ("2026-03-29", "09:00", "2026-03-29T07:00:00Z"),
        // 25 October 2026: 03:00 becomes 02:00; what exists twice means the first.
        ("2026-10-25", "01:59", "2026-10-24T23:59:00Z"),
        ("2026-10-25", "02:00", "2026-10-25T00:00:00Z"),
        ("2026-10-25", "02:59", "2026-10-25T00:59:00Z"),
        ("2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
        // Leap day and new year.
        ("2028-02-29", "12:00", "2028-02-29T11:00:00Z"),
        ("2026-12-31", "24:00", "2026-12-31T23:00:00Z"),
        ("2027-01-01", "00:00", "2026-12-31T23:00:00Z"),
    ];
    for (civil, clock, utc) in cases {
        let instant = paris().instant(day(civil), time(clock));
        assert_eq!(instant, Instant::parse(utc).unwrap(), "{civil} {clock}");
    }
}

#[test]
fn a_time_that_does_not_exist_shows_an_hour_later_on_the_clock() {
    let spring = day("2026-03-29");
    let instant = paris().instant(spring, time("02:30"));
    assert_eq!(paris().local(instant), (spring, time("03:30")));
}

#[test]
fn a_moment_shows_the_same_time_twice_in_autumn() {
    let first = Instant::parse("2026-10-25T00:30:00Z").unwrap();
    let second = Instant::parse("2026-10-25T01:30:00Z").unwrap();
    assert_eq!(paris().local(first), (day("2026-10-25"), time("02:30")));
    assert_eq!(paris().local(second), (day("2026-10-25"), time("02:30")));
}

#[test]
fn days_last_as_long_as_the_clocks_say() {
    let cases = [
        ("2026-03-28", 24 * 60),
        ("2026-03-29", 23 * 60),
        ("2026-10-25", 25 * 60),
        ("2028-02-29", 24 * 60),
        ("2026-12-31", 24 * 60),
    ];
    for (civil, minutes) in cases {
        assert_eq!(paris().day_bounds(day(civil)).minutes(), minutes, "{civil}");
    }
    let october = paris().bounds(Month::parse("2026-10").unwrap().days());
    assert_eq!(october.minutes(), (31 * 24 + 1) * 60);
}

#[test]
fn a_moment_around_midnight_belongs_to_the_civil_day_of_the_zone() {
    let cases = [
        ("2026-12-31T22:59:59Z", "2026-12-31", "23:59"),
        ("2026-12-31T23:00:00Z", "2027-01-01", "00:00"),
        ("2026-06-14T21:59:59Z", "2026-06-14", "23:59"),
        ("2026-06-14T22:00:00Z", "2026-06-15", "00:00"),
        ("2028-02-28T23:00:00Z", "2028-02-29", "00:00"),
    ];
    for (utc, civil, clock) in cases {
        let instant = Instant::parse(utc).unwrap();
        assert_eq!(paris().day_of(instant), day(civil), "{utc}");
        assert_eq!(paris().minute_of(instant), time(clock), "{utc}");
    }
}

#[test]
fn a_two_hour_pass_bought_on_the_night_of_the_change_lasts_two_real_hours() {
    let bought = paris().instant(day("2026-03-29"), time("01:30"));
    let ends = bought.plus_minutes(120);
    assert_eq!(paris().minute_of(ends), time("04:30"));
    assert_eq!(ends.since(bought).minutes(), 120);
}

#[test]
fn a_day_that_the_zone_skipped_holds_nothing() {
    let apia = Zone::parse("Pacific/Apia").unwrap();
    assert_eq!(apia.day_bounds(day("2011-12-30")).minutes(), 0);
    assert_eq!(apia.day_bounds(day("2011-12-31")).minutes(), 24 * 60);
}

#[test]
fn the_ends_of_the_calendar_do_not_stop_the_program() {
    for zone in ["Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        let zone = Zone::parse(zone).unwrap();
        for edge in [Day::MIN, Day::MAX] {
            let bounds = zone.day_bounds(edge);
            assert!(bounds.start() < bounds.end());
        }
        assert_eq!(zone.day_of(Instant::from_micros(i64::MIN)), Day::MIN);
        assert!(zone.day_of(Instant::from_micros(i64::MAX)) >= day("9999-12-30"));
    }
}

#[test]
fn a_zone_is_known_by_its_name() {
    assert_eq!(paris().name(), "Europe/Paris");
    assert_eq!(serde_json::to_string(&paris()).unwrap(), "\"Europe/Paris\"");
    for name in ["", "Europe/Atlantis", "+02:00", "Etc/Unknown", "CEST"] {
        let refused = ZoneRefused::Unknown {
            name: name.to_owned(),
        };
        assert_eq!(Zone::parse(name), Err(refused), "{name}");
    }
}

#[test]
fn a_moment_is_read_and_written_with_its_offset() {
    let instant = Instant::parse("2026-06-14T09:00:00+02:00").unwrap();
    assert_eq!(instant.to_string(), "2026-06-14T07:00:00Z");
    assert_eq!(instant.micros(), 1_781_420_400_000_000);
    assert_eq!(Instant::from_seconds(1_781_420_400), instant);
    assert_eq!(
        Instant::parse("2026-06-14T09:00:00"),
        Err(InstantRefused::Malformed)
    );
    assert_eq!(serde_json::to_string(&instant).unwrap(), "1781420400000000");
    assert_eq!(Instant::from_micros(-1).seconds(), -1);
}

proptest! {
    #[test]
    fn a_civil_time_survives_the_round_trip_unless_it_does_not_exist(
        number in 0_i64..36_525,
        minutes in 0_u16..1_440,
        zone in prop::sample::select(vec!["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "UTC"]),
    ) {
        let zone = Zone::parse(zone).unwrap();
        let civil = day("2000-01-01").plus_days(number);
        let minute = MinuteOfDay::from_minutes(minutes).unwrap();
        let (found_day, found_minute) = zone.local(zone.instant(civil, minute));
        let spring_hour = civil.month() == 3 && minute.hour() == 2 && zone.name() == "Europe/Paris";
        prop_assert_eq!(found_day, civil);
        if spring_hour {
            let moved = found_minute.minutes() - minute.minutes();
            prop_assert!(moved == 0 || moved == 60);
        } else {
            prop_assert_eq!(found_minute, minute);
        }
    }

    #[test]
    fn days_of_a_zone_touch_and_hold_their_moments(number in 0_i64..36_525, second in 0_i64..90_000) {
        let zone = paris();
        let civil = day("2000-01-01").plus_days(number);
        let bounds = zone.day_bounds(civil);
        prop_assert_eq!(bounds.end(), zone.day_bounds(civil.next()).start());
        let instant = bounds.start().plus_seconds(second);
        prop_assert_eq!(bounds.contains(instant), zone.day_of(instant) == civil);
        prop_assert_eq!(zone.bounds(Days::one(civil)), bounds);
    }

    #[test]
    fn a_written_moment_is_read_back(micros in -62_000_000_000_000_000_i64..253_000_000_000_000_000) {
        let instant = Instant::from_micros(micros);
        prop_assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
    }
}
