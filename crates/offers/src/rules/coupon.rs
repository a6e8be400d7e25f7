//! Coupons: a code that takes something off a price, so often and for so long.

use super::contract::Plan;
use super::pass_offer::PassOffer;
use kernel::{Day, Days, Id, Money, Month, Rate};
use std::collections::BTreeSet;

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
    /// What it is for.
    pub targets: BTreeSet<CouponTarget>,
    /// The pass it is for; none for every pass.
    pub offer: Option<Id<PassOffer>>,
    /// The plan it is for; none for every plan.
    pub plan: Option<Id<Plan>>,
    /// From when to when.
    pub days: Days,
    /// How often in all; none without limit.
    pub most_uses: Option<i64>,
    /// How often by one person; none without limit.
    pub most_each: Option<i64>,
    /// Whether it can be used.
    pub active: bool,
}

kernel::codes! {
    /// What a coupon can be for.
    pub enum CouponTarget {
        /// The price of a pass.
        Passes = "passes",
        /// The first period of a plan.
        FirstMonth = "first_month",
        /// The fee for joining a plan.
        Fee = "fee",
        /// A booking.
        Bookings = "bookings",
    }
}

impl CouponTarget {
    /// The message that says it.
    #[must_use]
    pub fn message(self) -> String {
        format!("offers-coupon-target-{}", self.code().replace('_', "-"))
    }
}

/// What somebody wants to use a coupon for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouponPurpose {
    /// Buying a pass.
    Pass(Id<PassOffer>),
    /// Taking a plan.
    Plan(Id<Plan>),
    /// Booking.
    Booking,
}

/// What comes off the first period of a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstCut {
    /// The code that was given.
    pub code: String,
    /// The month after which that period is named.
    pub month: Month,
    /// What it takes off.
    pub cut: CouponCut,
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
        /// It is for something else.
        OtherOffer = "offers-refused-coupon-offer",
        /// It was used as often as it may be.
        UsedUp = "offers-refused-coupon-used-up",
        /// This person used it as often as they may.
        UsedByYou = "offers-refused-coupon-used-by-you",
        /// Not from three to forty letters, digits and hyphens.
        Code = "offers-refused-coupon-code",
        /// Nothing is taken off, or more than all, or both a part and an amount.
        Cut = "offers-refused-coupon-cut",
        /// It takes nothing off here.
        Nothing = "offers-refused-coupon-nothing",
        /// It is for nothing.
        Target = "offers-refused-coupon-target",
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
        if self.targets.is_empty() {
            return Err(CouponRefused::Target);
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

    /// What it takes off the fee for joining a plan, of `fee`, and off its first period. An amount is taken off once: off the fee first,
    /// and what is left of it off the period.
    pub(crate) fn on_plan(&self, fee: Money) -> (Money, Option<CouponCut>) {
        let is_for = |target| self.targets.contains(&target);
        let off_fee = if is_for(CouponTarget::Fee) {
            fee - self.cut.of(fee)
        } else {
            Money::ZERO
        };
        let first = match self.cut {
            CouponCut::Amount(amount) => CouponCut::Amount(amount - off_fee),
            part => part,
        };
        let left = first != CouponCut::Amount(Money::ZERO);
        (
            off_fee,
            (left && is_for(CouponTarget::FirstMonth)).then_some(first),
        )
    }

    /// How often it can still be used, when it was used so often in all and by whoever would; none without limit.
    pub(crate) fn left(&self, (uses, own): (i64, i64)) -> Option<i64> {
        let of = |most: Option<i64>, used: i64| most.map(|most| (most - used).max(0));
        let limits = [of(self.most_uses, uses), of(self.most_each, own)];
        limits.into_iter().flatten().min()
    }

    fn is_for(&self, purpose: CouponPurpose) -> bool {
        let any = |targets: &[CouponTarget]| targets.iter().any(|target| self.targets.contains(target));
        match purpose {
            CouponPurpose::Pass(pass) => {
                any(&[CouponTarget::Passes]) && self.offer.is_none_or(|meant| meant == pass)
            }
            CouponPurpose::Plan(plan) => {
                any(&[CouponTarget::FirstMonth, CouponTarget::Fee])
                    && self.plan.is_none_or(|meant| meant == plan)
            }
            CouponPurpose::Booking => any(&[CouponTarget::Bookings]),
        }
    }

    /// Whether somebody may use it for that on a day, when it was used so often in all and by them.
    pub(crate) fn admits(
        &self,
        purpose: CouponPurpose,
        on: Day,
        (uses, own): (i64, i64),
    ) -> Result<(), CouponRefused> {
        if !self.active || !self.days.contains(on) {
            return Err(CouponRefused::Unknown);
        }
        if !self.is_for(purpose) {
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
