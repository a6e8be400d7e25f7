//! The command line: what `tribu --help` says.

use crate::configuration::Settings;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Tribu runs a cooperative third place: its people, its rooms, its passes and its invoices.
#[derive(Parser, Debug)]
#[command(
    name = "tribu",
    version,
    arg_required_else_help = true,
    after_help = "\
First steps:
  tribu demo            look around a made-up place with a year of life
  tribu serve           open your own: follow the link it prints

Settings come from flags, then TRIBU_… variables, then tribu.toml."
)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to do it.
    #[command(flatten)]
    pub settings: Settings,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the place; on an empty database, print the link that opens it
    Serve,
    /// Make and serve a demonstration place, in ./tribu-demo.db unless told otherwise; one that ended before yesterday is made anew
    Demo {
        /// Make the place and stop
        #[arg(long)]
        only_make: bool,
        /// Keep a place that ended before yesterday, with what was changed in it
        #[arg(long)]
        keep: bool,
    },
    /// Import people, companies, plans, passes or bookings from a CSV or XLSX file
    Import {
        /// What the file holds
        kind: ImportKind,
        /// The file, as another coworking manager exports it
        file: PathBuf,
        /// Say which column is what, such as `email=Courriel`; the others are guessed
        #[arg(long = "map", value_name = "FIELD=COLUMN")]
        mapping: Vec<String>,
        /// Show what would happen and change nothing
        #[arg(long)]
        preview: bool,
    },
    /// Recompute everything that must hold; exit status 1 at the first fault
    Verify,
    /// Write a consistent copy of the database while the server runs
    Backup {
        /// The copy to write; it must not exist yet
        file: PathBuf,
    },
    /// Bring a copy back, on either engine
    Restore {
        /// The copy
        file: PathBuf,
        /// Replace what the database holds
        #[arg(long)]
        force: bool,
        /// Erase again who is on this list, written by `tribu erasures`; those whom the replaced database knows are erased anyway
        #[arg(long, value_name = "FILE")]
        erasures: Option<PathBuf>,
    },
    /// Write the list of who was erased, to be kept beside the copies: identifiers and nothing else
    Erasures {
        /// The list to write
        file: PathBuf,
    },
    /// Administrators
    Admin {
        /// What about them
        #[command(subcommand)]
        command: AdminCommand,
    },
}

/// What an import file holds.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// Persons and members
    People,
    /// Companies and associations
    Organisations,
    /// Monthly plans held
    Plans,
    /// Passes held
    Passes,
    /// Room bookings
    Bookings,
    /// Check-ins
    CheckIns,
}

/// What can be done about administrators.
#[derive(Subcommand, Debug)]
pub enum AdminCommand {
    /// Make an administrator account and print a link to choose its password
    Create {
        /// E-mail address
        email: String,
        /// Given name
        #[arg(long)]
        given_name: String,
        /// Family name
        #[arg(long)]
        family_name: String,
    },
}
