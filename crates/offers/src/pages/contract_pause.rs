//! The office pauses the plan of somebody, or takes a change of plan back that has not begun.

use super::my_pause::DaysQuery;
use super::pause_view::{self, PauseView, Whose};
use super::person_passes::address;
use crate::actions::switch_own::take_back_switch;
use crate::rules::contract::PlanContract;
use crate::rules::pause::Pause;
use askama::Template;
use kernel::{Id, PersonId};
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};

/// The pauses of somebody's contract.
#[derive(Template)]
#[template(path = "contract_pause.html")]
pub(super) struct ContractPausePage {
    shell: Shell,
    form: Form,
    person: PersonId,
    view: PauseView,
}

impl ContractPausePage {
    fn address(&self) -> String {
        address(self.person)
    }

    fn own_address(&self) -> String {
        way((self.person, self.view.contract.id))
    }
}

fn way((person, contract): Whose) -> String {
    format!("{}/contracts/{contract}/pause", address(person))
}

pub(super) async fn new(visit: Visit, Path(whose): Path<Whose>, Query(query): Query<DaysQuery>) -> Answer {
    let mut form = Form::blank(&visit);
    let asks = query.from.is_some() || query.until.is_some();
    form.set("from", query.from.unwrap_or_default());
    form.set("until", query.until.unwrap_or_default());
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
    shown(&visit, whose, form, view, status)
}

pub(super) async fn create(visit: Visit, Path(whose): Path<Whose>, mut form: Form) -> Answer {
    let asked = pause_view::asked(&visit, whose, &mut form);
    if let Some(new) = asked.clone() {
        match pause_view::pause(&visit, &form, new, way(whose)).await {
            Ok(to) => return visit.redirect_with(&to, &Flash::success("offers-paused")),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault.into()),
        }
    }
    let view = pause_view::read(&visit, whose, &mut form, asked).await?;
    shown(&visit, whose, form, view, StatusCode::UNPROCESSABLE_ENTITY)
}

type PauseIds = (PersonId, Id<PlanContract>, Id<Pause>);

pub(super) async fn resume(visit: Visit, Path(ids): Path<PauseIds>, mut form: Form) -> Answer {
    let whose = (ids.0, ids.1);
    match pause_view::resume(&visit, &form, whose, ids.2, way(whose)).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-resumed")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("pauses", &refusal);
            let view = pause_view::read(&visit, whose, &mut form, None).await?;
            shown(&visit, whose, form, view, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Takes a change of plan back.
pub(super) async fn take_back(visit: Visit, Path(whose): Path<Whose>, mut form: Form) -> Answer {
    let (person, contract) = whose;
    let today = visit.today();
    let done = visit
        .submit(&form, move |tx, actor| {
            take_back_switch(tx, actor, person, contract, today)?;
            Ok(address(person))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-switch-taken-back")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("pauses", &refusal);
            let view = pause_view::read(&visit, whose, &mut form, None).await?;
            shown(&visit, whose, form, view, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn shown(visit: &Visit, (person, _): Whose, form: Form, view: PauseView, status: StatusCode) -> Answer {
    let page = ContractPausePage {
        shell: visit.shell("offers-pause"),
        form,
        person,
        view,
    };
    visit.page_with_status(status, &page)
}
