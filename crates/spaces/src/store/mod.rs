//! The SQL of this capability.

pub mod board;
pub mod bookings;
pub mod check_ins;
pub mod door_numbers;
pub(crate) mod erasing;
pub mod extras;
pub mod feeds;
pub(crate) mod figures;
pub mod holds;
pub mod kept;
pub mod keys;
pub mod layouts;
pub mod lettings;
pub mod links;
pub mod lists;
pub mod notes;
pub mod occupancy;
pub mod participants;
pub mod preparing;
pub(crate) mod releases;
pub mod resources;
pub mod schedule;
pub mod series;
pub mod usage;
mod values;
pub mod waiting;

use platform::database::DatabaseError;

/// A stored value that its own constructor refuses.
pub(crate) fn broken<E: std::fmt::Display>(column: &'static str) -> impl Fn(E) -> DatabaseError {
    move |error| DatabaseError::Value {
        column: column.to_owned(),
        reason: error.to_string(),
    }
}
