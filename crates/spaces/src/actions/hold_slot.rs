//! Keeping hours for somebody who has not said yes, and their yes.
//!
//! Whoever is not known yet (a guest at the door of the web site) may ask, by the rules for guests and no others. What the holder
//! says is proven by whoever calls: these functions ask no permission for it.

use super::book::{
    self, NewBooking, booking_of, check_attendance, check_title, holder_of, request_expiry, zone_of,
};
use super::given_coupon::use_given;
use super::plan::{Demand, Holder, free, plan};
use super::{
    Refused, cancel, charging, extras, facts, hold_both, hold_one, keep, lay_out, record, refused, save,
};
use crate::permissions::{BOOK_FOR_OTHERS, OVERRIDE};
use crate::rules::booking::{Booking, BookingId, BookingState, HoldPurpose, Price, SlotRefused};
use crate::rules::resource::Resource;
use crate::store::{bookings, holds, keys, resources, schedule};
use kernel::{Actor, CustomerId, Instant, Money, PersonId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};

/// What hours would cost a guest and whether they could be had now. Anybody may ask; writes and promises nothing.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal); [`Fault::Forbidden`] when it is not for a guest.
pub fn quote_guest(tx: &mut Tx<'_>, actor: &Actor, new: &NewBooking) -> Result<book::Quote, Refused> {
    authorise(actor, new)?;
    check_title(&new.title)?;
    lay_out::check_note(new)?;
    check_attendance(new.attendance)?;
    let zone = zone_of(tx, actor)?;
    let resource = resources::find(tx, actor.place, new.resource)?.or_not_found()?;
    let resource = lay_out::laid_out(tx, actor, resource, new.layout)?;
    sold(&resource, new)?;
    let plan = plan(tx, actor, &zone, &book::demand(&resource, new, &[]))?;
    let extras = book::with_it(tx, actor, &zone, new, &plan)?;
    let crowded = resource.facts.is_crowded_by(new.attendance);
    Ok(book::Quote {
        resource,
        plan,
        extras,
        crowded,
    })
}

/// Keeps hours until a moment, never past their beginning: nobody else gets them meanwhile, nothing is charged.
///
/// # Errors
/// As [`quote_guest`]; [`SlotRefused::PriceChanged`].
pub fn hold_slot(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewBooking,
    (purpose, until): (HoldPurpose, Instant),
) -> Result<Booking, Refused> {
    authorise(actor, new)?;
    check_title(&new.title)?;
    lay_out::check_note(new)?;
    check_attendance(new.attendance)?;
    let zone = zone_of(tx, actor)?;
    let resource = hold_one(tx, actor, new.resource)?;
    let resource = lay_out::laid_out(tx, actor, resource, new.layout)?;
    sold(&resource, new)?;
    let plan = plan(tx, actor, &zone, &book::demand(&resource, new, &[]))?;
    let lines = book::with_it(tx, actor, &zone, new, &plan)?;
    book::as_shown(new, &plan, &lines)?;
    let with = plan.relief.as_ref().and_then(|relief| relief.coupon.as_ref());
    let mut booking = booking_of(tx, actor, new, &plan);
    // Whether the coupon is good for them is seen when they are known: until then the price is the whole one.
    booking.price.amount += with.map_or(Money::ZERO, |with| with.off);
    booking.state = BookingState::Requested;
    booking.request_expires_at = Some(until.min(new.period.start()));
    charging::draw(tx, actor, &zone, &booking, plan.relief.as_ref())?;
    bookings::insert(tx, actor.place, &booking)?;
    lay_out::keep(tx, actor, &booking, new)?;
    extras::keep(tx, actor, &zone, &mut booking, &lines)?;
    let code = with.map(|with| with.code.as_str());
    holds::keep(tx, actor.place, booking.id, (purpose, code))?;
    record(
        tx,
        actor,
        "booking.held",
        &booking,
        &facts(&zone, &resource, &booking),
    )?;
    Ok(booking)
}

/// The holder says yes and is this person: the booking is made and charged, or asked for where the place wants to be asked. A coupon
/// given with the hold is used now; where it is not good for them, only who was `shown` the price without it gets the hours.
///
/// # Errors
/// [`SlotRefused::OfferGone`] when its time is over; why the coupon is refused, or [`SlotRefused::PriceChanged`], when another price
/// was shown; [`Fault::NotFound`] when it is no hold.
pub fn confirm_hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    (person, shown): (PersonId, Option<Money>),
) -> Result<Booking, Refused> {
    taken_up(tx, actor, id, (person, Yes::Shown(shown)))
}

/// To what the holder says yes.
#[derive(Clone, Copy)]
enum Yes<'a> {
    /// To the price they were shown, with its extras.
    Shown(Option<Money>),
    /// To an agreement.
    Agreed(&'a Agreed),
}

/// What was agreed for hours that were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// For whom the booking is.
    pub person: PersonId,
    /// Who pays.
    pub customer: CustomerId,
    /// At which price, whatever the tariff says.
    pub price: Price,
}

/// As [`confirm_hold`], at the price and for the customer of an agreement: the booking is made and charged.
///
/// # Errors
/// As [`confirm_hold`].
pub fn confirm_agreed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    agreed: &Agreed,
) -> Result<Booking, Refused> {
    taken_up(tx, actor, id, (agreed.person, Yes::Agreed(agreed)))
}

/// Keeps the hours of a hold until another moment, never past their beginning.
///
/// # Errors
/// [`SlotRefused::OfferGone`] when its time is over; [`Fault::NotFound`] when it is no hold.
pub fn prolong_hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    until: Instant,
) -> Result<Booking, Refused> {
    let (_, mut booking) = hold_both(tx, actor, id)?;
    holds::find(tx, actor.place, id)?.or_not_found()?;
    if booking.state_at(tx.now()) != BookingState::Requested {
        return Err(refused(SlotRefused::OfferGone));
    }
    booking.request_expires_at = Some(until.min(booking.period().start()));
    keep(tx, actor, booking, "booking.held")
}

fn taken_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    (person, yes): (PersonId, Yes<'_>),
) -> Result<Booking, Refused> {
    people::person(tx, actor.place, person)?.or_not_found()?;
    let (resource, mut booking) = hold_both(tx, actor, id)?;
    let purpose = holds::find(tx, actor.place, id)?.or_not_found()?;
    if booking.state_at(tx.now()) != BookingState::Requested {
        return Err(refused(SlotRefused::OfferGone));
    }
    let zone = zone_of(tx, actor)?;
    let holder = holder_of(&booking)?;
    let demand = Demand {
        resource: &resource,
        period: booking.period(),
        holder: &holder,
        overriding: booking.overridden,
        on_the_spot: false,
        moving: Some(&booking),
        planned: &[],
        coupon: None,
    };
    free(tx, actor, &zone, &demand, booking.occupation)?;
    let code = holds::coupon(tx, actor.place, id)?;
    holds::forget(tx, actor.place, id)?;
    holds::name(tx, actor.place, id, person)?;
    booking.person = Some(person);
    booking.caller_name.clear();
    match (yes, code) {
        (Yes::Agreed(agreed), _) => {
            booking.customer = Some(agreed.customer);
            booking.price = agreed.price;
        }
        (Yes::Shown(shown), Some(code)) => use_given(tx, actor, &zone, &mut booking, (&code, shown))?,
        (Yes::Shown(_), None) => {}
    }
    let schedule = schedule::schedule(tx, actor.place, booking.period())?;
    let window = schedule.window_of(resource.id, booking.audience);
    // A proposal is the place's own: it has said yes by writing it.
    let asks = purpose == HoldPurpose::Guest && window.needs_approval;
    let verb = if asks {
        booking.request_expires_at = Some(request_expiry(tx, actor, booking.period())?);
        "booking.requested"
    } else {
        charging::charge(tx, actor, &zone, &resource, &mut booking)?;
        extras::charge(tx, actor, &zone, &mut booking)?;
        booking.state = BookingState::Confirmed;
        booking.request_expires_at = None;
        "booking.made"
    };
    save(tx, actor, &booking)?;
    booking.version += 1;
    record(tx, actor, verb, &booking, &facts(&zone, &resource, &booking))?;
    Ok(booking)
}

/// The holder says no, or the place needs the hours: they are free at once. What is over already stays as it is.
///
/// # Errors
/// [`Fault::NotFound`] when it is no hold.
pub fn release_hold(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<(), Refused> {
    let (_, mut booking) = hold_both(tx, actor, id)?;
    holds::find(tx, actor.place, id)?.or_not_found()?;
    if booking.state != BookingState::Requested {
        return Ok(());
    }
    booking.state = BookingState::Cancelled;
    booking.cancelled_at = Some(tx.now());
    offers::return_relief(tx, actor.place, id.as_i64(), None)?;
    keep(tx, actor, booking, "booking.released")?;
    Ok(())
}

/// A guest gives up the booking whose secret they hold, at the fee that was shown.
///
/// # Errors
/// As [`cancel::cancel`].
pub fn cancel_as_guest(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    fee_shown: Money,
) -> Result<Booking, Refused> {
    let booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    let wanted = cancel::Cancellation {
        fee_shown: Some(fee_shown),
        waived: false,
    };
    cancel::give_up(tx, actor, booking, wanted)
}

/// A desk without a price is counted on a pass or held by a plan, which a guest has not; a whole floor or a thing is lent to members.
fn sold(resource: &Resource, new: &NewBooking) -> Result<(), Refused> {
    let unsold = !resource.facts.kind.is_free_to_all() && resource.facts.product.is_none();
    if unsold && !new.overriding {
        return Err(refused(SlotRefused::NoPrice));
    }
    Ok(())
}

/// Anybody may ask for themselves as a guest; who goes past limits, or asks otherwise, needs to be of the team.
fn authorise(actor: &Actor, new: &NewBooking) -> Result<(), Refused> {
    let guest = matches!(new.holder, Holder::Caller(_));
    if !guest {
        actor
            .require(BOOK_FOR_OTHERS)
            .map_err(Fault::from)
            .map_err(Failure::Fault)?;
    }
    if new.overriding {
        actor
            .require(OVERRIDE)
            .map_err(Fault::from)
            .map_err(Failure::Fault)?;
    }
    Ok(())
}

/// Lets whoever holds the secret of this hash see and give up one booking. The caller knows that they may.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such booking in the place.
pub fn give_key(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    secret: &people::TokenHash,
) -> Result<(), Fault> {
    bookings::find(tx, actor.place, id)?.or_not_found()?;
    keys::insert(tx, actor.place, secret, id)?;
    Ok(())
}
