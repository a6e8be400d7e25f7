//! Taking back a pass sold by mistake, while none of it was used.

use crate::SELL;
use crate::rules::lot::PassLot;
use crate::store::{coupons, holder, lots};
use kernel::{Actor, Id, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

kernel::refusals! {
    /// Why a pass is not taken back.
    pub enum TakeBackRefused {
        /// Some of it was used.
        Used = "offers-refused-used",
        /// What billed it can no longer be corrected.
        ChargeRefused = "offers-refused-charge",
    }
}

/// Takes back a pass of which nothing was used: its charge is withdrawn, or credited on the next invoice.
///
/// # Errors
/// [`TakeBackRefused`]; [`platform::Fault::NotFound`] when the lot is not this person's.
pub fn take_back_pass(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    lot: Id<PassLot>,
) -> Result<(), Failure<TakeBackRefused>> {
    actor.require(SELL)?;
    let place = actor.place;
    holder::lock(tx, place, person)?;
    lots::lock_shared(tx, place, person)?;
    let held = lots::of_person(tx, place, person)?;
    let found = held.into_iter().find(|held| held.id == lot).or_not_found()?;
    if !found.is_whole() {
        return Err(Failure::Refused(TakeBackRefused::Used));
    }
    if let Some(charge) = lots::charge(tx, place, lot)? {
        let taken_back = billing::cancel_charge(tx, actor, charge);
        taken_back.map_err(|failure| failure.map(|_| TakeBackRefused::ChargeRefused))?;
    }
    lots::cancel(tx, place, lot)?;
    coupons::undo_use(tx, place, lot)?;
    let detail = json!({ "offer": found.name, "units": found.units });
    activity::record(
        tx,
        actor,
        "pass.taken_back",
        Subject::new("person", person),
        detail,
    )?;
    Ok(())
}
