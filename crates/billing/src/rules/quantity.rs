//! How much of something.

use kernel::{Locale, Money};
use serde::{Deserialize, Serialize};

kernel::refusals! {
    /// Why a text is not a quantity.
    pub enum QuantityRefused {
        /// Not a number with at most three decimals.
        Unreadable = "billing-refused-quantity-unreadable",
        /// Nothing, or more than a million units.
        OutOfBounds = "billing-refused-quantity-out-of-bounds",
    }
}

/// How many units, in thousandths: an hour and a half is 1 500. Negative in a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(i64);

/// A million units.
const LARGEST: i64 = 1_000_000_000;

impl Quantity {
    /// One unit.
    pub const ONE: Self = Self(1_000);

    /// So many whole units.
    ///
    /// # Errors
    /// [`QuantityRefused::OutOfBounds`] for zero and beyond a million.
    pub fn whole(units: i64) -> Result<Self, QuantityRefused> {
        Self::from_thousandths(units.saturating_mul(1_000))
    }

    /// So many thousandths of a unit.
    ///
    /// # Errors
    /// [`QuantityRefused::OutOfBounds`] for zero and beyond a million units.
    pub fn from_thousandths(thousandths: i64) -> Result<Self, QuantityRefused> {
        if thousandths == 0 || thousandths.unsigned_abs() > LARGEST.unsigned_abs() {
            return Err(QuantityRefused::OutOfBounds);
        }
        Ok(Self(thousandths))
    }

    /// Reads `2`, `1,5`, `1.25`.
    ///
    /// # Errors
    /// [`QuantityRefused`] when it is not such a number, is zero or too large.
    pub fn parse(text: &str) -> Result<Self, QuantityRefused> {
        let text = text.trim();
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) || decimals.len() > 3 {
            return Err(QuantityRefused::Unreadable);
        }
        let thousandths = format!("{whole}{decimals:0<3}")
            .parse::<i64>()
            .map_err(|_| QuantityRefused::OutOfBounds)?;
        Self::from_thousandths(if negative { -thousandths } else { thousandths })
    }

    /// The number of thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The quantity that undoes this one.
    #[must_use]
    pub const fn opposite(self) -> Self {
        Self(-self.0)
    }

    /// What so much costs at a unit price, rounded once, half away from zero.
    #[must_use]
    pub fn at(self, unit_price: Money) -> Money {
        unit_price.share(self.0, 1_000)
    }

    /// As a person reads it: `1,5` in French, `1.5` in English.
    #[must_use]
    pub fn display(self, locale: Locale) -> String {
        let mark = match locale {
            Locale::Fr => ',',
            Locale::En => '.',
        };
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let text = format!("{sign}{}{mark}{:03}", magnitude / 1_000, magnitude % 1_000);
        text.trim_end_matches('0').trim_end_matches(mark).to_owned()
    }
}
