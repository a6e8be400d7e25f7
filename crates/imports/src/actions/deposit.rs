//! Handing a file in, and saying which column is what.

use super::bring_in::Prepared;
use crate::RUN;
use crate::rules::guess::guess;
use crate::rules::kind::ImportKind;
use crate::rules::mapping::Mapping;
use crate::rules::sheet;
use crate::store::imports::{self, Import, ImportId, ImportState, NewImport};
use kernel::{Actor, PlaceId};
use platform::database::Tx;
use platform::tables::Sheet;
use platform::{Fault, OrNotFound, uploads};
use std::sync::Arc;

/// How many days a file left behind is kept.
const KEPT_DAYS: i64 = 30;

/// Keeps a file that was read as `sheet`, with the columns guessed.
pub(crate) fn deposit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: ImportKind,
    (filename, content): (&str, &[u8]),
    sheet: &Sheet,
) -> Result<ImportId, Fault> {
    actor.require(RUN)?;
    let upload = uploads::keep(tx, actor, filename, content)?;
    let new = NewImport {
        kind,
        filename,
        upload: Some(upload),
        mapping: &guess(kind, sheet),
        lines: sheet.rows.len(),
    };
    Ok(imports::insert(tx, actor, &new)?)
}

/// Keeps which column is what.
pub(crate) fn set_mapping(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    mapping: &Mapping,
) -> Result<(), Fault> {
    actor.require(RUN)?;
    let import = imports::lock(tx, actor.place, id)?.or_not_found()?;
    if import.state == ImportState::Open {
        imports::set_mapping(tx, actor.place, id, mapping)?;
    }
    Ok(())
}

/// An import with its lines; none of them once it is done, or when the file was left behind for too long.
pub(crate) fn load(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
) -> Result<(Import, Option<Prepared>), Fault> {
    actor.require(RUN)?;
    let import = imports::find(tx, actor.place, id)?.or_not_found()?;
    let upload = match import.upload {
        Some(upload) => uploads::find(tx, actor.place, upload)?,
        None => None,
    };
    let Some(upload) = upload else {
        return Ok((import, None));
    };
    // It was read when it was handed in.
    let sheet = sheet::read(&upload.content, &upload.filename)
        .map_err(|refused| Fault::internal(kernel::Refusal::key(&refused)))?;
    let (kind, mapping) = (import.kind, import.mapping.clone());
    let prepared = Prepared::new(tx, actor.place, kind, Arc::new(sheet), mapping)?;
    Ok((import, Some(prepared)))
}

/// Forgets the files that nobody brought in for a month.
pub(crate) fn forget_left_behind(tx: &mut Tx<'_>, place: PlaceId) -> Result<u64, Fault> {
    let limit = tx.now().minus_minutes(KEPT_DAYS * 24 * 60);
    Ok(uploads::forget_older_than(tx, place, limit)?)
}
