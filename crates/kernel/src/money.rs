//! Amounts of money.

use crate::{Rate, divide_half_away};
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// An amount in whole cents, in the currency of the place. Negative amounts are credits.
///
/// Additions that would leave 64 bits stop the program: no amount silently wraps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// Nothing owed.
    pub const ZERO: Self = Self(0);

    /// An amount of so many cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// Whether nothing is owed.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether the amount is under zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is over zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// So many times the amount, exactly.
    #[must_use]
    pub const fn times(self, count: i64) -> Self {
        Self(self.0 * count)
    }

    /// This percentage of the amount, rounded once, half away from zero.
    #[must_use]
    pub fn percent(self, rate: Rate) -> Self {
        self.share(rate.basis_points(), 10_000)
    }

    /// `numerator / denominator` of the amount, rounded once, half away from zero: proration.
    ///
    /// # Panics
    /// When `denominator` is zero, or when the result leaves 64 bits.
    #[must_use]
    pub fn share(self, numerator: i64, denominator: i64) -> Self {
        let exact = i128::from(self.0) * i128::from(numerator);
        Self::narrow(divide_half_away(exact, i128::from(denominator)))
    }

    /// Splits the amount in proportion to the parts, so that the result adds up to the amount exactly.
    /// Each part gets its share rounded towards zero; the cents left over go one by one to the first
    /// parts that are not zero.
    ///
    /// A negative part counts as zero; when every part is zero the split is equal. No part gives no amount.
    #[must_use]
    pub fn allocate(self, parts: &[i64]) -> Vec<Self> {
        let mut weights: Vec<i128> = parts.iter().map(|part| i128::from(*part).max(0)).collect();
        if weights.iter().all(|weight| *weight == 0) {
            weights.fill(1);
        }
        let total: i128 = weights.iter().sum();
        let mut amounts: Vec<Self> = weights
            .iter()
            .map(|weight| Self::narrow(i128::from(self.0) * weight / total.max(1)))
            .collect();
        let mut rest = self.0 - amounts.iter().map(|amount| amount.0).sum::<i64>();
        for (amount, weight) in amounts.iter_mut().zip(&weights) {
            if rest != 0 && *weight != 0 {
                amount.0 += rest.signum();
                rest -= rest.signum();
            }
        }
        amounts
    }

    pub(crate) fn narrow(cents: i128) -> Self {
        match i64::try_from(cents) {
            Ok(cents) => Self(cents),
            Err(_) => panic!("an amount left 64 bits"),
        }
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Self> for Money {
    fn sum<I: Iterator<Item = &'a Self>>(amounts: I) -> Self {
        amounts.copied().sum()
    }
}
