//! Giving a booking up before it begins (RULES 19).

use super::book::zone_of;
use super::invite::tell;
use super::{Refused, charging, extras, facts, own_or_any, record, refused, save};
use crate::permissions::OVERRIDE;
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::rules::cancellation::{Term, share};
use crate::rules::extras::fees;
use crate::store::{extras as lines, resources, schedule};
use kernel::{Actor, Money, Rate};
use platform::database::Tx;
use platform::{Fault, OrNotFound};

/// A booking to be given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cancellation {
    /// The fee that was shown; another one is refused.
    pub fee_shown: Option<Money>,
    /// Whether staff let it go for nothing.
    pub waived: bool,
}

/// What giving up a booking with its extras would cost now, on the basis of its price.
///
/// # Errors
/// As the database says.
pub fn cancellation_fee(tx: &mut Tx<'_>, booking: &Booking, actor: &Actor) -> Result<Money, Fault> {
    let share = fee_share(tx, booking, actor)?;
    let lines = lines::of_booking(tx, actor.place, booking.id)?;
    Ok(own_fee(booking, share) + fees(&booking.price, &lines, share))
}

/// What giving up the hours themselves costs, when that part of the price is due.
fn own_fee(booking: &Booking, share: Rate) -> Money {
    booking.price.amount.percent(share).max(booking.fee_floor)
}

/// The part of its price that giving up a booking would cost now.
pub(crate) fn fee_share(tx: &mut Tx<'_>, booking: &Booking, actor: &Actor) -> Result<Rate, Fault> {
    // Nothing was agreed yet.
    if booking.state == BookingState::Requested {
        return Ok(Rate::ZERO);
    }
    let lines = schedule::terms(tx, actor.place)?;
    let terms: Vec<Term> = lines
        .into_iter()
        .filter(|line| line.audience == booking.audience)
        .map(|line| line.term)
        .collect();
    Ok(share(&terms, booking.period().start(), tx.now()))
}

/// Gives a booking up: its hours are free at once, its charge is taken back but for the fee.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it has begun or the fee is not the one shown; [`Fault::NotFound`].
pub fn cancel(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    wanted: Cancellation,
) -> Result<Booking, Refused> {
    let booking = own_or_any(tx, actor, id)?;
    if wanted.waived {
        actor.require(OVERRIDE)?;
    }
    give_up(tx, actor, booking, wanted)
}

/// Gives up a booking that is held, for who was asked whether they may.
pub(crate) fn give_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    mut booking: Booking,
    wanted: Cancellation,
) -> Result<Booking, Refused> {
    if !booking.is_open_at(tx.now()) {
        return Err(refused(SlotRefused::NotOpen));
    }
    let due = cancellation_fee(tx, &booking, actor)?;
    if !wanted.waived && wanted.fee_shown.is_some_and(|shown| shown != due) {
        return Err(refused(SlotRefused::PriceChanged));
    }
    let share = if wanted.waived {
        None
    } else {
        Some(fee_share(tx, &booking, actor)?)
    };
    let whole = share.map_or(Money::ZERO, |_| due);
    let due = share.map_or(Money::ZERO, |share| own_fee(&booking, share));
    offers::return_relief(tx, actor.place, booking.id.as_i64(), share)?;
    let zone = zone_of(tx, actor)?;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let agreed = booking.state == BookingState::Confirmed;
    // The whole price stays due: the charge stays as it is.
    if !agreed || due != booking.price.amount || due.is_zero() {
        charging::withdraw(tx, actor, &mut booking)?;
        if !due.is_zero() {
            booking.fee_charge = charging::charge_fee(tx, actor, &zone, &resource, &booking, due)?;
        }
    }
    extras::give_up(tx, actor, &zone, &booking, share)?;
    booking.fee = Some(due);
    booking.state = BookingState::Cancelled;
    booking.cancelled_at = Some(tx.now());
    save(tx, actor, &booking)?;
    booking.version += 1;
    let mut facts = facts(&zone, &resource, &booking);
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("cents".to_owned(), whole.cents().into());
    }
    record(tx, actor, "booking.cancelled", &booking, &facts)?;
    tell(tx, actor, &booking)?;
    Ok(booking)
}
