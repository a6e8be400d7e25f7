//! What a day's use costs in units (RULES 14).
//!
//! A pass says two numbers: what a day costs and what a half-day costs. The reference pass has 30 units, a day at 3 and a
//! half-day at 2: 10 days, or 15 half-days, never 20. Two half-days of one day would cost 4; the day costs 3, so 3 are taken.
//! Where a day costs 5 and a half-day 2, two half-days stay two half-days and cost 4, and so does the whole day.

kernel::codes! {
    /// What a person used of one civil day.
    pub enum DayUse {
        /// Nothing: they did not come, or the visit was undone.
        Nothing = "nothing",
        /// A morning or an afternoon.
        HalfDay = "half_day",
        /// A morning and an afternoon, told one after the other.
        TwoHalfDays = "two_half_days",
        /// The whole day.
        Day = "day",
    }
}

impl DayUse {
    /// What a day comes to that was spent partly elsewhere: two halves, wherever they were, are turned into a day when that is cheaper, and
    /// a day paid is paid wherever else its person goes (RULES 14).
    #[must_use]
    pub const fn with(self, elsewhere: Self) -> Self {
        match (self, elsewhere) {
            (Self::Nothing, other) | (other, Self::Nothing) => other,
            (Self::HalfDay, Self::HalfDay) => Self::TwoHalfDays,
            _ => Self::Day,
        }
    }
}

kernel::refusals! {
    /// Why two numbers cannot be the costs of a pass.
    pub enum UnitCostsRefused {
        /// A half-day costs at least one unit.
        HalfDayFree = "offers-refused-half-day-free",
        /// A half-day may not cost more than a day.
        HalfDayDearer = "offers-refused-half-day-dearer",
        /// A day may not cost more units than this.
        DayTooDear {
            /// The most that a day may cost.
            maximum: i64
        } = "offers-refused-day-too-dear",
    }
}

/// What a day and a half-day cost, in units: `0 < half-day ≤ day ≤ 1000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitCosts {
    day: i64,
    half_day: i64,
}

impl UnitCosts {
    /// The most units that a day may cost.
    pub const DEAREST_DAY: i64 = 1000;

    /// A day and a half-day at so many units.
    ///
    /// # Errors
    /// [`UnitCostsRefused`] unless `0 < half_day <= day <= 1000`.
    pub fn new(day: i64, half_day: i64) -> Result<Self, UnitCostsRefused> {
        if half_day < 1 {
            return Err(UnitCostsRefused::HalfDayFree);
        }
        if half_day > day {
            return Err(UnitCostsRefused::HalfDayDearer);
        }
        if day > Self::DEAREST_DAY {
            return Err(UnitCostsRefused::DayTooDear {
                maximum: Self::DEAREST_DAY,
            });
        }
        Ok(Self { day, half_day })
    }

    /// Units of a day, as the offer says it.
    #[must_use]
    pub const fn day(self) -> i64 {
        self.day
    }

    /// Units of a half-day, as the offer says it.
    #[must_use]
    pub const fn half_day(self) -> i64 {
        self.half_day
    }

    /// Units of this use of one day, by the cheapest combination.
    #[must_use]
    pub fn of(self, used: DayUse) -> i64 {
        match used {
            DayUse::Nothing => 0,
            DayUse::HalfDay => self.half_day,
            DayUse::TwoHalfDays | DayUse::Day => self.day.min(self.half_day * 2),
        }
    }

    /// How many whole days so many units make.
    #[must_use]
    pub fn days_in(self, units: i64) -> i64 {
        units / self.of(DayUse::Day)
    }

    /// How many half-days, each on a day of its own, so many units make.
    #[must_use]
    pub fn half_days_in(self, units: i64) -> i64 {
        units / self.half_day
    }
}

#[cfg(test)]
mod tests;
