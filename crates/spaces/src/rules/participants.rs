//! Who is invited to a booking by mail, what they answer, and what a letter still has to tell them.

use super::booking::{Booking, BookingId, BookingState};
use data_encoding::HEXLOWER;
use kernel::{Email, Id, Instant, PersonId};
use sha2::{Digest, Sha256};
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
    /// Who, when they were picked by name: who invites them does not see their address.
    pub person: Option<PersonId>,
    /// Where they are written to.
    pub email: Email,
    /// What they answered.
    pub answer: InvitationAnswer,
    /// What the latest letter said, as [`gist`] puts it; none while there is nothing to take back.
    pub told: Option<String>,
    /// How many letters they had about it.
    pub sequence: i64,
    /// When they were invited.
    pub invited_at: Instant,
    /// By whom.
    pub invited_by: Option<PersonId>,
    /// When they answered.
    pub answered_at: Option<Instant>,
    /// When they were taken off the list.
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
        /// More letters at once than one may ask for.
        TooFast {
            /// In how many minutes some may be asked for again.
            minutes: i64
        } = "spaces-refused-invitation-too-fast",
        /// Something typed is no address.
        Address {
            /// What.
            text: String
        } = "spaces-refused-invitation-address",
        /// Somebody picked by name cannot be written to.
        NoAddress = "spaces-refused-invitation-no-address",
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

/// Whether who is invited to a booking may still answer: it is not over, and not off.
#[must_use]
pub fn may_answer(booking: &Booking, now: Instant) -> bool {
    use BookingState::{CheckedIn, Confirmed, Requested};
    matches!(booking.state_at(now), Requested | Confirmed | CheckedIn) && now < booking.period().end()
}

/// Somebody to invite: their address, and who they are when they were picked by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// Where to write.
    pub email: Email,
    /// Who, when picked by name.
    pub person: Option<PersonId>,
}

/// Those to write to: who is named and not invited yet, each once, however it is written.
///
/// # Errors
/// [`InvitationRefused::TooMany`] when there would be more than [`MOST`].
pub fn newly_invited(named: &[Invitee], known: &[Participant]) -> Result<Vec<Invitee>, InvitationRefused> {
    let standing = known.iter().filter(|one| one.removed_at.is_none());
    let invited: BTreeSet<&str> = standing.map(|one| one.email.as_str()).collect();
    let mut seen = invited.clone();
    let new: Vec<Invitee> = named
        .iter()
        .filter(|one| seen.insert(one.email.as_str()))
        .cloned()
        .collect();
    if seen.len() > MOST && !new.is_empty() {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        return Err(InvitationRefused::TooMany { most });
    }
    Ok(new)
}

/// What a letter says of the event (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// It takes place, then and there.
    Request,
    /// It is off, or it is off for them.
    Cancel,
}

/// What of a booking is told to who is invited, in short: two bookings that read the same in a letter have the same.
#[must_use]
pub fn gist(booking: &Booking, now: Instant) -> String {
    let told = format!(
        "{} {} {} {}",
        booking.period(),
        booking.resource,
        booking.state_at(now) == BookingState::Requested,
        booking.title
    );
    HEXLOWER.encode(&Sha256::digest(told.as_bytes()))
}

/// What a letter still has to tell somebody: nothing when they know. Asking twice, or late, says nothing twice.
#[must_use]
pub fn owed(one: &Participant, booking: &Booking, now: Instant) -> Option<Method> {
    use BookingState::{Cancelled, Expired, NoShow, Refused};
    if booking.period().end() <= now {
        return None;
    }
    let off = matches!(booking.state_at(now), Cancelled | Refused | Expired | NoShow);
    if off || one.removed_at.is_some() {
        return one.told.is_some().then_some(Method::Cancel);
    }
    let news = may_answer(booking, now) && one.told.as_ref() != Some(&gist(booking, now));
    news.then_some(Method::Request)
}
