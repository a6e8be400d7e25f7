//! Saying yes or no to a booking that waits for approval, and marking who came.

use super::book::{holder_of, zone_of};
use super::invite::tell;
use super::plan::{Demand, free};
use super::{Refused, charging, extras, facts, hold_both, keep, record, refused, save};
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::store::holds;
use kernel::{Actor, Money};
use platform::database::Tx;

/// Says yes: the booking is confirmed at the price that was asked for, and charged.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it waits for no answer or no longer; [`platform::Fault::NotFound`].
pub fn approve(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let (resource, mut booking) = hold_both(tx, actor, id)?;
    // What waits for its holder is not the place's to approve.
    let held = holds::find(tx, actor.place, id)?.is_some();
    if held || booking.state_at(tx.now()) != BookingState::Requested {
        return Err(refused(SlotRefused::NotRequested));
    }
    let zone = zone_of(tx, actor)?;
    // It held its slot until now; who came after its expiry, by a clock a moment ahead of ours, goes first.
    let holder = holder_of(&booking)?;
    let demand = Demand {
        resource: &resource,
        period: booking.period(),
        holder: &holder,
        overriding: booking.overridden,
        on_the_spot: false,
        moving: Some(&booking),
        planned: &[],
        coupon: None,
    };
    free(tx, actor, &zone, &demand, booking.occupation)?;
    charging::charge(tx, actor, &zone, &resource, &mut booking)?;
    extras::charge(tx, actor, &zone, &mut booking)?;
    booking.state = BookingState::Confirmed;
    booking.request_expires_at = None;
    save(tx, actor, &booking)?;
    booking.version += 1;
    record(
        tx,
        actor,
        "booking.approved",
        &booking,
        &facts(&zone, &resource, &booking),
    )?;
    tell(tx, actor, &booking)?;
    Ok(booking)
}

/// Says no: the hours are free at once, and nothing is owed, whatever was agreed before the booking was moved.
///
/// # Errors
/// As [`approve`].
pub fn refuse(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let (_, mut booking) = hold_both(tx, actor, id)?;
    if booking.state_at(tx.now()) != BookingState::Requested {
        return Err(refused(SlotRefused::NotRequested));
    }
    booking.state = BookingState::Refused;
    booking.fee_floor = Money::ZERO;
    extras::forgive(tx, actor, &booking)?;
    offers::return_relief(tx, actor.place, id.as_i64(), None)?;
    tell(tx, actor, &booking)?;
    keep(tx, actor, booking, "booking.refused")
}

/// Notes that the people of a booking are here, on the day it begins or later.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it is not confirmed or its day has not come; [`platform::Fault::NotFound`].
pub fn welcome(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let (_, mut booking) = hold_both(tx, actor, id)?;
    if booking.state != BookingState::Confirmed || booking.period().end() <= tx.now() {
        return Err(refused(SlotRefused::NotOpen));
    }
    let zone = zone_of(tx, actor)?;
    if tx.today(&zone) < zone.day_of(booking.period().start()) {
        return Err(refused(SlotRefused::TooEarly));
    }
    booking.state = BookingState::CheckedIn;
    keep(tx, actor, booking, "booking.checked_in")
}

/// Takes back that the people of a booking are here: a slip of the hand.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it was not noted or the booking is over; [`platform::Fault::NotFound`].
pub fn unwelcome(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let (_, mut booking) = hold_both(tx, actor, id)?;
    if booking.state != BookingState::CheckedIn || booking.period().end() <= tx.now() {
        return Err(refused(SlotRefused::NotHere));
    }
    booking.state = BookingState::Confirmed;
    keep(tx, actor, booking, "booking.check_in_undone")
}

/// Notes that nobody came. The hours are free, the price stays due.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it has not begun or somebody came; [`platform::Fault::NotFound`].
pub fn note_no_show(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let (_, mut booking) = hold_both(tx, actor, id)?;
    let may = matches!(booking.state, BookingState::Confirmed | BookingState::Done);
    if !may || tx.now() < booking.period().start() {
        return Err(refused(SlotRefused::NotOpen));
    }
    booking.state = BookingState::NoShow;
    keep(tx, actor, booking, "booking.no_show")
}
