//! The monthly charges of plans (RULES 18 and 20).

use super::setup::cut_told;
use crate::MANAGE;
use crate::rules::changes::{WHOLE, names, stretches};
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::rules::proration::Due;
use crate::store::{contracts, plan_charges};
use billing::{NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Id, Month, PlaceId, Rate, Refusal};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, place};
use serde_json::json;

/// Charges every contract for a month, and for earlier months of its own that were not charged yet. Called again it charges
/// nothing more: there is one standing charge per contract and month. A contract whose charge billing refuses is left out, and the
/// log of its person says so: nobody else waits for it. Answers how many charges were made.
///
/// # Errors
/// [`Fault::Forbidden`] unless the actor manages offers.
pub fn charge_plans(tx: &mut Tx<'_>, actor: &Actor, month: Month) -> Result<usize, Fault> {
    actor.require(MANAGE)?;
    let contracts = contracts::to_charge(tx, actor.place, month.last())?;
    let charged = plan_charges::charged_until(tx, actor.place)?;
    let mut made = 0;
    for contract in &contracts {
        let mut next = contract.first_uncharged(charged.get(&contract.id).copied());
        while next <= month && contract.due_in(next).is_some() {
            match charge_month(tx, actor, contract, next) {
                Ok(()) => made += 1,
                Err(Failure::Refused(_)) => {
                    note_refused(tx, actor, contract, next)?;
                    break;
                }
                Err(Failure::Fault(fault)) => return Err(fault),
            }
            next = next.next();
        }
    }
    Ok(made)
}

/// Says once in the log of the person that a month of theirs was not charged.
fn note_refused(tx: &mut Tx<'_>, actor: &Actor, contract: &PlanContract, month: Month) -> Result<(), Fault> {
    const VERB: &str = "contract.not_charged";
    let person = Subject::new("person", contract.person);
    let detail = json!({ "plan": contract.plan_name, "month": month.to_string() });
    let noted = activity::history(tx, actor.place, person)?
        .iter()
        .any(|entry| entry.verb == VERB && entry.detail == detail);
    if !noted {
        activity::record(tx, actor, VERB, person, detail)?;
    }
    Ok(())
}

/// Charges what a contract owes for a month, if anything; no other charge of that month stands.
pub(super) fn charge_month(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    month: Month,
) -> Result<(), Failure<ContractRefused>> {
    let Some(due) = contract.due_in(month) else {
        return Ok(());
    };
    // A month paused at no price is no line of an invoice; what was agreed for nothing, or is free with a coupon, is.
    if due.amount.is_zero() && due.off.is_zero() && !contract.price.is_zero() {
        return Ok(());
    }
    let place = actor.place;
    let revision = plan_charges::next_revision(tx, place, contract.id, month)?;
    let new = new_charge(
        tx,
        place,
        contract,
        &due,
        source_key(contract.id, month, revision),
    )?;
    let charge = billing::charge(tx, actor, new);
    let charge = charge.map_err(|failure| failure.map(|_| ContractRefused::ChargeRefused))?;
    plan_charges::insert(tx, place, contract.id, month, revision, charge, &due)?;
    Ok(())
}

/// Why the charge of a month would be refused, if it would.
pub(crate) fn refusal_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: &PlanContract,
    month: Month,
) -> Result<Option<Box<dyn Refusal + Send>>, Fault> {
    let Some(due) = contract.due_in(month) else {
        return Ok(None);
    };
    let revision = plan_charges::next_revision(tx, place, contract.id, month)?;
    let new = match new_charge(
        tx,
        place,
        contract,
        &due,
        source_key(contract.id, month, revision),
    ) {
        Ok(new) => new,
        Err(Failure::Refused(refusal)) => return Ok(Some(Box::new(refusal))),
        Err(Failure::Fault(fault)) => return Err(fault),
    };
    match billing::check_charge(tx, place, &new) {
        Ok(()) => Ok(None),
        Err(Failure::Refused(refusal)) => Ok(Some(Box::new(refusal))),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

fn new_charge(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: &PlanContract,
    due: &Due,
    source_key: String,
) -> Result<NewCharge, Failure<ContractRefused>> {
    let day = due.days.first();
    if !billing::has_vat_rate(tx, place, contract.product, day)? {
        return Err(Failure::Refused(ContractRefused::NoVatRate { day }));
    }
    let (_, rate) = billing::vat_rate_on(tx, place, contract.product, day)?;
    Ok(NewCharge {
        customer: contract.customer,
        person: Some(contract.person),
        product: contract.product,
        label: contract.plan_name.clone(),
        detail: detail(tx, place, contract, due)?,
        quantity: Quantity::ONE,
        unit: Unit::Month,
        unit_price: due.amount,
        basis: contract.basis,
        rate,
        service: due.days,
        source: Source::new("plan_contract", contract.id),
        source_key,
    })
}

/// Names the charge for ever; a correction of the month has a name of its own.
fn source_key(contract: Id<PlanContract>, month: Month, revision: i64) -> String {
    match revision {
        1 => format!("plan:{contract}:{month}"),
        _ => format!("plan:{contract}:{month}:{revision}"),
    }
}

/// How the price of a part of a month was found, in figures that need no language: `21/30 × 250,00 €`, and with a pause or a reduced
/// tariff `20/30 × 250,00 € + 10/30 × 250,00 € × 70 % (Solidaire)`; a coupon stands behind: `BIENVENUE −25,00 €`.
fn detail(tx: &mut Tx<'_>, place: PlaceId, contract: &PlanContract, due: &Due) -> Result<String, Fault> {
    let mut told = Vec::new();
    if !due.is_whole() {
        told.push(days_told(tx, place, contract, due)?);
    }
    if let Some(first) = contract.coupon.as_ref().filter(|_| !due.off.is_zero()) {
        told.push(cut_told(tx, place, &first.code, due.off)?);
    }
    Ok(told.join(" · "))
}

fn days_told(tx: &mut Tx<'_>, place: PlaceId, contract: &PlanContract, due: &Due) -> Result<String, Fault> {
    let place = place::get(tx, place)?;
    let price = due.monthly.display(place.language, place.currency);
    let parts: Vec<String> = stretches(&contract.changes, due.days)
        .into_iter()
        .map(|(days, weight)| {
            let part = format!("{days}/{} × {price}", due.out_of);
            if weight == WHOLE {
                return part;
            }
            let rate = Rate::from_basis_points(weight / (WHOLE / 10_000));
            format!("{part} × {}", rate.display(place.language))
        })
        .collect();
    let names = names(&contract.changes, due.days);
    let told = parts.join(" + ");
    Ok(if names.is_empty() {
        told
    } else {
        format!("{told} ({})", names.join(", "))
    })
}
