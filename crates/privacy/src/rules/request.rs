//! What somebody asks about their data, and until when it is answered.

use kernel::{Day, Id, Instant, PersonId};

/// The most characters of a note or of an answer.
pub(crate) const LONGEST_TEXT: usize = 2_000;

kernel::codes! {
    /// What is asked (GDPR, articles 15 to 21).
    pub enum RequestKind {
        /// A copy of what is held.
        Access = "access",
        /// Something wrong to be put right.
        Rectification = "rectification",
        /// To be forgotten.
        Erasure = "erasure",
        /// That something is no longer done with their data.
        Objection = "objection",
    }
}

impl RequestKind {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> String {
        format!("privacy-kind-{}", self.code())
    }
}

kernel::codes! {
    /// Where a request stands.
    pub enum RequestState {
        /// It waits for an answer.
        Open = "open",
        /// It was done.
        Granted = "granted",
        /// It was declined, with the reason.
        Declined = "declined",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
    }
}

impl RequestState {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> String {
        format!("privacy-state-{}", self.code())
    }

    /// The look of its badge.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Open => "warning",
            Self::Granted => "success",
            Self::Declined => "error",
            Self::Withdrawn => "neutral",
        }
    }
}

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which one.
    pub id: Id<Request>,
    /// Who.
    pub person: PersonId,
    /// What.
    pub kind: RequestKind,
    /// The day it came in.
    pub asked_on: Day,
    /// The last day to answer.
    pub due_on: Day,
    /// What was said with it.
    pub note: String,
    /// Where it stands.
    pub state: RequestState,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// What was answered.
    pub answer: String,
}

impl Request {
    /// Whether its day is over and it is not answered.
    #[must_use]
    pub fn is_late(&self, today: Day) -> bool {
        self.state == RequestState::Open && self.due_on < today
    }
}

/// The last day to answer: a month after the request, on the same day of the month or the last one (GDPR, article 12.3).
#[must_use]
pub fn due_on(asked_on: Day) -> Day {
    asked_on.plus_months(1)
}

kernel::refusals! {
    /// Why something about personal data is not done.
    pub enum PrivacyRefused {
        /// The day of a request is still to come.
        NotYet = "privacy-refused-not-yet",
        /// An erasure was asked for already.
        AskedAlready = "privacy-refused-asked-already",
        /// The request was answered or taken back.
        Answered = "privacy-refused-answered",
        /// Who declines says why.
        ReasonNeeded = "privacy-refused-reason-needed",
        /// A text is too long.
        TooLong {
            /// The most characters.
            most: usize
        } = "privacy-refused-too-long",
        /// Something is open between the place and this person.
        Hindered = "privacy-refused-hindered",
        /// The person is of the team: only who gives rights may do this.
        OfTheTeam = "privacy-refused-of-the-team",
        /// Nobody else could administer the place.
        LastAdministrator = "privacy-refused-last-administrator",
        /// The person was erased.
        Erased = "privacy-refused-erased",
        /// The months are outside of what may be chosen.
        OutOfBounds {
            /// The fewest months.
            least: i64,
            /// The most months.
            most: i64
        } = "privacy-refused-out-of-bounds",
        /// Both sign in: one account must be closed first.
        BothSignIn = "privacy-refused-both-sign-in",
        /// Both are the same record.
        SameRecord = "privacy-refused-same-record",
        /// There are enough copies for now.
        EnoughCopies = "privacy-refused-enough-copies",
    }
}
