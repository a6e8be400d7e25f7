//! The SQL of the network: rows in, domain types out.

pub(crate) mod codes;
pub(crate) mod partners;
pub(crate) mod visits;

use crate::rules::visit::{Side, VisitState};

platform::database::text_value!(Side);
platform::database::text_value!(VisitState);
