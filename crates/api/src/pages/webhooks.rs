//! Listeners: who is told what, what they answered, and telling them again.

use crate::actions::webhooks::{end_webhook, fresh_secret, listen, renew_secret, replay, try_webhook, wake};
use crate::outgoing::Outgoing;
use crate::rules::webhook::{Delivery, DeliveryState, Event, NewWebhook, Webhook, WebhookRefused};
use crate::store::webhooks;
use crate::telling;
use askama::Template;
use kernel::{Actor, Id};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound as _};
use std::collections::BTreeSet;

/// Every listener, and a form for another.
#[derive(Template)]
#[template(path = "webhooks.html")]
pub(super) struct WebhooksPage {
    shell: Shell,
    form: Form,
    all: Vec<Webhook>,
    events: Vec<(String, String)>,
}

/// One listener.
#[derive(Template)]
#[template(path = "webhook.html")]
pub(super) struct WebhookPage {
    shell: Shell,
    webhook: Webhook,
    deliveries: Vec<Delivery>,
    /// The secret that was made just now.
    fresh: Option<String>,
}

/// The badge of a listener and the key of the message that says how it is.
fn standing(webhook: &Webhook) -> (&'static str, &'static str) {
    match (webhook.ended_at, webhook.disabled_at, webhook.failing_since) {
        (Some(_), _, _) => ("neutral", "api-webhook-ended"),
        (None, Some(_), _) => ("error", "api-webhook-given-up"),
        (None, None, Some(_)) => ("warning", "api-webhook-failing"),
        (None, None, None) => ("success", "api-webhook-well"),
    }
}

fn delivery_standing(delivery: &Delivery) -> (&'static str, &'static str) {
    match delivery.state {
        DeliveryState::Taken => ("success", "api-delivery-taken"),
        DeliveryState::Failed => ("error", "api-delivery-failed"),
        DeliveryState::Waiting if delivery.attempts > 0 => ("warning", "api-delivery-again"),
        DeliveryState::Waiting => ("info", "api-delivery-waiting"),
    }
}

impl WebhookPage {
    fn events(&self) -> String {
        let names = self
            .webhook
            .events
            .iter()
            .map(|event| self.shell.t(&event.message()));
        names.collect::<Vec<_>>().join(", ")
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let all = visit
        .read(|tx, actor| webhooks::all(tx, actor.place).map_err(Fault::from))
        .await?;
    let event = |event: &Event| (event.code().to_owned(), visit.text(&event.message()));
    let page = WebhooksPage {
        shell: visit.shell("api-webhooks-title"),
        form,
        all,
        events: Event::ALL.iter().map(event).collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let events: BTreeSet<Event> = form
        .values("events")
        .filter_map(|code| Event::parse(code).ok())
        .collect();
    let new = NewWebhook {
        name: form.value("name").to_owned(),
        url: form.value("url").to_owned(),
        events,
    };
    let plain = visit
        .app
        .extras
        .get::<Outgoing>()
        .is_ok_and(|outgoing| outgoing.local);
    let fresh = fresh_secret(visit.app.db.entropy().bytes());
    let made = fresh.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = listen(tx, actor, &new, &made, plain)?;
            Ok(format!("/office/webhooks/{id}"))
        })
        .await;
    match done {
        Ok(to) => told_once(&visit, &to, fresh).await,
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                WebhookRefused::Address => "url",
                WebhookRefused::NoEvent => "events",
                _ => "name",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of a listener with its secret, unless the same form had been sent before: that answer showed it.
async fn told_once(visit: &Visit, to: &str, fresh: String) -> Answer {
    let id = to
        .rsplit('/')
        .next()
        .and_then(|id| Id::parse(id).ok())
        .or_not_found()?;
    let page = page(visit, id, None).await?;
    if page.webhook.secret != fresh {
        return visit.redirect_with(to, &Flash::success("api-webhook-made-before"));
    }
    visit.page(&WebhookPage {
        fresh: Some(fresh),
        ..page
    })
}

async fn page(visit: &Visit, id: Id<Webhook>, fresh: Option<String>) -> Result<WebhookPage, Fault> {
    let (webhook, deliveries) = visit
        .read(move |tx, actor| {
            let webhook = webhooks::find(tx, actor.place, id)?.or_not_found()?;
            Ok::<_, Fault>((webhook, webhooks::of_webhook(tx, actor.place, id)?))
        })
        .await?;
    Ok(WebhookPage {
        shell: visit.shell_titled(webhook.name.clone()),
        webhook,
        deliveries,
        fresh,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Webhook>>) -> Answer {
    let page = page(&visit, id, None).await?;
    visit.page(&page)
}

pub(super) async fn renew(visit: Visit, Path(id): Path<Id<Webhook>>, form: Form) -> Answer {
    let fresh = fresh_secret(visit.app.db.entropy().bytes());
    let made = fresh.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            renew_secret(tx, actor, id, &made)?;
            Ok(format!("/office/webhooks/{id}"))
        })
        .await;
    match done {
        Ok(to) => told_once(&visit, &to, fresh).await,
        Err(failure) => refused(&visit, failure),
    }
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Webhook>>, form: Form) -> Answer {
    act(&visit, &form, "api-webhook-is-ended", move |tx, actor| {
        end_webhook(tx, actor, id)?;
        Ok("/office/webhooks".to_owned())
    })
    .await
}

pub(super) async fn rouse(visit: Visit, Path(id): Path<Id<Webhook>>, form: Form) -> Answer {
    act(&visit, &form, "api-webhook-is-woken", move |tx, actor| {
        wake(tx, actor, id)?;
        Ok(format!("/office/webhooks/{id}"))
    })
    .await
}

pub(super) async fn try_out(visit: Visit, Path(id): Path<Id<Webhook>>, form: Form) -> Answer {
    act(&visit, &form, "api-webhook-is-tried", move |tx, actor| {
        try_webhook(tx, actor, id)?;
        telling::ask(tx, actor)?;
        Ok(format!("/office/webhooks/{id}"))
    })
    .await
}

pub(super) async fn send_again(
    visit: Visit,
    Path((id, delivery)): Path<(Id<Webhook>, Id<Delivery>)>,
    form: Form,
) -> Answer {
    act(&visit, &form, "api-delivery-is-sent-again", move |tx, actor| {
        replay(tx, actor, (id, delivery))?;
        telling::ask(tx, actor)?;
        Ok(format!("/office/webhooks/{id}"))
    })
    .await
}

async fn act<F>(visit: &Visit, form: &Form, said: &'static str, work: F) -> Answer
where
    F: Fn(&mut Tx<'_>, &Actor) -> Result<String, Failure<WebhookRefused>> + Send + 'static,
{
    match visit.submit(form, work).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success(said)),
        Err(failure) => refused(visit, failure),
    }
}

fn refused(visit: &Visit, failure: Failure<WebhookRefused>) -> Answer {
    match failure {
        Failure::Refused(_) => {
            visit.redirect_with("/office/webhooks", &Flash::error("api-refused-webhook-ended"))
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}
