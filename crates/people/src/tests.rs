//! Actions and stores on both engines.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

mod accounts;
mod found;
mod kept;
mod passkeys;
mod races;
mod second_factor;
mod sessions;
mod team;
mod world;
