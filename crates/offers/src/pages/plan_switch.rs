//! A person changes plan: which one, from which day, what each month will bear; then one act.

use super::person_passes::address;
use super::switch_view::{ChosenQuery, SwitchView, chosen, confirmed, field_of, quotes, to_show};
use crate::actions::switch_plan::{PlanSwitch, SwitchQuote, quote_switch, switch_plan};
use crate::rules::contract::{Plan, PlanContract};
use crate::store::contracts;
use askama::Template;
use kernel::{Day, Id, Money, PersonId};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// A change of plan. Once plan and day are chosen, the page says what each month will bear and asks to confirm.
#[derive(Template)]
#[template(path = "plan_switch.html")]
pub(super) struct PlanSwitchPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    change: SwitchView,
}

impl PlanSwitchPage {
    fn address(&self) -> String {
        address(self.person)
    }

    fn own_address(&self) -> String {
        format!("{}/contracts/{}/change", self.address(), self.change.contract.id)
    }
}

type Ids = (PersonId, Id<PlanContract>);

pub(super) async fn new(visit: Visit, Path(ids): Path<Ids>, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("from", query.from.unwrap_or(visit.today().to_string()));
    let Some(plan) = query.plan else {
        return shown(&visit, ids, form, None, StatusCode::OK).await;
    };
    form.set("plan", plan);
    let Some((plan, from)) = chosen(&mut form) else {
        return shown(&visit, ids, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let switch = wanted(&visit, ids, plan, from, None);
    let quoted = visit
        .read(move |tx, actor| to_show(quote_switch(tx, actor.place, switch)))
        .await?;
    match quoted {
        Ok(quote) => shown(&visit, ids, form, Some((quote, from)), StatusCode::OK).await,
        Err(refusal) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, ids, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn create(visit: Visit, Path(ids): Path<Ids>, mut form: Form) -> Answer {
    let Some((plan, from, seen)) = confirmed(&mut form) else {
        return shown(&visit, ids, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let switch = wanted(&visit, ids, plan, from, Some(seen));
    let done = visit
        .submit(&form, move |tx, actor| {
            switch_plan(tx, actor, switch)?;
            Ok(address(switch.person))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-switched")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, ids, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn wanted(visit: &Visit, ids: Ids, plan: Id<Plan>, from: Day, seen: Option<Money>) -> PlanSwitch {
    let (person, contract) = ids;
    PlanSwitch {
        person,
        contract,
        plan,
        from,
        on: visit.today(),
        seen,
    }
}

async fn shown(
    visit: &Visit,
    (person, contract): Ids,
    form: Form,
    chosen: Option<(SwitchQuote, Day)>,
    status: StatusCode,
) -> Answer {
    let today = visit.today();
    let (name, contract, quotes) = visit
        .read(move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            let found = contracts::find(tx, actor.place, contract)?;
            let found = found.filter(|found| found.person == person).or_not_found()?;
            let quotes = quotes(tx, actor.place, &found, today)?;
            Ok::<_, Fault>((known.name.full(), found, quotes))
        })
        .await?;
    let page = PlanSwitchPage {
        shell: visit.shell("offers-switch"),
        form,
        person,
        name,
        change: SwitchView {
            contract,
            quotes,
            chosen,
        },
    };
    visit.page_with_status(status, &page)
}
