//! `tribu verify`: recomputes what must hold, and says the first thing that does not.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::composition::{self, House};
use crate::configuration::Configuration;
use kernel::Locale;
use platform::web::WebSettings;
use std::process::ExitCode;

/// Prints what was checked, then the faults; status 1 when there is one.
pub(super) fn run(configuration: &Configuration) -> Result<ExitCode, CommandRefused> {
    let db = composition::open_database(configuration, USUAL_DATABASE)?;
    let report = composition::verify(&db)?;
    let house = House::new(db, WebSettings::default())?;
    for check in report.checks() {
        say(format_args!(
            "{:>8}  {}",
            check.count,
            house.app.messages.text(Locale::En, check.what, &[])
        ));
    }
    for found in report.faults() {
        say(format_args!(
            "FAULT     {}: {}",
            house.app.messages.text(Locale::En, found.what, &[]),
            found.detail
        ));
    }
    if report.is_clean() {
        say("Everything holds.");
        return Ok(ExitCode::SUCCESS);
    }
    say(format_args!("{} thing(s) do not hold.", report.faults().len()));
    Ok(ExitCode::from(1))
}
