//! A request to have the place to oneself, and what may become of it.

use super::wanted::{Wanted, WantedRefused};
use guests::Asked;
use kernel::{Day, Id, Instant, Period, PersonId};
use spaces::{BookingId, ResourceId};

kernel::codes! {
    /// Where a request stands.
    pub enum HireState {
        /// The address is not proven: nobody of the team sees it.
        Unproven = "unproven",
        /// It waits for the place.
        Open = "open",
        /// A quote was sent.
        Answered = "answered",
        /// The quote was accepted.
        Accepted = "accepted",
        /// The place said no.
        Refused = "refused",
        /// The customer said no, or nothing.
        Lost = "lost",
    }
}

impl HireState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unproven => "hires-state-unproven",
            Self::Open => "hires-state-open",
            Self::Answered => "hires-state-answered",
            Self::Accepted => "hires-state-accepted",
            Self::Refused => "hires-state-refused",
            Self::Lost => "hires-state-lost",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Unproven => "neutral",
            Self::Open => "warning",
            Self::Answered => "info",
            Self::Accepted => "success",
            Self::Refused | Self::Lost => "error",
        }
    }
}

kernel::codes! {
    /// What is done with a request.
    pub enum HireAct {
        /// The address is proven.
        Prove = "prove",
        /// Its slots are changed or kept, a quote is written.
        Prepare = "prepare",
        /// A quote goes out.
        Answer = "answer",
        /// The quote is taken back.
        Reopen = "reopen",
        /// The quote is accepted.
        Accept = "accept",
        /// The place says no.
        Refuse = "refuse",
        /// It comes to nothing.
        Lose = "lose",
    }
}

/// Where an act leads; none where it is not possible.
#[must_use]
pub const fn after(state: HireState, act: HireAct) -> Option<HireState> {
    match (state, act) {
        (HireState::Unproven, HireAct::Prove)
        | (HireState::Open | HireState::Lost | HireState::Refused, HireAct::Prepare)
        | (HireState::Answered, HireAct::Reopen) => Some(HireState::Open),
        (HireState::Open, HireAct::Answer) => Some(HireState::Answered),
        (HireState::Answered, HireAct::Accept) => Some(HireState::Accepted),
        (HireState::Open, HireAct::Refuse) => Some(HireState::Refused),
        (HireState::Open | HireState::Answered, HireAct::Lose) => Some(HireState::Lost),
        _ => None,
    }
}

/// A space at some hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HireSlot {
    /// Which one.
    pub id: Id<HireSlot>,
    /// Of which request.
    pub hire: Id<Hire>,
    /// Which space.
    pub resource: ResourceId,
    /// When.
    pub period: Period,
    /// What keeps it, or kept it.
    pub booking: Option<BookingId>,
}

impl HireSlot {
    /// Whether its hours have begun.
    #[must_use]
    pub fn has_begun(&self, now: Instant) -> bool {
        self.period.start() <= now
    }
}

/// For how many days the link of a quote still shows it when nothing more can come of it.
const LINK_DAYS: i64 = 90;

/// The last day on which the link of a quote shows it: some time after its validity, and after the hire when it was accepted.
#[must_use]
pub fn link_until(valid_until: Day, accepted_until: Option<Day>) -> Day {
    let last = accepted_until.map_or(valid_until, |day| day.max(valid_until));
    last.plus_days(LINK_DAYS)
}

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hire {
    /// Which one.
    pub id: Id<Hire>,
    /// Who asks.
    pub asked: Asked,
    /// As whom the place knows them.
    pub person: Option<PersonId>,
    /// What for.
    pub wanted: Wanted,
    /// Where it stands.
    pub state: HireState,
    /// Why it was refused or lost; may be empty.
    pub reason: String,
    /// When it came.
    pub asked_at: Instant,
    /// When the address was proven.
    pub proven_at: Option<Instant>,
    /// When it was last answered, by either side.
    pub answered_at: Option<Instant>,
}

/// A word between the customer and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which one.
    pub id: Id<Message>,
    /// Whether the customer wrote it.
    pub from_customer: bool,
    /// What it says.
    pub body: String,
    /// When.
    pub written_at: Instant,
    /// Who of the team.
    pub by: Option<PersonId>,
}

kernel::refusals! {
    /// Why something is not done with a request.
    pub enum HireRefused {
        /// A text in force was not agreed to.
        TextMissing = "guests-refused-text-missing",
        /// As many requests of this address wait for their proof as may.
        TooMany = "hires-refused-too-many",
        /// It does not stand where this may be done.
        NotNow = "hires-refused-not-now",
        /// A space that was to be kept cannot be had any more: nothing was done.
        SlotGone {
            /// Which space.
            space: String,
            /// When.
            when: String
        } = "hires-refused-slot-gone",
        /// A space of the quote is not kept, or not until its last day.
        NotKept {
            /// Which space.
            space: String,
            /// When.
            when: String
        } = "hires-refused-not-kept",
        /// It is on a quote that was sent.
        OnQuote = "hires-refused-on-quote",
        /// Thirty slots at most.
        TooManySlots = "hires-refused-slots",
        /// The text is empty, too long, or cannot be printed.
        Text = "hires-refused-text",
        /// The hire is not over.
        NotOver = "hires-refused-not-over",
        /// The last hour of the hire is still to come.
        NotEnded = "hires-refused-not-ended",
        /// The deposit was noted already.
        DepositKnown = "hires-refused-deposit-known",
        /// It is said of a day that is still to come.
        ToCome = "hires-refused-to-come",
        /// It is said of a day before anybody asked.
        TooEarly = "hires-refused-too-early",
        /// The hours are past, or too far away for anybody to promise.
        Hours = "hires-refused-hours",
        /// The quote would be valid beyond the first day of what it offers.
        TooLate = "hires-refused-too-late",
        /// A line of the quote is a space that was taken off the request.
        LineGone {
            /// What the line says.
            line: String
        } = "hires-refused-line-gone",
        /// The deposit was settled already.
        Settled = "hires-refused-settled",
        /// A damage is charged under a product that is sold, and none was chosen.
        Charge = "hires-refused-charge",
        /// The amount is below nothing or more than can be meant.
        Amount = "billing-refused-amount",
        /// A part is kept and nobody says why.
        ReasonMissing = "hires-refused-reason",
    }
}

/// Why an act is refused: the field it is about, and why.
pub struct At {
    /// The field.
    pub field: &'static str,
    /// The reason.
    pub why: Box<dyn kernel::Refusal + Send>,
}

impl At {
    /// A refusal at a field.
    pub fn new(field: &'static str, why: impl kernel::Refusal + Send + 'static) -> Self {
        Self {
            field,
            why: Box::new(why),
        }
    }
}

impl From<(&'static str, WantedRefused)> for At {
    fn from((field, why): (&'static str, WantedRefused)) -> Self {
        Self::new(field, why)
    }
}

impl std::fmt::Debug for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}", self.why.key(), self.field)
    }
}
