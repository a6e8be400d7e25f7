//! A person changes plan: which one, from which day, what each month will bear; then one act.

use super::person_passes::address;
use super::switch_view::{SwitchView, quotes};
use crate::actions::switch_plan::{PlanSwitch, SwitchQuote, quote_switch, switch_plan};
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::store::contracts;
use askama::Template;
use kernel::{Day, Id, IdRefused, Money, PersonId};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

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

/// What was chosen so far.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ChosenQuery {
    plan: Option<String>,
    from: Option<String>,
}

pub(super) async fn new(visit: Visit, Path(ids): Path<Ids>, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("from", query.from.unwrap_or(visit.today().to_string()));
    let Some(plan) = query.plan else {
        return shown(&visit, ids, form, None, StatusCode::OK).await;
    };
    form.set("plan", plan);
    let Some((plan, from)) = read(&mut form) else {
        return shown(&visit, ids, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let switch = wanted(&visit, ids, plan, from, None);
    let quoted = visit
        .read(move |tx, actor| match quote_switch(tx, actor.place, switch) {
            Ok(quote) => Ok(Ok(quote)),
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(Failure::Fault(fault)) => Err(fault),
        })
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
    let chosen = read(&mut form);
    let seen = form.parse("seen", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let (Some((plan, from)), Some(seen)) = (chosen, seen) else {
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

fn read(form: &mut Form) -> Option<(Id<Plan>, Day)> {
    let (plan, from) = (form.parse("plan", Id::parse), form.parse("from", Day::parse));
    Some((plan?, from?))
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

pub(super) fn field_of(refusal: &ContractRefused) -> &'static str {
    match refusal {
        ContractRefused::StartOutOfReach
        | ContractRefused::EndedAlready { .. }
        | ContractRefused::EndsBeforeStart { .. } => "from",
        _ => "plan",
    }
}
