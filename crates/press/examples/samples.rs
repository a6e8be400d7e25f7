//! Prints a document of each kind into a folder, for the eye: `cargo run -p press --example samples -- FOLDER`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "samples may stop at the first surprise"
)]

#[path = "../tests/it/samples.rs"]
mod samples;

use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let press = press::Press::new();
    let documents = [
        ("company", press.invoice(&samples::company())),
        ("private-person", press.invoice(&samples::private_person())),
        ("team", press.invoice(&samples::team())),
        ("english", press.invoice(&samples::english())),
        ("credit-note", press.invoice(&samples::credit_note())),
        ("day-sheet", press.sheet(&samples::day_sheet())),
    ];
    for (name, pdf) in documents {
        std::fs::write(folder.join(name).with_extension("pdf"), pdf.unwrap()).unwrap();
    }
}
