//! The program: which capabilities it is made of, how it is started, and what belongs to none of them (the set-up, the home
//! page, the outbox, the demonstration place).
//!
//! - [`command_line`]: what can be typed. [`configuration`]: how it is set.
//! - [`composition`]: the capabilities, merged into one application. A new capability is one line there.
//! - `commands`: one file a command.
//! - `pages`: home, set-up, office, outbox.
//! - `demo`: a made-up place with a year of life.

pub mod command_line;
mod commands;
pub mod composition;
pub mod configuration;
pub mod demo;
mod pages;
mod upkeep;

pub use command_line::CommandLine;
pub use pages::set_up::link_token as set_up_token;

use configuration::{Configuration, LogFormat};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Runs the program and says how it ended: 0 done, 1 not done, 2 wrongly asked.
pub fn run(line: &CommandLine) -> ExitCode {
    let configuration = match Configuration::from_settings(line.settings.clone()) {
        Ok(configuration) => configuration,
        Err(refused) => return complain(&refused, 2),
    };
    if let Err(refused) = start_log(&configuration) {
        return complain(&refused, 2);
    }
    match commands::run(&line.command, &configuration) {
        Ok(code) => code,
        Err(error) => complain(&error, 1),
    }
}

/// A message for whoever typed the command.
#[allow(clippy::print_stderr, reason = "the command line speaks on the terminal")]
fn complain(error: &dyn std::fmt::Display, code: u8) -> ExitCode {
    eprintln!("tribu: {error}");
    ExitCode::from(code)
}

fn start_log(configuration: &Configuration) -> Result<(), configuration::ConfigurationRefused> {
    let filter = EnvFilter::try_new(&configuration.log).map_err(|error| {
        configuration::ConfigurationRefused::Setting {
            name: "log",
            reason: error.to_string(),
        }
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match configuration.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    Ok(())
}
