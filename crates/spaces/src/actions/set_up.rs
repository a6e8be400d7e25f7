//! Ticking what is prepared for a booking, and taking that back (T13).

use super::book::zone_of;
use super::{Refused, facts, record, refused};
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::rules::preparing::Item;
use crate::store::{bookings, extras, layouts, resources};
use kernel::{AccountId, Actor, Instant};
use platform::OrNotFound;
use platform::database::Tx;

/// Notes that something is prepared for a booking, by whom and when; or that it is not. Said twice, the first time stays.
///
/// # Errors
/// [`SlotRefused::NotOpen`] when the booking no longer stands or is over; [`platform::Fault::NotFound`] when it is none, or has no such
/// extra.
pub fn set_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    (item, done): (Item, bool),
) -> Result<(), Refused> {
    actor.require(BOOK_FOR_OTHERS)?;
    let booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    let stands = matches!(booking.state, BookingState::Confirmed | BookingState::CheckedIn);
    if !stands || booking.period().end() <= tx.now() {
        return Err(refused(SlotRefused::NotOpen));
    }
    let ticked = done.then(|| tx.now());
    let by = actor.account.filter(|_| done);
    let what = match item {
        Item::Room => tick_room(tx, actor, &booking, (ticked, by))?,
        Item::Extra(line) => {
            let mut lines = extras::of_booking(tx, actor.place, id)?.into_iter();
            let mut line = lines.find(|one| one.id == line && one.count > 0).or_not_found()?;
            if line.done_at.is_some() == done {
                return Ok(());
            }
            (line.done_at, line.done_by) = (ticked, by);
            extras::update_line(tx, actor.place, &line)?;
            Some(line.name.to_string())
        }
    };
    let Some(what) = what else { return Ok(()) };
    let zone = zone_of(tx, actor)?;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let mut facts = facts(&zone, &resource, &booking);
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("what".to_owned(), what.into());
    }
    let verb = if done {
        "booking.set_up"
    } else {
        "booking.set_up_undone"
    };
    record(tx, actor, verb, &booking, &facts)?;
    Ok(())
}

/// What it is called in the log; nothing when it was so already.
fn tick_room(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    (ticked, by): (Option<Instant>, Option<AccountId>),
) -> Result<Option<String>, Refused> {
    let mut setup = layouts::setup(tx, actor.place, booking.id)?.unwrap_or_default();
    if setup.done_at.is_some() == ticked.is_some() {
        return Ok(None);
    }
    (setup.done_at, setup.done_by) = (ticked, by);
    layouts::keep_setup(tx, actor.place, booking.id, &setup)?;
    let layout = match setup.layout {
        Some(layout) => layouts::find(tx, actor.place, layout)?,
        None => None,
    };
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let name = layout.map_or(resource.facts.name, |layout| layout.facts.name);
    Ok(Some(name.to_string()))
}
