//! The SQL of teams: rows in, domain types out.

pub(crate) mod affiliations;
pub(crate) mod invitations;
pub(crate) mod leads;

use crate::rules::InvitationState;
use platform::database::text_value;

text_value!(InvitationState);
