//! What people hold, on both engines and through the pages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod browser;
mod contracts;
mod corruption;
mod coupons;
mod holdings;
mod hours;
mod house;
mod letters;
mod pages;
mod passes;
mod races;
mod reductions;
mod refused_charges;
mod schema;
mod sequences;
mod world;
