//! The SQL of joining: rows in, domain types out.

pub(crate) mod applications;
pub(crate) mod departures;
pub(crate) mod steps;
pub(crate) mod texts;
pub(crate) mod tours;
pub(crate) mod withheld;

use crate::rules::application::ApplicationState;
use crate::rules::offer::OfferKind;
use crate::rules::text::TextKind;
use crate::rules::tour::TourState;
use platform::database::text_value;

text_value!(ApplicationState, OfferKind, TextKind, TourState);
