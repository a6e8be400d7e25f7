//! Turning a half-day into a day (T3).

use super::check_in::{CheckedIn, widened};
use crate::permissions::CHECK_IN;
use crate::rules::check_in::{CheckInId, CheckInRefusal, Part};
use crate::store::check_ins;
use kernel::Actor;
use platform::database::Tx;
use platform::{Failure, OrNotFound};

/// Turns a morning or an afternoon into a day; the units of the day are taken in place of those of the half.
///
/// # Errors
/// [`CheckInRefusal::WholeDayAlready`] when the person is here for both halves; `AlreadyUndone`;
/// [`platform::Fault::NotFound`] when there is no such check-in in the place.
pub fn widen_to_day(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: CheckInId,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    let seen = check_ins::find(tx, actor.place, id)?.or_not_found()?;
    check_ins::lock_day(tx, actor.place, seen.person, seen.day)?;
    let open = check_ins::open_of_person(tx, actor.place, seen.person, seen.day)?;
    match open.as_slice() {
        _ if open.iter().all(|one| one.id != id) => Err(Failure::Refused(CheckInRefusal::AlreadyUndone)),
        [one] if one.part != Part::Day => widened(tx, actor, &open, id),
        _ => Err(Failure::Refused(CheckInRefusal::WholeDayAlready)),
    }
}
