//! A person takes a plan: which one, from which day, what it will cost; then one act.

use super::person_passes::address;
use super::words;
use crate::actions::subscribe::{NewSubscription, PlanQuote, quote_plan, subscribe_plan_with};
use crate::actions::use_coupon::{PlanCoupon, plan_coupon};
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
    /// What the code that was given takes off it.
    with: Option<PlanCoupon>,
}

impl ContractFormPage {
    /// The code whose coupon is in the price.
    fn code(&self) -> &str {
        self.with.as_ref().map_or("", |with| &with.code)
    }

    /// What the coupon takes off, in words.
    fn cuts(&self) -> Vec<String> {
        let Some(with) = &self.with else { return vec![] };
        let (shell, code) = (&self.shell, with.code.as_str());
        let mut told = Vec::new();
        if !with.off_fee.is_zero() {
            let amount = shell.money(&with.off_fee);
            told.push(shell.t2("offers-coupon-fee-off", "code", code, "amount", amount));
        }
        if let Some(cut) = with.first {
            let cut = words::cut(shell, cut);
            told.push(shell.t2("offers-coupon-first-off", "code", code, "cut", cut));
        }
        told
    }

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
        let cut = self.with.as_ref().and_then(|with| with.first);
        match due(quote.price, *from, None, from.month_of()) {
            Some(first) if !first.is_whole() || cut.is_some() => {
                let amount = cut.map_or(first.amount, |cut| cut.of(first.amount));
                let amount = words::price(&self.shell, amount, quote.basis);
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
    code: Option<String>,
}

pub(super) async fn new(visit: Visit, Path(id): Path<PersonId>, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit)
        .with("from", query.from.unwrap_or(visit.today().to_string()))
        .with("code", query.code.unwrap_or_default());
    let chosen = match query.plan {
        Some(plan) => {
            form.set("plan", plan);
            read(&mut form)
        }
        None => None,
    };
    shown(&visit, id, form, chosen, StatusCode::OK).await
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
    let code = typed(&form);
    let done = visit
        .submit(&form, move |tx, actor| {
            subscribe_plan_with(tx, actor, new, code.as_deref())?;
            Ok(address(id))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-subscribed")),
        Err(Failure::Refused(refusal)) => {
            let field = field_of(&refusal);
            // The price stays in sight while another code is tried.
            let chosen = (field == "code").then_some((plan, from));
            if chosen.is_none() {
                form.refuse(field, &refusal);
            }
            shown(&visit, id, form, chosen, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn read(form: &mut Form) -> Option<(Id<Plan>, Day)> {
    let (plan, from) = (form.parse("plan", Id::parse), form.parse("from", Day::parse));
    Some((plan?, from?))
}

/// The code that was given, when one was.
fn typed(form: &Form) -> Option<String> {
    Some(form.value("code").trim().to_owned()).filter(|code| !code.is_empty())
}

async fn shown(
    visit: &Visit,
    id: PersonId,
    mut form: Form,
    chosen: Option<(Id<Plan>, Day)>,
    status: StatusCode,
) -> Answer {
    let (today, code) = (visit.today(), typed(&form));
    let (name, quotes, with) = visit
        .read(move |tx, actor| {
            let person = people::person(tx, actor.place, id)?.or_not_found()?;
            let quotes = quotes(tx, actor.place, today)?;
            let with = match (chosen, &code) {
                (Some((plan, _)), Some(code)) => {
                    match plan_coupon(tx, actor.place, (Some(id), plan), today, code) {
                        Ok(with) => Some(Ok(with)),
                        Err(Failure::Refused(refusal)) => Some(Err(refusal)),
                        Err(Failure::Fault(fault)) => return Err(fault),
                    }
                }
                _ => None,
            };
            Ok::<_, Fault>((person.name.full(), quotes, with))
        })
        .await?;
    let with = with.and_then(|with| with.map_err(|refusal| form.refuse("code", &refusal)).ok());
    let status = match form.is_valid() {
        true => status,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let quote = |plan: Id<Plan>| quotes.iter().find(|quote| quote.plan.id == plan).cloned();
    let chosen = chosen.and_then(|(plan, from)| Some((quote(plan)?, from)));
    let page = ContractFormPage {
        shell: visit.shell("offers-subscribe"),
        form,
        person: id,
        name,
        quotes,
        chosen,
        with,
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
        ContractRefused::CouponUnknown
        | ContractRefused::CouponOther
        | ContractRefused::CouponUsedUp
        | ContractRefused::CouponUsedByYou
        | ContractRefused::CouponNothing => "code",
        _ => "plan",
    }
}
