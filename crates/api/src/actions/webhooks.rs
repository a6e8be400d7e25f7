//! Who is told: beginning, ending, waking a listener; writing messages from the activity log.

use crate::permissions::MANAGE;
use crate::rules::webhook::{
    self, Delivery, Event, NewWebhook, TRIAL, Webhook, WebhookRefused, check, gives_up, secret,
};
use crate::store::webhooks;
use kernel::{Actor, Id, PlaceId, Zone};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Lines of the log read at a time.
const AT_A_TIME: u32 = 500;
/// Lines younger than this are read again: a transaction that began before another may end after it. In seconds.
const READ_AGAIN: i64 = 300;

type Refused = Failure<WebhookRefused>;

/// Tells a program from now on. `secret` signs its messages; `plain` says whether the installation calls addresses without TLS.
///
/// # Errors
/// [`WebhookRefused`]; [`Fault::Forbidden`].
pub fn listen(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewWebhook,
    secret: &str,
    plain: bool,
) -> Result<Id<Webhook>, Refused> {
    actor.require(MANAGE)?;
    let created_by = actor.person.ok_or(Fault::Forbidden)?;
    let known = webhooks::all(tx, actor.place)?;
    check(new, plain, known.len()).map_err(Failure::Refused)?;
    let webhook = Webhook {
        id: tx.new_id(),
        name: new.name.trim().to_owned(),
        url: new.url.clone(),
        events: new.events.clone(),
        secret: secret.to_owned(),
        created_at: tx.now(),
        created_by,
        failing_since: None,
        disabled_at: None,
        ended_at: None,
    };
    webhooks::insert(tx, actor.place, &webhook)?;
    if webhooks::reading(tx, actor.place)?.is_none() {
        let latest = activity::latest(tx, actor.place)?;
        webhooks::read_until(tx, actor.place, latest)?;
    }
    record(tx, actor, "webhook.begun", &webhook)?;
    Ok(webhook.id)
}

/// Signs with another secret from now on.
///
/// # Errors
/// [`WebhookRefused::Ended`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn renew_secret(tx: &mut Tx<'_>, actor: &Actor, id: Id<Webhook>, secret: &str) -> Result<(), Refused> {
    let mut webhook = held(tx, actor, id)?;
    secret.clone_into(&mut webhook.secret);
    webhooks::update(tx, actor.place, &webhook)?;
    record(tx, actor, "webhook.secret_renewed", &webhook)?;
    Ok(())
}

/// Tells a listener again that the house had given up.
///
/// # Errors
/// As [`renew_secret`].
pub fn wake(tx: &mut Tx<'_>, actor: &Actor, id: Id<Webhook>) -> Result<(), Refused> {
    let mut webhook = held(tx, actor, id)?;
    (webhook.failing_since, webhook.disabled_at) = (None, None);
    webhooks::update(tx, actor.place, &webhook)?;
    record(tx, actor, "webhook.woken", &webhook)?;
    Ok(())
}

/// Tells a listener nothing any more.
///
/// # Errors
/// As [`renew_secret`].
pub fn end_webhook(tx: &mut Tx<'_>, actor: &Actor, id: Id<Webhook>) -> Result<(), Refused> {
    let mut webhook = held(tx, actor, id)?;
    webhook.ended_at = Some(tx.now());
    webhooks::update(tx, actor.place, &webhook)?;
    webhooks::give_up(tx, actor.place, id)?;
    record(tx, actor, "webhook.ended", &webhook)?;
    Ok(())
}

/// Sends a message that tells nothing, to see whether the listener takes it.
///
/// # Errors
/// As [`renew_secret`].
pub fn try_webhook(tx: &mut Tx<'_>, actor: &Actor, id: Id<Webhook>) -> Result<(), Refused> {
    let webhook = held(tx, actor, id)?;
    let delivery: Id<Delivery> = tx.new_id();
    let zone = platform::place::get(tx, actor.place)?.zone;
    let body = json!({
        "id": delivery, "type": TRIAL, "at": zone.rfc3339(tx.now()), "place": actor.place, "subject": null,
    });
    let message = (None, TRIAL, body.to_string());
    webhooks::write(
        tx,
        actor.place,
        webhook.id,
        delivery,
        (message.0, message.1, &message.2),
    )?;
    Ok(())
}

/// Sends a message once more, under the same identifier.
///
/// # Errors
/// As [`renew_secret`].
pub fn replay(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (webhook, id): (Id<Webhook>, Id<Delivery>),
) -> Result<(), Refused> {
    let webhook = held(tx, actor, webhook)?;
    let delivery = webhooks::lock_delivery(tx, actor.place, (webhook.id, id))?.or_not_found()?;
    webhooks::again(tx, actor.place, delivery.id)?;
    Ok(())
}

fn held(tx: &mut Tx<'_>, actor: &Actor, id: Id<Webhook>) -> Result<Webhook, Refused> {
    actor.require(MANAGE)?;
    let webhook = webhooks::lock(tx, actor.place, id)?.or_not_found()?;
    if webhook.ended_at.is_some() {
        return Err(Failure::Refused(WebhookRefused::Ended));
    }
    Ok(webhook)
}

/// Writes the messages for the acts that were not told yet. The log is written with each act, so no act is missed; each act is
/// told once to each listener, however often the log is read.
pub(crate) fn collect(tx: &mut Tx<'_>, place: PlaceId, zone: &Zone) -> Result<bool, Fault> {
    let listeners = webhooks::all(tx, place)?;
    let Some(read) = webhooks::reading(tx, place)? else {
        return Ok(false);
    };
    let lines = activity::since(tx, place, read, AT_A_TIME)?;
    for line in &lines {
        for listener in listeners.iter().filter(|one| hears(one, line)) {
            let delivery: Id<Delivery> = tx.new_id();
            let body = message(place, zone, delivery, line);
            webhooks::write(
                tx,
                place,
                listener.id,
                delivery,
                (Some(line.id), &line.verb, &body),
            )?;
        }
    }
    let settled = tx.now().minus_seconds(READ_AGAIN);
    let full = lines.len() == usize::try_from(AT_A_TIME).unwrap_or(usize::MAX);
    // A full page of young lines is gone past all the same: the log would never be read to its end.
    let until = lines
        .iter()
        .filter(|line| full || line.at < settled)
        .map(|line| line.id)
        .max();
    if let Some(until) = until {
        webhooks::read_until(tx, place, until)?;
    }
    Ok(full)
}

fn hears(listener: &Webhook, line: &Entry) -> bool {
    let event = Event::parse(&line.verb);
    listener.is_told()
        && listener.created_at <= line.at
        && event.is_ok_and(|event| listener.events.contains(&event))
}

/// What is told of an act: which one, when, and what it was done to. Nothing about persons: who may know asks with a key.
fn message(place: PlaceId, zone: &Zone, id: Id<Delivery>, line: &Entry) -> String {
    let subject: Id<()> = Id::from_i64(line.subject_id);
    json!({
        "id": id,
        "type": line.verb,
        "at": zone.rfc3339(line.at),
        "place": place,
        "subject": { "kind": line.subject_kind, "id": subject },
    })
    .to_string()
}

/// Notes what became of one attempt; true when the listener is given up with it.
pub(crate) fn note(tx: &mut Tx<'_>, place: PlaceId, delivery: &Delivery, taken: bool) -> Result<bool, Fault> {
    if !webhooks::answered(tx, place, delivery)? {
        return Ok(false);
    }
    let Some(mut listener) = webhooks::lock(tx, place, delivery.webhook)? else {
        return Ok(false);
    };
    let now = tx.now();
    let since = listener.failing_since;
    listener.failing_since = if taken { None } else { since.or(Some(now)) };
    let lost = !taken && listener.is_told() && since.is_some_and(|since| gives_up(since, now));
    if lost {
        listener.disabled_at = Some(now);
        webhooks::give_up(tx, place, listener.id)?;
        record(tx, &Actor::system(place), "webhook.given_up", &listener)?;
    }
    if listener.failing_since != since || lost {
        webhooks::update(tx, place, &listener)?;
    }
    Ok(lost)
}

/// A secret for a listener.
pub(crate) fn fresh_secret(random: [u8; 32]) -> String {
    secret(random)
}

/// Forgets old messages.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId) -> Result<(), Fault> {
    let before = tx.now().minus_seconds(webhook::KEPT);
    Ok(webhooks::forget(tx, place, before)?)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, webhook: &Webhook) -> Result<(), Fault> {
    let subject = Subject::new("webhook", webhook.id);
    activity::record(tx, actor, verb, subject, json!({ "name": webhook.name }))?;
    Ok(())
}
