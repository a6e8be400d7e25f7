//! Pausing a plan: for how long, and what is due meanwhile (RULES 20).
//!
//! A paused contract gives nothing: its holder is a member without a plan on those days. Price, hours and units are due for the other
//! days, and for the part of the paused ones that the place sets. Worked, with a quarter due while paused, 250.00 a month and a
//! pause from 11 to 20 June: 20 whole days and 10 quarters of 30 days, 187.50.

use super::changes::{Cause, Change};
use super::contract::PlanContract;
use kernel::{Day, Days, Id, PersonId, Rate};

/// Days on which a contract is paused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Which one.
    pub id: Id<Pause>,
    /// Of which contract.
    pub contract: Id<PlanContract>,
    /// Whose.
    pub person: PersonId,
    /// Which days.
    pub days: Days,
    /// The part of the price that is due meanwhile.
    pub due: Rate,
    /// Why, for who asked and who manages offers.
    pub reason: String,
}

impl Pause {
    /// What it changes of the price.
    pub(crate) fn change(&self) -> Change {
        Change {
            days: self.days,
            due: self.due,
            cause: Cause::Pause,
        }
    }
}

/// What the place allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PauseTerms {
    /// The most days in any year that a member may pause; 0 when only the office pauses.
    pub most_days: i64,
    /// The part of the price that is due meanwhile.
    pub due: Rate,
}

kernel::refusals! {
    /// Why a plan is not paused.
    pub enum PauseRefused {
        /// The last day is before the first.
        Reversed = "offers-refused-pause-reversed",
        /// A pause begins today or later.
        Past = "offers-refused-pause-past",
        /// The contract does not hold on all these days.
        NotHeld = "offers-refused-pause-not-held",
        /// It is paused on one of these days already.
        PausedAlready {
            /// The first day of that pause.
            from: Day
        } = "offers-refused-paused-already",
        /// More than the place allows.
        TooLong {
            /// The most days in a year.
            maximum: i64
        } = "offers-refused-pause-too-long",
        /// Members do not pause by themselves here.
        NotByMembers = "offers-refused-pause-not-by-members",
        /// The pause is over, or cannot end then.
        Over = "offers-refused-pause-over",
        /// What was charged can no longer be corrected.
        ChargeRefused = "offers-refused-charge",
    }
}

/// The longest pause, whoever asks: two years.
const LONGEST: i64 = 731;

/// Checks a pause. `free` for the office, which may pause from any day within a year and as long as it wants.
pub(crate) fn check_pause(
    contract: &PlanContract,
    others: &[Pause],
    days: Days,
    today: Day,
    terms: Option<PauseTerms>,
) -> Result<(), PauseRefused> {
    let earliest = if terms.is_some() {
        today
    } else {
        today.plus_days(-366)
    };
    if days.first() < earliest {
        return Err(PauseRefused::Past);
    }
    if !contract.holds_on(days.first()) || !contract.holds_on(days.last()) {
        return Err(PauseRefused::NotHeld);
    }
    if days.len() > LONGEST {
        return Err(PauseRefused::TooLong { maximum: LONGEST });
    }
    if let Some(other) = others
        .iter()
        .find(|other| other.days.intersection(days).is_some())
    {
        return Err(PauseRefused::PausedAlready {
            from: other.days.first(),
        });
    }
    match terms {
        None => Ok(()),
        Some(PauseTerms { most_days: 0, .. }) => Err(PauseRefused::NotByMembers),
        Some(PauseTerms { most_days, .. }) if busiest_year(others, days) > most_days => {
            Err(PauseRefused::TooLong { maximum: most_days })
        }
        Some(_) => Ok(()),
    }
}

/// The most paused days in any year that the new pause touches: it begins or ends with a pause.
fn busiest_year(others: &[Pause], new: Days) -> i64 {
    let all: Vec<Days> = others.iter().map(|other| other.days).chain([new]).collect();
    let ending = all.iter().map(|days| days.last());
    let years = ending.map(|last| Days::spanning(last.plus_months(-12).next(), last));
    years
        .filter(|year| year.intersection(new).is_some())
        .map(|year| {
            let inside = all.iter().filter_map(|days| days.intersection(year));
            inside.map(Days::len).sum()
        })
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests;
