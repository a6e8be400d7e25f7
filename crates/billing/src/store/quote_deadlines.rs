//! Quotes whose last day is near or over.

use crate::rules::quote::Quote;
use kernel::{Day, Id, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct IdRow {
        id: Id<Quote>,
    }
}

statement! {
    OVER -> IdRow = "
        select id
        from quote
        where place_id = $1 and state = 'sent' and valid_until < $2
        order by valid_until, id
        limit 100";

    TO_REMIND -> IdRow = "
        select id
        from quote
        where place_id = $1 and state = 'sent' and valid_until <= $2 and valid_until >= $3 and reminded_at is null
            and issued_on < $3
        order by valid_until, id
        limit 100";
}

/// Quotes whose last day was before `today` and that nobody noted as over.
pub(crate) fn over(tx: &mut Tx<'_>, place: PlaceId, today: Day) -> Result<Vec<Id<Quote>>, DatabaseError> {
    let rows = tx.all(&OVER, &params![place, today])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Quotes sent before `today` whose last day is near, and whose customer was not reminded.
pub(crate) fn to_remind(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (today, near): (Day, Day),
) -> Result<Vec<Id<Quote>>, DatabaseError> {
    let rows = tx.all(&TO_REMIND, &params![place, near, today])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
