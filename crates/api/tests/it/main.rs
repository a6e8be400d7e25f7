//! The interface for programs through the router: keys, calls, their description.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod calls;
mod coupons;
mod description;
mod doors;
mod extras;
mod foreign;
mod keys;
mod listening;
mod matrix;
mod moments;
mod more_calls;
mod participants;
mod sales;
mod schema;
mod things;
mod told;
mod waiting;
mod world;
