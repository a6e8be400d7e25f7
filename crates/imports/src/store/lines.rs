//! The lines that added something.

use crate::rules::kind::ImportKind;
use crate::rules::line::Mark;
use crate::store::imports::ImportId;
use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::HashMap;

row! {
    struct LineRow {
        reference: String,
        fingerprint: String,
    }
}

statement! {
    KNOWN -> LineRow = "
        select reference, fingerprint
        from import_line
        where place_id = $1 and kind = $2";

    KEEP = "
        insert into import_line (place_id, kind, reference, fingerprint, import_id, subject_id)
        values ($1, $2, $3, $4, $5, $6)";
}

/// What names each line imported so far, with what it said.
pub(crate) fn known(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: ImportKind,
) -> Result<HashMap<String, String>, DatabaseError> {
    let rows = tx.all(&KNOWN, &params![place, kind])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.reference, row.fingerprint))
        .collect())
}

/// Keeps that a line added the thing `subject`.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (import, kind): (ImportId, ImportKind),
    mark: &Mark,
    subject: i64,
) -> Result<(), DatabaseError> {
    tx.run(
        &KEEP,
        &params![place, kind, mark.reference, mark.fingerprint, import, subject],
    )?;
    Ok(())
}
