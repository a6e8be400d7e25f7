//! Teams through the router, with real forms and mails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod payers;
mod schema;
mod team;
mod world;
