//! The job that tells listeners: it reads the activity log, writes what is to be told, sends what is due.

use crate::actions::webhooks::{collect, forget, note};
use crate::outgoing::{Outgoing, post};
use crate::rules::webhook::{
    ANSWER_KEPT, Delivery, DeliveryState, MOST_ATTEMPTS, Webhook, signature, wait_after,
};
use crate::store::webhooks;
use kernel::{Actor, Id, Instant, Locale, PlaceId};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::web::WebSettings;
use platform::{
    Argument, Catalogue, Fault, JobContext, JobHandler, JobReport, OrNotFound, Recurring, jobs, place,
};
use serde_json::json;
use std::sync::Arc;

/// The job.
pub(crate) const KIND: &str = "api.webhooks";
/// Who does it.
pub(crate) const HANDLER: JobHandler = JobHandler { kind: KIND, run };
/// How often: what happens is told within a minute.
pub(crate) const RECURRING: Recurring = Recurring {
    kind: KIND,
    every_minutes: 1,
};
/// How long a message is left to the process that took it, in seconds.
const LEASE: i64 = 60;

/// Asks for the job now: somebody wants to see what comes of it.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Fault> {
    jobs::enqueue(tx, actor, KIND, &json!(null), None)?;
    Ok(())
}

fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let listeners = context.db.read_blocking(move |tx| webhooks::all(tx, place))?;
    if !listeners.is_empty() {
        let zone = context.db.read_blocking(move |tx| place::get(tx, place))?.zone;
        while context.db.write_blocking({
            let zone = zone.clone();
            move |tx| collect(tx, place, &zone)
        })? {}
    }
    let mut report = JobReport::default();
    while let Some(delivery) = context
        .db
        .write_blocking(move |tx| webhooks::take(tx, place, LEASE).map_err(Fault::from))?
    {
        tell(context, delivery)?;
        report.done = report.done.saturating_add(1);
        context.progress(report.done, 0)?;
    }
    context.db.write_blocking(move |tx| forget(tx, place))?;
    Ok(report)
}

/// Sends one message and notes what came back.
fn tell(context: &JobContext<'_>, mut delivery: Delivery) -> Result<(), Fault> {
    let (place, id) = (context.place, delivery.webhook);
    let listener = context
        .db
        .read_blocking(move |tx| webhooks::find(tx, place, id).map_err(Fault::from))?
        .or_not_found()?;
    let now = context.db.clock().now();
    let outgoing = *context.extras.get::<Outgoing>()?;
    let answered = if listener.is_told() {
        post(
            outgoing,
            &listener.url,
            &signed(&listener, &delivery, now),
            &delivery.body,
        )
    } else {
        crate::outgoing::Answered {
            status: None,
            text: String::new(),
        }
    };
    let (taken, now) = (answered.is_taken(), context.db.clock().now());
    delivery.state = match (taken, delivery.attempts >= MOST_ATTEMPTS || !listener.is_told()) {
        (true, _) => DeliveryState::Taken,
        (false, true) => DeliveryState::Failed,
        (false, false) => DeliveryState::Waiting,
    };
    delivery.not_before = now.plus_seconds(wait_after(delivery.attempts));
    delivery.answered_at = Some(now);
    delivery.status = answered.status.map(i64::from);
    delivery.answer = answered
        .text
        .chars()
        .filter(|letter| *letter != '\0')
        .take(ANSWER_KEPT)
        .collect();
    let lost = context
        .db
        .write_blocking(move |tx| note(tx, place, &delivery, taken))?;
    if lost {
        let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
        let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
        context
            .db
            .write_blocking(move |tx| write_letter(tx, place, id, &messages, &base_url))?;
    }
    Ok(())
}

/// The headers that let the listener know that we wrote it, and when (standardwebhooks.com).
fn signed(listener: &Webhook, delivery: &Delivery, now: Instant) -> [(&'static str, String); 4] {
    let (id, seconds) = (delivery.id.to_string(), now.seconds());
    let signature = signature(&listener.secret, &id, seconds, &delivery.body);
    [
        ("content-type", "application/json".to_owned()),
        ("webhook-id", id),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", signature),
    ]
}

/// A letter to whoever asked for the listener: nothing is told any more.
fn write_letter(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Webhook>,
    messages: &Catalogue,
    base_url: &str,
) -> Result<(), Fault> {
    let place = place::get(tx, place)?;
    let listener = webhooks::find(tx, place.id, id)?.or_not_found()?;
    let Some(person) = people::person(tx, place.id, listener.created_by)? else {
        return Ok(());
    };
    let Some(to) = person.email.clone() else {
        return Ok(());
    };
    let locale: Locale = person.language.unwrap_or(place.language);
    let name = person.name.full();
    let arguments = [
        ("place", Argument::from(place.name.as_str())),
        ("name", Argument::from(name.as_str())),
        ("webhook", Argument::from(listener.name.as_str())),
        ("url", Argument::from(listener.url.as_str())),
    ];
    let say = |part: &str| messages.text(locale, &format!("api-mail-{part}"), &arguments);
    let link = format!("{base_url}/office/webhooks/{id}");
    let paragraphs = [say("greeting"), say("text"), say("after")];
    let (text, html) = mail::compose(
        &place,
        locale,
        &say("title"),
        &paragraphs,
        Some((&say("button"), &link)),
    )?;
    mail::enqueue(
        tx,
        Mail {
            place: place.id,
            person: Some(person.id),
            to,
            name,
            subject: say("title"),
            text,
            html,
            attachment: None,
            secret: false,
        },
    )?;
    Ok(())
}
