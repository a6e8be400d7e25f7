//! A person moves from one plan to another on a day.

use super::end_contract::end_held;
use super::include_units::include_begun;
use super::subscribe::{PlanQuote, quote_plan, refuse_second};
use crate::MANAGE;
use crate::rules::billing_period::month_of_period;
use crate::rules::conditions::PlanConditions;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::switch::{Charged, SwitchedMonth, Terms, switched};
use crate::store::{contracts, holder, plan_charges, plans};
use billing::ChargeState;
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// A change of plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanSwitch {
    /// Whose.
    pub person: PersonId,
    /// The contract that ends on the eve.
    pub contract: Id<PlanContract>,
    /// The plan that takes its place.
    pub plan: Id<Plan>,
    /// The first day of the new plan.
    pub from: Day,
    /// The day it is agreed.
    pub on: Day,
    /// The monthly price that was shown, when it was: another price is refused.
    pub seen: Option<Money>,
}

/// What a change of plan means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwitchQuote {
    /// The contract held until then.
    pub old: PlanContract,
    /// The plan that takes its place, at its price.
    pub new: PlanQuote,
    /// What is left to invoice for the month of the change, the next one, and later ones charged in advance.
    pub months: Vec<SwitchedMonth>,
}

/// What a change of plan would cost; it changes nothing.
///
/// # Errors
/// [`ContractRefused`] when the plan is not on offer, is the one held, or cannot be held from that day; [`Fault::NotFound`] when the
/// person has no such contract.
pub fn quote_switch(
    tx: &mut Tx<'_>,
    place: PlaceId,
    switch: PlanSwitch,
) -> Result<SwitchQuote, Failure<ContractRefused>> {
    let found = contracts::find(tx, place, switch.contract)?;
    let old = found
        .filter(|found| found.person == switch.person)
        .or_not_found()?;
    let new = quote_plan(tx, place, switch.plan, switch.on)?;
    if switch.seen.is_some_and(|seen| seen != new.price) {
        return Err(Failure::Refused(ContractRefused::PriceChanged));
    }
    refuse_followed(tx, place, &old)?;
    old.check_switch(&new.plan, switch.from, switch.on)
        .map_err(Failure::Refused)?;
    let days = (switch.from, old.until);
    refuse_second(tx, place, old.person, &new.plan, days, Some(old.id))?;
    let charged = charged(tx, place, &old)?;
    let conditions = plans::conditions(tx, place, new.plan.id)?;
    let (before, after) = terms(&old, &new, &conditions, switch.from);
    let first = old
        .month_of(switch.from)
        .min(month_of_period(after.anchor, switch.from));
    let last = charged.last().map_or(first, |charged| charged.month);
    let last = last.max(switch.from.month_of().next());
    let months = std::iter::successors(Some(first), |month| Some(month.next()))
        .take_while(|month| *month <= last)
        .map(|month| switched(&before, &after, switch.from, &charged, month))
        .collect();
    Ok(SwitchQuote { old, new, months })
}

/// Ends a contract on the eve of a day and begins another one, paid by whoever pays for the person today. An end announced for the old
/// one is that of the new one. Months charged beyond the eve are taken back and charged again for the days that remain; the days of the
/// new plan are charged with the next month that is prepared.
///
/// # Errors
/// As [`quote_switch`].
pub fn switch_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    switch: PlanSwitch,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    actor.require(MANAGE)?;
    hold(tx, actor, switch)?;
    switch_held(tx, actor, switch)
}

/// Makes the acts on this contract wait for one another.
pub(super) fn hold(tx: &mut Tx<'_>, actor: &Actor, switch: PlanSwitch) -> Result<(), Fault> {
    holder::lock(tx, actor.place, switch.person)?;
    contracts::find(tx, actor.place, switch.contract)?.or_not_found()?;
    contracts::lock(tx, actor.place, switch.contract)
}

/// Changes the plan; who may was asked, and the contract is held.
pub(super) fn switch_held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    switch: PlanSwitch,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    let place = actor.place;
    let SwitchQuote { mut old, new, .. } = quote_switch(tx, place, switch)?;
    let conditions = plans::conditions(tx, place, new.plan.id)?;
    let (_, after) = terms(&old, &new, &conditions, switch.from);
    end_held(tx, actor, &mut old, switch.from.previous())?;
    let payer = people::payer(tx, place, switch.person)?;
    let customer = billing::customer_of(tx, actor, payer)?;
    let row = contracts::NewContractRow {
        person: switch.person,
        customer,
        plan: new.plan.id,
        from: switch.from,
        until: after.until,
        charged_from: after.charged_from,
        price: after.price,
        basis: after.basis,
        created_by: actor.account,
        external_ref: None,
        anchor: after.anchor,
        // Whoever committed themselves stays so.
        committed_until: conditions.committed_until(switch.from).max(old.committed_until),
        notice: conditions.notice,
        replaces: Some(old.id),
    };
    let contract = contracts::insert(tx, place, &row)?;
    let held = contracts::find(tx, place, contract)?.or_not_found()?;
    include_begun(tx, actor, &held, switch.from)?;
    let detail = json!({
        "before": old.plan_name,
        "plan": new.plan.name.as_str(),
        "day": switch.from.to_string(),
        "cents": new.price.cents(),
    });
    let person = Subject::new("person", switch.person);
    activity::record(tx, actor, "contract.switched", person, detail)?;
    Ok(contract)
}

/// Refuses to change a contract that another one takes over from already.
pub(super) fn refuse_followed(
    tx: &mut Tx<'_>,
    place: PlaceId,
    old: &PlanContract,
) -> Result<(), Failure<ContractRefused>> {
    let Some(id) = contracts::follower(tx, place, old.id)? else {
        return Ok(());
    };
    let next = contracts::find(tx, place, id)?.or_not_found()?;
    Err(Failure::Refused(ContractRefused::FollowedAlready {
        plan: next.plan_name,
        from: next.from,
    }))
}

/// Both sides. Days charged elsewhere, before the old contract came here, are not charged again.
fn terms(old: &PlanContract, new: &PlanQuote, conditions: &PlanConditions, from: Day) -> (Terms, Terms) {
    let before = Terms {
        price: old.price,
        basis: old.basis,
        charged_from: old.charged_from,
        until: old.until,
        anchor: old.anchor,
        changes: old.changes.clone(),
        coupon: old.coupon.clone(),
    };
    let after = Terms {
        price: new.price,
        basis: new.basis,
        charged_from: from.max(old.charged_from),
        until: old.until,
        // Whoever is billed from a day keeps that day.
        anchor: conditions.anniversary.then(|| old.anchor.unwrap_or(from)),
        changes: vec![],
        coupon: None,
    };
    (before, after)
}

fn charged(tx: &mut Tx<'_>, place: PlaceId, old: &PlanContract) -> Result<Vec<Charged>, Fault> {
    let mut found = Vec::new();
    for row in plan_charges::standing(tx, place, old.id)? {
        let charge = billing::charge_by_id(tx, place, row.charge_id)?;
        found.push(Charged {
            month: row.month,
            until: row.until_day,
            amount: row.amount_cents,
            invoiced: matches!(charge.state, ChargeState::Invoiced(_)),
        });
    }
    Ok(found)
}
