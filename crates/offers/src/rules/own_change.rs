//! When members may change their own plan.

use super::contract::{ContractRefused, PlanContract};
use billing::Basis;
use kernel::{Day, Money};

kernel::codes! {
    /// From when a member may change plan, as the place decides.
    pub enum ChangeWhen {
        /// From the day they say so.
        Now = "now",
        /// From the next billing period.
        NextPeriod = "next",
        /// As they like.
        Either = "either",
    }
}

impl ChangeWhen {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Now => "offers-change-now",
            Self::NextPeriod => "offers-change-next",
            Self::Either => "offers-change-either",
        }
    }
}

/// The first days that another plan may have, today. A contract that has not begun is changed from its first day.
pub(crate) fn first_days(when: ChangeWhen, held: &PlanContract, today: Day) -> Vec<Day> {
    if today < held.from {
        return vec![held.from];
    }
    let next = held.period_of(today).last().next();
    match when {
        ChangeWhen::Now => vec![today],
        ChangeWhen::NextPeriod => vec![next],
        ChangeWhen::Either => vec![next, today],
    }
}

/// During a commitment one may change for a plan that costs at least as much, and for no other.
pub(crate) fn check_commitment(
    held: &PlanContract,
    price: Money,
    basis: Basis,
    from: Day,
) -> Result<(), ContractRefused> {
    match held.committed_until {
        Some(until) if until >= from && (basis != held.basis || price < held.price) => {
            Err(ContractRefused::Committed { until })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
