//! What moving from one plan to another costs, month by month (RULES 20).
//!
//! Each plan is paid for its days, rounded once each. What was invoiced for days that the old plan no longer holds is taken back
//! whole and charged again for the days that remain; what is not yet invoiced is simply replaced.

use super::billing_period::period_in;
use super::changes::Change;
use super::coupon::FirstCut;
use super::proration::{Due, due_in};
use billing::Basis;
use kernel::{Day, Money, Month};

/// A plan held at a price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Terms {
    /// The price of a month.
    pub(crate) price: Money,
    /// Whether it includes VAT.
    pub(crate) basis: Basis,
    /// The first day charged.
    pub(crate) charged_from: Day,
    /// The last day; none means until further notice.
    pub(crate) until: Option<Day>,
    /// The day from which monthly anniversaries count; none means calendar months.
    pub(crate) anchor: Option<Day>,
    /// Pauses and reduced tariffs.
    pub(crate) changes: Vec<Change>,
    /// What comes off its first period.
    pub(crate) coupon: Option<FirstCut>,
}

impl Terms {
    /// What is due for the period that begins in a month.
    fn due(&self, until: Option<Day>, month: Month) -> Option<Due> {
        let held = (self.charged_from, until);
        let due = due_in(self.price, held, period_in(self.anchor, month), &self.changes)?;
        Some(due.less(self.coupon.as_ref(), month))
    }
}

/// What stands charged of the old plan for a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Charged {
    /// Which month.
    pub(crate) month: Month,
    /// The last day it bills.
    pub(crate) until: Day,
    /// How much.
    pub(crate) amount: Money,
    /// Whether it stands on an invoice.
    pub(crate) invoiced: bool,
}

/// What is left to invoice for a month once the plan changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwitchedMonth {
    /// Which month.
    pub month: Month,
    /// What was invoiced and is taken back, on the basis of the old plan; zero when nothing is.
    pub credit: Money,
    /// The days of the old plan, when they are still to be invoiced.
    pub old: Option<Due>,
    /// The days of the new plan.
    pub new: Option<Due>,
    /// The sum, below zero when more is given back than is due; none when one price includes VAT and the other does not.
    pub sum: Option<Money>,
}

/// What a change of plan on the day `from` leaves to invoice for a month.
pub(crate) fn switched(
    old: &Terms,
    new: &Terms,
    from: Day,
    charged: &[Charged],
    month: Month,
) -> SwitchedMonth {
    let standing = charged
        .iter()
        .find(|charged| charged.month == month && charged.invoiced);
    let kept = old.due(Some(from.previous()), month);
    let (credit, kept) = match standing {
        None => (Money::ZERO, kept),
        Some(standing) if standing.until < from => (Money::ZERO, None),
        Some(standing) => (standing.amount, kept),
    };
    let begun = new.due(new.until, month);
    let amount = |due: Option<Due>| due.map_or(Money::ZERO, |due| due.amount);
    let sum = (old.basis == new.basis).then(|| amount(kept) + amount(begun) - credit);
    SwitchedMonth {
        month,
        credit,
        old: kept,
        new: begun,
        sum,
    }
}

#[cfg(test)]
mod tests;
