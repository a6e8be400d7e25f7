//! The house rules as tests: what cannot be left to habit is read off the files of the repository.
//!
//! Each rule is a function from a [`Tree`] (paths and texts) to a list of [`Fault`]s, and is tried twice: on a small
//! bad sample that must be refused (`src/rules/*/tests.rs`), and on the house itself (`tests/house.rs`).
//!
//! | rule | what it keeps |
//! |---|---|
//! | [`dependencies`] | who may depend on whom; what only one room may use; versions written once |
//! | [`purity`] | rules know neither database, web, clock nor chance; what is synchronous stays so |
//! | [`sql`] | SQL text lives in `store/`; a store speaks of its own tables |
//! | [`migrations`] | an owner and a reason at the head, `place_id` first, constraints named |
//! | [`lengths`] | files, functions and templates fit the eye |
//! | [`words`] | nothing left for later, no drawers for everything, no path of one machine |
//! | [`messages`] | every key exists in both languages |
//! | [`templates`] | no inline style or script, nothing from elsewhere |

mod rules;
mod rust;
mod statement;
pub mod stats;
mod tree;

pub use rules::{dependencies, lengths, messages, migrations, purity, sql, templates, words};
pub use tree::{Fault, File, Tree};
