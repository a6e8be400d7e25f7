//! Which requests wait for their holder.

use crate::rules::booking::{BookingId, HoldPurpose};
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct HoldRow {
        purpose: HoldPurpose,
    }

    struct CodeRow {
        coupon_code: Option<String>,
    }
}

statement! {
    KEEP = "
        insert into booking_hold (place_id, booking_id, purpose, coupon_code)
        values ($1, $2, $3, $4)";

    COUPON -> CodeRow = "
        select coupon_code
        from booking_hold
        where place_id = $1 and booking_id = $2";

    FIND -> HoldRow = "
        select purpose
        from booking_hold
        where place_id = $1 and booking_id = $2";

    FORGET = "
        delete from booking_hold
        where place_id = $1 and booking_id = $2";

    NAME = "
        update booking
        set person_id = $3, caller_name = ''
        where place_id = $1 and id = $2";
}

pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: BookingId,
    (purpose, coupon): (HoldPurpose, Option<&str>),
) -> Result<(), DatabaseError> {
    tx.run(&KEEP, &params![place, id, purpose, coupon])?;
    Ok(())
}

/// The code of the coupon that was given with a hold.
pub(crate) fn coupon(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: BookingId,
) -> Result<Option<String>, DatabaseError> {
    let row = tx.optional(&COUPON, &params![place, id])?;
    Ok(row.and_then(|row| row.coupon_code))
}

/// What a booking is held for; none when it is no hold, or no longer.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<Option<HoldPurpose>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(|row| row.purpose))
}

pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, id])?;
    Ok(())
}

/// Notes for whom a booking is, where only a name was known.
pub(crate) fn name(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: BookingId,
    person: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&NAME, &params![place, id, person])?;
    Ok(())
}
