//! The SQL of personal data: rows in, domain types out.

pub(crate) mod copies;
pub(crate) mod erasures;
pub(crate) mod inactive;
pub(crate) mod pairs;
pub(crate) mod requests;
pub(crate) mod retention;

use crate::rules::request::{RequestKind, RequestState};
use platform::database::text_value;

text_value!(RequestKind, RequestState);
