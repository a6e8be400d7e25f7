//! A member changes their own plan: which one, from when, what each month will bear; then one act (T38).

use super::my_plan::ADDRESS;
use super::switch_view::{ChosenQuery, SwitchView, chosen, confirmed, field_of, quotes, to_show};
use crate::actions::switch_own::{own_switch_days, quote_own_switch, switch_own_plan};
use crate::actions::switch_plan::{PlanSwitch, SwitchQuote};
use crate::rules::contract::{Plan, PlanContract};
use crate::store::contracts;
use askama::Template;
use kernel::{Day, Id, Money, PersonId};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// A change of one's own plan.
#[derive(Template)]
#[template(path = "my_change.html")]
pub(super) struct MyChangePage {
    shell: Shell,
    form: Form,
    change: SwitchView,
    /// The days from which it may begin.
    days: Vec<Day>,
}

impl MyChangePage {
    fn address(&self) -> &'static str {
        ADDRESS
    }

    fn own_address(&self) -> String {
        format!("{ADDRESS}/{}/change", self.change.contract.id)
    }

    /// The days from which it may begin, for the cards.
    fn day_cards(&self) -> Vec<(String, String, String)> {
        let card = |day: &Day| (day.to_string(), self.shell.day_long(day), String::new());
        self.days.iter().map(card).collect()
    }
}

type Contract = Id<PlanContract>;

pub(super) async fn new(visit: Visit, Path(id): Path<Contract>, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("from", query.from.unwrap_or_default());
    let Some(plan) = query.plan else {
        return shown(&visit, id, form, None, StatusCode::OK).await;
    };
    form.set("plan", plan);
    let Some((plan, from)) = chosen(&mut form) else {
        return shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let switch = wanted(&visit, id, plan, from, None)?;
    let quoted = visit
        .read(move |tx, actor| to_show(quote_own_switch(tx, actor.place, switch)))
        .await?;
    match quoted {
        Ok(quote) => shown(&visit, id, form, Some((quote, from)), StatusCode::OK).await,
        Err(refusal) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn create(visit: Visit, Path(id): Path<Contract>, mut form: Form) -> Answer {
    let Some((plan, from, seen)) = confirmed(&mut form) else {
        return shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let switch = wanted(&visit, id, plan, from, Some(seen))?;
    let done = visit
        .submit(&form, move |tx, actor| {
            switch_own_plan(tx, actor, switch)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-switched")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn wanted(
    visit: &Visit,
    contract: Contract,
    plan: Id<Plan>,
    from: Day,
    seen: Option<Money>,
) -> Result<PlanSwitch, WebError> {
    let person: PersonId = visit.actor.person.ok_or(WebError::NotFound)?;
    Ok(PlanSwitch {
        person,
        contract,
        plan,
        from,
        on: visit.today(),
        seen,
    })
}

async fn shown(
    visit: &Visit,
    id: Contract,
    mut form: Form,
    chosen: Option<(SwitchQuote, Day)>,
    status: StatusCode,
) -> Answer {
    let today = visit.today();
    let (contract, quotes, days) = visit
        .read(move |tx, actor| {
            let person = actor.person.or_not_found()?;
            let found = contracts::find(tx, actor.place, id)?;
            let found = found
                .filter(|found| found.person == person && !found.is_void())
                .or_not_found()?;
            let quotes = quotes(tx, actor.place, &found, today)?;
            let days = own_switch_days(tx, actor.place, &found, today)?;
            Ok::<_, Fault>((found, quotes, days))
        })
        .await?;
    if form.value("from").is_empty() {
        form.set("from", days.first().map(Day::to_string).unwrap_or_default());
    }
    let page = MyChangePage {
        shell: visit.shell("offers-switch"),
        form,
        change: SwitchView {
            contract,
            quotes,
            chosen,
        },
        days,
    };
    visit.page_with_status(status, &page)
}
