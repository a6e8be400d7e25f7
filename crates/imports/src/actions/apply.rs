//! Trying an import, and bringing it in: all of it or nothing.

use super::bring_in::{Prepared, Progress, bring_in};
use crate::RUN;
use crate::rules::report::ImportReport;
use crate::store::imports::{self, ImportId, ImportState};
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Fault, OrNotFound, uploads};
use serde_json::json;

/// What a trial ends with, so that the database undoes it.
enum Trial {
    /// What would have happened.
    Told(ImportReport),
    /// Something broke.
    Broken(Fault),
}

impl From<DatabaseError> for Trial {
    fn from(error: DatabaseError) -> Self {
        Self::Broken(error.into())
    }
}

/// Says what an import would do, by doing it and undoing it; keeps that with the import.
pub(crate) fn rehearse(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    file: &Prepared,
    progress: Progress<'_>,
) -> Result<ImportReport, Fault> {
    actor.require(RUN)?;
    let report = tried(tx, actor, id, file, progress)?;
    imports::set_report(tx, actor.place, id, &report)?;
    Ok(report)
}

/// Brings a file in. When one line cannot be taken nothing is, and the file and its columns stay. Done once: later calls tell
/// what the first one did.
pub(crate) fn apply(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    file: &Prepared,
    progress: Progress<'_>,
) -> Result<ImportReport, Fault> {
    actor.require(RUN)?;
    let import = imports::lock(tx, actor.place, id)?.or_not_found()?;
    if import.state == ImportState::Applied {
        return Ok(import.report.unwrap_or_default());
    }
    let report = attempt_all(tx, actor, id, file, progress)?;
    if report.applied {
        imports::apply(tx, actor, id, &report)?;
        if let Some(upload) = import.upload {
            uploads::forget(tx, actor.place, upload)?;
        }
        let detail = json!({ "file": import.filename, "created": report.created, "known": report.known });
        activity::record(tx, actor, "import.applied", Subject::new("import", id), detail)?;
    } else {
        imports::set_report(tx, actor.place, id, &report)?;
    }
    Ok(report)
}

/// Brings every line in, or none.
pub(crate) fn attempt_all(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    file: &Prepared,
    progress: Progress<'_>,
) -> Result<ImportReport, Fault> {
    let done = tx.attempt(|tx| {
        let report = bring_in(tx, actor, id, file, progress).map_err(Trial::Broken)?;
        if report.is_clean() {
            Ok(report)
        } else {
            Err(Trial::Told(report))
        }
    });
    match done {
        Ok(report) => Ok(ImportReport {
            applied: true,
            ..report
        }),
        Err(Trial::Told(report)) => Ok(report),
        Err(Trial::Broken(fault)) => Err(fault),
    }
}

fn tried(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ImportId,
    file: &Prepared,
    progress: Progress<'_>,
) -> Result<ImportReport, Fault> {
    let undone: Result<(), Trial> = tx.attempt(|tx| {
        let report = bring_in(tx, actor, id, file, progress).map_err(Trial::Broken)?;
        Err(Trial::Told(report))
    });
    match undone {
        Err(Trial::Told(report)) => Ok(report),
        Err(Trial::Broken(fault)) => Err(fault),
        Ok(()) => Err(Fault::internal("a trial is always undone")),
    }
}
