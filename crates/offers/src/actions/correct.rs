//! What was charged and given of a contract follows what holds of it.

use super::charge_plans::charge_month;
use super::include_units::include_again;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::store::plan_charges::{self, PlanCharge};
use kernel::{Actor, Day};
use platform::Failure;
use platform::database::Tx;

/// Takes back what was charged of the periods from the one that holds `from` on and is due otherwise now, charges it again as it is
/// due, and brings the units given for them to what they should be.
pub(super) fn correct(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    from: Day,
) -> Result<(), Failure<ContractRefused>> {
    let standing = plan_charges::standing(tx, actor.place, contract.id)?;
    let first = contract.month_of(from.max(contract.charged_from));
    if let Some(last) = standing.last().map(|charged| charged.month) {
        let months = std::iter::successors(Some(first), |month| Some(month.next()));
        for month in months.take_while(|month| *month <= last) {
            let charged = standing.iter().find(|charged| charged.month == month);
            if is_right(charged, contract) {
                continue;
            }
            if let Some(charged) = charged {
                let taken_back = billing::cancel_charge(tx, actor, charged.charge_id);
                taken_back.map_err(|failure| failure.map(|_| ContractRefused::ChargeRefused))?;
                plan_charges::cancel(tx, actor.place, charged)?;
            }
            charge_month(tx, actor, contract, month)?;
        }
    }
    include_again(tx, actor, contract, from)?;
    Ok(())
}

/// Whether a standing charge bills the days that are due, at their price. A period without one was paused at no price: it is charged
/// anew if something is due.
fn is_right(charged: Option<&PlanCharge>, contract: &PlanContract) -> bool {
    charged.is_some_and(|charged| {
        contract.due_in(charged.month).is_some_and(|due| {
            (due.days.first(), due.days.last(), due.amount)
                == (charged.from_day, charged.until_day, charged.amount_cents)
        })
    })
}
