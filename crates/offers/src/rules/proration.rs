//! The part of a monthly price that is due for the days on which a contract holds (RULES 20).
//!
//! Inclusive civil days over the days of the period, rounded once, half away from zero. With 250.00 a month: from 10 June, 21
//! days of 30, 175.00; from 15 February 2026, 14 days of 28, 125.00; from 20 January, 12 days of 31, 96.77. Days of a pause or of a
//! reduced tariff count for the part of the price that is due on them.

use super::changes::{Change, WHOLE, weight_of};
use super::coupon::FirstCut;
use kernel::{Day, Days, Money, Month};

/// What is due for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The days on which the contract holds, in that period.
    pub days: Days,
    /// How many days the period has.
    pub out_of: i64,
    /// The price of a whole period.
    pub monthly: Money,
    /// The price of these days, less what a coupon takes off.
    pub amount: Money,
    /// What a coupon takes off.
    pub off: Money,
    /// What these days weigh: so many hundred millionths of a whole day in all.
    pub weight: i64,
}

impl Due {
    /// The same, less what comes off when it is the period of a coupon.
    #[must_use]
    pub(crate) fn less(self, first: Option<&FirstCut>, month: Month) -> Self {
        let left = match first.filter(|first| first.month == month) {
            Some(first) => first.cut.of(self.amount),
            None => self.amount,
        };
        Self {
            amount: left,
            off: self.amount - left,
            ..self
        }
    }

    /// Whether the whole period is due at its whole price.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.weight == self.out_of * WHOLE
    }

    /// The part of a number that these days give, rounded once, half away from zero: units, minutes.
    #[must_use]
    pub fn part_of(&self, number: i64) -> i64 {
        Money::from_cents(number)
            .share(self.weight, self.out_of * WHOLE)
            .cents()
    }
}

/// What a contract owes for a calendar month, if it holds on one of its days. `until` is its last day.
#[must_use]
pub fn due(price: Money, from: Day, until: Option<Day>, month: Month) -> Option<Due> {
    due_in(price, (from, until), month.days(), &[])
}

/// What a contract held from a day until another owes for a period, if it holds on one of its days.
#[must_use]
pub fn due_in(
    price: Money,
    (from, until): (Day, Option<Day>),
    period: Days,
    changes: &[Change],
) -> Option<Due> {
    let held = Days::new(from, until.unwrap_or(Day::MAX)).ok()?;
    let days = held.intersection(period)?;
    let out_of = period.len();
    let weight = weight_of(changes, days);
    Some(Due {
        days,
        out_of,
        monthly: price,
        amount: price.share(weight, out_of * WHOLE),
        off: Money::ZERO,
        weight,
    })
}

#[cfg(test)]
mod tests;
