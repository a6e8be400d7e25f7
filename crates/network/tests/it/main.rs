//! Two programs, each with a place and a database of its own, that talk over the network; and two places in one database.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod agreements;
mod claims;
mod hostile;
mod races;
mod schema;
mod visits;
mod world;
