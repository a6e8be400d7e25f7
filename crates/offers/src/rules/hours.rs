//! Hours that plans and agreements give, and what a booking costs beyond them (RULES 17, 18).
//!
//! Hours belong to the period in which the booking takes place. Those that lapse first are drawn first. What they cover is worth the
//! difference that they make to the cheapest price; of that, the part that the agreement leaves due is charged. What is beyond them costs
//! the cheapest price of its own length, less the discount. One rounding in all.

use super::agreement::Agreement;
use super::contract::PlanContract;
use super::coupon::{Coupon, CouponCut};
use kernel::{Day, Days, Id, Money, PersonId, Rate};

kernel::codes! {
    /// Who gives hours.
    pub enum HoursFrom {
        /// A plan.
        Plan = "plan",
        /// An agreement with the organisation.
        Agreement = "agreement",
    }
}

/// What gives hours: a contract or an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoursSource {
    /// The contract of a plan.
    Plan(Id<PlanContract>),
    /// An agreement.
    Agreement(Id<Agreement>),
}

impl HoursSource {
    /// Its kind and its number, as they are stored.
    pub(crate) const fn parts(self) -> (HoursFrom, i64) {
        match self {
            Self::Plan(id) => (HoursFrom::Plan, id.as_i64()),
            Self::Agreement(id) => (HoursFrom::Agreement, id.as_i64()),
        }
    }

    /// From its kind and its number.
    pub(crate) const fn of(from: HoursFrom, id: i64) -> Self {
        match from {
            HoursFrom::Plan => Self::Plan(Id::from_i64(id)),
            HoursFrom::Agreement => Self::Agreement(Id::from_i64(id)),
        }
    }
}

/// Minutes left of a source in the period of a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursLeft {
    /// Of what.
    pub source: HoursSource,
    /// What people call it.
    pub name: String,
    /// The period.
    pub period: Days,
    /// How many are left in it.
    pub minutes: i64,
    /// The part of the price that is due for them.
    pub due: Rate,
}

/// A booking that may be cheaper.
#[derive(Debug, Clone, Copy)]
pub struct ReliefNeed<'a> {
    /// Whose.
    pub person: PersonId,
    /// The kind of space, by its code.
    pub kind: &'a str,
    /// The day on which it takes place.
    pub day: Day,
    /// How long it is.
    pub minutes: i64,
    /// The day on which it is made.
    pub today: Day,
    /// The booking whose own hours do not count, when it is moved.
    pub booking: Option<i64>,
    /// Hours that others of the same series would draw before it.
    pub planned: &'a [HoursDrawn],
    /// The code of a coupon that is given with it.
    pub coupon: Option<&'a str>,
}

/// Minutes drawn for a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursDrawn {
    /// Of what.
    pub source: HoursSource,
    /// What people call it.
    pub name: String,
    /// For which kind of space.
    pub kind: String,
    /// The period they belong to.
    pub period: Days,
    /// How many.
    pub minutes: i64,
    /// How many are left of the period afterwards.
    pub left: i64,
    /// The part of the price that is due for them.
    pub due: Rate,
}

/// A discount with the name by which the invoice knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discount {
    /// What gives it.
    pub name: String,
    /// How much.
    pub rate: Rate,
}

/// What makes a booking cheaper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Relief {
    /// Minutes drawn, in the order in which they are.
    pub drawn: Vec<HoursDrawn>,
    /// The discount on what is beyond them, when it cuts something.
    pub discount: Option<Discount>,
    /// The coupon that comes off what is left.
    pub coupon: Option<BookingCoupon>,
}

/// What a coupon takes off the price of a booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingCoupon {
    /// Which one; none for one that the booking was made with.
    pub coupon: Option<Id<Coupon>>,
    /// Its code, as kept.
    pub code: String,
    /// What it takes off any price.
    pub cut: CouponCut,
    /// What it takes off this one.
    pub off: Money,
}

impl Relief {
    /// Whether nothing is cheaper.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.drawn.is_empty() && self.discount.is_none() && self.coupon.is_none()
    }
}

/// What a booking of so many minutes costs and draws. `price` says the cheapest price of a length; none when there is no price at all.
pub fn relieve(
    (minutes, kind): (i64, &str),
    lefts: &[HoursLeft],
    discount: Option<&Discount>,
    price: impl Fn(i64) -> Option<Money>,
) -> Option<(Money, Relief)> {
    let mut beyond = price(minutes)?;
    let mut rest = minutes;
    let mut drawn = Vec::new();
    // In hundredths of a percent of a cent, so that all is rounded once.
    let mut exact: i64 = 0;
    let mut order: Vec<&HoursLeft> = lefts.iter().filter(|left| left.minutes > 0).collect();
    order.sort_by_key(|left| (left.period.last(), left.due, left.source.parts()));
    for left in order {
        let covered = left.minutes.min(rest);
        let after = if covered == rest {
            Money::ZERO
        } else {
            price(rest - covered)?
        };
        let worth = beyond - after;
        if covered == 0 || !worth.is_positive() {
            continue;
        }
        exact += worth.cents() * left.due.basis_points();
        (beyond, rest) = (after, rest - covered);
        drawn.push(HoursDrawn {
            source: left.source,
            name: left.name.clone(),
            kind: kind.to_owned(),
            period: left.period,
            minutes: covered,
            left: left.minutes - covered,
            due: left.due,
        });
    }
    let discount = discount.filter(|discount| discount.rate > Rate::ZERO && beyond.is_positive());
    let kept = 10_000 - discount.map_or(0, |discount| discount.rate.basis_points());
    exact += beyond.cents() * kept;
    let amount = Money::from_cents(exact).share(1, 10_000);
    let discount = discount.cloned();
    let relief = Relief {
        drawn,
        discount,
        coupon: None,
    };
    Some((amount, relief))
}

/// Of minutes drawn, those that giving the booking up keeps: the part that the fee is of the price, and never fewer than the floor.
pub(crate) fn kept(minutes: i64, floor: i64, share: Rate) -> i64 {
    Money::from_cents(minutes)
        .percent(share)
        .cents()
        .clamp(floor.min(minutes), minutes)
}

#[cfg(test)]
mod tests;
