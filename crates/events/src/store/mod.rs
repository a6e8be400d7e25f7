//! The SQL of events: rows in, domain types out.

pub(crate) mod council;
pub(crate) mod decisions;
pub(crate) mod events;
pub(crate) mod feeds;
pub(crate) mod figures;
pub(crate) mod keys;
pub(crate) mod motions;
pub(crate) mod powwow;
pub(crate) mod proposals;
pub(crate) mod registrations;
pub(crate) mod rooms;
pub(crate) mod workshops;

use crate::rules::event::{EventKind, EventState, OpenTo};
use crate::rules::powwow::MotionState;
use crate::rules::proposal::{ProposalState, RemarkKind};
use crate::rules::registration::RegistrationState;
use platform::database::{DatabaseError, text_value};

text_value!(
    EventKind,
    EventState,
    MotionState,
    OpenTo,
    ProposalState,
    RegistrationState,
    RemarkKind
);

/// A stored value that its own constructor refuses.
fn broken<E: std::fmt::Display>(column: &'static str) -> impl Fn(E) -> DatabaseError {
    move |error| DatabaseError::Value {
        column: column.to_owned(),
        reason: error.to_string(),
    }
}
