//! Civil months.

use crate::text::digits_value;
use crate::{Day, Days};

crate::refusals! {
    /// Why a text or two numbers are not a month.
    pub enum MonthRefused {
        /// Not written as a month, or not a month from January to December of year 1 to 9999.
        Malformed = "refused-month-malformed",
    }
}

/// A month of the civil calendar, known by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Day);

impl Month {
    /// The month of a year (1 to 9999) and a number from 1 to 12.
    ///
    /// # Errors
    /// [`MonthRefused`] when there is no such month.
    pub fn new(year: i16, month: u8) -> Result<Self, MonthRefused> {
        Day::new(year, month, 1)
            .map(Self)
            .map_err(|_| MonthRefused::Malformed)
    }

    /// The month that holds a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self(day.first_of_month())
    }

    /// Reads `2026-06`.
    ///
    /// # Errors
    /// [`MonthRefused`] when it is written otherwise.
    pub fn parse(text: &str) -> Result<Self, MonthRefused> {
        match text.trim().split_once('-') {
            Some((year, month)) if year.len() == 4 && month.len() == 2 => {
                let number = |text| digits_value(text).ok_or(MonthRefused::Malformed);
                let year = i16::try_from(number(year)?).map_err(|_| MonthRefused::Malformed)?;
                let month = u8::try_from(number(month)?).map_err(|_| MonthRefused::Malformed)?;
                Self::new(year, month)
            }
            _ => Err(MonthRefused::Malformed),
        }
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The number of the month in its year, from 1 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0.month()
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Day {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.0.last_of_month()
    }

    /// Its days, from the first to the last.
    #[must_use]
    pub fn days(self) -> Days {
        Days::spanning(self.first(), self.last())
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// So many months later; earlier when negative. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, months: i64) -> Self {
        let index = self.index().saturating_add(months);
        // Past the ends, the nearest month that can be written.
        let nearest = if months < 0 { Day::MIN } else { Day::MAX };
        let year = i16::try_from(index.div_euclid(12)).ok();
        let number = u8::try_from(index.rem_euclid(12) + 1).ok();
        year.zip(number)
            .and_then(|(year, number)| Self::new(year, number).ok())
            .unwrap_or_else(|| Self::of(nearest))
    }

    /// How many months from this one to the other; negative when the other is before.
    #[must_use]
    pub fn months_until(self, other: Self) -> i64 {
        other.index() - self.index()
    }

    /// The day of that number, or the last day when the month is shorter; number 0 gives the first.
    #[must_use]
    pub fn day_clamped(self, number: u8) -> Day {
        let number = number.clamp(1, self.last().day());
        self.0.plus_days(i64::from(number) - 1)
    }

    /// The key of the message that names it, without the year.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self.number() {
            1 => "month-january",
            2 => "month-february",
            3 => "month-march",
            4 => "month-april",
            5 => "month-may",
            6 => "month-june",
            7 => "month-july",
            8 => "month-august",
            9 => "month-september",
            10 => "month-october",
            11 => "month-november",
            _ => "month-december",
        }
    }

    fn index(self) -> i64 {
        i64::from(self.year()) * 12 + i64::from(self.number()) - 1
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

crate::text_form!(Month, MonthRefused);
