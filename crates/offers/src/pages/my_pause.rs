//! Pausing one's own plan (T39).

use super::my_plan::{self, ADDRESS};
use super::pause_view::{self, PauseView, Whose};
use crate::rules::contract::PlanContract;
use crate::rules::pause::Pause;
use askama::Template;
use kernel::Id;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit, WebError};
use serde::Deserialize;

/// A pause of one's own plan.
#[derive(Template)]
#[template(path = "my_pause.html")]
pub(super) struct MyPausePage {
    shell: Shell,
    form: Form,
    view: PauseView,
}

impl MyPausePage {
    fn address(&self) -> &'static str {
        ADDRESS
    }

    fn own_address(&self) -> String {
        format!("{ADDRESS}/{}/pause", self.view.contract.id)
    }
}

/// The days said so far.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct DaysQuery {
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
}

type Contract = Id<PlanContract>;

pub(super) async fn new(visit: Visit, Path(id): Path<Contract>, Query(query): Query<DaysQuery>) -> Answer {
    let mut form = Form::blank(&visit);
    let asks = query.from.is_some() || query.until.is_some();
    form.set("from", query.from.unwrap_or_default());
    form.set("until", query.until.unwrap_or_default());
    let whose = own(&visit, id)?;
    let asked = if asks {
        pause_view::asked(&visit, whose, &mut form)
    } else {
        None
    };
    let view = pause_view::read(&visit, whose, &mut form, asked).await?;
    let status = if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    shown(&visit, form, view, status)
}

pub(super) async fn create(visit: Visit, Path(id): Path<Contract>, mut form: Form) -> Answer {
    let whose = own(&visit, id)?;
    let asked = pause_view::asked(&visit, whose, &mut form);
    if let Some(new) = asked.clone() {
        match pause_view::pause(&visit, &form, new, ADDRESS.to_owned()).await {
            Ok(to) => return visit.redirect_with(&to, &Flash::success("offers-paused")),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let view = pause_view::read(&visit, whose, &mut form, asked).await?;
    shown(&visit, form, view, StatusCode::UNPROCESSABLE_ENTITY)
}

pub(super) async fn resume(visit: Visit, Path(ids): Path<(Contract, Id<Pause>)>, mut form: Form) -> Answer {
    let whose = own(&visit, ids.0)?;
    match pause_view::resume(&visit, &form, whose, ids.1, ADDRESS.to_owned()).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-resumed")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("pauses", &refusal);
            my_plan::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn own(visit: &Visit, contract: Contract) -> Result<Whose, WebError> {
    Ok((visit.actor.person.ok_or(WebError::NotFound)?, contract))
}

fn shown(visit: &Visit, form: Form, view: PauseView, status: StatusCode) -> Answer {
    let page = MyPausePage {
        shell: visit.shell("offers-pause"),
        form,
        view,
    };
    visit.page_with_status(status, &page)
}
