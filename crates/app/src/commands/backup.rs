//! `tribu backup` and `tribu restore`: one file of one format, whatever the engine. `tribu erasures`: who must stay erased.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::composition::{capabilities, database_options, database_url, declarations, open_database};
use crate::configuration::Configuration;
use platform::database::backup::{self, BackupRefused};
use platform::database::{Database, DatabaseUrl, Options};
use platform::{Catalogue, Fault};
use privacy::Erasure;
use std::path::{Path, PathBuf};
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

/// Brings a copy back; a database that holds a place is replaced only with `force`. Who was erased since the copy was made is erased
/// from it before it is put in place.
pub(super) fn restore(
    configuration: &Configuration,
    file: &Path,
    force: bool,
    erasures: Option<&Path>,
) -> Result<ExitCode, CommandRefused> {
    let to = database_url(configuration, USUAL_DATABASE)?;
    let options = database_options(configuration);
    let mut erased = known_erasures(&to, force, erasures.is_some(), configuration)?;
    if let Some(list) = erasures {
        erased.extend(read_erasures(list)?);
    }
    let copied = if erased.is_empty() {
        backup::restore(file, &to, force, &options).map_err(not_empty)?
    } else {
        let scratch = Scratch::new();
        let beside = DatabaseUrl::parse(&format!("sqlite:{}", scratch.0.display()))
            .map_err(|error| CommandRefused::Asked(error.to_string()))?;
        backup::restore(file, &beside, true, &options)?;
        let again = erase_again(&beside, &options, erased)?;
        say(format_args!("{again} persons erased again"));
        backup::restore(&scratch.0, &to, force, &options).map_err(not_empty)?
    };
    say(format_args!(
        "{} rows of {} tables brought back into {to}",
        copied.rows, copied.tables
    ));
    Ok(ExitCode::SUCCESS)
}

/// Writes the list of who was erased: identifiers and moments, nothing else.
pub(super) fn erasures(configuration: &Configuration, file: &Path) -> Result<ExitCode, CommandRefused> {
    let db = open_database(configuration, USUAL_DATABASE)?;
    let list = db.read_blocking(privacy::erasures).map_err(Fault::from)?;
    let text = serde_json::to_string_pretty(&list).map_err(Fault::internal)?;
    std::fs::write(file, text)?;
    say(format_args!(
        "{} erasures written to {}",
        list.len(),
        file.display()
    ));
    Ok(ExitCode::SUCCESS)
}

fn not_empty(refused: BackupRefused) -> CommandRefused {
    match refused {
        BackupRefused::NotEmpty(_) => CommandRefused::Asked(format!("{refused} (with --force)")),
        other => CommandRefused::Backup(other),
    }
}

/// Who was erased, as the database that is about to be replaced knows. One that does not open knows nothing: then a list must be
/// given, be it an empty one.
fn known_erasures(
    to: &DatabaseUrl,
    force: bool,
    listed: bool,
    configuration: &Configuration,
) -> Result<Vec<Erasure>, CommandRefused> {
    if !force || to.path().is_some_and(|path| !path.exists()) {
        return Ok(vec![]);
    }
    let known = Database::open(to, database_options(configuration))
        .map_err(|error| error.to_string())
        .and_then(|db| {
            db.read_blocking(privacy::erasures)
                .map_err(|error| error.to_string())
        });
    match known {
        Ok(list) => Ok(list),
        Err(_) if listed => Ok(vec![]),
        Err(reason) => Err(CommandRefused::Asked(format!(
            "{to} does not say who was erased ({reason}): give the list with --erasures"
        ))),
    }
}

fn read_erasures(file: &Path) -> Result<Vec<Erasure>, CommandRefused> {
    let text = std::fs::read_to_string(file)?;
    serde_json::from_str(&text)
        .map_err(|error| CommandRefused::Asked(format!("{} is no list of erasures: {error}", file.display())))
}

fn erase_again(url: &DatabaseUrl, options: &Options, list: Vec<Erasure>) -> Result<u64, CommandRefused> {
    let messages: Vec<_> = capabilities().iter().map(|one| one.messages).collect();
    let catalogue = Catalogue::new(&messages).map_err(|faults| Fault::internal(faults.join("; ")))?;
    let declarations = declarations();
    let db = Database::open(url, options.clone()).map_err(BackupRefused::from)?;
    let again = db.write_blocking(move |tx| privacy::erase_again(tx, &declarations, &catalogue, &list))?;
    Ok(again)
}

/// A database of its own for the time of a restoration, gone afterwards with what the engine lays beside it.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let name = format!("tribu-restoration-{}.db", std::process::id());
        let scratch = Self(std::env::temp_dir().join(name));
        scratch.remove();
        scratch
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm"] {
            // Any of them may not be there.
            let _ = std::fs::remove_file(format!("{}{end}", self.0.display()));
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        self.remove();
    }
}
