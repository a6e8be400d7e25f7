//! A member takes a plan: which one, from which day, its terms and what is due first; then one act (T38).

use super::codes::limit_codes;
use super::my_plan::ADDRESS;
use super::words;
use crate::actions::subscribe::{NewSubscription, PlanQuote, quote_plan, refuse_second};
use crate::actions::take_own::{OwnQuote, quote_own_plan, take_own_plan};
use crate::rules::conditions::PlanConditions;
use crate::rules::contract::{ContractRefused, Plan};
use crate::store::plans;
use askama::Template;
use kernel::{Day, Id, IdRefused, Money, PersonId, PlaceId};
use people::Payer;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// A plan to be taken by oneself. Once plan and day are chosen, the page says what it means and asks to confirm.
#[derive(Template)]
#[template(path = "my_start.html")]
pub(super) struct MyStartPage {
    shell: Shell,
    form: Form,
    /// The plans that may be taken from that day on, with what they ask for.
    plans: Vec<(PlanQuote, PlanConditions)>,
    /// The organisation that pays, when one does.
    payer: Option<String>,
    /// What was chosen, when it can be.
    chosen: Option<(OwnQuote, PlanConditions)>,
}

impl MyStartPage {
    fn address(&self) -> &'static str {
        ADDRESS
    }

    /// The plans, for the cards: `250,00 € HT par mois, engagement de 6 mois`.
    fn cards(&self) -> Vec<(String, String, String)> {
        let card = |(quote, asked): &(PlanQuote, PlanConditions)| {
            let mut told = vec![self.monthly(quote)];
            if asked.commitment_months > 0 {
                let months = asked.commitment_months;
                told.push(self.shell.t1("offers-commitment-of", "months", months));
            }
            let told = told.join(", ");
            (quote.plan.id.to_string(), quote.plan.name.to_string(), told)
        };
        self.plans.iter().map(card).collect()
    }

    fn monthly(&self, quote: &PlanQuote) -> String {
        let price = words::price(&self.shell, quote.price, quote.basis);
        self.shell.t1("offers-a-month", "price", price)
    }

    /// Price, first day, billing, commitment, notice, payer.
    fn terms(&self, quote: &OwnQuote, asked: &PlanConditions) -> Vec<(String, String)> {
        let shell = &self.shell;
        let billing = if asked.anniversary {
            shell.t1("offers-billed-on", "day", i64::from(quote.from.day()))
        } else {
            shell.t("offers-billing-month")
        };
        let commitment = match &quote.committed_until {
            Some(last) => shell.t1("offers-committed-until", "day", shell.day_long(last)),
            None => shell.t("offers-commitment-none"),
        };
        let notice = shell.t1("offers-notice-of", "months", asked.notice.months);
        let notice = if asked.notice.to_the_end {
            format!("{notice}, {}", shell.t("offers-notice-then-end"))
        } else {
            notice
        };
        let payer = self.payer.clone();
        vec![
            (shell.t("offers-price-head"), self.monthly(&quote.plan)),
            (shell.t("offers-from"), shell.day_long(&quote.from)),
            (shell.t("offers-billing"), billing),
            (shell.t("offers-commitment"), commitment),
            (shell.t("offers-notice"), notice),
            (
                shell.t("offers-payer"),
                payer.unwrap_or_else(|| shell.t("offers-payer-you")),
            ),
        ]
    }

    /// What is due first: the fee, the days of the first period, both together.
    fn first(&self, quote: &OwnQuote, asked: &PlanConditions) -> Vec<(String, String)> {
        let (shell, basis) = (&self.shell, quote.plan.basis);
        let told = |amount: Money| words::price(shell, amount, basis);
        let first = &quote.first;
        let mut rows = Vec::new();
        if let Some((label, _)) = &asked.setup
            && first.fee.is_positive()
        {
            rows.push((label.clone(), told(first.fee)));
        }
        let days = format!("{}/{}", first.period.days.len(), first.period.out_of);
        let (from, until) = (first.period.days.first(), first.period.days.last());
        let what = shell.t2(
            "offers-from-until",
            "from",
            shell.day_short(&from),
            "until",
            shell.day_short(&until),
        );
        let what = format!("{what} ({})", shell.t1("offers-days-of", "days", days));
        rows.push((what, told(first.amount)));
        if let Some(code) = &quote.code {
            rows.push((shell.t("offers-coupon-code"), code.clone()));
        }
        rows.push((shell.t("offers-first-sum"), told(first.sum())));
        rows
    }

    fn consequence(&self, quote: &OwnQuote) -> String {
        let price = words::price(&self.shell, quote.plan.price, quote.plan.basis);
        let day = self.shell.day_long(&quote.from);
        let told = self
            .shell
            .t2("offers-subscribe-consequence", "day", day, "price", price);
        match &self.payer {
            Some(payer) => {
                let who = self.shell.t1("offers-payer-pays", "payer", payer.as_str());
                format!("{told} {who}")
            }
            None => told,
        }
    }

    fn code<'a>(&self, quote: &'a OwnQuote) -> &'a str {
        quote.code.as_deref().unwrap_or_default()
    }
}

/// What was chosen so far.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ChosenQuery {
    plan: Option<String>,
    from: Option<String>,
    code: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<ChosenQuery>) -> Answer {
    let mut form = Form::blank(&visit)
        .with("from", query.from.unwrap_or(visit.today().to_string()))
        .with("code", query.code.unwrap_or_default());
    let Some(plan) = query.plan else {
        return shown(&visit, form, None, StatusCode::OK).await;
    };
    form.set("plan", plan);
    let chosen = read(&mut form);
    shown(&visit, form, chosen, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let person = visit.actor.person.ok_or(WebError::NotFound)?;
    let chosen = read(&mut form);
    let seen = form.parse("seen", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let (Some((plan, from)), Some(seen)) = (chosen, seen) else {
        return shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    limit_codes(&visit, form.value("code")).await?;
    let new = NewSubscription {
        person,
        plan,
        from,
        on: visit.today(),
        seen: Some(seen),
    };
    let code = typed(&form);
    let done = visit
        .submit(&form, move |tx, actor| {
            take_own_plan(tx, actor, new, code.as_deref())?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-plan-taken")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
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

async fn shown(visit: &Visit, mut form: Form, chosen: Option<(Id<Plan>, Day)>, status: StatusCode) -> Answer {
    if chosen.is_some() {
        limit_codes(visit, form.value("code")).await?;
    }
    let (today, code) = (visit.today(), typed(&form));
    let read = visit
        .read(move |tx, actor| {
            let person = actor.person.or_not_found()?;
            let plans = offered(tx, actor.place, person, today)?;
            let payer = payer(tx, actor.place, person)?;
            let quote = match chosen {
                Some((plan, from)) => {
                    let days = (from, today);
                    match quote_own_plan(tx, actor.place, (person, plan), days, code.as_deref()) {
                        Ok(quote) => Some(Ok((quote, plans::conditions(tx, actor.place, plan)?))),
                        Err(Failure::Refused(refusal)) => Some(Err(refusal)),
                        Err(Failure::Fault(fault)) => return Err(fault),
                    }
                }
                None => None,
            };
            Ok::<_, Fault>((plans, payer, quote))
        })
        .await?;
    let (plans, payer, quote) = read;
    let chosen = quote.and_then(|quote| match quote {
        Ok(quote) => Some(quote),
        Err(refusal) => {
            form.refuse(field_of(&refusal), &refusal);
            None
        }
    });
    let status = if form.is_valid() {
        status
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let page = MyStartPage {
        shell: visit.shell("offers-subscribe"),
        form,
        plans,
        payer,
        chosen,
    };
    visit.page_with_status(status, &page)
}

/// The plans that somebody may take beside what they hold, with their prices and what they ask for.
pub(super) fn offered(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    today: Day,
) -> Result<Vec<(PlanQuote, PlanConditions)>, Fault> {
    let mut found = Vec::new();
    for plan in plans::all(tx, place)? {
        let quote = match quote_plan(tx, place, plan.id, today) {
            Ok(quote) => quote,
            Err(Failure::Refused(_)) => continue,
            Err(Failure::Fault(fault)) => return Err(fault),
        };
        let held = (Day::MAX, None);
        match refuse_second(tx, place, person, &quote.plan, held, None) {
            Ok(()) => found.push((quote, plans::conditions(tx, place, plan.id)?)),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(found)
}

/// The organisation that pays for somebody, when one does.
fn payer(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Option<String>, Fault> {
    match people::payer(tx, place, person)? {
        Payer::Organisation(id) => {
            let found = people::organisation(tx, place, id)?;
            Ok(found.map(|found| found.name.to_string()))
        }
        Payer::Person(_) => Ok(None),
    }
}

fn field_of(refusal: &ContractRefused) -> &'static str {
    match refusal {
        ContractRefused::OwnStart { .. } => "from",
        ContractRefused::CouponUnknown
        | ContractRefused::CouponOther
        | ContractRefused::CouponUsedUp
        | ContractRefused::CouponUsedByYou
        | ContractRefused::CouponNothing => "code",
        _ => "plan",
    }
}
