//! What is kept of keys, of those who listen, and of doors.

pub(crate) mod doors;
pub(crate) mod tokens;
pub(crate) mod webhooks;

use crate::rules::door::Reason;
use crate::rules::webhook::DeliveryState;

platform::database::text_value!(DeliveryState);
platform::database::text_value!(Reason);
