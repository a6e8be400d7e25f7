//! Billing from its rules to its pages, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests may stop at the first surprise"
)]

mod bounds;
mod catalogue;
mod charging;
mod computation;
mod documents;
mod hostile;
mod issuers;
mod mentions;
mod money;
mod month_run;
mod pages;
mod printing;
mod rules;
mod schema;
mod verification;
mod world;
