//! Ending a contract on a day.

use super::person_passes::address;
use crate::actions::end_contract::end_contract;
use crate::rules::contract::PlanContract;
use crate::store::contracts;
use askama::Template;
use kernel::{Day, Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// A contract about to end.
#[derive(Template)]
#[template(path = "contract_ending.html")]
pub(super) struct ContractEndingPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    contract: PlanContract,
}

impl ContractEndingPage {
    fn address(&self) -> String {
        address(self.person)
    }

    fn consequence(&self) -> String {
        let plan = self.contract.plan_name.as_str();
        self.shell
            .t2("offers-end-consequence", "plan", plan, "name", self.name.as_str())
    }
}

type Ids = (PersonId, Id<PlanContract>);

pub(super) async fn new(visit: Visit, Path(ids): Path<Ids>) -> Answer {
    let form = Form::blank(&visit).with("until", visit.today().last_of_month());
    shown(&visit, ids, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(ids): Path<Ids>, mut form: Form) -> Answer {
    let Some(until) = form.parse("until", Day::parse) else {
        return shown(&visit, ids, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (person, contract) = ids;
    let done = visit
        .submit(&form, move |tx, actor| {
            let found = contracts::find(tx, actor.place, contract)?;
            found.filter(|found| found.person == person).or_not_found()?;
            end_contract(tx, actor, contract, until)?;
            Ok(address(person))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-ended")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("until", &refusal);
            shown(&visit, ids, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, (person, contract): Ids, form: Form, status: StatusCode) -> Answer {
    let (name, contract) = visit
        .read(move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            let found = contracts::find(tx, actor.place, contract)?;
            let found = found.filter(|found| found.person == person).or_not_found()?;
            Ok::<_, Fault>((known.name.full(), found))
        })
        .await?;
    let page = ContractEndingPage {
        shell: visit.shell("offers-end"),
        form,
        person,
        name,
        contract,
    };
    visit.page_with_status(status, &page)
}
