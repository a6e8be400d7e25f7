//! Who is invited to bookings, as rows.

use crate::rules::booking::BookingId;
use crate::rules::participants::{InvitationAnswer, Participant, ParticipantId};
use kernel::{AccountId, Email, Instant, PlaceId};
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ParticipantRow {
        id: ParticipantId,
        booking_id: BookingId,
        email: Email,
        answer: InvitationAnswer,
        invited_at: Instant,
        invited_by: Option<AccountId>,
        answered_at: Option<Instant>,
        removed_at: Option<Instant>,
    }
}

statement! {
    OF_BOOKING -> ParticipantRow = "
        select id, booking_id, email, answer, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and booking_id = $2
        order by email";

    BY_ID -> ParticipantRow = "
        select id, booking_id, email, answer, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and id = $2";

    BY_SECRET -> ParticipantRow = "
        select id, booking_id, email, answer, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and secret_hash = $2";

    INSERT = "
        insert into booking_participant (
            place_id, id, booking_id, email, answer, secret_hash, invited_at, invited_by, answered_at, removed_at)
        values ($1, $2, $3, $4, $5, null, $6, $7, null, null)";

    UPDATE = "
        update booking_participant
        set answer = $3, answered_at = $4, removed_at = $5
        where place_id = $1 and id = $2";

    SET_SECRET = "
        update booking_participant
        set secret_hash = $3
        where place_id = $1 and id = $2";

    FORGET = "
        delete from booking_participant
        where place_id = $1 and id = $2";

    FORGET_OVER = "
        delete from booking_participant
        where place_id = $1 and exists (
            select 1
            from booking
            where booking.place_id = $1 and booking.id = booking_participant.booking_id and booking.ends_at < $2)";
}

/// Those invited to a booking, those taken off and not yet told among them, by address.
///
/// # Errors
/// As the database says.
pub fn of_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
) -> Result<Vec<Participant>, DatabaseError> {
    let rows = tx.all(&OF_BOOKING, &params![place, booking])?;
    Ok(rows.into_iter().map(Participant::from).collect())
}

/// One invitation.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ParticipantId,
) -> Result<Option<Participant>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(Participant::from))
}

/// The invitation that a secret opens.
pub(crate) fn opened(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<Participant>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    Ok(row.map(Participant::from))
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Participant) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.booking,
        new.email,
        new.answer,
        new.invited_at,
        new.invited_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Participant) -> Result<(), DatabaseError> {
    let values = params![
        place,
        changed.id,
        changed.answer,
        changed.answered_at,
        changed.removed_at
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// The link of the latest letter is the one that answers.
pub(crate) fn set_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ParticipantId,
    secret: &TokenHash,
) -> Result<(), DatabaseError> {
    tx.run(&SET_SECRET, &params![place, id, secret.as_str()])?;
    Ok(())
}

pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, id: ParticipantId) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, id])?;
    Ok(())
}

/// Forgets who was invited to bookings that ended before a moment.
pub(crate) fn forget_over(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_OVER, &params![place, before])
}

impl From<ParticipantRow> for Participant {
    fn from(row: ParticipantRow) -> Self {
        Self {
            id: row.id,
            booking: row.booking_id,
            email: row.email,
            answer: row.answer,
            invited_at: row.invited_at,
            invited_by: row.invited_by,
            answered_at: row.answered_at,
            removed_at: row.removed_at,
        }
    }
}
