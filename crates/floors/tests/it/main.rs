//! Plans through the router, with real forms and pictures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod editor;
mod ownership;
mod schema;
mod view;
mod world;
