//! What was held before the place came to this program. A line imported twice changes nothing.

use super::settle_debts::settle_debts;
use super::subscribe::refuse_second;
use crate::MANAGE;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::lot::PassLot;
use crate::rules::pass_offer::PassOffer;
use crate::store::{contracts, holder, lots, pass_offers, plans};
use billing::Unit;
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

kernel::refusals! {
    /// Why a pass is not imported.
    pub enum LotRefused {
        /// The units left are not between none and the units bought, or the pass holds too many.
        UnitsOutOfBounds {
            /// The most units in a pass.
            maximum: i64
        } = "offers-refused-lot-units",
        /// It would lapse before it was bought.
        ExpiresBeforeBought = "offers-refused-lot-expiry",
    }
}

/// A pass bought elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedLot {
    /// Whose.
    pub person: PersonId,
    /// Which pass: its numbers say what a day costs.
    pub offer: Id<PassOffer>,
    /// Units bought.
    pub units: i64,
    /// Units left.
    pub remaining: i64,
    /// The day it was bought.
    pub bought_on: Day,
    /// The last day on which it may be used.
    pub expires_on: Option<Day>,
    /// Names the imported line for ever in the place.
    pub external_ref: String,
}

/// A contract agreed elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedContract {
    /// Who holds it.
    pub person: PersonId,
    /// Which plan.
    pub plan: Id<Plan>,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Option<Day>,
    /// The price agreed for a month; none means the price in force on its first day here.
    pub price: Option<Money>,
    /// The first day that is charged here: what came before was billed elsewhere.
    pub charged_from: Day,
    /// Names the imported line for ever in the place.
    pub external_ref: String,
}

/// What importing a line did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported<T> {
    /// It is new.
    Created(Id<T>),
    /// It was imported before, and nothing was changed.
    Known(Id<T>),
}

/// Takes in a pass bought elsewhere; nothing is charged for it. Its units pay the debts they can.
///
/// # Errors
/// [`LotRefused`]; [`platform::Fault::NotFound`] when there is no such person or pass.
pub fn import_lot(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &ImportedLot,
) -> Result<Imported<PassLot>, Failure<LotRefused>> {
    actor.require(MANAGE)?;
    let place = actor.place;
    holder::lock(tx, place, new.person)?;
    if let Some(known) = lots::by_external(tx, place, &new.external_ref)? {
        return Ok(Imported::Known(known));
    }
    if !(1..=PassOffer::MOST_UNITS).contains(&new.units) || !(0..=new.units).contains(&new.remaining) {
        let maximum = PassOffer::MOST_UNITS;
        return Err(Failure::Refused(LotRefused::UnitsOutOfBounds { maximum }));
    }
    if new.expires_on.is_some_and(|last| last < new.bought_on) {
        return Err(Failure::Refused(LotRefused::ExpiresBeforeBought));
    }
    let offer = pass_offers::find(tx, place, new.offer)?.or_not_found()?;
    let id = tx.new_id();
    lots::insert(
        tx,
        place,
        &lots::NewLot {
            id,
            person: new.person,
            offer: &offer,
            units: new.units,
            used_before: new.units - new.remaining,
            bought_on: new.bought_on,
            expires_on: new.expires_on,
            charge: None,
            external_ref: Some(&new.external_ref),
            shared_by: None,
        },
    )?;
    settle_debts(tx, place, new.person)?;
    let detail = json!({ "offer": offer.name.as_str(), "units": new.remaining });
    activity::record(
        tx,
        actor,
        "pass.imported",
        Subject::new("person", new.person),
        detail,
    )?;
    Ok(Imported::Created(id))
}

/// Takes in a contract agreed elsewhere, charged here from `charged_from` on.
///
/// # Errors
/// [`ContractRefused`] when its days are out of order, another plan of its family is held on them, or it has no price that can be charged;
/// [`platform::Fault::NotFound`] when there is no such person or plan.
pub fn import_contract(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &ImportedContract,
) -> Result<Imported<PlanContract>, Failure<ContractRefused>> {
    actor.require(MANAGE)?;
    let place = actor.place;
    holder::lock(tx, place, new.person)?;
    if let Some(known) = contracts::by_external(tx, place, &new.external_ref)? {
        return Ok(Imported::Known(known));
    }
    if new.until.is_some_and(|last| last < new.from) {
        return Err(Failure::Refused(ContractRefused::EndsBeforeStart {
            from: new.from,
        }));
    }
    let plan = plans::find(tx, place, new.plan)?.or_not_found()?;
    refuse_second(tx, place, new.person, &plan, (new.from, new.until), None)?;
    let charged_from = new.charged_from.max(new.from);
    let price = price_of(tx, place, new, &plan, charged_from)?;
    let (basis, _) = billing::vat_rate_on(tx, place, plan.product, charged_from)?;
    let payer = people::payer(tx, place, new.person)?;
    let customer = billing::customer_of(tx, actor, payer)?;
    let conditions = plans::conditions(tx, place, plan.id)?;
    let contract = contracts::insert(
        tx,
        place,
        &contracts::NewContractRow {
            person: new.person,
            customer,
            plan: plan.id,
            from: new.from,
            until: new.until,
            charged_from,
            price,
            basis,
            created_by: actor.account,
            external_ref: Some(&new.external_ref),
            anchor: conditions.anniversary.then_some(new.from),
            committed_until: None,
            notice: conditions.notice,
            replaces: None,
        },
    )?;
    let detail = json!({ "plan": plan.name.as_str(), "day": new.from.to_string() });
    activity::record(
        tx,
        actor,
        "contract.imported",
        Subject::new("person", new.person),
        detail,
    )?;
    Ok(Imported::Created(contract))
}

/// The price agreed for a month, or the one in force on the first day charged here.
fn price_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &ImportedContract,
    plan: &Plan,
    charged_from: Day,
) -> Result<Money, Failure<ContractRefused>> {
    let in_force = billing::price_on(tx, place, plan.product, plan.audience, Unit::Month, charged_from)?;
    let price = new.price.or(in_force).filter(|price| !price.is_negative());
    let price = price.ok_or(Failure::Refused(ContractRefused::NoPrice))?;
    if price > billing::LARGEST_PRICE {
        return Err(Failure::Refused(ContractRefused::PriceTooHigh));
    }
    if !billing::has_vat_rate(tx, place, plan.product, charged_from)? {
        let day = charged_from;
        return Err(Failure::Refused(ContractRefused::NoVatRate { day }));
    }
    Ok(price)
}
