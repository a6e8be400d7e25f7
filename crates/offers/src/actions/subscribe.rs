//! A person begins to hold a plan.

use super::include_units::include_begun;
use super::setup::charge_setup;
use super::use_coupon;
use crate::MANAGE;
use crate::rules::contract::{ContractRefused, Plan, PlanContract, check_start};
use crate::store::{contracts, holder, plans};
use billing::{Basis, Unit};
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// A plan to be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSubscription {
    /// By whom.
    pub person: PersonId,
    /// Which plan.
    pub plan: Id<Plan>,
    /// From which day.
    pub from: Day,
    /// The day it is agreed.
    pub on: Day,
    /// The monthly price that was shown, when it was: another price is refused.
    pub seen: Option<Money>,
}

/// What a plan costs a month from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanQuote {
    /// The plan.
    pub plan: Plan,
    /// The price of a month.
    pub price: Money,
    /// Whether it includes VAT.
    pub basis: Basis,
}

/// What a plan costs when it is taken on that day.
///
/// # Errors
/// [`ContractRefused`] when it is not on offer; [`platform::Fault::NotFound`] when there is no such plan.
pub fn quote_plan(
    tx: &mut Tx<'_>,
    place: PlaceId,
    plan: Id<Plan>,
    on: Day,
) -> Result<PlanQuote, Failure<ContractRefused>> {
    let plan = plans::find(tx, place, plan)?.or_not_found()?;
    if !plan.active {
        return Err(Failure::Refused(ContractRefused::NotOffered));
    }
    let price = billing::price_on(tx, place, plan.product, plan.audience, Unit::Month, on)?;
    let price = price.ok_or(Failure::Refused(ContractRefused::NoPrice))?;
    let (basis, _) = billing::vat_rate_on(tx, place, plan.product, on)?;
    Ok(PlanQuote { plan, price, basis })
}

/// A person holds a plan from a day on, at the price in force on the day it is agreed, paid by whoever pays for the person.
///
/// # Errors
/// [`ContractRefused`] when the plan is not on offer or another of its kind is held; [`platform::Fault::NotFound`] when there is no
/// such person or plan.
pub fn subscribe_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewSubscription,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    subscribe_plan_with(tx, actor, new, None)
}

/// As [`subscribe_plan`], with a coupon for the first period or the fee for joining.
///
/// # Errors
/// As [`subscribe_plan`], and when the coupon is not for this or used up.
pub fn subscribe_plan_with(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewSubscription,
    code: Option<&str>,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    actor.require(MANAGE)?;
    subscribe_held(tx, actor, new, code)
}

/// Begins it; who may was asked.
pub(super) fn subscribe_held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewSubscription,
    code: Option<&str>,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    check_start(new.from, new.on).map_err(Failure::Refused)?;
    let place = actor.place;
    holder::lock(tx, place, new.person)?;
    let quote = quote_plan(tx, place, new.plan, new.on)?;
    if new.seen.is_some_and(|seen| seen != quote.price) {
        return Err(Failure::Refused(ContractRefused::PriceChanged));
    }
    refuse_second(tx, place, new.person, &quote.plan, (new.from, None), None)?;
    let with = match code {
        Some(code) => {
            use_coupon::lock(tx, place, code)?;
            let who = (Some(new.person), new.plan);
            Some(use_coupon::plan_coupon(tx, place, who, new.on, code)?)
        }
        None => None,
    };
    let payer = people::payer(tx, place, new.person)?;
    let customer = billing::customer_of(tx, actor, payer)?;
    let conditions = plans::conditions(tx, place, quote.plan.id)?;
    let row = contracts::NewContractRow {
        person: new.person,
        customer,
        plan: quote.plan.id,
        from: new.from,
        until: None,
        charged_from: new.from,
        price: quote.price,
        basis: quote.basis,
        created_by: actor.account,
        external_ref: None,
        anchor: conditions.anniversary.then_some(new.from),
        committed_until: conditions.committed_until(new.from),
        notice: conditions.notice,
        replaces: None,
    };
    let contract = contracts::insert(tx, place, &row)?;
    let held = contracts::find(tx, place, contract)?.or_not_found()?;
    if let Some(with) = &with {
        use_coupon::take_for_plan(tx, actor, &held, with)?;
    }
    charge_setup(tx, actor, &held, &conditions, with.as_ref())?;
    include_begun(tx, actor, &held, new.from)?;
    let (plan, cents) = (quote.plan.name.as_str(), quote.price.cents());
    let detail = json!({ "plan": plan, "day": new.from.to_string(), "cents": cents });
    let holder = Subject::new("person", new.person);
    activity::record(tx, actor, "contract.started", holder, detail)?;
    Ok(contract)
}

/// Refuses a second desk, and the same thing twice, on the same day; the contract `instead` of which it is held does not count.
pub(crate) fn refuse_second(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    plan: &Plan,
    (from, until): (Day, Option<Day>),
    instead: Option<Id<PlanContract>>,
) -> Result<(), Failure<ContractRefused>> {
    let held = contracts::of_person(tx, place, person)?;
    match held
        .into_iter()
        .find(|held| Some(held.id) != instead && held.meets(from, until) && held.excludes(plan))
    {
        Some(held) => Err(Failure::Refused(ContractRefused::HeldAlready {
            plan: held.plan_name,
            from: held.from,
        })),
        None => Ok(()),
    }
}
