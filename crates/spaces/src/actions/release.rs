//! Giving back the rest of a booking for which nobody came, and reminding of it beforehand.

use super::invite::tell;
use super::{Refused, hold_both, keep};
use crate::letters::Writer;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::release::{may_arrive, released_at, reminds};
use crate::store::{bookings, lists, releases, resources};
use kernel::{Actor, PersonId};
use platform::database::Tx;
use platform::{Failure, Fault, JobContext, JobReport, OrNotFound};

/// The job that gives hours back and reminds.
pub(crate) const KIND: &str = "spaces.release";

/// Looks at every booking that waits for its people, each in a transaction of its own.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let writer = Writer::of(context)?;
    let watched = context.db.read_blocking(move |tx| {
        let now = tx.now();
        releases::watched(tx, place, now).map_err(Fault::from)
    })?;
    let mut done = 0;
    for id in watched {
        let (actor, writer) = (context.actor.clone(), writer.clone());
        let acted = context.db.write_blocking(move |tx| {
            if release(tx, &actor, id)?.is_some() {
                writer.released(tx, place, id)?;
                return Ok::<_, Fault>(true);
            }
            remind(tx, &actor, id, &writer)
        })?;
        done += i64::from(acted);
    }
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// Gives back a booking whose people have not come in time. Its hours are free at once and offered to who waits; its price stays due,
/// as for anybody who does not come. Nothing when it is not time, or somebody came at the last moment.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such booking.
pub fn release(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Option<Booking>, Fault> {
    let (resource, mut booking) = match hold_both(tx, actor, id) {
        Ok(held) => held,
        // It was moved or linked meanwhile: the next run looks again.
        Err(Failure::Refused(_)) => return Ok(None),
        Err(Failure::Fault(fault)) => return Err(fault),
    };
    let at = released_at(&booking, resource.facts.release_minutes);
    if at.is_none_or(|at| at > tx.now()) {
        return Ok(None);
    }
    booking.state = BookingState::NoShow;
    let released = keep(tx, actor, booking, "booking.given_back").map_err(Failure::unexpected)?;
    tell(tx, actor, &released)?;
    Ok(Some(released))
}

fn remind(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, writer: &Writer) -> Result<bool, Fault> {
    let booking = bookings::find(tx, actor.place, id)?.or_not_found()?;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let now = tx.now();
    let due = released_at(&booking, resource.facts.release_minutes);
    if due.is_none() || !reminds(&booking, now) || !releases::remind(tx, actor.place, id)? {
        return Ok(false);
    }
    writer.reminded(tx, actor.place, id)?;
    Ok(true)
}

/// Notes that somebody is here for what they booked on spaces that wait for their people: what is under way, and what begins soon.
/// Answers how many bookings that were.
pub(crate) fn arrived(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<i64, Refused> {
    let now = tx.now();
    let mut noted = 0;
    for booking in lists::upcoming_of(tx, actor.place, person)? {
        if !may_arrive(&booking, now) {
            continue;
        }
        let (resource, held) = hold_both(tx, actor, booking.id)?;
        if resource.facts.release_minutes.is_some() && may_arrive(&held, now) {
            here(tx, actor, held)?;
            noted += 1;
        }
    }
    Ok(noted)
}

/// Notes the people of a booking as here.
pub(crate) fn here(tx: &mut Tx<'_>, actor: &Actor, mut booking: Booking) -> Result<Booking, Refused> {
    booking.state = BookingState::CheckedIn;
    keep(tx, actor, booking, "booking.checked_in")
}
