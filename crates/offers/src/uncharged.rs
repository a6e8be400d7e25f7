//! The contracts that billing refuses, for who reviews a month.

use crate::actions::charge_plans::refusal_of;
use crate::store::{contracts, plan_charges};
use kernel::{Month, PlaceId};
use platform::Fault;
use platform::capability::Uncharged;
use platform::database::Tx;

/// What contracts owe until a month, is not charged, and would be refused now. A contract whose obstacle is out of the way is no
/// longer told: it is charged when the month is prepared or issued.
pub(crate) fn left_out(tx: &mut Tx<'_>, place: PlaceId, month: Month) -> Result<Vec<Uncharged>, Fault> {
    let charged = plan_charges::charged_until(tx, place)?;
    let mut found = Vec::new();
    for contract in contracts::owing(tx, place, month.last())? {
        let next = contract.first_uncharged(charged.get(&contract.id).copied());
        if next > month {
            continue;
        }
        if let Some(why) = refusal_of(tx, place, &contract, next)? {
            found.push(Uncharged {
                person: contract.person,
                what: contract.plan_name,
                month: next,
                why,
            });
        }
    }
    Ok(found)
}
