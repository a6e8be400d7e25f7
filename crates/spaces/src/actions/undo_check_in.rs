//! Undoing the last act on a check-in (T5). What was written stays written.

use super::check_in::{count, record};
use crate::permissions::CHECK_IN;
use crate::rules::check_in::{CheckIn, CheckInId, CheckInRefusal, Part};
use crate::store::check_ins;
use kernel::Actor;
use offers::DayUseOutcome;
use platform::database::Tx;
use platform::{Failure, OrNotFound};

/// What undoing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The part of the day that is left of it; none when the check-in counts no more.
    pub left: Option<Part>,
    /// What moved on the person's passes; none when units are not counted.
    pub used: Option<DayUseOutcome>,
}

/// Undoes a check-in: a day made of a half becomes that half again, any other counts no more. Units go back to the lots they
/// came from.
///
/// # Errors
/// [`CheckInRefusal::AlreadyUndone`]; [`platform::Fault::NotFound`] when there is no such check-in in the place.
pub fn undo_check_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: CheckInId,
) -> Result<Undone, Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    let known = held(tx, actor, id)?;
    if let Some(half) = known.widened_from {
        check_ins::set_part(tx, actor.place, id, half, None)?;
        let used = count(tx, actor, &known)?;
        record(tx, actor, "check_in.narrowed", &known, half, used.as_ref())?;
        return Ok(Undone {
            left: Some(half),
            used,
        });
    }
    check_ins::cancel(tx, actor.place, id)?;
    let used = count(tx, actor, &known)?;
    record(tx, actor, "check_in.undone", &known, known.part, used.as_ref())?;
    Ok(Undone { left: None, used })
}

/// The check-in as it stands once the acts on that day were waited for.
pub(super) fn held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: CheckInId,
) -> Result<CheckIn, Failure<CheckInRefusal>> {
    let seen = check_ins::find(tx, actor.place, id)?.or_not_found()?;
    check_ins::lock_day(tx, actor.place, seen.person, seen.day)?;
    let known = check_ins::find(tx, actor.place, id)?.or_not_found()?;
    if known.is_open() {
        Ok(known)
    } else {
        Err(Failure::Refused(CheckInRefusal::AlreadyUndone))
    }
}
