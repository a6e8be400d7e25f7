//! Giving units back by hand: a day that went wrong, a mistake found later.

use super::settle_debts::settle_debts;
use crate::SELL;
use crate::rules::day_plan::{DebitId, GiveBack};
use crate::store::{debits, holder};
use kernel::{Actor, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

kernel::refusals! {
    /// Why units are not given back.
    pub enum GiveBackRefused {
        /// Not between one unit and those that the visit still holds.
        NotTaken {
            /// Units that it still holds.
            taken: i64
        } = "offers-refused-not-taken",
        /// No reason was given, or one that is too long or not on one line.
        ReasonRefused = "offers-refused-reason",
    }
}

/// The most characters of a reason.
const LONGEST_REASON: usize = 300;

/// Units to be given back by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGiveBack {
    /// To whom.
    pub person: PersonId,
    /// Of which visit: the debit to undo, in part or in full.
    pub debit: DebitId,
    /// How many.
    pub units: i64,
    /// Why, in a few words that the person will read.
    pub reason: String,
}

/// Gives units of a visit back to the lot they came from, never more than it still holds; they pay open debts first. The visit
/// stays paid: told again, it does not take them a second time.
///
/// # Errors
/// [`GiveBackRefused`]; [`platform::Fault::NotFound`] when the debit is not this person's.
pub fn give_back(tx: &mut Tx<'_>, actor: &Actor, new: &NewGiveBack) -> Result<(), Failure<GiveBackRefused>> {
    actor.require(SELL)?;
    let reason = checked_reason(&new.reason).map_err(Failure::Refused)?;
    let place = actor.place;
    holder::lock(tx, place, new.person)?;
    let debit = debits::held_by(tx, place, new.person, new.debit)?.or_not_found()?;
    if new.units < 1 || new.units > debit.units {
        return Err(Failure::Refused(GiveBackRefused::NotTaken { taken: debit.units }));
    }
    let back = GiveBack {
        debit: debit.id,
        lot: debit.lot_id,
        units: new.units,
    };
    debits::give_back_by_hand(tx, place, new.person, debit.day, back, reason)?;
    settle_debts(tx, place, new.person)?;
    let detail = json!({ "units": new.units, "reason": reason, "offer": debit.name });
    activity::record(
        tx,
        actor,
        "pass.given_back",
        Subject::new("person", new.person),
        detail,
    )?;
    Ok(())
}

fn checked_reason(text: &str) -> Result<&str, GiveBackRefused> {
    let reason = text.trim();
    let length = reason.chars().count();
    if length == 0 || length > LONGEST_REASON || reason.chars().any(char::is_control) {
        return Err(GiveBackRefused::ReasonRefused);
    }
    Ok(reason)
}
