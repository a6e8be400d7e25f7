//! Imports seen from outside: through the command and through the pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod held;
mod hostile;
mod month;
mod pages;
mod people_and_organisations;
mod refused_lines;
mod schema;
mod used;
mod world;
