//! The interface for programs through the router: keys, calls, their description.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod calls;
mod description;
mod doors;
mod extras;
mod foreign;
mod keys;
mod listening;
mod matrix;
mod more_calls;
mod schema;
mod things;
mod world;
