//! Taking over a booking from elsewhere.

use super::book::zone_of;
use super::plan::{Holder, others};
use super::{Refused, charging, facts, hold_one, record, refused};
use crate::permissions::MANAGE;
use crate::rules::availability::Buffers;
use crate::rules::booking::{Booking, BookingId, BookingState, Price, SlotRefused};
use crate::rules::booking_window::{LONGEST_MINUTES, WindowRefused};
use crate::rules::pricing::Tariff;
use crate::rules::resource::{Resource, ResourceId};
use crate::store::bookings;
use kernel::{Actor, Audience, Money, Period, Zone};
use platform::database::Tx;
use platform::{OrNotFound, OrRefused};

/// A booking as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedBooking {
    /// What.
    pub resource: ResourceId,
    /// When.
    pub period: Period,
    /// For whom.
    pub holder: Holder,
    /// What for; may be empty.
    pub title: String,
    /// Where it stands.
    pub state: BookingState,
    /// What was agreed; none to price it by today's tariff.
    pub price: Option<Price>,
    /// Whether its price is still to be invoiced: a charge is filed.
    pub charged: bool,
    /// The line of the file: a second import of it changes nothing.
    pub external_ref: String,
}

/// What became of an imported line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedAs {
    /// A new booking.
    New(BookingId),
    /// The booking that an earlier import of the same line made.
    Known(BookingId),
}

/// Takes over a booking. Hours, limits and buffers are those of elsewhere; the units are ours, and a booking that goes past them
/// is refused.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal); [`platform::Fault::NotFound`] when the resource or the person is not of the place.
pub fn import_booking(tx: &mut Tx<'_>, actor: &Actor, line: &ImportedBooking) -> Result<ImportedAs, Refused> {
    actor.require(MANAGE)?;
    if let Some(known) = bookings::find_by_external_ref(tx, actor.place, &line.external_ref)? {
        return Ok(ImportedAs::Known(known.id));
    }
    let resource = hold_one(tx, actor, line.resource)?;
    fits(tx, actor, &resource, line)?;
    let zone = zone_of(tx, actor)?;
    let mut booking = taken_over(tx, actor, &zone, &resource, line)?;
    if line.charged && (line.state.occupies() || line.state == BookingState::NoShow) {
        charging::charge(tx, actor, &zone, &resource, &mut booking)?;
    }
    tx.attempt(|tx| bookings::insert(tx, actor.place, &booking))
        .or_refused(bookings::EXTERNAL_UNIQUE, SlotRefused::AlreadyImported.into())?;
    record(
        tx,
        actor,
        "booking.imported",
        &booking,
        &facts(&zone, &resource, &booking),
    )?;
    Ok(ImportedAs::New(booking.id))
}

fn fits(tx: &mut Tx<'_>, actor: &Actor, resource: &Resource, line: &ImportedBooking) -> Result<(), Refused> {
    if line.period.minutes() > LONGEST_MINUTES {
        return Err(refused(WindowRefused::TooLong {
            minutes: LONGEST_MINUTES,
        }));
    }
    super::book::check_title(&line.title)?;
    if !line.state.occupies() {
        return Ok(());
    }
    let taken = others(tx, actor, resource, line.period, None)?;
    match taken.conflict_by_hours(resource.facts.units, line.period) {
        None => Ok(()),
        Some(_) => Err(refused(SlotRefused::Full)),
    }
}

fn taken_over(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    line: &ImportedBooking,
) -> Result<Booking, Refused> {
    let (person, caller_name, audience) = match &line.holder {
        Holder::House => (None, String::new(), Audience::Staff),
        Holder::Caller(name) => (None, name.as_str().to_owned(), Audience::External),
        Holder::Person(person) => {
            people::person(tx, actor.place, *person)?.or_not_found()?;
            let day = zone.day_of(line.period.start());
            (
                Some(*person),
                String::new(),
                offers::audience_of(tx, actor.place, *person, day)?,
            )
        }
    };
    let price = match line.price {
        Some(price) => price,
        None => priced(tx, actor, zone, resource, line, audience)?,
    };
    let expiry = super::book::request_expiry(tx, actor, line.period)?;
    Ok(Booking {
        id: tx.new_id(),
        resource: resource.id,
        person,
        customer: None,
        caller_name,
        audience,
        title: line.title.trim().to_owned(),
        occupation: Buffers::NONE.around(line.period),
        state: line.state,
        visible: false,
        attendance: None,
        price,
        charge: None,
        fee: None,
        fee_charge: None,
        fee_floor: Money::ZERO,
        created_at: tx.now(),
        created_by: actor.account,
        overridden: true,
        overridden_by: actor.account,
        request_expires_at: (line.state == BookingState::Requested).then_some(expiry),
        cancelled_at: (line.state == BookingState::Cancelled).then_some(tx.now()),
        ended_at: None,
        version: 1,
        external_ref: Some(line.external_ref.clone()),
    })
}

fn priced(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    line: &ImportedBooking,
    audience: Audience,
) -> Result<Price, Refused> {
    let Some(product) = resource.facts.product.filter(|_| line.holder != Holder::House) else {
        return Ok(Price::FREE);
    };
    let day = zone.day_of(line.period.start());
    if !billing::has_vat_rate(tx, actor.place, product, day)? {
        return Err(refused(SlotRefused::NoVatRate { day }));
    }
    let tariff = billing::tariff(tx, actor.place, product, audience, day)?;
    let cheapest = Tariff::from(tariff).cheapest(line.period.minutes());
    Ok(cheapest.map_or(Price::FREE, |cheapest| Price {
        product: Some(product),
        amount: cheapest.price,
        basis: tariff.basis,
        rate: tariff.rate,
        exemption: tariff.exemption,
    }))
}
