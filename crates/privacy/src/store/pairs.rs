//! Records that look alike and are not the same.

use kernel::{AccountId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::HashSet;

row! {
    struct PairRow {
        one_id: i64,
        other_id: i64,
    }
}

statement! {
    ALL -> PairRow = "
        select one_id, other_id
        from not_the_same
        where place_id = $1";

    INSERT = "
        insert into not_the_same (place_id, one_id, other_id, said_at, said_by)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, one_id, other_id) do nothing";
}

/// Every pair, the smaller identifier first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<HashSet<(i64, i64)>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(|row| (row.one_id, row.other_id)).collect())
}

/// These two are two.
pub(crate) fn part(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (one, other): (i64, i64),
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&INSERT, &params![place, one.min(other), one.max(other), now, by])?;
    Ok(())
}
