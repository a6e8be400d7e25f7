//! A paid workshop that a member holds: what was agreed, what comes in, whose share is what (T42).

use super::event::EventId;
use super::registration::{Registration, RegistrationState};
use billing::Basis;
use kernel::{Day, Money, PersonId, Rate};

/// What the house keeps of what comes in, VAT excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terms {
    /// A part of it.
    Share(Rate),
    /// A fee for the room, as far as what comes in covers it.
    RoomFee(Money),
}

/// A workshop as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workshop {
    /// The event.
    pub event: EventId,
    /// The member who holds it.
    pub person: PersonId,
    /// What was agreed.
    pub terms: Terms,
    /// What was paid out, once it was.
    pub paid: Option<Payout>,
}

/// What was paid out: the figures of that day stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payout {
    /// On which day.
    pub on: Day,
    /// What had come in, without VAT.
    pub income: Money,
    /// What the member got of it.
    pub member: Money,
}

/// What a workshop comes to, without VAT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// What came in: seats, and what giving one up late cost.
    pub income: Money,
    /// What the house keeps.
    pub house: Money,
    /// What the member gets.
    pub member: Money,
}

kernel::refusals! {
    /// Why a workshop is not agreed on or not paid out.
    pub enum WorkshopRefused {
        /// The event is free: there is nothing to share.
        Free = "events-refused-workshop-free",
        /// The part is not between nothing and the whole, or the fee not between 0 and 10,000.
        Terms = "events-refused-workshop-terms",
        /// It was paid out: what was agreed stands.
        PaidOut = "events-refused-workshop-paid",
        /// It is not over, or was given up.
        NotOver = "events-refused-workshop-not-over",
        /// The amount is not the one that was shown.
        AmountChanged = "events-refused-amount-changed",
    }
}

impl Terms {
    /// The terms, if they can be agreed on.
    ///
    /// # Errors
    /// [`WorkshopRefused::Terms`].
    pub fn checked(self) -> Result<Self, WorkshopRefused> {
        let sane = match self {
            Self::Share(rate) => (Rate::ZERO..=Rate::HUNDRED).contains(&rate),
            Self::RoomFee(fee) => !fee.is_negative() && fee.cents() <= 1_000_000,
        };
        if sane {
            Ok(self)
        } else {
            Err(WorkshopRefused::Terms)
        }
    }
}

/// What a registration brings in, without VAT: its seats, or what giving them up cost. Rounded once.
#[must_use]
pub fn brought_in(one: &Registration) -> Money {
    let amount = match one.state {
        RegistrationState::Registered => one.total(),
        RegistrationState::Cancelled => one.fee.unwrap_or(Money::ZERO),
        _ => Money::ZERO,
    };
    match one.price.basis {
        Basis::Net => amount,
        Basis::Gross => one.price.rate.net_from_gross(amount),
    }
}

/// Whose share is what. The house's part is rounded once, the member gets the rest; nobody owes anything.
#[must_use]
pub fn statement(terms: Terms, incomes: &[Money]) -> Statement {
    let income = incomes.iter().fold(Money::ZERO, |sum, one| sum + *one);
    let house = match terms {
        Terms::Share(rate) => income.percent(rate),
        Terms::RoomFee(fee) => fee.min(income),
    };
    Statement {
        income,
        house,
        member: income - house,
    }
}
