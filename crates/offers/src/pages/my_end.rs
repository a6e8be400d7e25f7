//! A member ends a plan of theirs and stays a member: the first day possible and why, then one act (T38).

use super::my_plan::ADDRESS;
use crate::actions::take_own::end_own_plan;
use crate::holdings::first_end;
use crate::rules::contract::PlanContract;
use crate::store::contracts;
use askama::Template;
use kernel::{Day, Id};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// A plan of one's own about to end.
#[derive(Template)]
#[template(path = "my_end.html")]
pub(super) struct MyEndPage {
    shell: Shell,
    form: Form,
    contract: PlanContract,
    /// The first last day that may be announced today.
    first: Day,
}

impl MyEndPage {
    fn address(&self) -> &'static str {
        ADDRESS
    }

    /// Until when it is paid at least, and why.
    fn rule(&self) -> String {
        let (shell, held) = (&self.shell, &self.contract);
        if self.first < held.from {
            return shell.t("offers-own-end-undone");
        }
        let day = shell.day_long(&self.first);
        match held.committed_until {
            Some(until) if until == self.first => shell.t1("offers-own-end-committed", "day", day),
            _ => shell.t1("offers-own-end-notice", "day", day),
        }
    }

    fn consequence(&self) -> String {
        let plan = self.contract.plan_name.as_str();
        self.shell.t1("offers-own-end-consequence", "plan", plan)
    }
}

pub(super) async fn new(visit: Visit, Path(id): Path<Id<PlanContract>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<Id<PlanContract>>, mut form: Form) -> Answer {
    let Some(until) = form.parse("until", Day::parse) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            end_own_plan(tx, actor, id, until)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-ended")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("until", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Id<PlanContract>, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (contract, first) = visit
        .read(move |tx, actor| {
            let person = actor.person.or_not_found()?;
            let found = contracts::find(tx, actor.place, id)?;
            let found = found
                .filter(|found| found.person == person && !found.is_void())
                .or_not_found()?;
            let first = first_end(tx, actor.place, &found, today)?;
            Ok::<_, Fault>((found, first))
        })
        .await?;
    if form.value("until").is_empty() {
        form.set("until", first);
    }
    let page = MyEndPage {
        shell: visit.shell("offers-own-end"),
        form,
        contract,
        first,
    };
    visit.page_with_status(status, &page)
}
