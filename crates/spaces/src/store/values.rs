//! Codes as the database holds them.

use crate::rules::booking::{BookingState, HoldPurpose};
use crate::rules::extras::ExtraUnit;
use crate::rules::feed::FeedScope;
use crate::rules::links::LinkKind;
use crate::rules::participants::InvitationAnswer;
use crate::rules::resource::ResourceKind;
use crate::rules::waiting::WaitingState;
use platform::database::text_value;

text_value!(
    BookingState,
    ExtraUnit,
    FeedScope,
    HoldPurpose,
    InvitationAnswer,
    LinkKind,
    ResourceKind,
    WaitingState
);
