//! Actions and stores on both engines.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

mod access;
mod found;
mod kept;
mod world;
