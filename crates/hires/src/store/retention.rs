//! Forgetting who asked for something that came to nothing.

use crate::rules::hire::Hire;
use kernel::{Day, Id, Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct IdRow {
        id: Id<Hire>,
    }
}

statement! {
    FRUITLESS -> IdRow = "
        select id
        from exclusive_hire
        where place_id = $1 and email <> ''
            and (state in ('refused', 'lost') and answered_at < $2 or state = 'open' and last_day < $3)
        order by id
        limit 1000";

    FORGET_WORDS = "
        delete from exclusive_hire_message
        where place_id = $1 and hire_id = $2";

    FORGET_WHO = "
        update exclusive_hire
        set given_name = '', family_name = '', email = '', phone = null, organisation_name = null, siren = null,
            person_id = null, message = '', reason = '', secret_hash = null
        where place_id = $1 and id = $2";
}

/// Requests that came to nothing, answered before a moment, or never answered and about days before another: a thousand at most.
pub(crate) fn fruitless(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (before, day): (Instant, Day),
) -> Result<Vec<Id<Hire>>, DatabaseError> {
    let rows = tx.all(&FRUITLESS, &params![place, before, day])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Takes out of a request who asked, and every word they wrote; what was wanted, when and for how many stays to be counted.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<(), DatabaseError> {
    tx.run(&FORGET_WORDS, &params![place, id])?;
    tx.run(&FORGET_WHO, &params![place, id])?;
    Ok(())
}
