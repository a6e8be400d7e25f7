//! Percentages.

use crate::money_text::decimal_mark;
use crate::text::{digits_value, is_blank};
use crate::{Locale, Money, divide_half_away};
use serde::{Deserialize, Serialize};

crate::refusals! {
    /// Why a text is not a percentage.
    pub enum RateRefused {
        /// Not a percentage.
        Unreadable = "refused-rate-unreadable",
        /// More than two decimals.
        TooPrecise = "refused-rate-too-precise",
        /// Over 1 000 %.
        OutOfBounds = "refused-rate-out-of-bounds",
    }
}

/// An exact percentage in basis points, hundredths of a percent: 20 % is 2 000, 5.5 % is 550.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(i64);

/// 1 000 %.
const LARGEST_BASIS_POINTS: i64 = 100_000;

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The whole.
    pub const HUNDRED: Self = Self(10_000);

    /// A rate of so many hundredths of a percent.
    #[must_use]
    pub const fn from_basis_points(basis_points: i64) -> Self {
        Self(basis_points)
    }

    /// The rate in hundredths of a percent.
    #[must_use]
    pub const fn basis_points(self) -> i64 {
        self.0
    }

    /// Reads `20`, `5,5`, `5.5`, `20 %`: from 0 to 1 000 with at most two decimals.
    ///
    /// # Errors
    /// [`RateRefused`] when it is not such a percentage.
    pub fn parse(text: &str) -> Result<Self, RateRefused> {
        let bare = text.trim_matches(|c| is_blank(c) || c == '%');
        let (whole, decimals) = match bare.split_once([',', '.']) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (bare, None),
        };
        let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !are_digits(whole) || !decimals.is_none_or(are_digits) {
            return Err(RateRefused::Unreadable);
        }
        let fraction = decimals.unwrap_or_default();
        if fraction.len() > 2 {
            return Err(RateRefused::TooPrecise);
        }
        digits_value(&format!("{whole}{fraction:0<2}"))
            .filter(|basis_points| *basis_points <= LARGEST_BASIS_POINTS)
            .map(Self)
            .ok_or(RateRefused::OutOfBounds)
    }

    /// This percentage of an amount, rounded once, half away from zero: the VAT of a net amount.
    #[must_use]
    pub fn of(self, amount: Money) -> Money {
        amount.percent(self)
    }

    /// The net amount of a gross one that includes this rate, rounded once, half away from zero.
    ///
    /// # Panics
    /// When the rate is −100 %, of which no gross amount can come.
    #[must_use]
    pub fn net_from_gross(self, gross: Money) -> Money {
        let exact = i128::from(gross.cents()) * 10_000;
        Money::narrow(divide_half_away(exact, 10_000 + i128::from(self.0)))
    }

    /// Writes the rate as a person reads it: `5,5 %` in French (narrow no-break space), `5.5%` in English.
    #[must_use]
    pub fn display(self, locale: Locale) -> String {
        let number = self.number(decimal_mark(locale));
        match locale {
            Locale::Fr => format!("{number}\u{202f}%"),
            Locale::En => format!("{number}%"),
        }
    }

    /// Writes the number alone, as a form field is filled: `5,5` or `5.5`.
    #[must_use]
    pub fn field(self, locale: Locale) -> String {
        self.number(decimal_mark(locale))
    }

    fn number(self, mark: char) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        let text = format!("{sign}{}{mark}{:02}", magnitude / 100, magnitude % 100);
        text.trim_end_matches('0').trim_end_matches(mark).to_owned()
    }
}
