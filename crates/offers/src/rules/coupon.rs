//! Coupons: a code that takes something off the price of a pass, so often and for so long.

use super::pass_offer::PassOffer;
use kernel::{Day, Days, Id, Money, Rate};

/// A coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coupon {
    /// Which one.
    pub id: Id<Coupon>,
    /// What the place says of it.
    pub terms: CouponTerms,
}

/// What is said of a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouponTerms {
    /// What people type, in capitals.
    pub code: String,
    /// What it takes off.
    pub cut: CouponCut,
    /// The pass it is for; none for every pass.
    pub offer: Option<Id<PassOffer>>,
    /// From when to when.
    pub days: Days,
    /// How often in all; none without limit.
    pub most_uses: Option<i64>,
    /// How often by one person; none without limit.
    pub most_each: Option<i64>,
    /// Whether it can be used.
    pub active: bool,
}

/// What a coupon takes off a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouponCut {
    /// A part.
    Rate(Rate),
    /// An amount, on the basis of the price; never more than the price.
    Amount(Money),
}

impl CouponCut {
    /// What is left of a price.
    #[must_use]
    pub fn of(self, price: Money) -> Money {
        match self {
            Self::Rate(rate) => price - price.percent(rate),
            Self::Amount(amount) => (price - amount).max(Money::ZERO),
        }
    }
}

kernel::refusals! {
    /// Why a coupon is not kept or not taken.
    pub enum CouponRefused {
        /// No such code, or not now.
        Unknown = "offers-refused-coupon-unknown",
        /// It is for another pass.
        OtherOffer = "offers-refused-coupon-offer",
        /// It was used as often as it may be.
        UsedUp = "offers-refused-coupon-used-up",
        /// This person used it as often as they may.
        UsedByYou = "offers-refused-coupon-used-by-you",
        /// Not from three to forty letters, digits and hyphens.
        Code = "offers-refused-coupon-code",
        /// Nothing is taken off, or more than all, or both a part and an amount.
        Cut = "offers-refused-coupon-cut",
        /// A limit below one.
        Limit = "offers-refused-coupon-limit",
        /// Another coupon has this code.
        CodeTaken = "offers-refused-name-taken",
    }
}

/// Reads a code as people type it.
///
/// # Errors
/// [`CouponRefused::Code`].
pub(crate) fn code(text: &str) -> Result<String, CouponRefused> {
    // Folding drops what is no letter: it must not make a code of what is none.
    if text
        .chars()
        .any(|letter| !(letter.is_alphanumeric() || letter == '-' || letter.is_whitespace()))
    {
        return Err(CouponRefused::Code);
    }
    let code: String = text
        .split('-')
        .map(kernel::fold)
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_uppercase();
    let is_plain = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-';
    if !(3..=40).contains(&code.len()) || !code.chars().all(is_plain) {
        return Err(CouponRefused::Code);
    }
    Ok(code)
}

impl CouponTerms {
    /// Checks numbers.
    pub(crate) fn check(&self) -> Result<(), CouponRefused> {
        let sane = match self.cut {
            CouponCut::Rate(rate) => rate > Rate::ZERO && rate <= Rate::HUNDRED,
            CouponCut::Amount(amount) => amount.is_positive() && amount <= billing::LARGEST_PRICE,
        };
        if !sane {
            return Err(CouponRefused::Cut);
        }
        if [self.most_uses, self.most_each]
            .iter()
            .flatten()
            .any(|most| *most < 1)
        {
            return Err(CouponRefused::Limit);
        }
        Ok(())
    }

    /// Whether somebody may use it for a pass on a day, when it was used so often in all and by them.
    pub(crate) fn admits(
        &self,
        offer: Id<PassOffer>,
        on: Day,
        (uses, own): (i64, i64),
    ) -> Result<(), CouponRefused> {
        if !self.active || !self.days.contains(on) {
            return Err(CouponRefused::Unknown);
        }
        if self.offer.is_some_and(|meant| meant != offer) {
            return Err(CouponRefused::OtherOffer);
        }
        if self.most_uses.is_some_and(|most| uses >= most) {
            return Err(CouponRefused::UsedUp);
        }
        if self.most_each.is_some_and(|most| own >= most) {
            return Err(CouponRefused::UsedByYou);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
