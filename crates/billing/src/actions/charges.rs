//! Charging, and taking a charge back.

use super::catalogue::vat_on;
use crate::rules::catalogue::{Exemption, Vat};
use crate::rules::charge::{Cancelled, Charge, ChargeRefusal, ChargeState, NewCharge, Priced, billing_month};
use crate::store::{charges, months, products};
use kernel::{Actor, Id, PlaceId, Rate};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::failure::{Failure, Fault, OrNotFound, OrRefused};
use serde_json::json;

/// Charges something to a customer. The caller has authorised the act that causes it.
///
/// The same source key again answers with the same charge, as long as it is for the same customer and amount.
///
/// # Errors
/// [`ChargeRefusal`] when a text, an amount or the product is refused, or the key was used for something else.
pub fn charge(tx: &mut Tx<'_>, actor: &Actor, new: NewCharge) -> Result<Id<Charge>, Failure<ChargeRefusal>> {
    charge_agreed(tx, actor, new, None)
}

/// As [`charge`], at a price agreed some time ago: by which article it bears no VAT was agreed with it. Where that is not known,
/// the article in force on the first day of service counts.
///
/// # Errors
/// As [`charge`].
pub fn charge_agreed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCharge,
    exemption: Option<Exemption>,
) -> Result<Id<Charge>, Failure<ChargeRefusal>> {
    let priced = new.priced().map_err(Failure::Refused)?;
    if let Some(earlier) = charges::of_key(tx, actor.place, &new.source_key)? {
        return same(&earlier, &new, priced);
    }
    let charge = open_charge(tx, actor, new, priced, exemption)?;
    tx.attempt(|tx| charges::insert(tx, actor.place, &charge))
        .or_refused(charges::SOURCE_ONCE, ChargeRefusal::AlreadyCharged)?;
    record(tx, actor, "charge.made", &charge)?;
    Ok(charge.id)
}

/// Takes a charge back: an open one is withdrawn; for an invoiced one, an open charge of the opposite amount goes to the next
/// invoice. The caller has authorised the act that causes it.
///
/// # Errors
/// [`ChargeRefusal::AlreadyCancelled`]; [`Fault::NotFound`].
pub fn cancel_charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Charge>,
) -> Result<Cancelled, Failure<ChargeRefusal>> {
    let charge = charges::lock(tx, actor.place, id)?.or_not_found()?;
    match charge.state {
        ChargeState::Cancelled => Err(Failure::Refused(ChargeRefusal::AlreadyCancelled)),
        ChargeState::Open => {
            if !charges::cancel(tx, actor.place, id)? {
                return Err(Failure::Refused(ChargeRefusal::AlreadyCancelled));
            }
            record(tx, actor, "charge.withdrawn", &charge)?;
            Ok(Cancelled::Withdrawn)
        }
        ChargeState::Invoiced(_) => {
            let correction = correction(tx, actor, charge)?;
            insert_correction(tx, actor, &correction)?;
            record(tx, actor, "charge.credited", &correction)?;
            Ok(Cancelled::Credited(correction.id))
        }
    }
}

/// Whether [`charge`] would take this, without charging it.
///
/// # Errors
/// As [`charge`].
pub fn check_charge(tx: &mut Tx<'_>, place: PlaceId, new: &NewCharge) -> Result<(), Failure<ChargeRefusal>> {
    let priced = new.priced().map_err(Failure::Refused)?;
    match charges::of_key(tx, place, &new.source_key)? {
        Some(earlier) => same(&earlier, new, priced).map(drop),
        None => exemption_of(tx, place, new, None).map(drop),
    }
}

fn same(earlier: &Charge, new: &NewCharge, priced: Priced) -> Result<Id<Charge>, Failure<ChargeRefusal>> {
    let alike = earlier.customer == new.customer
        && earlier.product == new.product
        && earlier.basis == new.basis
        && earlier.amount == priced.amount
        && earlier.state != ChargeState::Cancelled;
    if alike {
        Ok(earlier.id)
    } else {
        Err(Failure::Refused(ChargeRefusal::AlreadyCharged))
    }
}

fn open_charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCharge,
    priced: Priced,
    agreed: Option<Exemption>,
) -> Result<Charge, Failure<ChargeRefusal>> {
    let exemption = exemption_of(tx, actor.place, &new, agreed)?;
    let closed = months::last_closed(tx, actor.place)?;
    Ok(Charge {
        id: tx.new_id(),
        customer: new.customer,
        person: new.person,
        product: new.product,
        label: new.label.trim().to_owned(),
        detail: new.detail.trim().to_owned(),
        quantity: priced.quantity,
        unit: new.unit,
        unit_price: priced.unit_price,
        amount: priced.amount,
        basis: new.basis,
        vat: Vat {
            rate: new.rate,
            exemption,
        },
        service: new.service,
        month: billing_month(new.service.first(), closed),
        source: new.source,
        source_key: new.source_key,
        corrects: None,
        state: ChargeState::Open,
        created_at: tx.now(),
    })
}

/// By which article a charge bears no VAT, when it bears none.
fn exemption_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &NewCharge,
    agreed: Option<Exemption>,
) -> Result<Option<Exemption>, Failure<ChargeRefusal>> {
    let Some(product) = products::find(tx, place, new.product)? else {
        return Err(Failure::Refused(ChargeRefusal::UnknownProduct));
    };
    if new.rate != Rate::ZERO {
        return Ok(None);
    }
    if agreed.is_some() {
        return Ok(agreed);
    }
    let vat = vat_on(tx, place, product.vat_category, new.service.first())?;
    match vat.exemption {
        None => Err(Failure::Refused(ChargeRefusal::NoExemption)),
        known => Ok(known),
    }
}

/// The charge that takes back an invoiced one: the same in everything but its sign, billed with the first open month.
fn correction(tx: &mut Tx<'_>, actor: &Actor, invoiced: Charge) -> Result<Charge, Fault> {
    let closed = months::last_closed(tx, actor.place)?;
    Ok(Charge {
        id: tx.new_id(),
        quantity: invoiced.quantity.opposite(),
        amount: -invoiced.amount,
        month: billing_month(invoiced.service.first(), closed),
        source_key: format!("correction:{}", invoiced.id),
        corrects: Some(invoiced.id),
        state: ChargeState::Open,
        created_at: tx.now(),
        ..invoiced
    })
}

/// Two who take the same charge back at once: the second is told so. Either constraint may be the first to see it.
fn insert_correction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    correction: &Charge,
) -> Result<(), Failure<ChargeRefusal>> {
    let written = tx.attempt(|tx| charges::insert(tx, actor.place, correction));
    written.map_err(|error| match error.constraint() {
        Some(charges::CORRECTED_ONCE | charges::SOURCE_ONCE) => {
            Failure::Refused(ChargeRefusal::AlreadyCancelled)
        }
        _ => error.into(),
    })
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, charge: &Charge) -> Result<(), Fault> {
    let detail = json!({ "label": charge.label });
    activity::record(tx, actor, verb, Subject::new("charge", charge.id), detail)?;
    Ok(())
}
