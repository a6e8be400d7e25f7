//! The spaces of a request: which ones, and keeping them while the customer thinks.

use super::ask::MOST_SLOTS;
use super::{at, held_for, in_order, record, zone_of};
use crate::permissions::ANSWER;
use crate::rules::hire::{At, Hire, HireAct, HireRefused, HireSlot};
use crate::rules::wanted::may_be_held;
use crate::store::{hires, slots};
use kernel::{Actor, Day, Id, Instant, Name, Period, PlaceId, Zone};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;
use spaces::{Booking, BookingState, HoldPurpose, Holder, NewBooking, ResourceId};

/// The end of a day: until then, what is kept stays kept.
pub(crate) fn end_of(zone: &Zone, day: Day) -> Instant {
    zone.day_bounds(day).end()
}

/// Adds a space at some hours.
///
/// # Errors
/// [`At`]; [`Fault::NotFound`] when there is no such request or space.
pub fn add_slot(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    (resource, period): (ResourceId, Period),
) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    let hire = prepared(tx, actor, id)?;
    let zone = zone_of(tx, actor.place)?;
    if !may_be_held(period, tx.now(), &zone) {
        return Err(at("day", HireRefused::Hours));
    }
    let known = spaces::store::resources::find(tx, actor.place, resource)?;
    known.filter(|one| one.active).or_not_found()?;
    if slots::of_hire(tx, actor.place, id)?.len() >= MOST_SLOTS {
        return Err(at("resource", HireRefused::TooManySlots));
    }
    let slot = HireSlot {
        id: tx.new_id(),
        hire: hire.id,
        resource,
        period,
        booking: None,
    };
    slots::insert(tx, actor.place, &slot)?;
    Ok(())
}

/// Takes a space off; what was kept for it is free at once.
///
/// # Errors
/// [`HireRefused::NotNow`] when a quote is out; [`Fault::NotFound`].
pub fn remove_slot(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    slot: Id<HireSlot>,
) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    prepared(tx, actor, id)?;
    let all = slots::of_hire(tx, actor.place, id)?;
    let slot = all.into_iter().find(|one| one.id == slot).or_not_found()?;
    release(tx, actor, &slot)?;
    slots::remove(tx, actor.place, slot.id)?;
    Ok(())
}

/// Keeps every space of a request until the end of a day: all of them or none. Nobody else gets them meanwhile.
///
/// # Errors
/// [`At`]: a space cannot be had, and which one.
pub fn hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    (last, overriding): (Day, bool),
) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    let hire = prepared(tx, actor, id)?;
    let zone = zone_of(tx, actor.place)?;
    if last < tx.today(&zone) {
        return Err(at("until", HireRefused::Hours));
    }
    for slot in in_order(tx, actor.place, id)? {
        keep(tx, actor, &hire, &slot, (end_of(&zone, last), overriding))?;
    }
    record(tx, actor, "hire.held", id, json!({ "day": last })).map_err(Failure::Fault)
}

/// Gives every space back that is kept for a request.
///
/// # Errors
/// [`HireRefused::NotNow`] when a quote is out.
pub fn release_all(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<(), Failure<At>> {
    actor.require(ANSWER)?;
    prepared(tx, actor, id)?;
    free(tx, actor, id)?;
    record(tx, actor, "hire.released", id, json!({})).map_err(Failure::Fault)
}

/// A request being prepared; one that was refused or lost is taken up again.
fn prepared(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<Hire, Failure<At>> {
    let (hire, state) = held_for(tx, actor.place, id, HireAct::Prepare)?;
    if hire.state != state {
        hires::set_state(tx, actor.place, id, (state, ""))?;
    }
    Ok(hire)
}

/// What keeps a slot, while it does.
pub(crate) fn kept(tx: &mut Tx<'_>, place: PlaceId, slot: &HireSlot) -> Result<Option<Booking>, Fault> {
    let Some(id) = slot.booking else {
        return Ok(None);
    };
    let now = tx.now();
    let booking = spaces::store::bookings::find(tx, place, id)?;
    Ok(booking.filter(|booking| booking.state_at(now) == BookingState::Requested))
}

/// Keeps a slot until a moment, anew where its time was over: the booking that keeps it.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    hire: &Hire,
    slot: &HireSlot,
    (until, overriding): (Instant, bool),
) -> Result<Booking, Failure<At>> {
    if let Some(booking) = kept(tx, actor.place, slot)? {
        match spaces::prolong_hold(tx, actor, booking.id, until) {
            Ok(booking) => return Ok(booking),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
        }
    }
    let name = hire.asked.organisation.as_ref().map_or_else(
        || Name::parse(&hire.asked.name.full()).map_err(Fault::internal),
        |(name, _)| Ok(name.clone()),
    )?;
    let new = NewBooking {
        attendance: Some(hire.wanted.people),
        overriding,
        ..NewBooking::plain(slot.resource, slot.period, Holder::Caller(name))
    };
    let booking = spaces::hold_slot(tx, actor, &new, (HoldPurpose::Proposal, until))
        .map_err(|failure| failure.map(|refusal| At::new("hold", refusal)))?;
    slots::set_booking(tx, actor.place, slot.id, Some(booking.id))?;
    Ok(booking)
}

/// Gives every space back; what is over or booked already stays as it is.
pub(crate) fn free(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<(), Fault> {
    for slot in in_order(tx, actor.place, id)? {
        release(tx, actor, &slot)?;
    }
    Ok(())
}

pub(crate) fn release(tx: &mut Tx<'_>, actor: &Actor, slot: &HireSlot) -> Result<(), Fault> {
    let Some(booking) = slot.booking else {
        return Ok(());
    };
    match spaces::release_hold(tx, actor, booking) {
        Ok(()) | Err(Failure::Fault(Fault::NotFound)) => {}
        Err(Failure::Refused(refused)) => {
            return Err(Fault::Internal(format!("a hold is not given back: {refused:?}")));
        }
        Err(Failure::Fault(fault)) => return Err(fault),
    }
    slots::set_booking(tx, actor.place, slot.id, None)?;
    Ok(())
}

/// A space and its hours, as letters and refusals name them.
pub(crate) fn named(tx: &mut Tx<'_>, place: PlaceId, slot: &HireSlot) -> Result<(String, String), Fault> {
    let zone = zone_of(tx, place)?;
    let space = spaces::store::resources::find(tx, place, slot.resource)?.or_not_found()?;
    let ((day, from), (_, until)) = (zone.local(slot.period.start()), zone.local(slot.period.end()));
    Ok((
        space.facts.name.to_string(),
        format!("{} {from}–{until}", day.french()),
    ))
}
