//! `tribu import`: the same import as in the browser, all or nothing, with the same report.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::command_line::ImportKind;
use crate::composition::{self, House};
use crate::configuration::Configuration;
use imports::FileToImport;
use kernel::{Actor, Locale};
use platform::web::WebSettings;
use platform::{Failure, place};
use std::path::Path;
use std::process::ExitCode;

/// Reads the file, shows what it would do or does it, and says line by line what stands against it; status 1 when nothing
/// was taken though it was asked for.
pub(super) fn run(
    configuration: &Configuration,
    kind: ImportKind,
    file: &Path,
    mapping: &[String],
    preview: bool,
) -> Result<ExitCode, CommandRefused> {
    let content =
        std::fs::read(file).map_err(|error| CommandRefused::Asked(format!("{}: {error}", file.display())))?;
    let filename = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let db = composition::open_database(configuration, USUAL_DATABASE)?;
    let place =
        db.read_blocking(place::all)?.into_iter().next().ok_or_else(|| {
            CommandRefused::Asked("there is no place yet: run `tribu serve` first".to_owned())
        })?;
    let house = House::new(db.clone(), WebSettings::default())?;
    let catalogue = &house.app.messages;
    let asked = FileToImport {
        kind: kind_of(kind),
        filename: &filename,
        content: &content,
        mapping,
        preview,
    };
    let report =
        imports::command(&db, &Actor::system(place.id), &asked).map_err(|failure| match failure {
            Failure::Refused(refused) => CommandRefused::Asked(catalogue.refusal(Locale::En, &refused)),
            Failure::Fault(fault) => fault.into(),
        })?;
    say(imports::printed(&report, catalogue, Locale::En));
    Ok(if report.applied || (preview && report.refused == 0) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn kind_of(kind: ImportKind) -> imports::ImportKind {
    match kind {
        ImportKind::People => imports::ImportKind::People,
        ImportKind::Organisations => imports::ImportKind::Organisations,
        ImportKind::Plans => imports::ImportKind::Plans,
        ImportKind::Passes => imports::ImportKind::Passes,
        ImportKind::Bookings => imports::ImportKind::Bookings,
        ImportKind::CheckIns => imports::ImportKind::CheckIns,
    }
}
