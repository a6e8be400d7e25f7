//! A member changes their own plan, and takes the change back while it has not begun (T38).

use super::correct::correct;
use super::end_contract::end_held;
use super::require_for_plan;
use super::settings::settings;
use super::subscribe::refuse_second;
use super::switch_plan::{PlanSwitch, SwitchQuote, hold, quote_switch, switch_held};
use crate::OWN;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::rules::own_change::{check_commitment, first_days};
use crate::store::{contracts, holder, plans};
use kernel::{Actor, Day, Id, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// The days from which the holder of a contract may change plan today, as the place set.
///
/// # Errors
/// As the database says.
pub fn own_switch_days(
    tx: &mut Tx<'_>,
    place: PlaceId,
    held: &PlanContract,
    today: Day,
) -> Result<Vec<Day>, Fault> {
    let when = settings(tx, place)?.change_when;
    Ok(first_days(when, held, today))
}

/// What a change of one's own plan would cost; it changes nothing.
///
/// # Errors
/// [`ContractRefused`], also when the commitment is not over or the place sets another day.
pub fn quote_own_switch(
    tx: &mut Tx<'_>,
    place: PlaceId,
    switch: PlanSwitch,
) -> Result<SwitchQuote, Failure<ContractRefused>> {
    let quote = quote_switch(tx, place, switch)?;
    let days = own_switch_days(tx, place, &quote.old, switch.on)?;
    if !days.contains(&switch.from) {
        return Err(Failure::Refused(ContractRefused::StartOutOfReach));
    }
    check_commitment(&quote.old, quote.new.price, quote.new.basis, switch.from).map_err(Failure::Refused)?;
    Ok(quote)
}

/// A member changes their own plan, as [`switch_plan`](crate::switch_plan) does.
///
/// # Errors
/// As [`quote_own_switch`]; [`Fault::Forbidden`] when it is not their own.
pub fn switch_own_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    switch: PlanSwitch,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    actor.require(OWN)?;
    if !actor.is(switch.person) {
        return Err(Fault::Forbidden.into());
    }
    hold(tx, actor, switch)?;
    quote_own_switch(tx, actor.place, switch)?;
    switch_held(tx, actor, switch)
}

/// Takes a change of plan back that has not begun: the plan held before goes on as it would have.
///
/// # Errors
/// [`ContractRefused::BegunAlready`]; [`Fault::NotFound`] when the person has no such contract, or it took over from none.
pub fn take_back_switch(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    contract: Id<PlanContract>,
    today: Day,
) -> Result<(), Failure<ContractRefused>> {
    require_for_plan(actor, person)?;
    let place = actor.place;
    holder::lock(tx, place, person)?;
    let found = contracts::find(tx, place, contract)?;
    let found = found
        .filter(|found| found.person == person && !found.is_void())
        .or_not_found()?;
    let before = found.replaces.or_not_found()?;
    contracts::lock(tx, place, before)?;
    contracts::lock(tx, place, contract)?;
    let mut next = contracts::find(tx, place, contract)?.or_not_found()?;
    let mut old = contracts::find(tx, place, before)?.or_not_found()?;
    if next.from <= today {
        return Err(Failure::Refused(ContractRefused::BegunAlready));
    }
    let (from, until) = (next.from, next.until);
    let eve = from.previous();
    end_held(tx, actor, &mut next, eve)?;
    let plan = plans::find(tx, place, old.plan)?.or_not_found()?;
    refuse_second(tx, place, person, &plan, (from, until), Some(old.id))?;
    contracts::reopen(tx, place, old.id, until)?;
    old.until = until;
    correct(tx, actor, &old, from)?;
    let detail = json!({ "plan": old.plan_name, "before": next.plan_name });
    let subject = Subject::new("person", person);
    activity::record(tx, actor, "contract.switch_taken_back", subject, detail)?;
    Ok(())
}
