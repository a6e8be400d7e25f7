//! Doors through the router: tablets, the code at the entrance, numbers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod entrance;
mod races;
mod schema;
mod tablet;
mod world;
