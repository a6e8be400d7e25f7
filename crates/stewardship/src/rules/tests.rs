//! The rules, case by case.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod deliveries;
mod duties;
mod items;
mod things;
