//! The fee that is charged once, when somebody joins a plan.

use crate::rules::conditions::PlanConditions;
use crate::rules::contract::{ContractRefused, PlanContract};
use crate::store::contracts;
use billing::{Charge, ChargeState, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Days, Id};
use platform::database::Tx;
use platform::{Failure, Fault};

/// Charges the fee of a plan, unless its holder paid it for an earlier contract of the same plan.
pub(super) fn charge_setup(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    conditions: &PlanConditions,
) -> Result<(), Failure<ContractRefused>> {
    let Some((label, amount)) = &conditions.setup else {
        return Ok(());
    };
    if amount.is_zero() || paid(tx, actor, contract)?.is_some() {
        return Ok(());
    }
    let day = contract.from;
    if !billing::has_vat_rate(tx, actor.place, contract.product, day)? {
        return Err(Failure::Refused(ContractRefused::NoVatRate { day }));
    }
    let (basis, rate) = billing::vat_rate_on(tx, actor.place, contract.product, day)?;
    let new = NewCharge {
        customer: contract.customer,
        person: Some(contract.person),
        product: contract.product,
        label: label.clone(),
        detail: contract.plan_name.clone(),
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: *amount,
        basis,
        rate,
        service: Days::one(day),
        source: Source::new("plan_contract", contract.id),
        source_key: source_key(contract.id),
    };
    let charged = billing::charge(tx, actor, new);
    charged.map_err(|failure| failure.map(|_| ContractRefused::ChargeRefused))?;
    Ok(())
}

/// Takes the fee of a contract back that never held.
pub(super) fn take_back_setup(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
) -> Result<(), Failure<ContractRefused>> {
    let charged = billing::charge_of_source(tx, actor.place, &source_key(contract.id))?;
    if let Some(charge) = charged.filter(stands) {
        let taken_back = billing::cancel_charge(tx, actor, charge.id);
        taken_back.map_err(|failure| failure.map(|_| ContractRefused::ChargeRefused))?;
    }
    Ok(())
}

/// What charged the fee of this plan to its holder before.
fn paid(tx: &mut Tx<'_>, actor: &Actor, contract: &PlanContract) -> Result<Option<Id<Charge>>, Fault> {
    for held in contracts::of_person(tx, actor.place, contract.person)? {
        if held.plan != contract.plan || held.is_void() {
            continue;
        }
        let charged = billing::charge_of_source(tx, actor.place, &source_key(held.id))?;
        if let Some(charge) = charged.filter(stands) {
            return Ok(Some(charge.id));
        }
    }
    Ok(None)
}

fn stands(charge: &Charge) -> bool {
    charge.state != ChargeState::Cancelled
}

fn source_key(contract: Id<PlanContract>) -> String {
    format!("plan-setup:{contract}")
}
