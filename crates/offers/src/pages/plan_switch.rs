//! A person changes plan: which one, from which day, what each month will bear; then one act.

use super::person_passes::address;
use super::words;
use crate::actions::subscribe::{PlanQuote, quote_plan};
use crate::actions::switch_plan::{PlanSwitch, SwitchQuote, quote_switch, switch_plan};
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::proration::Due;
use crate::rules::switch::SwitchedMonth;
use crate::store::{contracts, plans};
use askama::Template;
use billing::Basis;
use kernel::{Day, Id, IdRefused, Money, PersonId, PlaceId};
use platform::database::Tx;
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
    contract: PlanContract,
    quotes: Vec<PlanQuote>,
    /// What was chosen, when it can be.
    chosen: Option<(SwitchQuote, Day)>,
}

impl PlanSwitchPage {
    fn address(&self) -> String {
        address(self.person)
    }

    fn own_address(&self) -> String {
        format!("{}/contracts/{}/change", self.address(), self.contract.id)
    }

    fn held(&self) -> String {
        let price = words::price(&self.shell, self.contract.price, self.contract.basis);
        let price = self.shell.t1("offers-a-month", "price", price);
        format!("{} · {price}", self.contract.plan_name)
    }

    /// The plans, for the cards.
    fn cards(&self) -> Vec<(String, String, String)> {
        let card = |quote: &PlanQuote| {
            let price = words::price(&self.shell, quote.price, quote.basis);
            let price = self.shell.t1("offers-a-month", "price", price);
            (quote.plan.id.to_string(), quote.plan.name.to_string(), price)
        };
        self.quotes.iter().map(card).collect()
    }

    /// What the change means from that day on.
    fn consequence(&self, quote: &SwitchQuote, from: &Day) -> String {
        let price = words::price(&self.shell, quote.new.price, quote.new.basis);
        let day = self.shell.day_long(from);
        let told = self
            .shell
            .t2("offers-switch-consequence", "day", day, "price", price);
        format!("{} → {}. {told}", quote.old.plan_name, quote.new.plan.name)
    }

    /// What is left to invoice for a month, part by part.
    fn parts(&self, quote: &SwitchQuote, month: &SwitchedMonth) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        if !month.credit.is_zero() {
            let amount = words::price(&self.shell, -month.credit, quote.old.basis);
            parts.push((self.shell.t("offers-switch-credit"), amount));
        }
        parts.extend(
            month
                .old
                .map(|due| self.part(&quote.old.plan_name, &due, quote.old.basis)),
        );
        let name = quote.new.plan.name.as_str();
        parts.extend(month.new.map(|due| self.part(name, &due, quote.new.basis)));
        parts
    }

    fn part(&self, plan: &str, due: &Due, basis: Basis) -> (String, String) {
        let days = format!("{}/{}", due.days.len(), due.out_of);
        let told = self.shell.t2("offers-switch-part", "plan", plan, "days", days);
        (told, words::price(&self.shell, due.amount, basis))
    }

    fn sum(&self, quote: &SwitchQuote, month: &SwitchedMonth) -> Option<String> {
        month
            .sum
            .map(|sum| words::price(&self.shell, sum, quote.new.basis))
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
        contract,
        quotes,
        chosen,
    };
    visit.page_with_status(status, &page)
}

/// The plans that may take the place of the one held, with their prices.
fn quotes(tx: &mut Tx<'_>, place: PlaceId, held: &PlanContract, on: Day) -> Result<Vec<PlanQuote>, Fault> {
    let mut quotes = Vec::new();
    for plan in plans::all(tx, place)? {
        if plan.id == held.plan || plan.beside != held.beside {
            continue;
        }
        match quote_plan(tx, place, plan.id, on) {
            Ok(quote) => quotes.push(quote),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(quotes)
}

fn field_of(refusal: &ContractRefused) -> &'static str {
    match refusal {
        ContractRefused::StartOutOfReach
        | ContractRefused::EndedAlready { .. }
        | ContractRefused::EndsBeforeStart { .. } => "from",
        _ => "plan",
    }
}
