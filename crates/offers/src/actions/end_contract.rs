//! A contract ends on a day; what was charged beyond it is taken back.

use super::correct::correct;
use super::setup::take_back_setup;
use crate::MANAGE;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::store::{contracts, coupon_uses, holder};
use kernel::{Actor, Day, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Ends a contract on a day, the last one on which it holds. Ending it on the day before it starts undoes it.
///
/// Months already charged beyond that day are taken back and charged again for the days that remain.
///
/// # Errors
/// [`ContractRefused`] when it ends before; [`platform::Fault::NotFound`] when there is no such contract.
pub fn end_contract(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: Id<PlanContract>,
    until: Day,
) -> Result<(), Failure<ContractRefused>> {
    actor.require(MANAGE)?;
    let place = actor.place;
    let found = contracts::find(tx, place, contract)?.or_not_found()?;
    holder::lock(tx, place, found.person)?;
    contracts::lock(tx, place, contract)?;
    let mut held = contracts::find(tx, place, contract)?.or_not_found()?;
    held.check_end(until).map_err(Failure::Refused)?;
    end_held(tx, actor, &mut held, until)?;
    let detail = json!({ "plan": held.plan_name, "day": until.to_string() });
    activity::record(
        tx,
        actor,
        "contract.ended",
        Subject::new("person", held.person),
        detail,
    )?;
    Ok(())
}

/// Writes the last day of a contract that is held, and corrects what was charged and given beyond it.
pub(super) fn end_held(
    tx: &mut Tx<'_>,
    actor: &Actor,
    held: &mut PlanContract,
    until: Day,
) -> Result<(), Failure<ContractRefused>> {
    contracts::end(tx, actor.place, held.id, until)?;
    held.until = Some(until);
    if held.is_void() {
        take_back_setup(tx, actor, held)?;
        coupon_uses::undo_of_contract(tx, actor.place, held.id)?;
    }
    correct(tx, actor, held, until.next())
}
