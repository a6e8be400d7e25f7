//! The charges that bookings file.

use super::{Refused, refused, when};
use crate::rules::availability::Occupation;
use crate::rules::booking::{Booking, Price};
use crate::rules::extras::{ExtraLine, ExtraUnit};
use crate::rules::resource::Resource;
use billing::{Charge, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, CustomerId, Days, Id, Instant, Money, Period, Rate, Zone};
use offers::{Relief, ReliefOf};
use platform::database::Tx;
use platform::{Failure, Fault};

/// Who pays for a booking: its customer, else the payer of its person.
pub(crate) fn payer_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
) -> Result<Option<CustomerId>, Fault> {
    match (booking.customer, booking.person) {
        (Some(customer), _) => Ok(Some(customer)),
        (None, Some(person)) => {
            let payer = people::payer(tx, actor.place, person)?;
            billing::customer_of(tx, actor, payer).map(Some)
        }
        (None, None) => Ok(None),
    }
}

/// Whoever pays for the person today pays from now on for a booking that somebody pays already: another price is a new agreement.
pub(crate) fn renew_payer(tx: &mut Tx<'_>, actor: &Actor, booking: &mut Booking) -> Result<(), Fault> {
    if booking.person.is_some() && booking.customer.take().is_some() {
        booking.customer = payer_of(tx, actor, booking)?;
    }
    Ok(())
}

/// Files the charge of a booking and notes it there with its customer. Nothing to pay or nobody who pays: no charge.
pub(crate) fn charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    booking: &mut Booking,
) -> Result<(), Refused> {
    booking.charge = None;
    if booking.price.amount.is_zero() {
        return Ok(());
    }
    name_payer(tx, actor, booking)?;
    let key = format!("booking:{}:{}", booking.id, booking.version);
    booking.charge = file(
        tx,
        actor,
        zone,
        booking,
        &own(resource, booking, booking.price.amount, key)?,
    )?;
    Ok(())
}

/// Files what giving up a booking costs.
pub(crate) fn charge_fee(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    booking: &Booking,
    fee: Money,
) -> Result<Option<Id<Charge>>, Refused> {
    let key = format!("booking-fee:{}", booking.id);
    file(tx, actor, zone, booking, &own(resource, booking, fee, key)?)
}

/// Notes who pays for a booking.
pub(crate) fn name_payer(tx: &mut Tx<'_>, actor: &Actor, booking: &mut Booking) -> Result<(), Fault> {
    booking.customer = payer_of(tx, actor, booking)?;
    Ok(())
}

/// Files what an extra of a booking costs: so many of it, or one sum where it is not the agreed price of so many.
pub(crate) fn charge_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &Booking,
    (line, due, key): (&ExtraLine, Money, String),
) -> Result<Option<Id<Charge>>, Refused> {
    let whole = line.thousandths(booking.period().minutes());
    let (thousandths, unit_price) = match whole.filter(|_| due == line.price.amount) {
        Some(thousandths) => (thousandths, line.unit_price),
        None => (1_000, due),
    };
    let sold = Sold {
        label: line.name.as_str(),
        price: line.price,
        relieved: false,
        quantity: Quantity::from_thousandths(thousandths).map_err(Fault::internal)?,
        unit: if line.unit == ExtraUnit::Hour && whole.is_some() {
            Unit::Hour
        } else {
            Unit::Piece
        },
        unit_price,
        key,
    };
    file(tx, actor, zone, booking, &sold)
}

/// What a line of an invoice sells.
struct Sold<'a> {
    label: &'a str,
    price: Price,
    /// What made it cheaper goes with it.
    relieved: bool,
    quantity: Quantity,
    unit: Unit,
    unit_price: Money,
    key: String,
}

/// The hours themselves, as a line of an invoice.
fn own<'a>(resource: &'a Resource, booking: &Booking, amount: Money, key: String) -> Result<Sold<'a>, Fault> {
    Ok(Sold {
        label: resource.facts.name.as_str(),
        price: booking.price,
        relieved: true,
        quantity: Quantity::whole(1).map_err(Fault::internal)?,
        unit: Unit::Piece,
        unit_price: amount,
        key,
    })
}

/// Draws the hours that a booking draws, and notes what else makes it cheaper.
pub(crate) fn draw(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &Booking,
    relief: Option<&Relief>,
) -> Result<(), Fault> {
    match (of(zone, booking, booking.period()), relief) {
        (Some(of), Some(relief)) if !relief.is_empty() => offers::draw_relief(tx, actor.place, of, relief),
        _ => Ok(()),
    }
}

/// Draws anew for where a booking goes, or keeps what it drew; `share` is the part that giving it up costs from now on.
pub(crate) fn redraw(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    (booking, to): (&Booking, Occupation),
    (relief, share): (Option<&Relief>, Rate),
) -> Result<(), Fault> {
    match of(zone, booking, to.hours()) {
        Some(of) => offers::move_relief(tx, actor.place, of, relief, share),
        None => Ok(()),
    }
}

fn of(zone: &Zone, booking: &Booking, hours: Period) -> Option<ReliefOf> {
    booking.person.map(|person| ReliefOf {
        booking: booking.id.as_i64(),
        person,
        day: zone.day_of(hours.start()),
    })
}

/// Takes the charge of a booking back.
pub(crate) fn withdraw(tx: &mut Tx<'_>, actor: &Actor, booking: &mut Booking) -> Result<(), Refused> {
    if let Some(charge) = booking.charge.take() {
        billing::cancel_charge(tx, actor, charge).map_err(|failure| failure.map(Into::into))?;
    }
    Ok(())
}

fn file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &Booking,
    sold: &Sold<'_>,
) -> Result<Option<Id<Charge>>, Refused> {
    let (Some(customer), Some(product)) = (booking.customer, sold.price.product) else {
        return Ok(None);
    };
    let new = NewCharge {
        customer,
        person: booking.person,
        product,
        label: sold.label.to_owned(),
        detail: if sold.relieved {
            detail(tx, actor, zone, booking)?
        } else {
            when(zone, booking)
        },
        quantity: sold.quantity,
        unit: sold.unit,
        unit_price: sold.unit_price,
        basis: sold.price.basis,
        rate: sold.price.rate,
        service: days_of(zone, booking),
        source: Source::new("booking", booking.id),
        source_key: sold.key.clone(),
    };
    billing::charge_agreed(tx, actor, new, sold.price.exemption)
        .map(Some)
        .map_err(|failure| match failure {
            Failure::Refused(refusal) => refused(refusal),
            Failure::Fault(fault) => Failure::Fault(fault),
        })
}

/// The most characters of a line of an invoice.
const LONGEST_DETAIL: usize = 300;

/// When it takes place, and what made it cheaper.
fn detail(tx: &mut Tx<'_>, actor: &Actor, zone: &Zone, booking: &Booking) -> Result<String, Fault> {
    let mut told = vec![when(zone, booking)];
    told.extend(offers::relief_notes(tx, actor.place, booking.id.as_i64())?);
    Ok(told.join(" · ").chars().take(LONGEST_DETAIL).collect())
}

/// The civil days that a booking touches; one that ends at midnight does not touch the next.
fn days_of(zone: &Zone, booking: &Booking) -> Days {
    let last = Instant::from_micros(booking.period().end().micros().saturating_sub(1));
    Days::spanning(zone.day_of(booking.period().start()), zone.day_of(last))
}
