//! What a month comes to: what both sides hold of it, and charging the other place with it.

use crate::permissions::MANAGE;
use crate::rules::agreement::PartnerId;
use crate::rules::statement::Line;
use crate::rules::visit::{PartnerVisit, Side, VisitRefused};
use crate::store::{partners, visits};
use billing::{Basis, Charge, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Id, Money, Month, PlaceId};
use people::Payer;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use std::collections::BTreeSet;

/// What identifiers of claims are identifiers of.
enum ClaimMark {}

/// The lines of a month on one side.
pub(crate) fn lines(
    tx: &mut Tx<'_>,
    place: PlaceId,
    side: (PartnerId, Side),
    month: Month,
) -> Result<Vec<Line>, Fault> {
    let held = visits::of_partner(tx, place, side, month.days())?;
    Ok(held.iter().filter(|visit| visit.counts()).map(Line::of).collect())
}

/// The visits to us of some days, with what they are charged with now: what billing took back is charged no more.
pub(crate) fn hosted(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PartnerId,
    month: Month,
) -> Result<Vec<PartnerVisit>, Fault> {
    let mut held = visits::of_partner(tx, place, (id, Side::Host), month.days())?;
    let charges: BTreeSet<Id<Charge>> = held.iter().filter_map(|visit| visit.charge).collect();
    for charge in charges {
        if billing::is_taken_back(tx, place, charge)? {
            let meant = |visit: &&mut PartnerVisit| visit.charge == Some(charge);
            held.iter_mut()
                .filter(meant)
                .for_each(|visit| visit.charge = None);
        }
    }
    Ok(held)
}

/// What may be charged: visits to us that count and were not charged before.
pub(crate) fn chargeable(visits: &[PartnerVisit]) -> impl Iterator<Item = &PartnerVisit> {
    let due = |visit: &&PartnerVisit| visit.counts() && visit.charge.is_none() && visit.amount.is_positive();
    visits.iter().filter(due)
}

/// Charges the organisation of another place with what its members cost us in a month that is over. `label` is the line of the invoice,
/// in the language of the place.
///
/// # Errors
/// [`VisitRefused::MonthOpen`], [`VisitRefused::NothingDue`], [`VisitRefused::NoCustomer`], [`VisitRefused::NotBilled`];
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn charge_month(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, month): (PartnerId, Month),
    label: &str,
) -> Result<Id<Charge>, Failure<VisitRefused>> {
    actor.require(MANAGE)?;
    let place = actor.place;
    let partner = partners::lock(tx, place, id)?.or_not_found()?;
    let zone = place::get(tx, place)?.zone;
    if tx.today(&zone) <= month.last() {
        return Err(Failure::Refused(VisitRefused::MonthOpen));
    }
    let held = hosted(tx, place, id, month)?;
    let due: Vec<&PartnerVisit> = chargeable(&held).collect();
    let amount: Money = due.iter().map(|visit| visit.amount).sum();
    if due.is_empty() {
        return Err(Failure::Refused(VisitRefused::NothingDue));
    }
    let named = partner.terms.organisation.zip(partner.terms.product);
    let (organisation, product) = named.ok_or(Failure::Refused(VisitRefused::NoCustomer))?;
    let (_, rate) = billing::vat_rate_on(tx, place, product, month.last())?;
    let claim: Id<ClaimMark> = tx.new_id();
    let new = NewCharge {
        customer: billing::customer_of(tx, actor, Payer::Organisation(organisation))?,
        person: None,
        product,
        label: label.to_owned(),
        detail: String::new(),
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: amount,
        basis: Basis::Net,
        rate,
        service: month.days(),
        source: Source::new("network_claim", claim),
        source_key: format!("network-claim:{claim}"),
    };
    let charge =
        billing::charge(tx, actor, new).map_err(|failure| failure.map(|_| VisitRefused::NotBilled))?;
    for visit in due {
        let charged = PartnerVisit {
            charge: Some(charge),
            ..visit.clone()
        };
        visits::update(tx, place, &charged)?;
    }
    let detail = json!({ "name": partner.name, "month": month.to_string() });
    activity::record(tx, actor, "network.claimed", Subject::new("partner", id), detail)?;
    Ok(charge)
}

/// Takes back what a month was charged with, so that it can be charged anew: what waits is withdrawn, what stands on an invoice is
/// credited with the next one.
///
/// # Errors
/// [`VisitRefused::NothingDue`] when nothing of it is charged; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn uncharge_month(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, month): (PartnerId, Month),
) -> Result<(), Failure<VisitRefused>> {
    actor.require(MANAGE)?;
    let partner = partners::lock(tx, actor.place, id)?.or_not_found()?;
    let held = hosted(tx, actor.place, id, month)?;
    let charges: BTreeSet<Id<Charge>> = held.iter().filter_map(|visit| visit.charge).collect();
    if charges.is_empty() {
        return Err(Failure::Refused(VisitRefused::NothingDue));
    }
    for charge in charges {
        billing::cancel_charge(tx, actor, charge)
            .map_err(|failure| failure.map(|_| VisitRefused::NotBilled))?;
    }
    let detail = json!({ "name": partner.name, "month": month.to_string() });
    activity::record(
        tx,
        actor,
        "network.claim_undone",
        Subject::new("partner", id),
        detail,
    )?;
    Ok(())
}
