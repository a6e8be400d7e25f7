//! Bookings that are given back when nobody comes.

use crate::rules::booking::BookingId;
use crate::rules::release::REMINDER_MINUTES;
use kernel::{Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct IdRow {
        id: BookingId,
    }
}

statement! {
    // Bookings are found by their end: what has not ended yet and begins soon is little, however long the place has lived.
    WATCHED -> IdRow = "
        select booking.id
        from booking
        join resource on resource.place_id = $1 and resource.id = booking.resource_id
        where booking.place_id = $1 and booking.ends_at > $2 and booking.ends_at < $4 and booking.starts_at <= $3
            and booking.state = 'confirmed' and resource.release_minutes is not null
        order by booking.starts_at, booking.id
        limit 500";

    REMIND = "
        insert into booking_reminder (place_id, booking_id, sent_at)
        values ($1, $2, $3)
        on conflict (place_id, booking_id) do nothing";
}

/// The longest a booking lasts, in minutes: nothing that begins soon ends later.
const LONGEST: i64 = crate::rules::booking_window::LONGEST_MINUTES;

/// The confirmed bookings of spaces that wait for their people, under way or about to begin.
pub(crate) fn watched(
    tx: &mut Tx<'_>,
    place: PlaceId,
    now: Instant,
) -> Result<Vec<BookingId>, DatabaseError> {
    let soon = now.plus_minutes(REMINDER_MINUTES);
    let last = soon.plus_minutes(LONGEST + 1);
    let rows = tx.all(&WATCHED, &params![place, now, soon, last])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Notes that whoever booked is reminded; says whether they were not before.
pub(crate) fn remind(tx: &mut Tx<'_>, place: PlaceId, booking: BookingId) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&REMIND, &params![place, booking, now])? == 1)
}
