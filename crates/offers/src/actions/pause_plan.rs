//! Pausing a plan, and going on earlier than was said (T39).

use super::correct::correct;
use super::require_for_plan;
use super::settings::settings;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::rules::pause::{Pause, PauseRefused, check_pause};
use crate::store::{contracts, holder, pauses};
use kernel::{Actor, Day, Days, Id, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// A pause to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPause {
    /// Whose contract.
    pub person: PersonId,
    /// Which one.
    pub contract: Id<PlanContract>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Why; kept from everybody but who asks and who manages offers.
    pub reason: String,
    /// Today.
    pub on: Day,
}

/// The pause that would be made, and the contract with it: what each month would cost.
///
/// # Errors
/// As [`pause_plan`].
pub fn quote_pause(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewPause,
) -> Result<(Pause, PlanContract), Failure<PauseRefused>> {
    let manages = require_for_plan(actor, new.person)?;
    let place = actor.place;
    let found = contracts::find(tx, place, new.contract)?;
    let mut contract = found.filter(|found| found.person == new.person).or_not_found()?;
    let days = Days::new(new.from, new.until).map_err(|_| Failure::Refused(PauseRefused::Reversed))?;
    let terms = settings(tx, place)?.pause;
    let known = pauses::of_contract(tx, place, &contract)?;
    let limits = (!manages).then_some(terms);
    check_pause(&contract, &known, days, new.on, limits).map_err(Failure::Refused)?;
    let pause = Pause {
        id: tx.new_id(),
        contract: contract.id,
        person: new.person,
        days,
        due: terms.due,
        reason: new.reason.trim().to_owned(),
    };
    contract.changes.push(pause.change());
    Ok((pause, contract))
}

/// Pauses a plan: its holder has no plan on those days, and the part of the price that the place sets is due. What was charged and given
/// is corrected.
///
/// # Errors
/// [`PauseRefused`]; [`platform::Fault::NotFound`] when the person has no such contract.
pub fn pause_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewPause,
) -> Result<Id<Pause>, Failure<PauseRefused>> {
    require_for_plan(actor, new.person)?;
    let place = actor.place;
    holder::lock(tx, place, new.person)?;
    contracts::find(tx, place, new.contract)?.or_not_found()?;
    contracts::lock(tx, place, new.contract)?;
    let (pause, contract) = quote_pause(tx, actor, new)?;
    pauses::insert(tx, place, &pause, actor.account)?;
    correct(tx, actor, &contract, new.from).map_err(charge_refused)?;
    let detail = json!({
        "plan": contract.plan_name,
        "day": new.from.to_string(),
        "until": new.until.french(),
    });
    let person = Subject::new("person", new.person);
    activity::record(tx, actor, "contract.paused", person, detail)?;
    Ok(pause.id)
}

/// Goes on with a plan from a day: a pause that would last longer ends on its eve, one that would begin then or later does not begin.
///
/// # Errors
/// [`PauseRefused::Over`] when the pause is over by then or the day is gone; [`platform::Fault::NotFound`].
pub fn resume_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (person, contract, pause): (PersonId, Id<PlanContract>, Id<Pause>),
    from: Day,
    today: Day,
) -> Result<(), Failure<PauseRefused>> {
    require_for_plan(actor, person)?;
    let place = actor.place;
    holder::lock(tx, place, person)?;
    let found = contracts::find(tx, place, contract)?;
    let found = found.filter(|found| found.person == person).or_not_found()?;
    contracts::lock(tx, place, contract)?;
    let known = pauses::of_contract(tx, place, &found)?;
    let pause = known.into_iter().find(|known| known.id == pause).or_not_found()?;
    if from < today || from > pause.days.last() {
        return Err(Failure::Refused(PauseRefused::Over));
    }
    if from <= pause.days.first() {
        pauses::cancel(tx, place, pause.id)?;
    } else {
        pauses::shorten(tx, place, pause.id, from.previous())?;
    }
    let contract = contracts::find(tx, place, contract)?.or_not_found()?;
    correct(tx, actor, &contract, pause.days.first()).map_err(charge_refused)?;
    let detail = json!({ "plan": contract.plan_name, "day": from.to_string() });
    let subject = Subject::new("person", person);
    activity::record(tx, actor, "contract.resumed", subject, detail)?;
    Ok(())
}

fn charge_refused(failure: Failure<ContractRefused>) -> Failure<PauseRefused> {
    failure.map(|_| PauseRefused::ChargeRefused)
}
