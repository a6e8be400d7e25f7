//! A proposal: somebody's idea of an event, and what the council answers.

use super::event::EventId;
use super::registration::Attendee;
use kernel::{Day, Id, Instant, PersonId};

/// What identifiers of proposals are identifiers of.
#[derive(Debug)]
pub enum ProposalMark {}

/// The identifier of a proposal.
pub type ProposalId = Id<ProposalMark>;

kernel::codes! {
    /// Where a proposal stands.
    pub enum ProposalState {
        /// The address is not proven yet: nobody of the council sees it.
        Unconfirmed = "unconfirmed",
        /// It waits for the council.
        Open = "open",
        /// The council asked something, and waits for the answer.
        Asked = "asked",
        /// It is going to be: a draft was made of it.
        Accepted = "accepted",
        /// It is not going to be, for a reason that was given.
        Refused = "refused",
        /// Whoever proposed it does no more.
        Withdrawn = "withdrawn",
    }
}

kernel::codes! {
    /// What a remark on a proposal is.
    pub enum RemarkKind {
        /// Among the council.
        Comment = "comment",
        /// To who proposed.
        Question = "question",
        /// By who proposed.
        Answer = "answer",
    }
}

impl ProposalState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unconfirmed => "events-proposal-unconfirmed",
            Self::Open => "events-proposal-open",
            Self::Asked => "events-proposal-asked",
            Self::Accepted => "events-proposal-accepted",
            Self::Refused => "events-proposal-refused",
            Self::Withdrawn => "events-proposal-withdrawn",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Unconfirmed | Self::Asked => "warning",
            Self::Open => "info",
            Self::Accepted => "success",
            Self::Refused | Self::Withdrawn => "neutral",
        }
    }

    /// Whether the council may still answer.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Asked)
    }
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idea {
    /// What it would be called.
    pub title: String,
    /// What it is about.
    pub body: String,
    /// When, how many, what it takes; may be empty.
    pub wish: String,
}

/// A proposal as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which one.
    pub id: ProposalId,
    /// Who proposes; of a person of the place only who they are.
    pub proposer: Attendee,
    /// What.
    pub idea: Idea,
    /// Where it stands.
    pub state: ProposalState,
    /// Why it is not going to be.
    pub reason: String,
    /// The event that was made of it.
    pub event: Option<EventId>,
    /// Since when.
    pub made_at: Instant,
}

/// Something said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who said it; none for who proposed from outside.
    pub person: Option<PersonId>,
    /// What it is.
    pub kind: RemarkKind,
    /// In these words.
    pub body: String,
    /// When.
    pub said_at: Instant,
}

/// A seat in the council that programmes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CouncilSeat {
    /// Which one.
    pub id: Id<CouncilSeat>,
    /// Whose.
    pub person: PersonId,
    /// The first day.
    pub first_day: Day,
    /// The last day, if it is known.
    pub last_day: Option<Day>,
}

impl CouncilSeat {
    /// Whether it is held on a day.
    #[must_use]
    pub fn is_held_on(&self, day: Day) -> bool {
        self.first_day <= day && self.last_day.is_none_or(|last| day <= last)
    }
}

kernel::refusals! {
    /// Why a proposal is not taken or not answered.
    pub enum ProposalRefused {
        /// The place takes proposals of members alone.
        MembersOnly = "events-refused-members-only",
        /// It was answered, or withdrawn.
        Answered = "events-refused-answered",
        /// Nothing was asked.
        NothingAsked = "events-refused-nothing-asked",
        /// A refusal says why.
        ReasonMissing = "events-refused-reason-missing",
        /// The last day comes before the first.
        Days = "events-refused-council-days",
        /// They sit in the council on one of these days.
        SeatedAlready = "events-refused-seated-already",
    }
}

/// Whether two spans of days, the second of which may have no end, have a day in common.
#[must_use]
pub fn overlaps(one: (Day, Option<Day>), other: (Day, Option<Day>)) -> bool {
    let before = |last: Option<Day>, first: Day| last.is_some_and(|last| last < first);
    !before(one.1, other.0) && !before(other.1, one.0)
}
