//! Who is invited to a booking by mail, and what they answer.

use super::booking::{Booking, BookingId, BookingState};
use kernel::{AccountId, Email, Id, Instant};
use std::collections::BTreeSet;

/// What identifiers of participants are identifiers of.
#[derive(Debug)]
pub enum ParticipantMark {}

/// The identifier of a participant.
pub type ParticipantId = Id<ParticipantMark>;

kernel::codes! {
    /// What somebody answered to an invitation.
    pub enum InvitationAnswer {
        /// Nothing yet.
        Waiting = "waiting",
        /// They come.
        Yes = "yes",
        /// They do not come.
        No = "no",
        /// Perhaps.
        Maybe = "maybe",
    }
}

impl InvitationAnswer {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Waiting => "spaces-answer-waiting",
            Self::Yes => "spaces-answer-yes",
            Self::No => "spaces-answer-no",
            Self::Maybe => "spaces-answer-maybe",
        }
    }

    /// As a calendar says it (RFC 5545, 3.2.12).
    #[must_use]
    pub const fn partstat(self) -> &'static str {
        match self {
            Self::Waiting => "NEEDS-ACTION",
            Self::Yes => "ACCEPTED",
            Self::No => "DECLINED",
            Self::Maybe => "TENTATIVE",
        }
    }
}

/// Somebody invited to a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Which invitation.
    pub id: ParticipantId,
    /// To what.
    pub booking: BookingId,
    /// Who.
    pub email: Email,
    /// What they answered.
    pub answer: InvitationAnswer,
    /// When they were invited.
    pub invited_at: Instant,
    /// By whom.
    pub invited_by: Option<AccountId>,
    /// When they answered.
    pub answered_at: Option<Instant>,
    /// When they were taken off the list; they are told, then forgotten.
    pub removed_at: Option<Instant>,
}

kernel::refusals! {
    /// Why nobody is invited.
    pub enum InvitationRefused {
        /// The booking is not agreed, has ended or was given up.
        NotStanding = "spaces-refused-invitation-not-standing",
        /// More than fifty for one booking.
        TooMany {
            /// The most.
            most: i64
        } = "spaces-refused-invitation-too-many",
        /// Something typed is no address.
        Address {
            /// What.
            text: String
        } = "spaces-refused-invitation-address",
        /// Nobody new is named.
        Nobody = "spaces-refused-invitation-nobody",
    }
}

/// The most people invited to one booking.
pub const MOST: usize = 50;

/// Whether people may be invited to a booking: it is agreed, and not over.
#[must_use]
pub fn may_invite(booking: &Booking, now: Instant) -> bool {
    let agreed = matches!(booking.state, BookingState::Confirmed | BookingState::CheckedIn);
    agreed && now < booking.period().end()
}

/// Those to write to: who is named and not invited yet, each once, however it is written.
///
/// # Errors
/// [`InvitationRefused`].
pub fn newly_invited(named: &[Email], known: &[Participant]) -> Result<Vec<Email>, InvitationRefused> {
    let standing = known.iter().filter(|one| one.removed_at.is_none());
    let invited: BTreeSet<String> = standing.map(|one| one.email.to_string()).collect();
    let mut seen = invited.clone();
    let new: Vec<Email> = named
        .iter()
        .filter(|email| seen.insert(email.to_string()))
        .cloned()
        .collect();
    if new.is_empty() {
        return Err(InvitationRefused::Nobody);
    }
    if invited.len() + new.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        return Err(InvitationRefused::TooMany { most });
    }
    Ok(new)
}
