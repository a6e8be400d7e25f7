//! The rooms of events, kept by bookings of the house like any other: so nothing is ever booked twice.

use super::empowered;
use crate::rules::event::{EventFacts, EventId, EventRefused, KeptRoom};
use crate::store::rooms;
use kernel::{Actor, Period, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use spaces::store::kept::{Kept, kept};
use spaces::{BookingId, Cancellation, Holder, NewBooking, ResourceId};
use std::collections::BTreeMap;

/// Keeps these rooms and no others for the hours of an event. Past hours, closures and limits only where `overriding` says so.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    facts: &EventFacts,
    (wanted, overriding): (&[ResourceId], bool),
) -> Result<(), Failure<EventRefused>> {
    let held = standing(tx, actor.place, event)?;
    let stays = |one: &Kept| {
        wanted.contains(&one.resource) && one.from == facts.period.start() && one.until == facts.period.end()
    };
    for one in held.iter().filter(|one| !stays(one)) {
        give_up(tx, actor, event, one.booking)?;
    }
    let staying: Vec<ResourceId> = held
        .iter()
        .filter(|one| stays(one))
        .map(|one| one.resource)
        .collect();
    let missing = wanted.iter().filter(|room| !staying.contains(room));
    for room in missing {
        let booking = book(tx, actor, *room, facts, overriding)?;
        rooms::insert(tx, actor.place, event, booking)?;
    }
    Ok(())
}

/// Lets every room go; one whose hours have begun stays as it is.
pub(super) fn release(tx: &mut Tx<'_>, actor: &Actor, event: EventId) -> Result<(), Fault> {
    for one in standing(tx, actor.place, event)? {
        give_up(tx, actor, event, one.booking)?;
    }
    Ok(())
}

fn standing(tx: &mut Tx<'_>, place: PlaceId, event: EventId) -> Result<Vec<Kept>, Fault> {
    let bookings = rooms::of_event(tx, place, event)?;
    let mut held = kept(tx, place, &bookings)?;
    held.retain(|one| one.state.occupies());
    Ok(held)
}

fn give_up(tx: &mut Tx<'_>, actor: &Actor, event: EventId, booking: BookingId) -> Result<(), Fault> {
    let done = spaces::cancel(tx, &empowered(actor), booking, Cancellation::default());
    match done {
        // What began is ended, not cancelled: the room was used.
        Ok(_) | Err(Failure::Refused(_)) => {
            rooms::remove(tx, actor.place, event, booking)?;
            Ok(())
        }
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

fn book(
    tx: &mut Tx<'_>,
    actor: &Actor,
    room: ResourceId,
    facts: &EventFacts,
    overriding: bool,
) -> Result<BookingId, Failure<EventRefused>> {
    let name = spaces::store::resources::find(tx, actor.place, room)?
        .or_not_found()?
        .facts
        .name;
    let mut new = NewBooking::plain(room, facts.period, Holder::House);
    new.title.clone_from(&facts.title);
    new.attendance = facts.capacity;
    new.visible = true;
    new.overriding = overriding;
    let by = if overriding {
        actor.clone()
    } else {
        empowered(actor)
    };
    let booked = spaces::book(tx, &by, &new).map_err(|failure| {
        failure.map(|refusal| EventRefused::Room {
            room: name.to_string(),
            refusal,
        })
    })?;
    Ok(booked.id)
}

/// The rooms of an event, by name, and whether each is still kept for all its hours.
pub(crate) fn kept_rooms(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    period: Period,
) -> Result<Vec<KeptRoom>, Fault> {
    let bookings = rooms::of_event(tx, place, event)?;
    let names = names(tx, place)?;
    let rooms = kept(tx, place, &bookings)?.into_iter().map(|one| KeptRoom {
        booking: one.booking,
        resource: one.resource,
        name: names.get(&one.resource).cloned().unwrap_or_default(),
        holds: one.state.occupies() && one.from <= period.start() && one.until >= period.end(),
    });
    Ok(rooms.collect())
}

/// The names of the rooms of every event that begins in a span.
pub(crate) fn locations(
    tx: &mut Tx<'_>,
    place: PlaceId,
    span: Period,
) -> Result<BTreeMap<EventId, Vec<String>>, Fault> {
    let of_events = rooms::in_span(tx, place, span)?;
    let bookings: Vec<BookingId> = of_events.iter().map(|(_, booking)| *booking).collect();
    let names = names(tx, place)?;
    let rooms: BTreeMap<BookingId, String> = kept(tx, place, &bookings)?
        .into_iter()
        .filter(|one| one.state.occupies())
        .filter_map(|one| Some((one.booking, names.get(&one.resource)?.clone())))
        .collect();
    let mut found: BTreeMap<EventId, Vec<String>> = BTreeMap::new();
    for (event, booking) in of_events {
        if let Some(name) = rooms.get(&booking) {
            found.entry(event).or_default().push(name.clone());
        }
    }
    Ok(found)
}

fn names(tx: &mut Tx<'_>, place: PlaceId) -> Result<BTreeMap<ResourceId, String>, Fault> {
    let all = spaces::store::resources::list(tx, place)?;
    Ok(all
        .into_iter()
        .map(|one| (one.id, one.facts.name.to_string()))
        .collect())
}
