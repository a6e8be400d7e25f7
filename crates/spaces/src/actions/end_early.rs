//! Ending a booking that has begun, so that others may have the rest of its hours.

use super::{Refused, keep, own_or_any, refused};
use crate::rules::availability::Occupation;
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use kernel::{Actor, Instant, Period};
use platform::database::Tx;

/// Ends a booking under way at the next full minute. The price stays what was agreed (RULES 19).
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it is not under way; [`platform::Fault::NotFound`].
pub fn end_early(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<Booking, Refused> {
    let mut booking = own_or_any(tx, actor, id)?;
    let now = tx.now();
    if !booking.is_running_at(now) {
        return Err(refused(SlotRefused::NotRunning));
    }
    let (own, whole) = (booking.period(), booking.occupation.whole());
    let end = next_minute(now).min(own.end());
    let cleaning = whole.end().since(own.end()).minutes();
    let shortened = Period::new(own.start(), end)
        .and_then(|hours| Ok((hours, Period::new(whole.start(), end.plus_minutes(cleaning))?)))
        .map_err(|_| refused(SlotRefused::NotRunning))?;
    booking.occupation = Occupation::new(shortened.0, shortened.1);
    booking.state = BookingState::Done;
    booking.ended_at = Some(now);
    keep(tx, actor, booking, "booking.ended_early")
}

/// The first full minute after a moment.
fn next_minute(now: Instant) -> Instant {
    Instant::from_seconds((now.seconds().div_euclid(60) + 1) * 60)
}
