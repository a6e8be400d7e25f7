//! Days, months, ranges and times on the clock.

use kernel::{
    Day, DayRefused, Days, HalfDay, Locale, MinuteOfDay, MinuteOfDayRefused, Month, MonthRefused,
    ReversedDays, Weekday,
};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_day_is_read_in_iso_and_in_french() {
    let cases = [
        ("14/06/2026", "2026-06-14"),
        ("1/6/2026", "2026-06-01"),
        (" 29.02.2028 ", "2028-02-29"),
        ("31-12-1999", "1999-12-31"),
    ];
    for (french, iso) in cases {
        assert_eq!(Day::parse_french(french), Day::parse(iso), "{french}");
    }
    assert_eq!(day("2026-06-01").french(), "01/06/2026");
    assert_eq!(day("2026-06-01").to_string(), "2026-06-01");
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let cases = [
        ("2026-02-29", DayRefused::NotInCalendar),
        ("2100-02-29", DayRefused::NotInCalendar),
        ("2026-04-31", DayRefused::NotInCalendar),
        ("2026-13-01", DayRefused::NotInCalendar),
        ("2026-00-10", DayRefused::NotInCalendar),
        ("0000-01-01", DayRefused::NotInCalendar),
        ("2026-6-1", DayRefused::Malformed),
        ("14/06/2026", DayRefused::Malformed),
        ("2026-06-14T00:00", DayRefused::Malformed),
        ("+026-06-14", DayRefused::Malformed),
        ("", DayRefused::Malformed),
    ];
    for (text, refused) in cases {
        assert_eq!(Day::parse(text), Err(refused), "{text}");
    }
    for text in ["14/06/26", "14/06", "2026-06-14", "/06/2026", "14//2026"] {
        assert!(Day::parse_french(text).is_err(), "{text}");
    }
    assert_eq!(Day::parse_french("30/02/2026"), Err(DayRefused::NotInCalendar));
}

#[test]
fn days_pass_over_leap_days_and_new_years() {
    let cases = [
        ("2028-02-28", 1, "2028-02-29"),
        ("2028-02-28", 2, "2028-03-01"),
        ("2026-02-28", 1, "2026-03-01"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2000-02-28", 1, "2000-02-29"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2027-01-01", -1, "2026-12-31"),
        ("2028-03-01", -1, "2028-02-29"),
        ("2026-01-01", 365, "2027-01-01"),
        ("2028-01-01", 366, "2029-01-01"),
    ];
    for (from, count, to) in cases {
        assert_eq!(day(from).plus_days(count), day(to), "{from} + {count}");
        assert_eq!(day(from).days_until(day(to)), count, "{from} to {to}");
    }
    assert_eq!(Day::MAX.plus_days(1), Day::MAX);
    assert_eq!(Day::MIN.plus_days(i64::MIN), Day::MIN);
}

#[test]
fn the_week_begins_on_monday() {
    assert_eq!(day("2026-06-14").weekday(), Weekday::Sunday);
    assert_eq!(day("2026-06-14").monday_of_week(), day("2026-06-08"));
    assert_eq!(day("2026-06-15").monday_of_week(), day("2026-06-15"));
    for (number, weekday) in (1_u8..).zip(Weekday::ALL.iter().copied()) {
        assert_eq!(weekday.number(), number);
        assert_eq!(Weekday::from_number(number), Some(weekday));
    }
    assert_eq!(Weekday::from_number(8), None);
}

#[test]
fn a_monthly_anniversary_keeps_its_day_and_clamps_to_the_end_of_the_month() {
    let cases = [
        ("2026-01-31", 1, 31, "2026-02-28"),
        ("2026-02-28", 1, 31, "2026-03-31"),
        ("2026-03-31", 1, 31, "2026-04-30"),
        ("2028-01-31", 1, 31, "2028-02-29"),
        ("2026-12-31", 2, 31, "2027-02-28"),
        ("2026-12-15", 1, 15, "2027-01-15"),
        ("2026-01-15", -1, 15, "2025-12-15"),
        ("2028-02-29", 12, 29, "2029-02-28"),
        ("2026-03-31", -1, 31, "2026-02-28"),
        ("2026-06-10", 0, 0, "2026-06-01"),
    ];
    for (from, months, anchor, to) in cases {
        let found = day(from).plus_months_clamped(months, anchor);
        assert_eq!(found, day(to), "{from} + {months} months, the {anchor}");
    }
    assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
}

#[test]
fn a_month_knows_its_days_and_its_neighbours() {
    let cases = [
        ("2026-02", "2026-02-28", "2026-03", "2026-01", 28),
        ("2028-02", "2028-02-29", "2028-03", "2028-01", 29),
        ("2026-12", "2026-12-31", "2027-01", "2026-11", 31),
        ("2027-01", "2027-01-31", "2027-02", "2026-12", 31),
    ];
    for (text, last, next, previous, count) in cases {
        let month = Month::parse(text).unwrap();
        assert_eq!(month.to_string(), text);
        assert_eq!(month.last(), day(last));
        assert_eq!(month.next().to_string(), next);
        assert_eq!(month.previous().to_string(), previous);
        assert_eq!(month.days().len(), count);
        assert_eq!(month.first().first_of_month(), month.first());
        assert_eq!(month.last(), month.first().last_of_month());
    }
    for text in ["2026-13", "2026-00", "2026", "26-06", "2026-6", "0000-01"] {
        assert_eq!(Month::parse(text), Err(MonthRefused::Malformed), "{text}");
    }
    let december = Month::parse("9999-12").unwrap();
    assert_eq!(december.next(), december);
    assert_eq!(Month::of(Day::MIN).plus(i64::MIN), Month::of(Day::MIN));
}

#[test]
fn a_range_of_days_holds_both_its_ends() {
    let range = Days::new(day("2026-02-27"), day("2026-03-02")).unwrap();
    assert_eq!(range.len(), 4);
    assert!(range.contains(day("2026-02-27")) && range.contains(day("2026-03-02")));
    assert!(!range.contains(day("2026-03-03")));
    assert_eq!(range.iter().count(), 4);
    assert_eq!(Days::one(Day::MAX).iter().collect::<Vec<_>>(), [Day::MAX]);
    let march = Month::parse("2026-03").unwrap().days();
    let shared = range.intersection(march).unwrap();
    assert_eq!(
        (shared.first(), shared.last()),
        (day("2026-03-01"), day("2026-03-02"))
    );
    let april = Month::parse("2026-04").unwrap().days();
    assert_eq!(range.intersection(april), None);
    let (first, last) = (day("2026-03-02"), day("2026-03-01"));
    assert_eq!(
        Days::new(first, last),
        Err(ReversedDays::Reversed { first, last })
    );
    let reversed = r#"{"first":"2026-03-02","last":"2026-03-01"}"#;
    assert!(serde_json::from_str::<Days>(reversed).is_err());
    assert_eq!(HalfDay::parse("morning"), Ok(HalfDay::Morning));
}

#[test]
fn a_time_is_read_as_people_write_it() {
    let cases = [
        ("09:00", 540),
        ("9:30", 570),
        ("9h30", 570),
        ("9 h 30", 570),
        ("9\u{a0}h", 540),
        ("9H", 540),
        ("00:00", 0),
        ("23:59", 1_439),
        ("24:00", 1_440),
    ];
    for (text, minutes) in cases {
        assert_eq!(MinuteOfDay::parse(text).unwrap().minutes(), minutes, "{text}");
    }
    for text in ["24:01", "25:00", "9:60", "99h"] {
        assert_eq!(
            MinuteOfDay::parse(text),
            Err(MinuteOfDayRefused::OutOfDay),
            "{text}"
        );
    }
    for text in ["", "9", "9:", ":30", "9:5", "9h5", "neuf", "-1:00", "123:00"] {
        assert_eq!(
            MinuteOfDay::parse(text),
            Err(MinuteOfDayRefused::Malformed),
            "{text}"
        );
    }
    let half_past_nine = MinuteOfDay::parse("9h30").unwrap();
    assert_eq!(half_past_nine.to_string(), "09:30");
    assert_eq!(half_past_nine.display(Locale::Fr), "9\u{a0}h\u{a0}30");
    assert_eq!(half_past_nine.display(Locale::En), "09:30");
}

prop_compose! {
    fn any_day()(number in 0_i64..3_652_059) -> Day {
        Day::MIN.plus_days(number)
    }
}

proptest! {
    #[test]
    fn going_and_coming_back_gives_the_same_day(from in any_day(), to in any_day()) {
        let count = from.days_until(to);
        prop_assert_eq!(from.plus_days(count), to);
        prop_assert_eq!(to.plus_days(-count), from);
        prop_assert_eq!(to.days_until(from), -count);
        prop_assert_eq!(from < to, count > 0);
    }

    #[test]
    fn a_written_day_is_read_back(day in any_day()) {
        prop_assert_eq!(Day::parse(&day.to_string()), Ok(day));
        prop_assert_eq!(Day::parse_french(&day.french()), Ok(day));
        prop_assert_eq!(Day::new(day.year(), day.month(), day.day()), Ok(day));
        let json = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
    }

    #[test]
    fn the_days_of_a_week_follow_each_other(day in any_day()) {
        let tomorrow = day.plus_days(1);
        prop_assume!(tomorrow != day);
        let following = Weekday::from_number(day.weekday().number() % 7 + 1);
        prop_assert_eq!(Some(tomorrow.weekday()), following);
    }

    #[test]
    fn an_anniversary_is_in_its_month_and_never_after_its_anchor(
        from in any_day(), months in -600_i64..600, anchor in 1_u8..=31,
    ) {
        let found = from.plus_months_clamped(months, anchor);
        prop_assert!(found.day() <= anchor);
        prop_assert!(found.day() == anchor || found == found.last_of_month());
        let month = from.month_of();
        prop_assume!(month.plus(months).months_until(month) == -months);
        prop_assert_eq!(found.month_of(), month.plus(months));
    }

    #[test]
    fn reading_any_text_never_panics(text in "\\PC{0,16}") {
        let _ = (Day::parse(&text), Day::parse_french(&text), Month::parse(&text), MinuteOfDay::parse(&text));
    }
}
