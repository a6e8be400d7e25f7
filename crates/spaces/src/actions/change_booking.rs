//! Changing what a booking is for and who may see it, without touching its hours.

use super::book::{check_attendance, check_title};
use super::invite::tell;
use super::{Refused, keep, own_or_any, refused};
use crate::rules::booking::{Booking, BookingId, SlotRefused};
use kernel::Actor;
use platform::database::Tx;

/// What may be changed at any time before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingDetails {
    /// What for; may be empty.
    pub title: String,
    /// How many people come, if said.
    pub attendance: Option<i64>,
    /// Whether members may see who booked.
    pub visible: bool,
}

/// Changes what a booking is for, how many come and who may see it.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when a value is refused or the booking is over; [`platform::Fault::NotFound`].
pub fn change_booking(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    details: &BookingDetails,
) -> Result<Booking, Refused> {
    let mut booking = own_or_any(tx, actor, id)?;
    check_title(&details.title)?;
    check_attendance(details.attendance)?;
    let now = tx.now();
    if !booking.occupies_at(now) || booking.period().end() <= now {
        return Err(refused(SlotRefused::NotOpen));
    }
    details.title.trim().clone_into(&mut booking.title);
    booking.attendance = details.attendance;
    booking.visible = details.visible;
    let changed = keep(tx, actor, booking, "booking.changed")?;
    tell(tx, actor, &changed)?;
    Ok(changed)
}
