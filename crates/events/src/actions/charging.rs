//! What a seat costs, and the charges that seats file.

use crate::rules::event::Event;
use crate::rules::registration::{Registration, RegistrationRefused};
use billing::{Charge, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Audience, Days, Id, Money, PlaceId, Rate};
use platform::database::Tx;
use platform::{Failure, Fault, place};
use spaces::Price;

/// What one seat costs somebody of this audience who takes it now: the price of the event itself, else that of its product. None when
/// the product is not sold to them by the piece.
pub(crate) fn price_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: &Event,
    audience: Audience,
) -> Result<Option<Price>, Fault> {
    let Some(product) = event.facts.product else {
        return Ok(Some(Price::FREE));
    };
    let zone = place::get(tx, place)?.zone;
    let (today, held_on) = (tx.today(&zone), zone.day_of(event.facts.period.start()));
    let amount = match event.facts.price {
        Some(own) => Some(own),
        None => billing::price_on(tx, place, product, audience, Unit::Piece, today)?,
    };
    let Some(amount) = amount else {
        return Ok(None);
    };
    let (basis, rate) = billing::vat_rate_on(tx, place, product, held_on)?;
    Ok(Some(Price {
        product: Some(product),
        amount,
        basis,
        rate,
        exemption: None,
    }))
}

/// Files the charge of the seats of a registration and notes it there. Nothing to pay, or nobody known to the place: no charge.
pub(super) fn charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    one: &mut Registration,
) -> Result<(), Failure<RegistrationRefused>> {
    one.charge = None;
    let Some(person) = one.attendee.person.filter(|_| !one.price.amount.is_zero()) else {
        return Ok(());
    };
    let payer = people::payer(tx, actor.place, person)?;
    one.customer = Some(billing::customer_of(tx, actor, payer)?);
    let key = format!("event:{}", one.id);
    one.charge = file(tx, actor, event, one, (one.people(), one.price.amount), key)?;
    Ok(())
}

/// Takes the charge back but for what stays due.
pub(super) fn withdraw(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    one: &mut Registration,
    due: Money,
) -> Result<(), Failure<RegistrationRefused>> {
    one.fee = Some(due);
    if !due.is_zero() && due == one.total() {
        return Ok(());
    }
    if let Some(charge) = one.charge.take() {
        billing::cancel_charge(tx, actor, charge)
            .map_err(|failure| failure.map(|_| RegistrationRefused::NotBilled))?;
        if !due.is_zero() {
            one.fee_charge = file(tx, actor, event, one, (1, due), format!("event-fee:{}", one.id))?;
        }
    }
    Ok(())
}

/// What giving these seats up costs now: by the terms of a booking of the same audience (RULES 19).
pub(super) fn fee(
    tx: &mut Tx<'_>,
    event: &Event,
    one: &Registration,
    place: PlaceId,
) -> Result<Money, Fault> {
    if one.charge.is_none() {
        return Ok(Money::ZERO);
    }
    let lines = spaces::store::schedule::terms(tx, place)?;
    let terms: Vec<spaces::Term> = lines
        .into_iter()
        .filter(|line| line.audience == one.audience)
        .map(|line| line.term)
        .collect();
    let share: Rate = spaces::rules::cancellation::share(&terms, event.facts.period.start(), tx.now());
    Ok(one.total().percent(share))
}

fn file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    one: &Registration,
    (seats, unit_price): (i64, Money),
    source_key: String,
) -> Result<Option<Id<Charge>>, Failure<RegistrationRefused>> {
    let (Some(customer), Some(product)) = (one.customer, one.price.product) else {
        return Ok(None);
    };
    let zone = place::get(tx, actor.place)?.zone;
    let day = zone.day_of(event.facts.period.start());
    let new = NewCharge {
        customer,
        person: one.attendee.person,
        product,
        label: event.facts.title.clone(),
        detail: day.french(),
        quantity: Quantity::whole(seats).map_err(|_| Failure::Refused(RegistrationRefused::NotBilled))?,
        unit: Unit::Piece,
        unit_price,
        basis: one.price.basis,
        rate: one.price.rate,
        service: Days::one(day),
        source: Source::new("event_registration", one.id),
        source_key,
    };
    billing::charge_agreed(tx, actor, new, one.price.exemption)
        .map(Some)
        .map_err(|failure| failure.map(|_| RegistrationRefused::NotBilled))
}
