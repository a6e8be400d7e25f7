//! The spaces of a place, from the rules to the pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests may stop at the first surprise"
)]

mod availability;
mod booking_window;
mod cancellation_terms;
mod desk;
mod opening_hours;
mod pricing;
