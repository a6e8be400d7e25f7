//! Secrets by which somebody without an account comes back to one booking.

use crate::rules::booking::BookingId;
use kernel::PlaceId;
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct KeyRow {
        booking_id: BookingId,
    }
}

statement! {
    INSERT = "
        insert into booking_key (place_id, secret_hash, booking_id, made_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, secret_hash) do nothing";

    OPENED -> KeyRow = "
        select booking_id
        from booking_key
        where place_id = $1 and secret_hash = $2";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
    booking: BookingId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&INSERT, &params![place, secret.as_str(), booking, now])?;
    Ok(())
}

/// The booking that a secret opens.
///
/// # Errors
/// As the database says.
pub fn opened(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<BookingId>, DatabaseError> {
    let row = tx.optional(&OPENED, &params![place, secret.as_str()])?;
    Ok(row.map(|row| row.booking_id))
}
