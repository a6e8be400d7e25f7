//! What every test of the house may lean on, and nothing that the program itself needs.
//!
//! - [`Postgres`]: one throwaway PostgreSQL cluster for a whole run of tests, a fresh database for each test.
//! - [`both_engines`]: runs a test body on SQLite and on PostgreSQL, at a fixed time.
//! - [`Background`]: jobs that run while a test goes on; [`letter_as_read`]: what they write, for golden files.
//! - [`Authenticator`]: makes passkeys and signs with them, in software.
//! - [`Browser`]: a real browser for the journeys.
//! - [`new_place`]: the place where most tests happen; [`together`]: many who act at once.
//! - [`everything_kept`]: every row of a place, to see whether anybody touched it.
//! - [`rounds`]: how often a test that fights chance repeats itself.
//! - [`Site`]: the pages of some capabilities, for [`Visitor`]s without a network or [`Served`] to a browser.
//! - [`Visitor`]: gets pages, sends [`Form`]s and files, keeps cookies, and hands back each [`Reply`].
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

mod authenticator;
mod background;
mod browser;
mod deadline;
mod engines;
mod html;
mod kept;
mod memory;
mod place;
mod postgres;
mod reply;
mod rounds;
mod session;
mod site;
mod together;
mod visitor;

pub use authenticator::{Authenticator, PRESENT_AND_VERIFIED, SYNCHRONISED};
pub use background::{Background, and_tell, letter_as_read};
pub use browser::{Browser, Page, Request, Viewport, Violation};
pub use engines::{FreshDatabase, MONDAY_MORNING, both_engines, on_both_engines};
pub use html::{Form, Html};
pub use kept::everything_kept;
pub use place::new_place;
pub use postgres::{FreshPostgres, Postgres};
pub use reply::Reply;
pub use rounds::rounds;
pub use session::Session;
pub use site::{Served, Site};
pub use together::together;
pub use visitor::{HOST, Visitor};
