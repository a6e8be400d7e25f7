//! A change of plan as the office and the member see it: the plans there are, and what each month will bear.

use super::words;
use crate::actions::subscribe::{PlanQuote, quote_plan};
use crate::actions::switch_plan::SwitchQuote;
use crate::rules::contract::PlanContract;
use crate::rules::proration::Due;
use crate::rules::switch::SwitchedMonth;
use crate::store::plans;
use billing::Basis;
use kernel::{Day, PlaceId};
use platform::database::Tx;
use platform::web::Shell;
use platform::{Failure, Fault};

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
