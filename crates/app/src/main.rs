//! The program `tribu`: see [`app`] for what is in it.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    app::run(&app::CommandLine::parse())
}
