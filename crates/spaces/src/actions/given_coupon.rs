//! The coupon that somebody gave with hours that are held for them: it is used when they are known, and only if it is good for them.

use super::book::zone_of;
use super::{Refused, charging, refused};
use crate::rules::booking::{Booking, Price, SlotRefused};
use crate::rules::extras::sum;
use crate::store::{extras, holds};
use kernel::{Actor, Money, PersonId, Zone};
use offers::{BookingCoupon, CouponRefused, Relief};
use platform::database::Tx;
use platform::{Failure, Fault};

/// What hours that are held cost with the coupon that was given with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPrice {
    /// The price of the hours themselves; the whole one when the coupon is not good.
    pub price: Price,
    /// What the coupon takes off, or why it does not.
    pub coupon: Result<BookingCoupon, CouponRefused>,
}

/// What hours that are held would cost somebody now, when a coupon was given with them. Writes nothing.
///
/// # Errors
/// As the database says.
pub fn held_price(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    person: Option<PersonId>,
) -> Result<Option<HeldPrice>, Fault> {
    match holds::coupon(tx, actor.place, booking.id)? {
        Some(code) => with(tx, actor, booking, (person, &code)).map(Some),
        None => Ok(None),
    }
}

fn with(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    (person, code): (Option<PersonId>, &str),
) -> Result<HeldPrice, Fault> {
    let zone = zone_of(tx, actor)?;
    let today = tx.today(&zone);
    let whole = booking.price;
    let coupon = match offers::booking_coupon(tx, actor.place, (person, whole.amount), (today, code)) {
        Ok(with) => Ok(with),
        Err(Failure::Refused(why)) => Err(why),
        Err(Failure::Fault(fault)) => return Err(fault),
    };
    let off = coupon.as_ref().map_or(Money::ZERO, |with| with.off);
    let price = Price {
        amount: whole.amount - off,
        ..whole
    };
    Ok(HeldPrice { price, coupon })
}

/// Uses the coupon for the person of a booking, at the price that they were shown; at the whole price when it is that one.
pub(crate) fn use_given(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &mut Booking,
    (code, shown): (&str, Option<Money>),
) -> Result<(), Refused> {
    offers::hold_coupon(tx, actor.place, code)?;
    let held = with(tx, actor, booking, (booking.person, code))?;
    let lines = extras::of_booking(tx, actor.place, booking.id)?;
    let as_shown = shown == Some(held.price.amount + sum(&held.price, &lines));
    booking.price = held.price;
    match held.coupon {
        Ok(coupon) if as_shown => {
            let relief = Relief {
                coupon: Some(coupon),
                ..Relief::default()
            };
            Ok(charging::draw(tx, actor, zone, booking, Some(&relief))?)
        }
        Err(_) if as_shown => Ok(()),
        Ok(_) => Err(refused(SlotRefused::PriceChanged)),
        Err(why) => Err(refused(why)),
    }
}
