//! The council that programmes: people named from a day to a day.

use crate::permissions::{MANAGE, RUN};
use crate::rules::proposal::{CouncilSeat, ProposalRefused, overlaps};
use crate::store::council;
use kernel::{Actor, Day, Id, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Gives somebody a seat in the council, from a day to a day, both included.
///
/// # Errors
/// [`ProposalRefused`] when the days make no sense or they sit already; [`Fault::NotFound`] for an unknown person.
pub fn name_councillor(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (first_day, last_day): (Day, Option<Day>),
) -> Result<(), Failure<ProposalRefused>> {
    actor.require(MANAGE)?;
    if last_day.is_some_and(|last| last < first_day) {
        return Err(Failure::Refused(ProposalRefused::Days));
    }
    let known = people::person(tx, actor.place, person)?.or_not_found()?;
    let seats = council::of_person(tx, actor.place, person)?;
    let sits = |seat: &CouncilSeat| overlaps((seat.first_day, seat.last_day), (first_day, last_day));
    if seats.iter().any(sits) {
        return Err(Failure::Refused(ProposalRefused::SeatedAlready));
    }
    let seat = CouncilSeat {
        id: tx.new_id(),
        person,
        first_day,
        last_day,
    };
    council::insert(tx, actor.place, &seat, actor.account)?;
    let detail = json!({ "name": known.name.full(), "day": first_day.to_string() });
    activity::record(tx, actor, "council.named", Subject::new("person", person), detail)?;
    Ok(())
}

/// Ends a seat after a day.
///
/// # Errors
/// [`ProposalRefused::Days`] for a day before its first; [`Fault::NotFound`].
pub fn end_seat(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<CouncilSeat>,
    last_day: Day,
) -> Result<(), Failure<ProposalRefused>> {
    actor.require(MANAGE)?;
    let seat = council::all(tx, actor.place)?
        .into_iter()
        .find(|seat| seat.id == id)
        .or_not_found()?;
    if last_day < seat.first_day.previous() {
        return Err(Failure::Refused(ProposalRefused::Days));
    }
    council::end(tx, actor.place, id, last_day.max(seat.first_day))?;
    let detail = json!({ "day": last_day.to_string() });
    activity::record(
        tx,
        actor,
        "council.left",
        Subject::new("person", seat.person),
        detail,
    )?;
    Ok(())
}

/// Whether the actor programmes: a seat in the council today, or the team.
///
/// # Errors
/// As the database says.
pub fn programmes(tx: &mut Tx<'_>, actor: &Actor) -> Result<bool, Fault> {
    if actor.may(RUN) {
        return Ok(true);
    }
    let Some(person) = actor.person else {
        return Ok(false);
    };
    let today = super::today(tx, actor.place)?;
    let seats = council::of_person(tx, actor.place, person)?;
    Ok(seats.iter().any(|seat| seat.is_held_on(today)))
}

/// Nothing for who does not programme: they do not learn what is proposed.
pub(crate) fn require_programming(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Fault> {
    if programmes(tx, actor)? {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

/// Who sits in the council today.
pub(crate) fn councillors(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<PersonId>, Fault> {
    let today = super::today(tx, actor.place)?;
    let seats = council::all(tx, actor.place)?;
    Ok(seats
        .into_iter()
        .filter(|seat| seat.is_held_on(today))
        .map(|seat| seat.person)
        .collect())
}
