//! Who came: ticked at the desk, one registration at a time, and how many came without one (T18).

use super::subject;
use crate::permissions::RUN;
use crate::rules::event::EventId;
use crate::rules::registration::{RegistrationId, RegistrationRefused, RegistrationState};
use crate::store::{events, registrations};
use kernel::Actor;
use platform::activity;
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Minutes before the beginning from which people are ticked: they come early.
const EARLY_MINUTES: i64 = 120;
/// The most people who come unannounced.
const MOST_WALK_INS: i64 = 100_000;

/// Notes how many of a registration came, or that nobody has looked; noted again, the last word counts.
///
/// # Errors
/// [`RegistrationRefused`] before people arrive, for more than registered, or for who has no seat.
pub fn note_attendance(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: RegistrationId,
    came: Option<i64>,
) -> Result<(), Failure<RegistrationRefused>> {
    actor.require(RUN)?;
    let found = registrations::find(tx, actor.place, id)?.or_not_found()?;
    let event = events::lock(tx, actor.place, found.event)?.or_not_found()?;
    let mut one = registrations::find(tx, actor.place, id)?.or_not_found()?;
    if one.state != RegistrationState::Registered {
        return Err(Failure::Refused(RegistrationRefused::Over));
    }
    if tx.now() < event.facts.period.start().minus_minutes(EARLY_MINUTES) {
        return Err(Failure::Refused(RegistrationRefused::NotYet));
    }
    if came.is_some_and(|people| !(0..=one.people()).contains(&people)) {
        return Err(Failure::Refused(RegistrationRefused::HowMany));
    }
    one.came = came;
    registrations::update(tx, actor.place, &one)?;
    Ok(())
}

/// Notes how many came without having registered.
///
/// # Errors
/// [`RegistrationRefused`] before people arrive, or for a number that cannot be meant.
pub fn count_walk_ins(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: EventId,
    people: i64,
) -> Result<(), Failure<RegistrationRefused>> {
    actor.require(RUN)?;
    let event = events::lock(tx, actor.place, id)?.or_not_found()?;
    if tx.now() < event.facts.period.start().minus_minutes(EARLY_MINUTES) {
        return Err(Failure::Refused(RegistrationRefused::NotYet));
    }
    if !(0..=MOST_WALK_INS).contains(&people) {
        return Err(Failure::Refused(RegistrationRefused::HowMany));
    }
    events::count_walk_ins(tx, actor.place, id, people)?;
    let detail = json!({ "people": people });
    activity::record(tx, actor, "event.counted", subject(id), detail)?;
    Ok(())
}

/// Whether people may be ticked.
pub(crate) fn is_open(event: &crate::rules::event::Event, now: kernel::Instant) -> bool {
    now >= event.facts.period.start().minus_minutes(EARLY_MINUTES)
}
