//! Giving notice for oneself: the last day it leads to, what ends, what stays open.

use super::departure::Facts;
use crate::actions;
use crate::rules::prose;
use askama::Template;
use kernel::Day;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// One's own notice.
#[derive(Template)]
#[template(path = "leaving.html")]
pub(super) struct LeavingPage {
    shell: Shell,
    form: Form,
    facts: Facts,
}

pub(super) async fn new(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let declarations = super::departure::declarations(visit)?;
    let facts = visit
        .read(move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            Facts::read(tx, actor.place, person, (today, &declarations))
        })
        .await?;
    if form.value("last_day").is_empty() {
        form.set("last_day", facts.last_day);
    }
    let page = LeavingPage {
        shell: visit.shell("joining-my-leaving"),
        form,
        facts,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let last_day = form.parse("last_day", Day::parse);
    let reason = form.parse_optional("reason", prose::note);
    let (Some(last_day), Some(reason)) = (last_day, reason) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            let reason = reason.clone().unwrap_or_default();
            actions::give_notice(tx, actor, person, last_day, &reason)?;
            Ok("/me/leaving".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-notice-given")),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn withdraw(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            actions::take_back_notice(tx, actor, person)?;
            Ok("/me/leaving".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-notice-taken-back")),
        Err(Failure::Refused(at)) => visit.redirect_with("/me/leaving", &Flash::error(at.why.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
