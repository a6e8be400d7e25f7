//! The commands, one file each.

mod admin;
mod backup;
mod demo;
mod import;
mod serve;
mod verify;

use crate::command_line::Command;
use crate::composition::CompositionRefused;
use crate::configuration::Configuration;
use crate::demo::KeepRefused;
use platform::Fault;
use platform::database::backup::BackupRefused;
use std::process::ExitCode;

/// Where a place keeps its data unless told otherwise.
const USUAL_DATABASE: &str = "sqlite:tribu.db";
/// Where the demonstration keeps its data unless told otherwise.
const DEMONSTRATION_DATABASE: &str = "sqlite:tribu-demo.db";

/// Why a command was not carried out, for whoever typed it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandRefused {
    /// The house does not come together.
    #[error(transparent)]
    Composition(#[from] CompositionRefused),
    /// The copy was not made or not brought back.
    #[error(transparent)]
    Backup(#[from] BackupRefused),
    /// There is no demonstration.
    #[error(transparent)]
    Demonstration(#[from] KeepRefused),
    /// Something broke.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The network or a file does not let us.
    #[error("{0}")]
    System(#[from] std::io::Error),
    /// Wrongly asked.
    #[error("{0}")]
    Asked(String),
}

/// Carries out a command.
pub(crate) fn run(command: &Command, configuration: &Configuration) -> Result<ExitCode, CommandRefused> {
    match command {
        Command::Serve => serve::run(configuration),
        Command::Demo { only_make, keep } => demo::run(configuration, *only_make, *keep),
        Command::Import {
            kind,
            file,
            mapping,
            preview,
        } => import::run(configuration, *kind, file, mapping, *preview),
        Command::Verify => verify::run(configuration),
        Command::Backup { file } => backup::backup(configuration, file),
        Command::Restore {
            file,
            force,
            erasures,
        } => backup::restore(configuration, file, *force, erasures.as_deref()),
        Command::Erasures { file } => backup::erasures(configuration, file),
        Command::Admin { command } => admin::run(configuration, command),
    }
}

/// A line for whoever typed the command.
#[allow(clippy::print_stdout, reason = "the command line speaks on the terminal")]
fn say(line: impl std::fmt::Display) {
    println!("{line}");
}
