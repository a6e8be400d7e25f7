//! Invitations to a team, and why something about a team is refused.

use kernel::{Email, Id, Instant, Locale, OrganisationId};
use people::PersonName;

kernel::codes! {
    /// How far an invitation is.
    pub enum InvitationState {
        /// Waits for its reader.
        Sent = "sent",
        /// They joined.
        Accepted = "accepted",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// Somebody to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// How they are called.
    pub name: PersonName,
    /// Where mail reaches them.
    pub email: Email,
    /// The language of the letter.
    pub language: Locale,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Which one.
    pub id: Id<Invitation>,
    /// Into whose team.
    pub organisation: OrganisationId,
    /// Who.
    pub to: NewInvitation,
    /// How far it is.
    pub state: InvitationState,
    /// When it was sent.
    pub sent_at: Instant,
}

kernel::refusals! {
    /// Why something about a team is refused.
    pub enum TeamRefused {
        /// They belong to the team already.
        AlreadyIn = "teams-refused-already-in",
        /// They are invited already.
        AlreadyInvited = "teams-refused-already-invited",
        /// The invitation was used or taken back.
        LinkSpent = "teams-refused-link-spent",
        /// They do not belong to the team.
        NotInTheTeam = "teams-refused-not-in-the-team",
        /// They run the team already.
        RunsAlready = "teams-refused-runs-already",
        /// One belongs to no such organisation.
        NotMine = "teams-refused-not-mine",
        /// What the organisation pays for them cannot be ended today.
        Contract = "teams-refused-contract",
    }
}

#[cfg(test)]
mod tests {
    use super::{InvitationState, TeamRefused};

    #[test]
    fn every_refusal_and_state_has_its_own_name() {
        let mut keys = TeamRefused::KEYS.to_vec();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), TeamRefused::KEYS.len());
        for state in InvitationState::ALL {
            assert_eq!(InvitationState::parse(state.code()), Ok(*state));
        }
    }
}
