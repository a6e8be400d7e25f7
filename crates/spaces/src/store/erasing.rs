//! What somebody booked, for who takes them out of it.

use crate::rules::booking::BookingId;
use crate::rules::series::SeriesId;
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct BookingIdRow {
        id: BookingId,
    }

    struct SeriesIdRow {
        id: SeriesId,
    }
}

statement! {
    BOOKINGS -> BookingIdRow = "
        select id
        from booking
        where place_id = $1 and person_id = $2";

    SERIES -> SeriesIdRow = "
        select id
        from booking_series
        where place_id = $1 and person_id = $2";
}

/// Every booking of a person.
pub(crate) fn bookings(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<BookingId>, DatabaseError> {
    let rows = tx.all(&BOOKINGS, &params![place, person])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Every series of a person.
pub(crate) fn series(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<SeriesId>, DatabaseError> {
    let rows = tx.all(&SERIES, &params![place, person])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
