//! The verbs of this capability. Each authorises, loads, decides, saves and records, in the caller's transaction.

pub mod answer_request;
pub mod book;
pub mod book_series;
pub mod cancel;
pub mod change_booking;
pub mod change_series;
pub mod charging;
pub mod check_in;
pub mod close;
pub mod door;
pub mod end_early;
pub mod extras;
pub mod follow;
pub mod given_coupon;
pub mod hold_slot;
pub mod import_booking;
pub mod import_check_in;
pub mod invite;
pub mod invitees;
pub mod keep_extra;
pub mod keep_layout;
pub mod keep_photos;
pub mod keep_resource;
pub mod lay_out;
pub mod leave;
pub mod letting;
pub mod link;
pub mod move_booking;
pub mod plan;
pub mod prepare;
pub(crate) mod price;
pub mod rehouse;
pub mod release;
pub(crate) mod series_coupon;
pub mod set_schedule;
pub mod set_up;
pub mod undo_check_in;
pub mod upkeep;
pub mod wait;
pub mod walk_in;
pub mod widen_check_in;

use crate::permissions::{BOOK, BOOK_FOR_OTHERS};
use crate::rules::booking::{Booking, BookingId, SlotRefused};
use crate::rules::refusal::BookingRefusal;
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, links, resources};
use kernel::{Actor, Forbidden, Zone};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::{Value, json};

/// What the actions on bookings answer when they do not do.
pub(crate) type Refused = Failure<BookingRefusal>;

pub(crate) fn refused(refusal: impl Into<BookingRefusal>) -> Refused {
    Failure::Refused(refusal.into())
}

/// Goes on if the booking is the actor's own and they may book, or if they may book for others.
pub(crate) fn may_change(actor: &Actor, booking: &Booking) -> Result<(), Forbidden> {
    if booking.belongs_to(actor) && actor.may(BOOK) {
        Ok(())
    } else {
        actor.require(BOOK_FOR_OTHERS)
    }
}

/// A booking that the actor may change, held until the end of the transaction. To whom may not it does not exist.
pub(crate) fn own_or_any(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Fault> {
    let booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    may_change(actor, &booking).map_err(|_| Fault::NotFound)?;
    Ok(booking)
}

/// One or two resources, held with all that is bound to them, in the order of their identifiers: two who book what cannot be taken at
/// the same time follow one another, and neither waits for the other in turn.
pub(crate) fn hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (one, other): (ResourceId, ResourceId),
) -> Result<Vec<Resource>, Refused> {
    let held = resources::hold(tx, actor.place, (one, other))?;
    // Somebody may have linked more while this waited.
    let bound = links::bound_to(tx, actor.place, (one, other))?;
    if bound.iter().all(|id| held.iter().any(|one| one.id == *id)) {
        Ok(held)
    } else {
        Err(refused(SlotRefused::Changed))
    }
}

/// One resource, held with all that is bound to it.
pub(crate) fn hold_one(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<Resource, Refused> {
    let mut held = hold(tx, actor, (id, id))?.into_iter();
    Ok(held.find(|one| one.id == id).or_not_found()?)
}

/// A booking with its resource, both held: the resource first, as always.
pub(crate) fn hold_both(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
) -> Result<(Resource, Booking), Refused> {
    let seen = bookings::find(tx, actor.place, id)?.or_not_found()?;
    let resource = hold_one(tx, actor, seen.resource)?;
    let booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    if booking.resource != resource.id {
        return Err(refused(SlotRefused::Changed));
    }
    Ok((resource, booking))
}

/// Writes down a changed booking; whoever changed it meanwhile wins.
pub(crate) fn save(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<(), Refused> {
    if bookings::update(tx, actor.place, booking)? {
        wait::stir(tx, actor, booking)?;
        Ok(())
    } else {
        Err(refused(SlotRefused::Changed))
    }
}

/// Keeps a booking as it is now, with a line in its log.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    mut booking: Booking,
    verb: &str,
) -> Result<Booking, Refused> {
    save(tx, actor, &booking)?;
    booking.version += 1;
    let zone = book::zone_of(tx, actor)?;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    record(tx, actor, verb, &booking, &facts(&zone, &resource, &booking))?;
    Ok(booking)
}

/// A line in the log of a booking. The facts name the space and the hours on the place's clock, so that they read the same in every
/// language.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    booking: &Booking,
    facts: &Value,
) -> Result<(), Fault> {
    let subject = Subject::new("booking", booking.id);
    activity::record(tx, actor, verb, subject, facts.clone())?;
    Ok(())
}

/// The facts that every line about a booking gives.
pub(crate) fn facts(zone: &Zone, resource: &Resource, booking: &Booking) -> Value {
    json!({ "space": resource.facts.name.as_str(), "when": when(zone, booking) })
}

/// `14/06/2026 09:00–11:00`; over midnight the second day is said too.
pub(crate) fn when(zone: &Zone, booking: &Booking) -> String {
    let (start, end) = (booking.period().start(), booking.period().end());
    let ((first, from), (last, until)) = (zone.local(start), zone.local(end));
    if first == last {
        format!("{} {from}–{until}", first.french())
    } else {
        format!("{} {from} – {} {until}", first.french(), last.french())
    }
}
