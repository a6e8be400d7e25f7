//! When a resource may be booked: weekly hours in civil time, closures taken out (RULES 8).

use kernel::{Day, Days, MinuteOfDay, Period, Weekday, Zone};

/// Open from `opens` to `closes` on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeklyHours {
    /// The day of the week.
    pub weekday: Weekday,
    /// The first minute.
    pub opens: MinuteOfDay,
    /// The minute after the last.
    pub closes: MinuteOfDay,
}

/// The open periods of a span of days: the union of the hours, merged, minus the closures.
pub fn open_periods(hours: &[WeeklyHours], closures: &[Period], zone: &Zone, days: Days) -> Vec<Period> {
    let open = days.iter().flat_map(|day| open_on(hours, zone, day)).collect();
    closures.iter().fold(Period::merge(open), |open, closure| open.into_iter().flat_map(|period| period.minus(*closure)).collect())
}

/// Whether a booking lies inside the merged union.
pub fn lies_within(open: &[Period], wanted: Period) -> bool {
    open.iter().any(|period| period.contains_period(wanted))
}

fn open_on(hours: &[WeeklyHours], zone: &Zone, day: Day) -> Vec<Period> {
    hours
        .iter()
        .filter(|line| line.weekday == day.weekday())
        .filter_map(|line| Period::new(zone.instant(day, line.opens), zone.instant(day, line.closes)).ok())
        .collect()
}
