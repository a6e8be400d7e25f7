//! Guests as rows.

pub(crate) mod bookings;

use platform::database::DatabaseError;

/// A stored value that its own constructor refuses.
pub(crate) fn broken<E: std::fmt::Display>(column: &'static str) -> impl Fn(E) -> DatabaseError {
    move |error| DatabaseError::Value {
        column: column.to_owned(),
        reason: error.to_string(),
    }
}
