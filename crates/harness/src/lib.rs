//! What every test of the house may lean on, and nothing that the program itself needs.
//!
//! - [`Postgres`]: one throwaway PostgreSQL cluster for a whole run of tests, a fresh database for each test.
//! - [`both_engines`]: runs a test body on SQLite and on PostgreSQL, at a fixed time.
//! - [`Browser`]: a real browser for the journeys.
//! - [`rounds`]: how often a test that fights chance repeats itself.
//! - [`Html`]: reads what the router answers, for tests of pages without a browser.
//!
//! Everything here is synchronous and stops the test with a sentence that says what was found instead of
//! returning an error: a test has nothing better to do with a surprise.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test support: a surprise must stop the test, with its sentence"
)]

mod browser;
mod deadline;
mod engines;
mod html;
mod memory;
mod postgres;
mod rounds;

pub use browser::{Browser, Page, Request, Viewport, Violation};
pub use engines::{FreshDatabase, MONDAY_MORNING, both_engines, on_both_engines};
pub use html::{Form, Html};
pub use postgres::{FreshPostgres, Postgres};
pub use rounds::rounds;
