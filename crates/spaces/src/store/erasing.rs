//! What somebody booked, for who takes them out of it.

use crate::rules::booking::BookingId;
use crate::rules::participants::ParticipantId;
use crate::rules::series::SeriesId;
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Somebody, Tx, params, row, statement};

row! {
    struct BookingIdRow {
        id: BookingId,
    }

    struct SeriesIdRow {
        id: SeriesId,
    }

    struct ParticipantIdRow {
        id: ParticipantId,
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

    INVITED -> ParticipantIdRow = "
        select id
        from booking_participant
        where place_id = $1 and (person_id = $2 or email = $3)";

    INVITED_BY -> ParticipantIdRow = "
        select booking_participant.id
        from booking
        join booking_participant on booking_participant.place_id = $1 and booking_participant.booking_id = booking.id
        where booking.place_id = $1 and booking.person_id = $2";
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

/// Every invitation that somebody had, and every one to a booking of theirs: the files that went with both name them.
pub(crate) fn invitations(
    tx: &mut Tx<'_>,
    place: PlaceId,
    who: &Somebody,
) -> Result<Vec<ParticipantId>, DatabaseError> {
    let address = who.email.as_deref().unwrap_or_default();
    let mut rows = tx.all(&INVITED, &params![place, who.person, address])?;
    rows.extend(tx.all(&INVITED_BY, &params![place, who.person])?);
    Ok(rows.into_iter().map(|row| row.id).collect())
}
