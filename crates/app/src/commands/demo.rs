//! `tribu demo`.
use super::CommandRefused;
use crate::configuration::Configuration;
use std::process::ExitCode;
pub(super) fn run(_: &Configuration, _: bool) -> Result<ExitCode, CommandRefused> {
    Ok(ExitCode::FAILURE)
}
