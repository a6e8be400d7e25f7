//! What time does to events: offers end and go to the next, people are reminded, those from outside are forgotten.

use super::{motions, seats};
use crate::letters::{self, Notice};
use crate::rules::registration::RegistrationState;
use crate::store::{events, keys, proposals, registrations};
use kernel::{Actor, Period, PlaceId};
use platform::database::Tx;
use platform::{Fault, JobContext, JobReport, OrNotFound, place as places};

/// The job that does all this.
pub(crate) const KIND: &str = "events.upkeep";

/// How long before the beginning people are reminded.
const REMINDER_MINUTES: i64 = 24 * 60;
/// Seconds after which what was never proven is dropped: three days.
const UNPROVEN_SECONDS: i64 = 3 * 86_400;
/// Seconds after which somebody from outside is forgotten: a year.
const KEPT_SECONDS: i64 = 366 * 86_400;

/// One event in each transaction: a process that stops leaves nothing half done.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let (place, db) = (context.place, context.db);
    let unsettled = db.read_blocking(move |tx| registrations::unsettled(tx, place).map_err(Fault::from))?;
    let mut done = 0_i64;
    for event in unsettled {
        let actor = context.actor.clone();
        db.write_blocking(move |tx| {
            let event = events::lock(tx, place, event)?.or_not_found()?;
            seats::settle(tx, &actor, &event)
        })?;
        done = done.saturating_add(1);
    }
    let due = db.read_blocking(move |tx| due(tx, place))?;
    for event in due {
        let actor = context.actor.clone();
        db.write_blocking(move |tx| remind(tx, &actor, event))?;
        done = done.saturating_add(1);
    }
    let actor = context.actor.clone();
    db.write_blocking(move |tx| {
        motions::schedule_ready(tx, &actor)?;
        let now = tx.now();
        let (unproven, long_ago) = (
            now.minus_seconds(UNPROVEN_SECONDS),
            now.minus_seconds(KEPT_SECONDS),
        );
        registrations::drop_unconfirmed(tx, place, unproven)?;
        registrations::forget(tx, place, long_ago)?;
        proposals::forget(tx, place, (unproven, long_ago))?;
        keys::drop_orphans(tx, place, unproven)?;
        digest_keys(tx, place)?;
        Ok::<_, Fault>(())
    })?;
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// Whether every key once held in clear is a digest.
const DIGESTED: &str = "events.keys_digested";

/// Digests keys held in clear until none is left.
fn digest_keys(tx: &mut Tx<'_>, place: PlaceId) -> Result<(), Fault> {
    if places::setting(tx, place, DIGESTED)?.is_some() {
        return Ok(());
    }
    if keys::digest_kept(tx, place)? == 0 {
        places::set_setting(tx, place, DIGESTED, "yes")?;
    }
    Ok(())
}

fn due(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<crate::EventId>, Fault> {
    let now = tx.now();
    let span = Period::new(now, now.plus_minutes(REMINDER_MINUTES)).map_err(Fault::internal)?;
    let found = events::to_remind(tx, place, span)?;
    Ok(found.into_iter().map(|event| event.id).collect())
}

/// Reminds everybody who has a seat, once. Who took it in these last hours knows.
fn remind(tx: &mut Tx<'_>, actor: &Actor, event: crate::EventId) -> Result<(), Fault> {
    let event = events::lock(tx, actor.place, event)?.or_not_found()?;
    if event.reminded_at.is_some() {
        return Ok(());
    }
    let since = event.facts.period.start().minus_minutes(REMINDER_MINUTES);
    for one in registrations::of_event(tx, actor.place, event.id)? {
        if one.state == RegistrationState::Registered && one.asked_at < since {
            letters::ask(tx, actor, Notice::Reminder, one.id)?;
        }
    }
    events::note_reminded(tx, actor.place, event.id)?;
    Ok(())
}
