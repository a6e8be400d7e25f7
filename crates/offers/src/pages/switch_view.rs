//! A change of plan as the office and the member see it: the plans there are, and what each month will bear.

use super::words;
use crate::actions::subscribe::{PlanQuote, quote_plan};
use crate::actions::switch_plan::SwitchQuote;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::proration::Due;
use crate::rules::switch::SwitchedMonth;
use crate::store::plans;
use billing::Basis;
use kernel::{Day, Id, IdRefused, Money, PlaceId};
use platform::database::Tx;
use platform::web::{Form, Shell};
use platform::{Failure, Fault};
use serde::Deserialize;

/// What was chosen so far.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ChosenQuery {
    pub(super) plan: Option<String>,
    pub(super) from: Option<String>,
}

/// The plan and the day that a form chooses.
pub(super) fn chosen(form: &mut Form) -> Option<(Id<Plan>, Day)> {
    let (plan, from) = (form.parse("plan", Id::parse), form.parse("from", Day::parse));
    Some((plan?, from?))
}

/// The plan, the day and the price that was shown, of a form that confirms.
pub(super) fn confirmed(form: &mut Form) -> Option<(Id<Plan>, Day, Money)> {
    let chosen = chosen(form);
    let seen = form.parse("seen", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let ((plan, from), seen) = (chosen?, seen?);
    Some((plan, from, seen))
}

/// A refusal as something to show, not as the end of the reading.
pub(super) fn to_show(
    quoted: Result<SwitchQuote, Failure<ContractRefused>>,
) -> Result<Result<SwitchQuote, ContractRefused>, Fault> {
    match quoted {
        Ok(quote) => Ok(Ok(quote)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

/// The field that a refusal is about.
pub(super) fn field_of(refusal: &ContractRefused) -> &'static str {
    match refusal {
        ContractRefused::StartOutOfReach
        | ContractRefused::EndedAlready { .. }
        | ContractRefused::EndsBeforeStart { .. } => "from",
        _ => "plan",
    }
}

/// A change of plan, before and after one was chosen.
pub(super) struct SwitchView {
    pub(super) contract: PlanContract,
    pub(super) quotes: Vec<PlanQuote>,
    /// What was chosen, when it can be.
    pub(super) chosen: Option<(SwitchQuote, Day)>,
}

impl SwitchView {
    /// What is held, at its price.
    pub(super) fn held(&self, shell: &Shell) -> String {
        let price = words::price(shell, self.contract.price, self.contract.basis);
        let price = shell.t1("offers-a-month", "price", price);
        format!("{} · {price}", self.contract.plan_name)
    }

    /// The plans, for the cards.
    pub(super) fn cards(&self, shell: &Shell) -> Vec<(String, String, String)> {
        let card = |quote: &PlanQuote| {
            let price = words::price(shell, quote.price, quote.basis);
            let price = shell.t1("offers-a-month", "price", price);
            (quote.plan.id.to_string(), quote.plan.name.to_string(), price)
        };
        self.quotes.iter().map(card).collect()
    }

    /// What the change means from that day on.
    pub(super) fn consequence(&self, shell: &Shell, quote: &SwitchQuote, from: &Day) -> String {
        let price = words::price(shell, quote.new.price, quote.new.basis);
        let day = shell.day_long(from);
        let told = shell.t2("offers-switch-consequence", "day", day, "price", price);
        format!("{} → {}. {told}", quote.old.plan_name, quote.new.plan.name)
    }

    /// What is left to invoice for a month, part by part.
    pub(super) fn parts(
        &self,
        shell: &Shell,
        quote: &SwitchQuote,
        month: &SwitchedMonth,
    ) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        if !month.credit.is_zero() {
            let amount = words::price(shell, -month.credit, quote.old.basis);
            parts.push((shell.t("offers-switch-credit"), amount));
        }
        let (old, new) = (quote.old.plan_name.as_str(), quote.new.plan.name.as_str());
        parts.extend(month.old.map(|due| part(shell, old, &due, quote.old.basis)));
        parts.extend(month.new.map(|due| part(shell, new, &due, quote.new.basis)));
        parts
    }

    /// What is left to invoice for a month in all.
    pub(super) fn sum(&self, shell: &Shell, quote: &SwitchQuote, month: &SwitchedMonth) -> Option<String> {
        month.sum.map(|sum| words::price(shell, sum, quote.new.basis))
    }
}

fn part(shell: &Shell, plan: &str, due: &Due, basis: Basis) -> (String, String) {
    let days = format!("{}/{}", due.days.len(), due.out_of);
    let told = shell.t2("offers-switch-part", "plan", plan, "days", days);
    (told, words::price(shell, due.amount, basis))
}

/// The plans that may take the place of the one held, with their prices.
pub(super) fn quotes(
    tx: &mut Tx<'_>,
    place: PlaceId,
    held: &PlanContract,
    on: Day,
) -> Result<Vec<PlanQuote>, Fault> {
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
