//! `tribu import`: the same import as in the browser, from the command line.

use crate::RUN;
use crate::actions::{self, Prepared};
use crate::rules::guess::guess;
use crate::rules::kind::ImportKind;
use crate::rules::line::Issue;
use crate::rules::mapping::{Mapping, MappingRefused};
use crate::rules::report::ImportReport;
use crate::rules::sheet::{self, Unusable};
use crate::store::imports::{self, NewImport};
use kernel::{Actor, Locale, Refusal};
use platform::activity::{self, Subject};
use platform::database::{Database, DatabaseError, Tx};
use platform::{Argument, Catalogue, Failure, Fault};
use serde_json::json;
use std::sync::Arc;

/// A file given on the command line.
#[derive(Debug, Clone, Copy)]
pub struct FileToImport<'a> {
    /// What its lines are.
    pub kind: ImportKind,
    /// Its name.
    pub filename: &'a str,
    /// Its content.
    pub content: &'a [u8],
    /// What was said about its columns: `email=Courriel`, `plan==Resident`; the others are guessed.
    pub mapping: &'a [String],
    /// Only say what would happen.
    pub preview: bool,
}

/// Why a file is not even tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommandRefused {
    /// It is not a table that can be imported.
    File(Unusable),
    /// Its columns are not what this kind of file needs.
    Mapping(MappingRefused),
}

impl Refusal for CommandRefused {
    fn key(&self) -> &'static str {
        match self {
            Self::File(refused) => refused.key(),
            Self::Mapping(refused) => refused.key(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::File(refused) => refused.arguments(),
            Self::Mapping(refused) => refused.arguments(),
        }
    }
}

/// Brings a file in, or says what that would do: [`ImportReport::applied`] tells which. When one line cannot be taken, nothing
/// is and nothing of it is kept.
///
/// # Errors
/// [`CommandRefused`] before any line is tried; [`Fault::Forbidden`] when the actor may not.
pub fn command(
    db: &Database,
    actor: &Actor,
    file: &FileToImport<'_>,
) -> Result<ImportReport, Failure<CommandRefused>> {
    actor.require(RUN)?;
    let refused = |refused| Failure::Refused(CommandRefused::File(refused));
    let sheet = sheet::read(file.content, file.filename).map_err(refused)?;
    let mapping =
        columns(file, &sheet).map_err(|refused| Failure::Refused(CommandRefused::Mapping(refused)))?;
    let (sheet, actor, filename) = (Arc::new(sheet), actor.clone(), file.filename.to_owned());
    let (kind, preview) = (file.kind, file.preview);
    let outcome = db.write_blocking(move |tx| {
        let prepared =
            Prepared::new(tx, actor.place, kind, sheet.clone(), mapping.clone()).map_err(Undone::Broken)?;
        bring_in(tx, &actor, &filename, &prepared, preview)
    });
    match outcome {
        Ok(report) | Err(Undone::Told(report)) => Ok(report),
        Err(Undone::Broken(fault)) => Err(fault.into()),
    }
}

fn columns(file: &FileToImport<'_>, sheet: &platform::tables::Sheet) -> Result<Mapping, MappingRefused> {
    let mapping = guess(file.kind, sheet).with_said(file.kind, &sheet.headers, file.mapping)?;
    mapping.check(file.kind)?;
    Ok(mapping)
}

/// How a transaction ends that leaves nothing behind.
enum Undone {
    Told(ImportReport),
    Broken(Fault),
}

impl From<DatabaseError> for Undone {
    fn from(error: DatabaseError) -> Self {
        Self::Broken(error.into())
    }
}

fn bring_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    filename: &str,
    file: &Prepared,
    preview: bool,
) -> Result<ImportReport, Undone> {
    let lines = file.sheet.rows.len();
    let new = NewImport {
        kind: file.kind,
        filename,
        upload: None,
        mapping: &file.mapping,
        lines,
    };
    let id = imports::insert(tx, actor, &new)?;
    let report = actions::attempt_all(tx, actor, id, file, &|_, _| Ok(())).map_err(Undone::Broken)?;
    if preview || !report.applied {
        return Err(Undone::Told(ImportReport {
            applied: false,
            ..report
        }));
    }
    imports::apply(tx, actor, id, &report)?;
    let detail = json!({ "file": filename, "created": report.created, "known": report.known });
    activity::record(tx, actor, "import.applied", Subject::new("import", id), detail)?;
    Ok(report)
}

/// A report in words, one line for each thing to say.
#[must_use]
pub fn printed(report: &ImportReport, catalogue: &Catalogue, locale: Locale) -> String {
    let count = |key: &str, number: usize| catalogue.text(locale, key, &[("count", Argument::from(number))]);
    let mut lines = vec![
        count("imports-told-created", report.created),
        count("imports-told-known", report.known),
    ];
    let rest = [
        ("imports-told-organisations", report.organisations),
        ("imports-told-passed-over", report.passed_over),
        ("imports-told-refused", report.refused),
    ];
    lines.extend(
        rest.into_iter()
            .filter(|(_, number)| *number > 0)
            .map(|(key, number)| count(key, number)),
    );
    lines.extend(
        report
            .notices
            .iter()
            .chain(&report.issues)
            .map(|issue| told(issue, catalogue, locale)),
    );
    let end = match (report.applied, report.is_clean()) {
        (true, _) => "imports-told-applied",
        (false, true) => "imports-told-tried",
        (false, false) => "imports-told-nothing",
    };
    lines.push(catalogue.text(locale, end, &[]));
    lines.join("\n")
}

fn told(issue: &Issue, catalogue: &Catalogue, locale: Locale) -> String {
    let why = why(issue, catalogue, locale);
    let arguments = [
        ("line", Argument::from(issue.line)),
        ("column", Argument::from(issue.column.as_str())),
        ("value", Argument::from(issue.value.as_str())),
        ("why", Argument::from(why)),
    ];
    let key = match (issue.column.is_empty(), issue.value.is_empty()) {
        (true, _) => "imports-told-line",
        (false, true) => "imports-told-empty-cell",
        (false, false) => "imports-told-cell",
    };
    catalogue.text(locale, key, &arguments)
}

/// What is wrong, in words.
pub(crate) fn why(issue: &Issue, catalogue: &Catalogue, locale: Locale) -> String {
    let arguments: Vec<(&str, Argument)> = issue
        .arguments
        .iter()
        .map(|(name, value)| (name.as_str(), Argument::read(value)))
        .collect();
    catalogue.text(locale, &issue.key, &arguments)
}
