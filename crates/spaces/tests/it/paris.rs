//! Moments written as they stand on a clock in Paris: `2026-06-15 09:00`.

use kernel::{Day, Instant, MinuteOfDay, Period, Zone};

pub(crate) fn paris() -> Zone {
    Zone::parse("Europe/Paris").unwrap()
}

pub(crate) fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap();
    paris().instant(Day::parse(day).unwrap(), MinuteOfDay::parse(time).unwrap())
}

pub(crate) fn hours(from: &str, until: &str) -> Period {
    Period::new(at(from), at(until)).unwrap()
}
