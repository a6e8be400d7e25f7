//! The running of the house through the router, with real forms and mails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod consumption;
mod deliveries;
mod domiciliations;
mod duties;
mod equipment;
mod incidents;
mod items;
mod letters;
mod ownership;
mod relay;
mod schema;
mod world;
