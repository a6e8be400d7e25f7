//! Keys, badges and lockers, and who holds them.

use billing::{Charge, Method};
use kernel::{Day, Id, Instant, Money, PersonId};

kernel::codes! {
    /// What an item is.
    pub enum ItemKind {
        /// A key.
        Key = "key",
        /// A badge.
        Badge = "badge",
        /// A locker, with its key or its code.
        Locker = "locker",
    }
}

impl ItemKind {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Key => "stewardship-item-key",
            Self::Badge => "stewardship-item-badge",
            Self::Locker => "stewardship-item-locker",
        }
    }
}

kernel::codes! {
    /// In what state it came back, if it did.
    pub enum Outcome {
        /// As it went.
        Returned = "returned",
        /// It came back broken.
        Damaged = "damaged",
        /// It never came back.
        Lost = "lost",
    }
}

impl Outcome {
    /// The key of the message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Returned => "stewardship-item-returned",
            Self::Damaged => "stewardship-item-damaged",
            Self::Lost => "stewardship-item-lost",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Returned => "success",
            Self::Damaged => "warning",
            Self::Lost => "error",
        }
    }
}

kernel::refusals! {
    /// Why an item is not kept, handed over or taken back.
    pub enum ItemRefused {
        /// Another one of the kind has this number.
        NumberTaken = "stewardship-refused-item-number",
        /// Somebody holds it.
        Held = "stewardship-refused-item-held",
        /// It is no longer in use.
        Retired = "stewardship-refused-item-retired",
        /// No such person in the place.
        NoHolder = "stewardship-refused-item-holder",
        /// Below nothing, or more than is asked for such a thing.
        Amount = "stewardship-refused-item-amount",
        /// How the deposit was paid was not said.
        NoMethod = "stewardship-refused-item-method",
        /// It is to be brought back before the day on which it is handed over.
        DuePast = "stewardship-refused-item-due",
        /// It was taken back already.
        Ended = "stewardship-refused-item-ended",
        /// What comes back as it went costs nothing.
        NothingToPay = "stewardship-refused-item-nothing",
        /// The office has not said under which product such costs are invoiced.
        NoProduct = "stewardship-refused-item-product",
        /// It cannot be billed.
        ChargeRefused = "stewardship-refused-item-charge",
        /// The part of the deposit that is kept cannot be recorded as a payment.
        PaymentRefused = "stewardship-refused-item-payment",
    }
}

/// The most that is asked for an item: a thousand.
pub const LARGEST_CENTS: i64 = 100_000;

/// A thing with a number that is lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub id: Id<Item>,
    /// What it is.
    pub kind: ItemKind,
    /// What is written on it.
    pub number: String,
    /// What it opens, or where it stands.
    pub opens: String,
    /// The deposit usually asked for it.
    pub deposit: Money,
    /// Since when it is no longer lent.
    pub retired_on: Option<Day>,
}

/// Somebody holds an item, or held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// Which one.
    pub id: Id<Loan>,
    /// What.
    pub item: Id<Item>,
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub handed_at: Instant,
    /// Who of the desk handed it over.
    pub handed_by: Option<PersonId>,
    /// The day on which it is expected back.
    pub due_on: Option<Day>,
    /// The deposit received.
    pub deposit: Money,
    /// How it was paid.
    pub method: Option<Method>,
    /// How it ended.
    pub ended: Option<LoanEnd>,
}

/// How a loan ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanEnd {
    /// When.
    pub at: Instant,
    /// Who of the desk took it back.
    pub by: Option<PersonId>,
    /// In what state.
    pub outcome: Outcome,
    /// What it costs the holder, VAT included.
    pub cost: Money,
    /// What bills it.
    pub charge: Option<Id<Charge>>,
    /// What the desk wrote down.
    pub note: String,
}

impl Loan {
    /// Whether it was expected before this day and is still out.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.ended.is_none() && self.due_on.is_some_and(|due| due < today)
    }
}

/// What becomes of a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// What goes back to the holder.
    pub back: Money,
    /// What is kept of the deposit: it pays the cost, or a part of it.
    pub kept: Money,
    /// What is left of the cost, to be paid by invoice.
    pub left: Money,
}

/// What becomes of a deposit when an item ends in some state at some cost.
///
/// # Errors
/// [`ItemRefused::Amount`], and [`ItemRefused::NothingToPay`] for a cost on what came back as it went.
pub fn settle(outcome: Outcome, deposit: Money, cost: Money) -> Result<Settled, ItemRefused> {
    let cost = check_amount(cost)?;
    if outcome == Outcome::Returned && !cost.is_zero() {
        return Err(ItemRefused::NothingToPay);
    }
    let kept = cost.min(deposit);
    Ok(Settled {
        back: deposit - kept,
        kept,
        left: cost - kept,
    })
}

/// An amount that may be asked for an item.
///
/// # Errors
/// [`ItemRefused::Amount`].
pub fn check_amount(amount: Money) -> Result<Money, ItemRefused> {
    if amount.is_negative() || amount.cents() > LARGEST_CENTS {
        Err(ItemRefused::Amount)
    } else {
        Ok(amount)
    }
}
