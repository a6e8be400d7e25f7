//! Exclusive hire, from the rules to the pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod abuse;
mod answering;
mod asking;
mod checking;
mod impostor;
mod keeping;
mod letters;
mod mine;
mod race;
mod rules;
mod schema;
mod world;
