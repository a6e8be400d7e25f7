//! One delivery: handed over, sent back, or found to be a mistake.

use super::deliveries::{Line, lines};
use crate::actions::{end_delivery, reopen_delivery};
use crate::rules::delivery::{Delivery, DeliveryRefused, Ending};
use crate::rules::text::line;
use crate::store::deliveries;
use askama::Template;
use kernel::{Id, Refusal};
use platform::activity::{self, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// One delivery.
#[derive(Template)]
#[template(path = "delivery.html")]
pub(super) struct DeliveryPage {
    shell: Shell,
    form: Form,
    line: Line,
    history: Vec<HistoryLine>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Delivery>>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Delivery>>, mut form: Form) -> Answer {
    let how = Ending::parse(form.value("ending")).map_err(|_| WebError::Malformed)?;
    let Some(taken_by) = form.parse_optional("taken_by", line) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let taken_by = taken_by.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            end_delivery(tx, actor, id, how, &taken_by)?;
            Ok("/front-desk/deliveries".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(how.message())),
        Err(Failure::Refused(DeliveryRefused::TakenBy)) => {
            form.refuse("taken_by", &DeliveryRefused::TakenBy);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(failure) => back(&visit, id, failure),
    }
}

pub(super) async fn undo(visit: Visit, Path(id): Path<Id<Delivery>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            reopen_delivery(tx, actor, id)?;
            Ok(format!("/front-desk/deliveries/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-delivery-waits-again")),
        Err(failure) => back(&visit, id, failure),
    }
}

fn back(visit: &Visit, id: Id<Delivery>, failure: Failure<DeliveryRefused>) -> Answer {
    match failure {
        Failure::Refused(refusal) => {
            let to = format!("/front-desk/deliveries/{id}");
            visit.redirect_with(&to, &Flash::error(refusal.key()))
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Id<Delivery>, mut form: Form, status: StatusCode) -> Answer {
    let (delivery, entries, names) = visit
        .read(move |tx, actor| {
            let delivery = deliveries::find(tx, actor.place, id)?.or_not_found()?;
            let entries = activity::history(tx, actor.place, Subject::new("delivery", id))?;
            let who: Vec<_> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((delivery, entries, names))
        })
        .await?;
    let line = lines(visit, vec![delivery]).await?.pop().or_not_found()?;
    if form.pairs().is_empty() {
        form.set("taken_by", &line.name);
    }
    let page = DeliveryPage {
        shell: visit.shell_titled(line.name.clone()),
        form,
        history: visit.history(&entries, &names),
        line,
    };
    visit.page_with_status(status, &page)
}
