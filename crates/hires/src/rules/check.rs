//! How the spaces were found after a hire, and what is kept of the deposit of guarantee.

use super::hire::{HireRefused, HireSlot};
use billing::{Charge, Method};
use kernel::{Day, Id, Instant, Money, PersonId};

kernel::codes! {
    /// How a space was found.
    pub enum Condition {
        /// As it was left.
        Good = "good",
        /// It needs cleaning beyond the usual.
        ToClean = "to_clean",
        /// Something is broken or missing.
        Damaged = "damaged",
    }
}

impl Condition {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Good => "hires-condition-good",
            Self::ToClean => "hires-condition-to-clean",
            Self::Damaged => "hires-condition-damaged",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Good => "success",
            Self::ToClean => "warning",
            Self::Damaged => "error",
        }
    }
}

/// A space looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// At which hours it was hired.
    pub slot: Id<HireSlot>,
    /// How it was found.
    pub condition: Condition,
    /// What is to be said of it; may be empty when it is as it was left.
    pub note: String,
    /// When it was looked at.
    pub at: Instant,
    /// By whom.
    pub by: Option<PersonId>,
}

/// A deposit of guarantee received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// How much.
    pub amount: Money,
    /// How.
    pub method: Method,
    /// When.
    pub received_on: Day,
    /// Who took it.
    pub received_by: Option<PersonId>,
    /// What became of it.
    pub settled: Option<Settlement>,
}

/// What became of a deposit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// When it was decided.
    pub at: Instant,
    /// By whom.
    pub by: Option<PersonId>,
    /// What the damage costs.
    pub cost: Money,
    /// What is kept for it; the rest was given back.
    pub kept: Money,
    /// Why; empty when nothing is kept.
    pub reason: String,
    /// The charge of the indemnity.
    pub charge: Option<Id<Charge>>,
}

/// What is kept, given back, and still to be paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Kept of the deposit.
    pub kept: Money,
    /// Given back.
    pub returned: Money,
    /// On an invoice, beyond the deposit.
    pub owed: Money,
}

/// The largest cost of a damage that the desk may write down: a hundred thousand.
const LARGEST_CENTS: i64 = 10_000_000;

/// How a deposit is shared when a damage costs so much.
///
/// # Errors
/// [`HireRefused::Amount`] for a cost below nothing or beyond what can be meant.
pub fn settle(deposit: Money, cost: Money) -> Result<Shares, HireRefused> {
    if !(0..=LARGEST_CENTS).contains(&cost.cents()) {
        return Err(HireRefused::Amount);
    }
    let kept = cost.min(deposit);
    Ok(Shares {
        kept,
        returned: deposit - kept,
        owed: cost - kept,
    })
}
