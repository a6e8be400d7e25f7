//! When a resource may be booked: weekly hours in civil time, closures taken out (RULES 8).

use kernel::{Day, Days, MinuteOfDay, Period, Weekday, Zone};

/// Open from `opens` to `closes` on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeeklyHours {
    /// The day of the week.
    pub weekday: Weekday,
    /// The first minute.
    pub opens: MinuteOfDay,
    /// The minute after the last.
    pub closes: MinuteOfDay,
}

kernel::refusals! {
    /// Why weekly hours are not kept.
    pub enum HoursRefused {
        /// A line closes before it opens.
        Reversed {
            /// The hour it opens.
            opens: MinuteOfDay,
            /// The hour it closes.
            closes: MinuteOfDay
        } = "spaces-refused-hours-reversed",
        /// Two lines of one day overlap.
        Overlap {
            /// The hour the second one opens.
            opens: MinuteOfDay
        } = "spaces-refused-hours-overlap",
    }
}

/// The lines in order, if they can be kept.
///
/// # Errors
/// [`HoursRefused`].
pub fn checked(mut lines: Vec<WeeklyHours>) -> Result<Vec<WeeklyHours>, HoursRefused> {
    if let Some(line) = lines.iter().find(|line| line.opens >= line.closes) {
        return Err(HoursRefused::Reversed {
            opens: line.opens,
            closes: line.closes,
        });
    }
    lines.sort_unstable();
    for pair in lines.windows(2) {
        if let [one, next] = pair
            && one.weekday == next.weekday
            && next.opens < one.closes
        {
            return Err(HoursRefused::Overlap { opens: next.opens });
        }
    }
    Ok(lines)
}

/// The open periods of a span of days: the union of the hours, merged, minus the closures.
#[must_use]
pub fn open_periods(hours: &[WeeklyHours], closures: &[Period], zone: &Zone, days: Days) -> Vec<Period> {
    let open = days.iter().flat_map(|day| open_on(hours, zone, day)).collect();
    closures.iter().fold(Period::merge(open), |open, closure| {
        open.into_iter()
            .flat_map(|period| period.minus(*closure))
            .collect()
    })
}

/// Whether a booking lies inside the merged union.
#[must_use]
pub fn lies_within(open: &[Period], wanted: Period) -> bool {
    open.iter().any(|period| period.contains_period(wanted))
}

/// The days whose hours may matter to a booking: those it touches, and one around, for hours that go on past midnight.
#[must_use]
pub fn days_around(wanted: Period, zone: &Zone) -> Days {
    Days::spanning(
        zone.day_of(wanted.start()).previous(),
        zone.day_of(wanted.end()).next(),
    )
}

fn open_on(hours: &[WeeklyHours], zone: &Zone, day: Day) -> Vec<Period> {
    hours
        .iter()
        .filter(|line| line.weekday == day.weekday())
        .filter_map(|line| Period::new(zone.instant(day, line.opens), zone.instant(day, line.closes)).ok())
        .collect()
}
