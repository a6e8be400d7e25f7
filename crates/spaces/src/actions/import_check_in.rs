//! Check-ins written down elsewhere. A line imported twice changes nothing.

use super::check_in::{NewCheckIn, arrive};
use crate::permissions::CHECK_IN;
use crate::rules::check_in::{CheckInId, CheckInRefusal, Part, Welcome};
use crate::store::check_ins;
use kernel::{Actor, Day, Instant, MinuteOfDay, PersonId};
use platform::database::Tx;
use platform::{Failure, OrNotFound, place};

/// A check-in written down elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedCheckIn {
    /// Who came.
    pub person: PersonId,
    /// On which civil day.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// When they came; none means at 9:00, or at midday for an afternoon.
    pub arrived_at: Option<Instant>,
    /// How the visit counts when they hold no offer on that day.
    pub welcome: Welcome,
    /// Names the imported line for ever in the place.
    pub external_ref: String,
}

/// What importing a line did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckInImported {
    /// It is new.
    Created(CheckInId),
    /// It was imported before, and nothing was changed.
    Known(CheckInId),
}

/// Takes in a check-in written down elsewhere; its units are taken as if it had been made here that day.
///
/// # Errors
/// [`CheckInRefusal`], of which `AlreadyHere` when another line covers that part of the day, `NotYet` for a day to come;
/// [`platform::Fault::NotFound`] when there is no such person in the place.
pub fn import_check_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &ImportedCheckIn,
) -> Result<CheckInImported, Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    people::person(tx, actor.place, new.person)?.or_not_found()?;
    check_ins::lock_day(tx, actor.place, new.person, new.day)?;
    if let Some(known) = check_ins::by_external_ref(tx, actor.place, &new.external_ref)? {
        return Ok(CheckInImported::Known(known.id));
    }
    let zone = place::get(tx, actor.place)?.zone;
    if new.day > tx.today(&zone) {
        return Err(Failure::Refused(CheckInRefusal::NotYet));
    }
    let open = check_ins::open_of_person(tx, actor.place, new.person, new.day)?;
    if let Some(one) = open
        .iter()
        .find(|one| one.part.covers(new.part) || new.part.covers(one.part))
    {
        let (since, part) = (one.arrived_at, one.part);
        return Err(Failure::Refused(CheckInRefusal::AlreadyHere { since, part }));
    }
    let at = match new.arrived_at {
        Some(at) => at,
        None => zone.instant(new.day, usual_arrival(tx, actor, new.part)?),
    };
    let arrival = NewCheckIn {
        person: new.person,
        part: new.part,
        welcome: Some(new.welcome),
    };
    let done = arrive(tx, actor, arrival, new.day, at, Some(&new.external_ref))?;
    Ok(CheckInImported::Created(done.check_in))
}

fn usual_arrival(tx: &mut Tx<'_>, actor: &Actor, part: Part) -> Result<MinuteOfDay, platform::Fault> {
    let nine = MinuteOfDay::from_minutes(9 * 60).unwrap_or(MinuteOfDay::NOON);
    match part {
        Part::Afternoon => super::check_in::midday(tx, actor.place),
        Part::Morning | Part::Day => Ok(nine),
    }
}
