//! `just bench`: the real program, measured against what it promises. See `docs/speed.md` for how each figure comes about.
//!
//! Everything that is compared is measured in the same run, on the same disk, the two sides in turns. A missed goal says
//! MISSED and does not stop the others; only what cannot be measured stops.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::float_arithmetic,
    clippy::disallowed_methods,
    reason = "a measure reads the clock, computes ratios, waits, and stops at the first surprise"
)]

mod crowd;
mod decade;
mod load;
mod measures;
mod peer;
mod place;
mod served;
mod survey;
mod table;
mod visitor;

use std::path::PathBuf;
use table::Table;

/// Where things are: beside this program, in the folder that `cargo` builds into.
struct Ground {
    /// The program measured.
    tribu: PathBuf,
    /// A folder on the real disk, made anew for each run.
    folder: PathBuf,
}

impl Ground {
    fn found() -> Self {
        let own = std::env::current_exe().expect("this program knows where it is");
        let target = own.parent().expect("a folder");
        let asked = std::env::args().nth(1).filter(|first| first != "all");
        let tribu = asked.map_or_else(|| target.join("tribu"), PathBuf::from);
        assert!(
            tribu.is_file(),
            "{} is not there: cargo build --release -p app",
            tribu.display()
        );
        let folder = target.join("run-of-bench");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("the last run can be removed");
        }
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        Self { tribu, folder }
    }

    /// The database of that name, and its address.
    fn database(&self, name: &str) -> (PathBuf, String) {
        let path = self.folder.join(name);
        let url = format!("sqlite:{}", path.display());
        (path, url)
    }
}

/// The measures asked for: those named behind the program, or all.
fn wanted(name: &str) -> bool {
    let named: Vec<String> = std::env::args().skip(2).collect();
    named.is_empty() || named.iter().any(|one| one == name)
}

fn main() {
    let mut told = std::env::args().skip(1);
    if told.next().as_deref() == Some("seed-large") {
        let url = told.next().expect("a database: bench seed-large sqlite:PATH");
        let url = platform::database::DatabaseUrl::parse(&url).expect("an address of a database");
        return measures::large::seed(&url);
    }
    let ground = Ground::found();
    let mut table = Table::new();
    table::tell_machine();
    if wanted("bookings") {
        measures::bookings::measure(&ground, &mut table);
    }
    if wanted("pages") {
        measures::pages::measure(&ground, &mut table);
    }
    if wanted("start") {
        measures::start::measure(&ground, &mut table);
    }
    if wanted("month") {
        measures::month::measure(&ground, &mut table);
    }
    if wanted("large") {
        measures::large::measure(&ground, &mut table);
    }
    // Half an hour and ten gigabytes: only when it is asked for by name.
    if std::env::args().skip(2).any(|name| name == "network") {
        measures::network::measure(&ground, &mut table);
    }
    println!("\n{table}");
}
