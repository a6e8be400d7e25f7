//! One verb a file: authorise, load, decide, save, record, in the caller's transaction.

pub(crate) mod change_offers;
pub(crate) mod charge_plans;
pub(crate) mod end_contract;
pub(crate) mod give_back;
pub(crate) mod grant;
pub(crate) mod import;
pub(crate) mod sell_pass;
mod settle_debts;
pub(crate) mod subscribe;
pub(crate) mod switch_plan;
pub(crate) mod take_back;
pub(crate) mod use_day;

use crate::{OWN, SELL};
use kernel::{Actor, Forbidden, PersonId};

/// Goes on if the actor acts on their own passes, or may do so for others.
fn require_for(actor: &Actor, person: PersonId) -> Result<(), Forbidden> {
    if actor.is(person) && actor.may(OWN) {
        return Ok(());
    }
    actor.require(SELL)
}
