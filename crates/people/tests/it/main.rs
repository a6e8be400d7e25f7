//! The pages of people through the router, with real sessions, forms and mails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod door;
mod hostile;
mod journey;
mod letters;
mod matrix;
mod office;
mod own;
mod passkeys;
mod schema;
mod second_factor;
mod world;
