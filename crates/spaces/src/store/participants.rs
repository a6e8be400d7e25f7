//! Who is invited to bookings, as rows.

use crate::rules::booking::BookingId;
use crate::rules::participants::{InvitationAnswer, Participant, ParticipantId};
use crate::rules::series::SeriesId;
use kernel::{Email, Instant, PersonId, PlaceId};
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ParticipantRow {
        id: ParticipantId,
        booking_id: BookingId,
        person_id: Option<PersonId>,
        email: Email,
        answer: InvitationAnswer,
        told: Option<String>,
        sequence: i64,
        invited_at: Instant,
        invited_by: Option<PersonId>,
        answered_at: Option<Instant>,
        removed_at: Option<Instant>,
    }

    struct IdRow {
        id: ParticipantId,
    }
}

statement! {
    OF_BOOKING -> ParticipantRow = "
        select id, booking_id, person_id, email, answer, told, sequence, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and booking_id = $2
        order by email";

    OF_SERIES -> ParticipantRow = "
        select booking_participant.id, booking_participant.booking_id, booking_participant.person_id,
            booking_participant.email, booking_participant.answer, booking_participant.told,
            booking_participant.sequence, booking_participant.invited_at, booking_participant.invited_by,
            booking_participant.answered_at, booking_participant.removed_at
        from booking_occurrence
        join booking_participant
            on booking_participant.place_id = $1 and booking_participant.booking_id = booking_occurrence.booking_id
        where booking_occurrence.place_id = $1 and booking_occurrence.series_id = $2
        order by booking_participant.email, booking_occurrence.day";

    BY_ID -> ParticipantRow = "
        select id, booking_id, person_id, email, answer, told, sequence, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and id = $2";

    BY_SECRET -> ParticipantRow = "
        select id, booking_id, person_id, email, answer, told, sequence, invited_at, invited_by, answered_at, removed_at
        from booking_participant
        where place_id = $1 and secret_hash = $2 and removed_at is null
        order by id";

    INSERT = "
        insert into booking_participant (
            place_id, id, booking_id, person_id, email, answer, told, sequence, secret_hash, invited_at, invited_by,
            answered_at, removed_at)
        values ($1, $2, $3, $4, $5, 'waiting', null, 0, null, $6, $7, null, null)";

    RENEW = "
        update booking_participant
        set person_id = $3, invited_at = $4, invited_by = $5, answer = 'waiting', told = null, answered_at = null,
            removed_at = null
        where place_id = $1 and id = $2";

    ANSWER = "
        update booking_participant
        set answer = $3, answered_at = $4
        where place_id = $1 and id = $2";

    REMOVE = "
        update booking_participant
        set removed_at = $3
        where place_id = $1 and id = $2";

    ASK_AGAIN = "
        update booking_participant
        set answer = 'waiting', answered_at = null
        where place_id = $1 and booking_id = $2 and removed_at is null";

    // Who else wrote to them meanwhile has raised the number: this writes nothing then.
    TELL = "
        update booking_participant
        set told = $4, secret_hash = coalesce($5, secret_hash), sequence = $3 + 1
        where place_id = $1 and id = $2 and sequence = $3";

    OVER -> IdRow = "
        select booking_participant.id
        from booking_participant
        join booking on booking.place_id = $1 and booking.id = booking_participant.booking_id
        where booking_participant.place_id = $1 and booking.ends_at < $2
        limit 500";

    FORGET = "
        delete from booking_participant
        where place_id = $1 and id = $2";
}

/// Those invited to a booking, those taken off among them, by address.
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

/// Those invited to the bookings of a series, by address and date.
pub(crate) fn of_series(
    tx: &mut Tx<'_>,
    place: PlaceId,
    series: SeriesId,
) -> Result<Vec<Participant>, DatabaseError> {
    let rows = tx.all(&OF_SERIES, &params![place, series])?;
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

/// The standing invitations of the letter that a secret came with.
pub(crate) fn opened(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Vec<Participant>, DatabaseError> {
    let rows = tx.all(&BY_SECRET, &params![place, secret.as_str()])?;
    Ok(rows.into_iter().map(Participant::from).collect())
}

/// Keeps a first invitation: nothing answered, nothing told.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Participant) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.booking,
        new.person,
        new.email,
        new.invited_at,
        new.invited_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps a new invitation of who was taken off; the number of the event goes on from where it was.
pub(crate) fn renew(tx: &mut Tx<'_>, place: PlaceId, again: &Participant) -> Result<(), DatabaseError> {
    let values = params![place, again.id, again.person, again.invited_at, again.invited_by];
    tx.run(&RENEW, &values)?;
    Ok(())
}

pub(crate) fn set_answer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ParticipantId,
    answer: InvitationAnswer,
) -> Result<(), DatabaseError> {
    let at = (answer != InvitationAnswer::Waiting).then(|| tx.now());
    tx.run(&ANSWER, &params![place, id, answer, at])?;
    Ok(())
}

pub(crate) fn remove(tx: &mut Tx<'_>, place: PlaceId, id: ParticipantId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&REMOVE, &params![place, id, now])?;
    Ok(())
}

/// What they answered was about other hours.
pub(crate) fn ask_again(tx: &mut Tx<'_>, place: PlaceId, booking: BookingId) -> Result<(), DatabaseError> {
    tx.run(&ASK_AGAIN, &params![place, booking])?;
    Ok(())
}

/// Notes what a letter says to somebody, and the secret that goes with it; false when another letter went first.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    place: PlaceId,
    one: &Participant,
    told: Option<&str>,
    secret: Option<&TokenHash>,
) -> Result<bool, DatabaseError> {
    let secret = secret.map(TokenHash::as_str);
    let values = params![place, one.id, one.sequence, told, secret];
    Ok(tx.run(&TELL, &values)? == 1)
}

/// At most five hundred invitations to bookings that ended before a moment.
pub(crate) fn over(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<Vec<ParticipantId>, DatabaseError> {
    let rows = tx.all(&OVER, &params![place, before])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, id: ParticipantId) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, id])?;
    Ok(())
}

impl From<ParticipantRow> for Participant {
    fn from(row: ParticipantRow) -> Self {
        Self {
            id: row.id,
            booking: row.booking_id,
            person: row.person_id,
            email: row.email,
            answer: row.answer,
            told: row.told,
            sequence: row.sequence,
            invited_at: row.invited_at,
            invited_by: row.invited_by,
            answered_at: row.answered_at,
            removed_at: row.removed_at,
        }
    }
}
