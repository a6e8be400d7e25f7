//! Requests, their slots, words exchanged and checks as rows.

pub(crate) mod checks;
pub(crate) mod hires;
pub(crate) mod messages;
pub(crate) mod retention;
pub(crate) mod slots;

use crate::rules::check::Condition;
use crate::rules::hire::HireState;
use crate::rules::wanted::Occasion;
use platform::database::{DatabaseError, text_value};

text_value!(HireState, Occasion, Condition);

/// A stored value that its own constructor refuses.
pub(crate) fn broken<E: std::fmt::Display>(column: &'static str) -> impl Fn(E) -> DatabaseError {
    move |error| DatabaseError::Value {
        column: column.to_owned(),
        reason: error.to_string(),
    }
}
