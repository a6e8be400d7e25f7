//! What is done from the page of a month: prepare it, leave a draft out, issue what was reviewed.

use super::{act_once, month};
use crate::actions::review::{self, BeforeBilling};
use crate::rules::run::{DraftKey, Reviewed, RunRefusal};
use kernel::{Actor, Month};
use platform::Failure;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, StatusCode, Visit, WebError};

pub(super) async fn prepare(visit: Visit, Path(month): Path<Month>, form: Form) -> Answer {
    let hooks = visit.app.extras.get::<BeforeBilling>()?.clone();
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        review::prepare_month(tx, actor, month, &hooks).map(|()| format!("/office/billing/{month}"))
    };
    run(&visit, month, form, "billing-prepared", act).await
}

pub(super) async fn exclude(visit: Visit, Path(month): Path<Month>, form: Form) -> Answer {
    let key = DraftKey::parse(form.value("draft")).ok_or(WebError::Malformed)?;
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        review::exclude(tx, actor, month, key).map(|()| format!("/office/billing/{month}"))
    };
    run(&visit, month, form, "billing-excluded", act).await
}

pub(super) async fn include(visit: Visit, Path(month): Path<Month>, form: Form) -> Answer {
    let key = DraftKey::parse(form.value("draft")).ok_or(WebError::Malformed)?;
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        review::include(tx, actor, month, key).map(|()| format!("/office/billing/{month}"))
    };
    run(&visit, month, form, "billing-included", act).await
}

pub(super) async fn resume(visit: Visit, Path(month): Path<Month>, form: Form) -> Answer {
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        review::resume_run(tx, actor, month).map(|job| format!("/jobs/{job}"))
    };
    run(&visit, month, form, "billing-issue-begun", act).await
}

/// Issues what was reviewed. What became due since the review is charged first, so that it is found and shown rather than
/// slipped in or forgotten.
pub(super) async fn issue(visit: Visit, Path(month): Path<Month>, mut form: Form) -> Answer {
    let seen = Reviewed::parse(form.value("reviewed"));
    let hooks = visit.app.extras.get::<BeforeBilling>()?.clone();
    let charged = visit
        .write(move |tx, actor| review::charge_what_is_due(tx, actor, month, &hooks))
        .await;
    let started = match charged {
        Err(failure) => Err(failure),
        Ok(()) => {
            let seen = seen.clone();
            let act = move |tx: &mut Tx<'_>, actor: &Actor| {
                review::start_run(tx, actor, month, &seen).map(|job| format!("/jobs/{job}"))
            };
            visit.submit(&form, act).await
        }
    };
    match started {
        Ok(to) => visit.redirect_with(&to, &Flash::success("billing-issue-begun")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("drafts", &refusal);
            month::card(&visit, month, form, Some(seen), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn run(
    visit: &Visit,
    month: Month,
    form: Form,
    done: &str,
    act: impl Fn(&mut Tx<'_>, &Actor) -> Result<String, Failure<RunRefusal>> + Send + 'static,
) -> Answer {
    act_once(visit, form, ("drafts", done), act, |form| async move {
        month::card(visit, month, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
    })
    .await
}
