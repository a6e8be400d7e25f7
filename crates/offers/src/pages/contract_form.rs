//! A person takes a plan: which one, from which day, what it will cost; then one act.

use super::person_passes::address;
use super::words;
use crate::actions::subscribe::{NewSubscription, PlanQuote, quote_plan, subscribe_plan};
use crate::rules::contract::{ContractRefused, Plan};
use crate::rules::proration::due;
use crate::store::plans;
use askama::Template;
use kernel::{Day, Id, IdRefused, Money, PersonId, PlaceId};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// A plan to be taken. Once plan and day are chosen, the page says what it means and asks to confirm.
#[derive(Template)]
#[template(path = "contract_form.html")]
pub(super) struct ContractFormPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    quotes: Vec<PlanQuote>,
    /// What was chosen, when it can be.
    chosen: Option<(PlanQuote, Day)>,
}

impl ContractFormPage {
    fn address(&self) -> String {
        address(self.person)
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

    /// What taking that plan from that day means.
    fn consequence(&self, quote: &PlanQuote, from: &Day) -> String {
        let price = words::price(&self.shell, quote.price, quote.basis);
        let day = self.shell.day_long(from);
        let told = self
            .shell
            .t2("offers-subscribe-consequence", "day", day, "price", price);
        match due(quote.price, *from, None, from.month_of()) {
            Some(first) if !first.is_whole() => {
                let amount = words::price(&self.shell, first.amount, quote.basis);
                let days = format!("{}/{}", first.days.len(), first.out_of);
                let first = self
                    .shell
                    .t2("offers-subscribe-first", "amount", amount, "days", days);
                format!("{told} {first}")
            }
            _ => told,
        }
    }
}

/// What was chosen so far.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ChosenQuery {
    plan: Option<String>,
    from: Option<String>,
}

pub(super) async fn new(visit: Visit, Path(id): Path<PersonId>, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("from", query.from.unwrap_or(visit.today().to_string()));
    let chosen = match query.plan {
        Some(plan) => {
            form.set("plan", plan);
            read(&mut form)
        }
        None => None,
    };
    let status = if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    shown(&visit, id, form, chosen, status).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let chosen = read(&mut form);
    let seen = form.parse("seen", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let (Some((plan, from)), Some(seen)) = (chosen, seen) else {
        return shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewSubscription {
        person: id,
        plan,
        from,
        on: visit.today(),
        seen: Some(seen),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            subscribe_plan(tx, actor, new)?;
            Ok(address(id))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-subscribed")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn read(form: &mut Form) -> Option<(Id<Plan>, Day)> {
    let (plan, from) = (form.parse("plan", Id::parse), form.parse("from", Day::parse));
    Some((plan?, from?))
}

async fn shown(
    visit: &Visit,
    id: PersonId,
    form: Form,
    chosen: Option<(Id<Plan>, Day)>,
    status: StatusCode,
) -> Answer {
    let today = visit.today();
    let (name, quotes) = visit
        .read(move |tx, actor| {
            let person = people::person(tx, actor.place, id)?.or_not_found()?;
            Ok::<_, Fault>((person.name.full(), quotes(tx, actor.place, today)?))
        })
        .await?;
    let quote = |plan: Id<Plan>| quotes.iter().find(|quote| quote.plan.id == plan).cloned();
    let chosen = chosen.and_then(|(plan, from)| Some((quote(plan)?, from)));
    let page = ContractFormPage {
        shell: visit.shell("offers-subscribe"),
        form,
        person: id,
        name,
        quotes,
        chosen,
    };
    visit.page_with_status(status, &page)
}

/// The plans that may be taken, with their prices.
fn quotes(tx: &mut Tx<'_>, place: PlaceId, on: Day) -> Result<Vec<PlanQuote>, Fault> {
    let mut quotes = Vec::new();
    for plan in plans::all(tx, place)? {
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
        ContractRefused::StartOutOfReach => "from",
        _ => "plan",
    }
}
