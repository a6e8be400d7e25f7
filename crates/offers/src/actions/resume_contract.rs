//! A contract whose end was announced lasts again as it did before.

use super::correct::correct;
use super::subscribe::refuse_second;
use crate::MANAGE;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::store::{contracts, holder, plans};
use kernel::{Actor, Day, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Gives a contract back the last day that it had before one was announced, none if it had none. What was charged of the period that
/// would have been the last is charged anew for all of its days.
///
/// # Errors
/// [`ContractRefused::HeldAlready`] when another plan was agreed since for those days; [`platform::Fault::NotFound`] when there is no
/// such contract, or its last day is another one by now.
pub fn resume_contract(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: Id<PlanContract>,
    announced: Day,
    before: Option<Day>,
) -> Result<(), Failure<ContractRefused>> {
    actor.require(MANAGE)?;
    let place = actor.place;
    let found = contracts::find(tx, place, contract)?.or_not_found()?;
    holder::lock(tx, place, found.person)?;
    contracts::lock(tx, place, contract)?;
    let mut held = contracts::find(tx, place, contract)?.or_not_found()?;
    (held.until == Some(announced)).then_some(()).or_not_found()?;
    let plan = plans::find(tx, place, held.plan)?.or_not_found()?;
    refuse_second(
        tx,
        place,
        held.person,
        &plan,
        (announced.next(), before),
        Some(held.id),
    )?;
    contracts::reopen(tx, place, contract, before)?;
    held.until = before;
    correct(tx, actor, &held, announced)?;
    let detail = json!({ "plan": held.plan_name });
    let about = Subject::new("person", held.person);
    activity::record(tx, actor, "contract.kept_on", about, detail)?;
    Ok(())
}
