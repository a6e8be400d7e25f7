//! Becoming a member and leaving, through the router, with real forms and mails.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod applications;
mod barriers;
mod coupons;
mod desk;
mod leaving;
mod letters;
mod schema;
mod texts;
mod tours;
mod world;
