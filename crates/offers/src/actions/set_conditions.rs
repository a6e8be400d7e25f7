//! What a plan asks for and gives, decided by those who manage it.

use crate::MANAGE;
use crate::rules::conditions::{ConditionsRefused, PlanBenefits, PlanConditions};
use crate::rules::contract::Plan;
use crate::rules::pass_offer::PassOffer;
use crate::store::{benefits, pass_offers, plans};
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Sets what a plan asks for, for contracts agreed from now on, and what it gives, for everybody who holds it.
///
/// # Errors
/// [`ConditionsRefused`]; [`platform::Fault::NotFound`] when there is no such plan.
pub fn set_plan_conditions(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Plan>,
    conditions: &PlanConditions,
    given: &PlanBenefits,
) -> Result<(), Failure<ConditionsRefused>> {
    actor.require(MANAGE)?;
    conditions.check().map_err(Failure::Refused)?;
    given.check().map_err(Failure::Refused)?;
    let place = actor.place;
    let plan = plans::find(tx, place, id)?.or_not_found()?;
    if let Some((offer, _)) = given.units
        && pass_offers::find(tx, place, offer)?.is_none()
    {
        let maximum = PassOffer::MOST_UNITS;
        return Err(Failure::Refused(ConditionsRefused::Units { maximum }));
    }
    let known = (
        plans::conditions(tx, place, id)?,
        benefits::of_plan(tx, place, id)?,
    );
    if (&known.0, &known.1) == (conditions, given) {
        return Ok(());
    }
    plans::set_conditions(tx, place, id, conditions)?;
    benefits::set(tx, place, id, given)?;
    let detail = json!({ "name": plan.name.as_str(), "months": conditions.commitment_months });
    activity::record(tx, actor, "plan.conditions_set", Subject::new("plan", id), detail)?;
    Ok(())
}
