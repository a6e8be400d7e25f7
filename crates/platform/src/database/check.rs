//! Prepares every statement of the program against a live schema: what a compiler cannot check.

use std::fmt;

use super::error::DatabaseError;
use super::open::Database;
use super::statement::{Column, Facts, statements};
use super::tx::Described;

/// A statement that does not fit the schema, or answers otherwise than its row expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// `file:line NAME`.
    pub place: String,
    /// What does not fit.
    pub reason: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.reason)
    }
}

/// Prepares every registered statement on the engine of `database` and compares the columns it answers with,
/// by name, order and type, with those of its row. Empty when all is well.
///
/// # Errors
/// [`DatabaseError`] when the database itself cannot be used.
pub fn check_all_statements(database: &Database) -> Result<Vec<Mismatch>, DatabaseError> {
    let mut found = Vec::new();
    for facts in statements() {
        // One transaction each: a failed preparation spoils its transaction on PostgreSQL.
        let described = database.read_blocking(move |tx| tx.describe(facts));
        let reason = match described {
            Ok(columns) => compare(facts.columns, &columns).err(),
            Err(error @ (DatabaseError::Lost(_) | DatabaseError::Closed)) => return Err(error),
            Err(error) => Some(error.to_string()),
        };
        found.extend(reason.map(|reason| Mismatch {
            place: place(facts),
            reason,
        }));
    }
    Ok(found)
}

fn place(facts: &Facts) -> String {
    format!("{}:{} {}", facts.file, facts.line, facts.name)
}

fn compare(expected: &[Column], found: &[Described]) -> Result<(), String> {
    if expected.len() != found.len() {
        return Err(format!(
            "answers with {} columns, its row has {}",
            found.len(),
            expected.len()
        ));
    }
    for (column, described) in expected.iter().zip(found) {
        if column.name != described.name {
            return Err(format!(
                "answers with `{}` where its row has `{}`",
                described.name, column.name
            ));
        }
        match &described.kind {
            None => {}
            Some(Ok(kind)) if *kind == column.kind => {}
            Some(Ok(kind)) => {
                return Err(format!(
                    "`{}` is {kind}, its row reads {}",
                    column.name, column.kind
                ));
            }
            Some(Err(other)) => {
                return Err(format!(
                    "`{}` has the type {other}, which no row reads",
                    column.name
                ));
            }
        }
    }
    Ok(())
}
