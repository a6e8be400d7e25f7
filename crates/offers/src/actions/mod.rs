//! One verb a file: authorise, load, decide, save, record, in the caller's transaction.

pub(crate) mod change_offers;
pub(crate) mod charge_plans;
mod correct;
pub(crate) mod end_contract;
pub(crate) mod give_back;
pub(crate) mod grant;
pub(crate) mod import;
pub(crate) mod include_units;
pub(crate) mod keep_agreement;
pub(crate) mod keep_coupon;
pub(crate) mod pause_plan;
pub(crate) mod reduce;
pub(crate) mod relief;
pub(crate) mod remind;
pub(crate) mod resume_contract;
pub(crate) mod sell_pass;
pub(crate) mod set_conditions;
pub(crate) mod settings;
mod settle_debts;
mod setup;
pub(crate) mod subscribe;
pub(crate) mod switch_own;
pub(crate) mod switch_plan;
pub(crate) mod take_back;
pub(crate) mod take_own;
pub(crate) mod use_coupon;
pub(crate) mod use_day;

use crate::{MANAGE, OWN, SELL};
use kernel::{Actor, Forbidden, PersonId};

/// Goes on if the actor acts on their own passes, or may do so for others.
fn require_for(actor: &Actor, person: PersonId) -> Result<(), Forbidden> {
    if actor.is(person) && actor.may(OWN) {
        return Ok(());
    }
    actor.require(SELL)
}

/// Goes on if the actor acts on their own plan, or manages offers; says whether they manage.
fn require_for_plan(actor: &Actor, person: PersonId) -> Result<bool, Forbidden> {
    if actor.may(MANAGE) {
        return Ok(true);
    }
    if actor.is(person) && actor.may(OWN) {
        return Ok(false);
    }
    Err(Forbidden)
}
