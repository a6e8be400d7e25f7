//! The programme: writing an event down, changing it, announcing it, giving it up.

use super::{motions, rooms, seats, subject};
use crate::letters::{self, Notice};
use crate::permissions::RUN;
use crate::rules::event::{Event, EventFacts, EventId, EventKind, EventRefused, EventState};
use crate::rules::registration::{Registration, RegistrationState};
use crate::rules::seats as counting;
use crate::store::{events, registrations};
use billing::Unit;
use kernel::{Actor, Audience, Money, Period};
use platform::activity;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;
use spaces::ResourceId;

/// Why an event is not kept, or not a matter of rules.
type Refused = Failure<EventRefused>;

/// An event to be written down, or what it should become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// What is said of it.
    pub facts: EventFacts,
    /// The rooms it takes.
    pub rooms: Vec<ResourceId>,
    /// Whether to go past opening hours, closures and limits of these rooms.
    pub overriding: bool,
}

/// Writes an event down as a draft and keeps its rooms.
///
/// # Errors
/// [`EventRefused`], and then no room is kept; [`Fault::NotFound`] for a room or a product of another place.
pub fn create_event(tx: &mut Tx<'_>, actor: &Actor, new: &NewEvent) -> Result<EventId, Refused> {
    actor.require(RUN)?;
    if new.facts.period.start() <= tx.now() {
        return Err(Failure::Refused(EventRefused::Past));
    }
    write_down(tx, actor, new)
}

/// Writes down a draft whatever the permissions: the caller has authorised the act.
pub(super) fn write_down(tx: &mut Tx<'_>, actor: &Actor, new: &NewEvent) -> Result<EventId, Refused> {
    let facts = decided(tx, actor, new)?;
    let id = tx.new_id();
    events::insert(tx, actor.place, id, (&facts, EventState::Draft), actor.account)?;
    rooms::keep(tx, actor, id, &facts, (&new.rooms, new.overriding))?;
    let detail = json!({ "title": facts.title });
    activity::record(tx, actor, "event.drafted", subject(id), detail)?;
    Ok(id)
}

/// Changes an event. Who has a seat is told when the hours or the rooms change; more seats go to who waits.
///
/// # Errors
/// [`EventRefused`], and then nothing changed; [`Fault::NotFound`].
pub fn change_event(tx: &mut Tx<'_>, actor: &Actor, id: EventId, new: &NewEvent) -> Result<(), Refused> {
    actor.require(RUN)?;
    let (mut event, all) = seats::hold(tx, actor, id)?;
    let now = tx.now();
    if event.state == EventState::Cancelled {
        return Err(Failure::Refused(EventRefused::Over));
    }
    let facts = decided(tx, actor, new)?;
    let before = rooms::kept_rooms(tx, actor.place, id, event.facts.period)?;
    let moved = facts.period != event.facts.period || !same_rooms(&before, &new.rooms);
    if moved {
        if event.has_begun(now) {
            return Err(Failure::Refused(EventRefused::Over));
        }
        if facts.period.start() <= now {
            return Err(Failure::Refused(EventRefused::Past));
        }
        rooms::keep(tx, actor, id, &facts, (&new.rooms, new.overriding))?;
    }
    keep_promises(&event, &facts, &all, now)?;
    let told = moved || facts.venue != event.facts.venue;
    event.facts = facts;
    events::update(tx, actor.place, &event)?;
    let detail = json!({ "title": event.facts.title });
    activity::record(tx, actor, "event.changed", subject(id), detail)?;
    if told && event.state == EventState::Published {
        for one in all.iter().filter(|one| one.state.is_open()) {
            letters::ask(tx, actor, Notice::Changed, one.id)?;
        }
    }
    seats::settle(tx, actor, &event)?;
    Ok(())
}

/// What was promised to who has a seat: the seat, and its price.
fn keep_promises(
    event: &Event,
    facts: &EventFacts,
    all: &[Registration],
    now: kernel::Instant,
) -> Result<(), Refused> {
    let taken = counting::taken(all, now);
    if facts.capacity.is_some_and(|seats| seats < taken) {
        return Err(Failure::Refused(EventRefused::SeatsTaken { taken }));
    }
    let priced = (facts.product, facts.price) != (event.facts.product, event.facts.price);
    if priced && taken > 0 {
        return Err(Failure::Refused(EventRefused::PriceKept));
    }
    if !facts.registers && taken > 0 {
        return Err(Failure::Refused(EventRefused::SeatsTaken { taken }));
    }
    Ok(())
}

fn same_rooms(before: &[crate::rules::event::KeptRoom], wanted: &[ResourceId]) -> bool {
    let held = |room: &ResourceId| before.iter().any(|one| one.resource == *room && one.holds);
    before.len() == wanted.len() && wanted.iter().all(held)
}

/// Announces a draft.
///
/// # Errors
/// [`EventRefused::Over`] for what is over or was given up.
pub fn publish_event(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<(), Refused> {
    actor.require(RUN)?;
    let mut event = events::lock(tx, actor.place, id)?.or_not_found()?;
    match event.state {
        EventState::Published => return Ok(()),
        EventState::Draft if event.facts.period.end() > tx.now() => {}
        _ => return Err(Failure::Refused(EventRefused::Over)),
    }
    event.state = EventState::Published;
    events::update(tx, actor.place, &event)?;
    let detail = json!({ "title": event.facts.title });
    activity::record(tx, actor, "event.published", subject(id), detail)?;
    if event.facts.kind == EventKind::Powwow {
        motions::schedule_ready(tx, actor)?;
    }
    Ok(())
}

/// Gives an event up: its rooms are free, whoever registered gets a letter with the reason and owes nothing. Said twice, the second
/// changes nothing.
///
/// # Errors
/// [`EventRefused::Over`] once it is over.
pub fn cancel_event(tx: &mut Tx<'_>, actor: &Actor, id: EventId, reason: &str) -> Result<(), Refused> {
    actor.require(RUN)?;
    let mut event = events::lock(tx, actor.place, id)?.or_not_found()?;
    if event.state == EventState::Cancelled {
        return Ok(());
    }
    if event.facts.period.end() <= tx.now() {
        return Err(Failure::Refused(EventRefused::Over));
    }
    let all = registrations::of_event(tx, actor.place, id)?;
    for mut one in all.into_iter().filter(|one| one.state.is_open()) {
        let told = one.state_at(tx.now()) != RegistrationState::Lapsed;
        seats::take_back(tx, actor, &event, &mut one, Money::ZERO).map_err(Failure::unexpected)?;
        if told {
            letters::ask(tx, actor, Notice::Cancelled, one.id)?;
        }
    }
    rooms::release(tx, actor, id)?;
    event.state = EventState::Cancelled;
    reason.clone_into(&mut event.reason);
    events::update(tx, actor.place, &event)?;
    let detail = json!({ "title": event.facts.title });
    activity::record(tx, actor, "event.cancelled", subject(id), detail)?;
    if event.facts.kind == EventKind::Powwow {
        motions::carry_over(tx, actor, id)?;
    }
    Ok(())
}

/// The facts, if they can be kept: somewhere, and sold by a product that is.
fn decided(tx: &mut Tx<'_>, actor: &Actor, new: &NewEvent) -> Result<EventFacts, Refused> {
    let facts = new.facts.clone().checked().map_err(Failure::Refused)?;
    if new.rooms.is_empty() && facts.venue.is_empty() {
        return Err(Failure::Refused(EventRefused::Nowhere));
    }
    let Some(product) = facts.product else {
        return Ok(facts);
    };
    let sold = billing::product(tx, actor.place, product)?;
    let today = super::today(tx, actor.place)?;
    let priced = facts.price.is_some()
        || billing::price_on(tx, actor.place, product, Audience::External, Unit::Piece, today)?.is_some();
    if !sold.active || !priced {
        return Err(Failure::Refused(EventRefused::NotSold));
    }
    Ok(facts)
}

/// The hours of an event on another day: the same on the clock, as long.
pub(crate) fn hours_on(period: Period, zone: &kernel::Zone, day: kernel::Day) -> Result<Period, Fault> {
    let (_, starts) = zone.local(period.start());
    let start = zone.instant(day, starts);
    Period::new(start, start.plus_minutes(period.minutes())).map_err(Fault::internal)
}
