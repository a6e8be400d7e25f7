//! Calendars of one's own moments, followed from outside.

use kernel::{Instant, PersonId, PlaceId};
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct FeedRow {
        person_id: PersonId,
    }

    struct MadeRow {
        made_at: Instant,
    }
}

statement! {
    KEEP = "
        insert into event_feed (place_id, person_id, secret_hash, made_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, person_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at";

    BY_SECRET -> FeedRow = "
        select person_id
        from event_feed
        where place_id = $1 and secret_hash = $2";

    OF_PERSON -> MadeRow = "
        select made_at
        from event_feed
        where place_id = $1 and person_id = $2";

    END = "delete from event_feed where place_id = $1 and person_id = $2";
}

/// Makes an address; the one there was before is worth nothing any more.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    secret: &TokenHash,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&KEEP, &params![place, person, secret.as_str(), now])?;
    Ok(())
}

/// Whose calendar this secret opens.
pub(crate) fn by_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<PersonId>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    Ok(row.map(|row| row.person_id))
}

/// Since when a person has an address, if they have one.
pub(crate) fn since(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<Instant>, DatabaseError> {
    let row = tx.optional(&OF_PERSON, &params![place, person])?;
    Ok(row.map(|row| row.made_at))
}

/// Takes the address back; whether there was one.
pub(crate) fn end(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<bool, DatabaseError> {
    Ok(tx.run(&END, &params![place, person])? > 0)
}
