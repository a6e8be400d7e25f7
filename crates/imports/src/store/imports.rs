//! The files brought in.

use crate::rules::kind::ImportKind;
use crate::rules::mapping::Mapping;
use crate::rules::report::ImportReport;
use kernel::{Actor, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::uploads::UploadId;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What import identifiers are identifiers of.
#[derive(Debug)]
pub enum ImportMark {}

/// The identifier of an import.
pub type ImportId = Id<ImportMark>;

platform::database::text_value!(ImportKind);

kernel::codes! {
    /// Where an import stands.
    pub enum ImportState {
        /// The file waits: its columns are being chosen, or its preview read.
        Open = "open",
        /// It was brought in.
        Applied = "applied",
    }
}

platform::database::text_value!(ImportState);

/// A file brought in, or about to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Which one.
    pub id: ImportId,
    /// What it holds.
    pub kind: ImportKind,
    /// Its name on the person's machine.
    pub filename: String,
    /// Where it stands.
    pub state: ImportState,
    /// The file, while it waits.
    pub upload: Option<UploadId>,
    /// Which column is what.
    pub mapping: Mapping,
    /// What it would do when last tried, or what it did.
    pub report: Option<ImportReport>,
    /// How many lines it has.
    pub lines: i64,
    /// When it was handed in.
    pub created_at: Instant,
    /// By whom; none for the command line.
    pub created_by: Option<PersonId>,
    /// When it was brought in.
    pub applied_at: Option<Instant>,
    /// By whom; none for the command line.
    pub applied_by: Option<PersonId>,
}

row! {
    struct ImportRow {
        id: ImportId,
        kind: ImportKind,
        filename: String,
        state: ImportState,
        upload_id: Option<UploadId>,
        mapping: String,
        report: Option<String>,
        lines: i64,
        created_at: Instant,
        created_by: Option<PersonId>,
        applied_at: Option<Instant>,
        applied_by: Option<PersonId>,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    INSERT = "
        insert into import (
            place_id, id, kind, filename, state, upload_id, mapping, report, lines, created_at, created_by,
            applied_at, applied_by)
        values ($1, $2, $3, $4, 'open', $5, $6, null, $7, $8, $9, null, null)";

    FIND -> ImportRow = "
        select id, kind, filename, state, upload_id, mapping, report, lines, created_at, created_by, applied_at,
            applied_by
        from import
        where place_id = $1 and id = $2";

    LOCKED -> ImportRow = "
        select id, kind, filename, state, upload_id, mapping, report, lines, created_at, created_by, applied_at,
            applied_by
        from import
        where place_id = $1 and id = $2
        for update";

    LIST -> ImportRow = "
        select id, kind, filename, state, upload_id, mapping, report, lines, created_at, created_by, applied_at,
            applied_by
        from import
        where place_id = $1
        order by id desc
        limit $2 offset $3";

    COUNT -> CountRow = "
        select count(*) as count
        from import
        where place_id = $1";

    SET_MAPPING = "
        update import
        set mapping = $3, report = null
        where place_id = $1 and id = $2 and state = 'open'";

    SET_REPORT = "
        update import
        set report = $3
        where place_id = $1 and id = $2 and state = 'open'";

    APPLY = "
        update import
        set state = 'applied', report = $3, upload_id = null, applied_at = $4, applied_by = $5
        where place_id = $1 and id = $2 and state = 'open'";

    MOVE_LINES = "
        update import_line
        set subject_id = $4
        where place_id = $1 and kind = $2 and subject_id = $3";

    FORGET_LINES = "
        delete from import_line
        where place_id = $1 and kind = $2 and subject_id = $3";
}

/// A file to be brought in.
#[derive(Debug)]
pub(crate) struct NewImport<'a> {
    pub(crate) kind: ImportKind,
    pub(crate) filename: &'a str,
    pub(crate) upload: Option<UploadId>,
    pub(crate) mapping: &'a Mapping,
    pub(crate) lines: usize,
}

pub(crate) fn insert(tx: &mut Tx<'_>, actor: &Actor, new: &NewImport<'_>) -> Result<ImportId, DatabaseError> {
    let id = tx.new_id();
    let lines = i64::try_from(new.lines).unwrap_or(i64::MAX);
    let mapping = written(new.mapping)?;
    let values = params![
        actor.place,
        id,
        new.kind,
        new.filename,
        new.upload,
        mapping,
        lines,
        tx.now(),
        actor.person
    ];
    tx.run(&INSERT, &values)?;
    Ok(id)
}

pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: ImportId) -> Result<Option<Import>, DatabaseError> {
    tx.optional(&FIND, &params![place, id])?
        .map(Import::try_from)
        .transpose()
}

/// The import, held until the end of the transaction so that it is brought in once.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: ImportId) -> Result<Option<Import>, DatabaseError> {
    tx.optional(&LOCKED, &params![place, id])?
        .map(Import::try_from)
        .transpose()
}

/// The imports, the latest first.
pub(crate) fn list(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (offset, limit): (i64, i64),
) -> Result<Vec<Import>, DatabaseError> {
    tx.all(&LIST, &params![place, limit, offset])?
        .into_iter()
        .map(Import::try_from)
        .collect()
}

pub(crate) fn count(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&COUNT, &params![place])?.count)
}

/// Keeps which column is what; what was tried before no longer holds.
pub(crate) fn set_mapping(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ImportId,
    mapping: &Mapping,
) -> Result<(), DatabaseError> {
    tx.run(&SET_MAPPING, &params![place, id, written(mapping)?])?;
    Ok(())
}

/// Keeps what the import would do.
pub(crate) fn set_report(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ImportId,
    report: &ImportReport,
) -> Result<(), DatabaseError> {
    tx.run(&SET_REPORT, &params![place, id, written(report)?])?;
    Ok(())
}

/// Keeps what the import did, and by whom.
pub(crate) fn apply(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    report: &ImportReport,
) -> Result<(), DatabaseError> {
    let values = params![actor.place, id, written(report)?, tx.now(), actor.person];
    tx.run(&APPLY, &values)?;
    Ok(())
}

impl TryFrom<ImportRow> for Import {
    type Error = DatabaseError;

    fn try_from(row: ImportRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            kind: row.kind,
            filename: row.filename,
            state: row.state,
            upload: row.upload_id,
            mapping: held("import.mapping", &row.mapping)?,
            report: row
                .report
                .as_deref()
                .map(|report| held("import.report", report))
                .transpose()?,
            lines: row.lines,
            created_at: row.created_at,
            created_by: row.created_by,
            applied_at: row.applied_at,
            applied_by: row.applied_by,
        })
    }
}

fn written(value: &impl Serialize) -> Result<String, DatabaseError> {
    serde_json::to_string(value).map_err(|error| DatabaseError::Other(error.to_string()))
}

fn held<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, DatabaseError> {
    serde_json::from_str(text).map_err(|error| DatabaseError::Value {
        column: column.to_owned(),
        reason: error.to_string(),
    })
}

/// The lines that added one thing are those of another: they are the same.
pub(crate) fn move_lines(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: &str,
    (kept, gone): (i64, i64),
) -> Result<(), DatabaseError> {
    tx.run(&MOVE_LINES, &params![place, kind, gone, kept])?;
    Ok(())
}

/// Forgets which line added a thing.
pub(crate) fn forget_lines(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: &str,
    subject: i64,
) -> Result<(), DatabaseError> {
    tx.run(&FORGET_LINES, &params![place, kind, subject])?;
    Ok(())
}
