//! The SQL of people: rows in, domain types out.

pub(crate) mod accounts;
pub(crate) mod addressees;
pub(crate) mod checks;
pub(crate) mod factors;
pub(crate) mod keys;
pub(crate) mod links;
pub(crate) mod listing;
pub(crate) mod members;
pub(crate) mod mergers;
pub(crate) mod organisations;
pub(crate) mod passkeys;
pub(crate) mod persons;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod sessions;

use platform::database::DatabaseError;
use std::fmt::Display;

/// What a column holds, read by its own constructor; a refusal says which column was corrupted.
fn held<T, E: Display>(column: &str, read: Result<T, E>) -> Result<T, DatabaseError> {
    read.map_err(|refused| DatabaseError::Value {
        column: column.to_owned(),
        reason: refused.to_string(),
    })
}

/// The page of a list: how many lines to pass over and how many to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// Lines passed over.
    pub(crate) offset: i64,
    /// Lines read at most.
    pub(crate) limit: i64,
}
