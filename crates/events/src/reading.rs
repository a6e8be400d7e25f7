//! What programs and other capabilities ask of events: what is announced, who comes, and giving a registration up by its identifier.

use crate::actions::{cancel_known, is_of_the_house, may_see};
use crate::permissions::{OWN, RUN};
use crate::rules::event::{Event, EventId, EventState, OpenTo};
use crate::rules::registration::{Registration, RegistrationId, RegistrationRefused};
use crate::store::{events, figures, registrations};
use kernel::{Actor, Money, Period};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// What is announced and not over, as far as the actor may see it, the next first, each with the seats that are left where there is a
/// limit.
///
/// # Errors
/// As the database says.
pub fn announced(tx: &mut Tx<'_>, actor: &Actor, limit: i64) -> Result<Vec<(Event, Option<i64>)>, Fault> {
    let inside = is_of_the_house(tx, actor)?;
    let mut coming = events::to_come(tx, actor.place, limit)?;
    coming.retain(|event| inside || event.facts.open_to == OpenTo::Everybody);
    with_seats(tx, actor, coming)
}

/// One event with the seats that are left. A draft is seen by who makes the programme.
///
/// # Errors
/// [`Fault::NotFound`] for what one does not see.
pub fn event(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<(Event, Option<i64>), Fault> {
    let found = events::find(tx, actor.place, id)?.or_not_found()?;
    let announced = found.state != EventState::Draft || actor.may(RUN);
    if !announced || !may_see(tx, actor, &found)? {
        return Err(Fault::NotFound);
    }
    with_seats(tx, actor, vec![found])?.pop().or_not_found()
}

fn with_seats(tx: &mut Tx<'_>, actor: &Actor, found: Vec<Event>) -> Result<Vec<(Event, Option<i64>)>, Fault> {
    let starts = found.iter().map(|event| event.facts.period.start());
    let (Some(first), Some(last)) = (starts.clone().min(), starts.max()) else {
        return Ok(vec![]);
    };
    let span = Period::new(first, last.plus_minutes(1)).map_err(Fault::internal)?;
    let counts: BTreeMap<EventId, figures::Count> = figures::in_span(tx, actor.place, span)?;
    let left = |event: &Event| {
        let count = counts.get(&event.id).copied().unwrap_or_default();
        let taken = count.registered.saturating_add(count.kept);
        event
            .facts
            .capacity
            .map(|seats| seats.saturating_sub(taken).max(0))
    };
    let told = |event: Event| {
        let left = left(&event);
        (event, left)
    };
    Ok(found.into_iter().map(told).collect())
}

/// Everybody who registered for an event, or waits.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Forbidden`] unless the actor makes the programme.
pub fn registrations_of(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<Vec<Registration>, Fault> {
    actor.require(RUN)?;
    events::find(tx, actor.place, id)?.or_not_found()?;
    Ok(registrations::of_event(tx, actor.place, id)?)
}

/// One’s own registrations, those asked for in the last four hundred days.
///
/// # Errors
/// [`Fault::Forbidden`] for who is nobody.
pub fn own_registrations(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Registration>, Fault> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let since = tx.now().minus_seconds(400 * 86_400);
    Ok(registrations::of_person(tx, actor.place, person, since)?)
}

/// Gives up one's own registration, or anybody's for who makes the programme.
///
/// # Errors
/// As [`cancel_known`]; [`Fault::NotFound`] for somebody else's.
pub fn give_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: RegistrationId,
    terms: (Option<Money>, bool),
) -> Result<Registration, Failure<RegistrationRefused>> {
    let found = registrations::find(tx, actor.place, id)?.or_not_found()?;
    let own = found.attendee.person.is_some_and(|person| actor.is(person)) && actor.may(OWN);
    if !own && !actor.may(RUN) {
        return Err(Failure::Fault(Fault::NotFound));
    }
    cancel_known(tx, actor, &found, terms)
}
