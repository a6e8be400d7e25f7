//! The fee that is charged once, when somebody joins a plan.

use super::use_coupon::PlanCoupon;
use crate::rules::conditions::PlanConditions;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::store::contracts;
use billing::{Charge, ChargeState, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Days, Id, Money, PersonId, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault, place};

/// Charges the fee of a plan, unless its holder paid it for an earlier contract of the same plan.
pub(super) fn charge_setup(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    conditions: &PlanConditions,
    with: Option<&PlanCoupon>,
) -> Result<(), Failure<ContractRefused>> {
    let Some((label, amount)) = &conditions.setup else {
        return Ok(());
    };
    if amount.is_zero() || paid(tx, actor.place, (contract.person, contract.plan))?.is_some() {
        return Ok(());
    }
    let with = with.filter(|with| !with.off_fee.is_zero());
    let mut detail = contract.plan_name.clone();
    if let Some(with) = with {
        detail = format!(
            "{detail} · {}",
            cut_told(tx, actor.place, &with.code, with.off_fee)?
        );
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
        detail,
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: with.map_or(*amount, |with| *amount - with.off_fee),
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

/// `BIENVENUE −10,00 €`, as an invoice says it.
pub(super) fn cut_told(tx: &mut Tx<'_>, place: PlaceId, code: &str, cut: Money) -> Result<String, Fault> {
    let place = place::get(tx, place)?;
    Ok(format!(
        "{code} \u{2212}{}",
        cut.display(place.language, place.currency)
    ))
}

/// What charged the fee of a plan to somebody before.
pub(super) fn paid(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, plan): (PersonId, Id<Plan>),
) -> Result<Option<Id<Charge>>, Fault> {
    for held in contracts::of_person(tx, place, person)? {
        if held.plan != plan || held.is_void() {
            continue;
        }
        let charged = billing::charge_of_source(tx, place, &source_key(held.id))?;
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
