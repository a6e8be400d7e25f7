//! A member takes a plan by themselves: from which day, and what is due to begin with.

use super::billing_period::{month_of_period, period_in};
use super::contract::ContractRefused;
use super::coupon::CouponCut;
use super::proration::{Due, due_in};
use kernel::{Day, Money};

/// How many days ahead a member may begin a plan.
pub(crate) const FARTHEST_OWN_START: i64 = 92;

/// Checks that a member may begin a plan on that day: today, or in the three months to come.
pub(crate) fn check_own_start(from: Day, today: Day) -> Result<(), ContractRefused> {
    let until = today.plus_days(FARTHEST_OWN_START);
    if (today..=until).contains(&from) {
        Ok(())
    } else {
        Err(ContractRefused::OwnStart { until })
    }
}

/// A plan as it is about to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The price of a month.
    pub(crate) price: Money,
    /// What is left of the fee for joining, once.
    pub(crate) fee: Money,
    /// Whether it is billed from date to date.
    pub(crate) anniversary: bool,
    /// What comes off the first period.
    pub(crate) cut: Option<CouponCut>,
}

/// What is due first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FirstDue {
    /// The fee for joining.
    pub(crate) fee: Money,
    /// The days of the first period that are held.
    pub(crate) period: Due,
    /// What they cost, less what a coupon takes off.
    pub(crate) amount: Money,
}

impl FirstDue {
    /// Both together.
    pub(crate) fn sum(&self) -> Money {
        self.fee + self.amount
    }
}

/// What is due first for a plan taken from a day on.
pub(crate) fn first_due(taken: Taken, from: Day) -> Option<FirstDue> {
    let anchor = taken.anniversary.then_some(from);
    let period = period_in(anchor, month_of_period(anchor, from));
    let period = due_in(taken.price, (from, None), period, &[])?;
    Some(FirstDue {
        fee: taken.fee,
        amount: taken.cut.map_or(period.amount, |cut| cut.of(period.amount)),
        period,
    })
}

#[cfg(test)]
mod tests;
