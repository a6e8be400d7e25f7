//! The year of the demonstration: twelve months and the one under way, when the place is open, and how full it is.

use kernel::{Day, Days, Instant, MinuteOfDay, Month, Period, Zone};
use std::collections::BTreeSet;

/// A year that ends today.
#[derive(Debug, Clone)]
pub(super) struct Year {
    /// Where the clocks of the place are.
    pub(super) zone: Zone,
    /// From the first day to today.
    pub(super) days: Days,
    /// The moment at which the year stops.
    end: Instant,
    holidays: BTreeSet<Day>,
}

/// Bookings are made so many days ahead of today at most.
pub(super) const AHEAD: i64 = 60;
/// What had been written down at this time of the last day is there; what comes after is not.
const LAST_MINUTE: u16 = 10 * 60;
/// How busy the place is in each month, January first, and on each weekday, Monday first.
const MONTHS: [i64; 12] = [10, 10, 11, 10, 9, 11, 7, 4, 12, 12, 11, 8];
const WEEKDAYS: [i64; 7] = [9, 12, 9, 12, 8, 0, 0];

impl Year {
    /// The `months` whole months before the one of `today`, and that one until `today`.
    pub(super) fn ending(today: Day, zone: Zone, months: i64) -> Self {
        let first = today.month_of().plus(months.saturating_neg()).first();
        let years = first.year()..=today.plus_days(AHEAD).year();
        let at_ten = MinuteOfDay::from_minutes(LAST_MINUTE).unwrap_or(MinuteOfDay::NOON);
        Self {
            end: zone.instant(today, at_ten),
            zone,
            days: Days::spanning(first, today),
            holidays: years.flat_map(holidays).collect(),
        }
    }

    /// The same year, stopped at a moment of its last day if it would go on after it.
    pub(super) fn stopped_at(self, moment: Option<Instant>) -> Self {
        let end = moment.map_or(self.end, |moment| moment.min(self.end));
        Self { end, ..self }
    }

    pub(super) fn first(&self) -> Day {
        self.days.first()
    }

    pub(super) fn today(&self) -> Day {
        self.days.last()
    }

    /// The moment at which the year stops.
    pub(super) fn end(&self) -> Instant {
        self.end
    }

    /// So many minutes after midnight on a day.
    pub(super) fn at(&self, day: Day, minutes: u16) -> Instant {
        self.zone.instant(
            day,
            MinuteOfDay::from_minutes(minutes).unwrap_or(MinuteOfDay::END),
        )
    }

    /// The days of the year and those for which one may book already.
    pub(super) fn days_ahead(&self) -> Days {
        Days::spanning(self.first(), self.today().plus_days(AHEAD))
    }

    /// The months that are closed: all but the last whole one, which waits for whoever visits.
    pub(super) fn closed_months(&self) -> Vec<Month> {
        let (first, until) = (self.first().month_of(), self.today().month_of().plus(-1));
        (0..first.months_until(until))
            .map(|after| first.plus(after))
            .collect()
    }

    /// The first of January inside the year, when prices change; the year has one if it has twelve months.
    pub(super) fn new_prices(&self) -> Option<Day> {
        self.days
            .iter()
            .find(|day| (day.month(), day.day()) == (1, 1) && *day > self.first())
    }

    /// Whether the desks are open.
    pub(super) fn is_open(&self, day: Day) -> bool {
        WEEKDAYS.get(weekday(day)).is_some_and(|weight| *weight > 0) && !self.is_closed(day)
    }

    /// Whether nobody comes at all: a holiday, the week in August, the end of the year.
    pub(super) fn is_closed(&self, day: Day) -> bool {
        self.holidays.contains(&day) || august(day.year()).contains(day) || is_year_end(day)
    }

    /// How many people come on an open day, beside other days.
    pub(super) fn weight(&self, day: Day) -> i64 {
        let month = usize::from(day.month()).saturating_sub(1);
        let weights = MONTHS.get(month).zip(WEEKDAYS.get(weekday(day)));
        weights
            .filter(|_| !self.is_closed(day))
            .map_or(0, |(month, weekday)| month * weekday)
    }

    /// The first open day not before this one.
    pub(super) fn open_from(&self, day: Day) -> Day {
        Days::spanning(day, day.plus_days(30))
            .iter()
            .find(|day| self.is_open(*day))
            .unwrap_or(day)
    }

    /// The last open day not after this one.
    pub(super) fn open_until(&self, day: Day) -> Day {
        (0..30)
            .map(|back| day.plus_days(-back))
            .find(|day| self.is_open(*day))
            .unwrap_or(day)
    }

    /// The closures of the year and of the weeks ahead, in order: which one, and its days.
    pub(super) fn closures(&self) -> Vec<(Closed, Days)> {
        let ahead = self.days_ahead();
        let years = ahead.first().year()..=ahead.last().year();
        let mut closures: Vec<(Closed, Days)> = years
            .flat_map(|year| {
                let named = (0..)
                    .zip(holidays(year))
                    .map(|(which, day)| (Closed::Holiday(which), Days::one(day)));
                named
                    .chain([(Closed::August, august(year)), (Closed::YearEnd, year_end(year))])
                    .collect::<Vec<_>>()
            })
            .filter(|(_, days)| days.intersection(ahead).is_some())
            .collect();
        closures.sort_by_key(|(_, days)| days.first());
        closures
    }

    /// The whole of some days, as a period.
    pub(super) fn period(&self, days: Days) -> Period {
        self.zone.bounds(days)
    }
}

/// Why the place is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// A public holiday, by its place in the list of a year.
    Holiday(usize),
    /// The week in August.
    August,
    /// The days after Christmas.
    YearEnd,
}

fn weekday(day: Day) -> usize {
    usize::from(day.weekday().number()).saturating_sub(1)
}

fn august(year: i16) -> Days {
    let monday = day(year, 8, 12).monday_of_week();
    Days::spanning(monday, monday.plus_days(6))
}

fn year_end(year: i16) -> Days {
    Days::spanning(day(year, 12, 26), day(year, 12, 31))
}

fn is_year_end(day: Day) -> bool {
    year_end(day.year()).contains(day)
}

/// The eleven public holidays (C. trav. art. L3133-1), in the order of the year.
fn holidays(year: i16) -> [Day; 11] {
    let easter = easter(year);
    [
        day(year, 1, 1),
        easter.plus_days(1),
        day(year, 5, 1),
        day(year, 5, 8),
        easter.plus_days(39),
        easter.plus_days(50),
        day(year, 7, 14),
        day(year, 8, 15),
        day(year, 11, 1),
        day(year, 11, 11),
        day(year, 12, 25),
    ]
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Day {
    let year_number = i64::from(year);
    let (golden, century, of_century) = (year_number % 19, year_number / 100, year_number % 100);
    let leap_centuries = century / 4;
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * sunday) / 451;
    // Days after 22 March.
    day(year, 3, 22).plus_days(epact + sunday - 7 * shift)
}

fn day(year: i16, month: u8, number: u8) -> Day {
    Day::new(year, month, number).unwrap_or(Day::MIN)
}

#[cfg(test)]
mod tests;
