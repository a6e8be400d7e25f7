//! The part of a monthly price that is due for the days on which a contract holds (RULES 20).
//!
//! Inclusive civil days over the days of the month, rounded once, half away from zero. With 250.00 a month: from 10 June, 21
//! days of 30, 175.00; from 15 February 2026, 14 days of 28, 125.00; from 20 January, 12 days of 31, 96.77.

use kernel::{Day, Days, Money, Month};

/// What is due for a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The days on which the contract holds, in that month.
    pub days: Days,
    /// How many days the month has.
    pub out_of: i64,
    /// The price of a whole month.
    pub monthly: Money,
    /// The price of these days.
    pub amount: Money,
}

impl Due {
    /// Whether the whole month is due.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.days.len() == self.out_of
    }
}

/// What a contract owes for a month, if it holds on one of its days. `until` is its last day.
#[must_use]
pub fn due(price: Money, from: Day, until: Option<Day>, month: Month) -> Option<Due> {
    let held = Days::new(from, until.unwrap_or(Day::MAX)).ok()?;
    let days = held.intersection(month.days())?;
    let out_of = month.days().len();
    Some(Due {
        days,
        out_of,
        monthly: price,
        amount: price.share(days.len(), out_of),
    })
}

#[cfg(test)]
mod tests;
