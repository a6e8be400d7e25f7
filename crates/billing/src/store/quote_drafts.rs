//! Quotes that were begun and never sent.

use crate::rules::charge::Source;
use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, statement};

statement! {
    DROP_LINES = "
        delete from quote_line
        where place_id = $1 and quote_id in (
            select q.id
            from quote q
            where q.place_id = $1 and q.source_kind = $2 and q.source_id = $3 and q.state = 'draft'
        )";

    DROP = "
        delete from quote
        where place_id = $1 and source_kind = $2 and source_id = $3 and state = 'draft'";
}

/// Drops the drafts that something led to, and says how many there were: they never had a number, and nobody was told of them.
pub(crate) fn drop_of(tx: &mut Tx<'_>, place: PlaceId, source: &Source) -> Result<u64, DatabaseError> {
    let values = params![place, source.kind.as_str(), source.id];
    tx.run(&DROP_LINES, &values)?;
    tx.run(&DROP, &values)
}
