//! Events through the router, with real forms, letters and clocks that are moved.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod agenda;
mod barriers;
mod desk;
mod letters;
mod ownership;
mod paid;
mod powwow;
mod programme;
mod proposals;
mod races;
mod registering;
mod schema;
mod workshops;
mod world;
