//! Guests, from the rules to the pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod booking;
mod coupons;
mod letters;
mod race;
mod rooms;
mod rules;
mod schema;
mod world;
