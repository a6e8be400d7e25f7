//! Hours for which nobody came: when they are given back, and when whoever booked is reminded.

use super::booking::{Booking, BookingState};
use kernel::Instant;

/// How long before its beginning the people of a booking may be noted as here, in minutes.
pub const EARLY_MINUTES: i64 = 30;

/// How long before its beginning whoever booked is reminded, in minutes.
pub const REMINDER_MINUTES: i64 = 60;

/// When a booking is given back unless somebody comes; never for one that is over by then or is not confirmed. Who books hours that
/// have begun is waited for from then on.
#[must_use]
pub fn released_at(booking: &Booking, minutes: Option<i64>) -> Option<Instant> {
    let since = booking.period().start().max(booking.created_at);
    let at = since.plus_minutes(minutes?);
    (booking.state == BookingState::Confirmed && at < booking.period().end()).then_some(at)
}

/// Whether the people of a booking may be noted as here now: a little before it begins, until it ends.
#[must_use]
pub fn may_arrive(booking: &Booking, now: Instant) -> bool {
    let period = booking.period();
    booking.state == BookingState::Confirmed
        && now >= period.start().minus_minutes(EARLY_MINUTES)
        && now < period.end()
}

/// Whether whoever booked is to be reminded now of a booking that would be given back: before it begins, and not when they booked it
/// later than that.
#[must_use]
pub fn reminds(booking: &Booking, now: Instant) -> bool {
    let start = booking.period().start();
    let from = start.minus_minutes(REMINDER_MINUTES);
    booking.state == BookingState::Confirmed && now >= from && now < start && booking.created_at < from
}
