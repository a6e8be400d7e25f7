//! The price of a booking: the cheapest combination of hours, half-days and days (RULES 18).

use super::booking_window::LONGEST_MINUTES;
use kernel::Money;

/// The prices of a resource for one audience on one day; those not offered are absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tariff {
    /// One hour; a begun quarter counts as a quarter of it.
    pub hour: Option<Money>,
    /// A half-day of [`HALF_DAY_MINUTES`].
    pub half_day: Option<Money>,
    /// A day of [`DAY_MINUTES`].
    pub day: Option<Money>,
}

/// Minutes that one half-day price covers.
pub const HALF_DAY_MINUTES: i64 = 240;
/// Minutes that one day price covers.
pub const DAY_MINUTES: i64 = 480;
/// Hours are sold by the quarter.
const QUARTER: i64 = 15;

/// How a price was made: so many days, half-days and quarters of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Combination {
    /// Days charged.
    pub days: i64,
    /// Half-days charged.
    pub half_days: i64,
    /// Quarters of an hour charged.
    pub quarters: i64,
    /// What they come to.
    pub price: Money,
}

impl Tariff {
    /// The cheapest combination that covers `minutes`, or nothing when the resource has no price at all. Among equal prices
    /// the one with the larger pieces. Lengths beyond [`LONGEST_MINUTES`] are priced as that.
    #[must_use]
    pub fn cheapest(&self, minutes: i64) -> Option<Combination> {
        let minutes = minutes.clamp(1, LONGEST_MINUTES);
        let most_days = if self.day.is_some() {
            minutes / DAY_MINUTES + 1
        } else {
            0
        };
        (0..=most_days)
            .flat_map(|days| {
                let left = (minutes - days * DAY_MINUTES).max(0);
                let most_halves = if self.half_day.is_some() {
                    left / HALF_DAY_MINUTES + 1
                } else {
                    0
                };
                (0..=most_halves).map(move |half_days| (days, half_days))
            })
            .filter_map(|(days, half_days)| self.with(minutes, days, half_days))
            .min_by_key(|combination| {
                (
                    combination.price,
                    combination.quarters,
                    combination.half_days,
                    combination.days,
                )
            })
    }

    fn with(&self, minutes: i64, days: i64, half_days: i64) -> Option<Combination> {
        let left = (minutes - days * DAY_MINUTES - half_days * HALF_DAY_MINUTES).max(0);
        let quarters = (left + QUARTER - 1) / QUARTER;
        let hours = if quarters == 0 {
            Money::ZERO
        } else {
            self.hour?.share(quarters, 4)
        };
        let price = priced(self.day, days) + priced(self.half_day, half_days) + hours;
        Some(Combination {
            days,
            half_days,
            quarters,
            price,
        })
    }
}

fn priced(price: Option<Money>, pieces: i64) -> Money {
    price.map_or(Money::ZERO, |price| price.times(pieces))
}

impl From<billing::Tariff> for Tariff {
    fn from(tariff: billing::Tariff) -> Self {
        Self {
            hour: tariff.hour,
            half_day: tariff.half_day,
            day: tariff.day,
        }
    }
}
