//! The platform seen from outside, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod activity;
mod capability;
mod chain;
mod counter;
mod database;
mod documents;
mod failure;
mod idempotency;
mod jobs;
mod mail;
mod messages;
mod photos;
mod place;
mod tables;
mod uploads;
mod verify;
mod words;
mod world;
