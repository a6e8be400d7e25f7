//! Civil days.

use crate::text::{digits_value, two_digits};
use crate::{Month, Weekday};
use jiff::civil::Date;
use jiff::{ToSpan, Unit};

crate::refusals! {
    /// Why a text or three numbers are not a day.
    pub enum DayRefused {
        /// Not written as a day.
        Malformed = "refused-day-malformed",
        /// Written as a day that the calendar does not have, such as 30 February.
        NotInCalendar = "refused-day-not-in-calendar",
    }
}

/// A day of the civil calendar, from year 1 to year 9999, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// More days than the calendar holds, and what the time library accepts at most.
const SPAN_LIMIT: i64 = 4_000_000;

impl Day {
    /// The first day that can be written.
    pub const MIN: Self = Self(jiff::civil::date(1, 1, 1));

    /// The last day that can be written.
    pub const MAX: Self = Self(jiff::civil::date(9999, 12, 31));

    /// The day of a year (1 to 9999), a month (1 to 12) and a number in that month.
    ///
    /// # Errors
    /// [`DayRefused::NotInCalendar`] when there is no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Result<Self, DayRefused> {
        let number = |value: u8| i8::try_from(value).map_err(|_| DayRefused::NotInCalendar);
        Date::new(year, number(month)?, number(day)?)
            .ok()
            .filter(|date| date.year() >= 1)
            .map(Self)
            .ok_or(DayRefused::NotInCalendar)
    }

    /// Reads ISO 8601: `2026-06-14`.
    ///
    /// # Errors
    /// [`DayRefused`] when it is written otherwise or is not in the calendar.
    pub fn parse(text: &str) -> Result<Self, DayRefused> {
        match text.trim().split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if [year.len(), month.len(), day.len()] == [4, 2, 2] => {
                Self::from_texts(year, month, day)
            }
            _ => Err(DayRefused::Malformed),
        }
    }

    /// Reads what a French person types: `14/06/2026`, `1/6/2026`, `14.06.2026`, `14-06-2026`.
    ///
    /// # Errors
    /// [`DayRefused`] when it is written otherwise or is not in the calendar.
    pub fn parse_french(text: &str) -> Result<Self, DayRefused> {
        match text.trim().split(['/', '.', '-']).collect::<Vec<_>>().as_slice() {
            [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => {
                Self::from_texts(year, month, day)
            }
            _ => Err(DayRefused::Malformed),
        }
    }

    /// Writes it as a French person does: `14/06/2026`.
    #[must_use]
    pub fn french(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day(), self.month(), self.year())
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The number of the day in its month, from 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday().into()
    }

    /// The month that holds the day.
    #[must_use]
    pub fn month_of(self) -> Month {
        Month::of(self)
    }

    /// So many days later; earlier when negative. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let days = days.clamp(-SPAN_LIMIT, SPAN_LIMIT);
        Self::inside(self.0.saturating_add(days.days()))
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The day before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// How many days from this one to the other: 1 from a day to the next, negative when the other is before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        // Between two dates the answer is in whole days and cannot fail.
        let span = self.0.until((Unit::Day, other.0)).unwrap_or_default();
        i64::from(span.get_days())
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The last day of the month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday_of_week(self) -> Self {
        self.plus_days(1 - i64::from(self.weekday().number()))
    }

    /// The monthly anniversary `months` later: the day `anchor_day` of that month, or its last day
    /// when it is shorter. Handing the same anchor at each step makes 31 January, 28 February, 31 March.
    #[must_use]
    pub fn plus_months_clamped(self, months: i64, anchor_day: u8) -> Self {
        let month = self.month_of().plus(months);
        month.day_clamped(anchor_day)
    }

    /// The same number in the month `months` later, or its last day when it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        self.plus_months_clamped(months, self.day())
    }

    pub(crate) const fn date(self) -> Date {
        self.0
    }

    /// The nearest day inside the calendar that can be written.
    pub(crate) fn inside(date: Date) -> Self {
        Self(date).clamp(Self::MIN, Self::MAX)
    }

    fn from_texts(year: &str, month: &str, day: &str) -> Result<Self, DayRefused> {
        let number = |text: &str| digits_value(text).ok_or(DayRefused::Malformed);
        let year = i16::try_from(number(year)?).map_err(|_| DayRefused::Malformed)?;
        let month = u8::try_from(number(month)?).map_err(|_| DayRefused::Malformed)?;
        let day = u8::try_from(number(day)?).map_err(|_| DayRefused::Malformed)?;
        Self::new(year, month, day)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // By hand: a page writes hundreds of days, and formatting with widths takes ten times as long.
        let year = self.year().unsigned_abs();
        let [c, e] = two_digits(year / 100);
        let [a, r] = two_digits(year % 100);
        let [m, n] = two_digits(self.month().into());
        let [d, y] = two_digits(self.day().into());
        let text = [c, e, a, r, b'-', m, n, b'-', d, y];
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

crate::text_form!(Day, DayRefused);
