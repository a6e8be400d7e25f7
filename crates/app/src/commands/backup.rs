//! `tribu backup` and `tribu restore`: one file of one format, whatever the engine.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::composition::{database_options, database_url};
use crate::configuration::Configuration;
use platform::database::backup;
use std::path::Path;
use std::process::ExitCode;

/// Writes a consistent copy while the server runs. An existing file is not replaced.
pub(super) fn backup(configuration: &Configuration, file: &Path) -> Result<ExitCode, CommandRefused> {
    if file.exists() {
        return Err(CommandRefused::Asked(format!(
            "{} exists already; choose another name",
            file.display()
        )));
    }
    let from = database_url(configuration, USUAL_DATABASE)?;
    let copied = backup::backup(&from, file, &database_options(configuration))?;
    say(format_args!(
        "{} rows of {} tables copied to {}",
        copied.rows,
        copied.tables,
        file.display()
    ));
    Ok(ExitCode::SUCCESS)
}

/// Brings a copy back; a database that holds a place is replaced only with `force`.
pub(super) fn restore(
    configuration: &Configuration,
    file: &Path,
    force: bool,
) -> Result<ExitCode, CommandRefused> {
    let to = database_url(configuration, USUAL_DATABASE)?;
    let copied =
        backup::restore(file, &to, force, &database_options(configuration)).map_err(
            |refused| match refused {
                backup::BackupRefused::NotEmpty(_) => {
                    CommandRefused::Asked(format!("{refused} (with --force)"))
                }
                other => CommandRefused::Backup(other),
            },
        )?;
    say(format_args!(
        "{} rows of {} tables brought back into {to}",
        copied.rows, copied.tables
    ));
    Ok(ExitCode::SUCCESS)
}
