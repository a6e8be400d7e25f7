//! What every test of the house may lean on, and nothing that the program itself needs.
//!
//! - [`Postgres`]: one throwaway PostgreSQL cluster for a whole run of tests, a fresh database for each test.
//!
//! Everything here is synchronous and stops the test with a sentence that says what was found instead of
//! returning an error: a test has nothing better to do with a surprise.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "test support: a surprise must stop the test, with its sentence"
)]

mod postgres;

pub use postgres::{FreshPostgres, Postgres};
