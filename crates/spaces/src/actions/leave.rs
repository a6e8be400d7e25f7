//! Leaving, and coming back.

use super::check_in::record;
use super::undo_check_in::held;
use crate::permissions::CHECK_IN;
use crate::rules::check_in::{CheckInId, CheckInRefusal};
use crate::store::check_ins;
use kernel::Actor;
use platform::Failure;
use platform::database::Tx;

/// Writes down that somebody has left.
///
/// # Errors
/// [`CheckInRefusal::AlreadyLeft`] or `AlreadyUndone`; [`platform::Fault::NotFound`] when there is no such check-in in the place.
pub fn leave(tx: &mut Tx<'_>, actor: &Actor, id: CheckInId) -> Result<(), Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    let known = held(tx, actor, id)?;
    if let Some(at) = known.left_at {
        return Err(Failure::Refused(CheckInRefusal::AlreadyLeft { at }));
    }
    let now = tx.now();
    check_ins::set_left(tx, actor.place, id, Some(now))?;
    record(tx, actor, "check_in.left", &known, known.part, None)?;
    Ok(())
}

/// Writes down that somebody who had left is here: they came back, or had not left after all.
///
/// # Errors
/// [`CheckInRefusal::NotLeft`] or `AlreadyUndone`; [`platform::Fault::NotFound`] when there is no such check-in in the place.
pub fn come_back(tx: &mut Tx<'_>, actor: &Actor, id: CheckInId) -> Result<(), Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    let known = held(tx, actor, id)?;
    if known.left_at.is_none() {
        return Err(Failure::Refused(CheckInRefusal::NotLeft));
    }
    check_ins::set_left(tx, actor.place, id, None)?;
    record(tx, actor, "check_in.resumed", &known, known.part, None)?;
    Ok(())
}
