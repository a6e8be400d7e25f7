//! The directory and the board through the router, with real forms and mails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod board;
mod cards;
mod letters;
mod schema;
mod world;
