//! What breaks, from its report to its end.

use super::equipment::Equipment;
use kernel::{Id, Instant, Money, PersonId};
use spaces::ResourceId;

kernel::codes! {
    /// How much it presses.
    pub enum Urgency {
        /// Whenever there is time.
        Low = "low",
        /// This week.
        Normal = "normal",
        /// Somebody cannot work, or may be hurt.
        High = "high",
    }
}

impl Urgency {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Low => "stewardship-urgency-low",
            Self::Normal => "stewardship-urgency-normal",
            Self::High => "stewardship-urgency-high",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Low => "neutral",
            Self::Normal => "info",
            Self::High => "error",
        }
    }
}

kernel::codes! {
    /// Where it stands.
    pub enum IncidentState {
        /// Nobody has looked at it.
        Reported = "reported",
        /// Somebody looks after it.
        InHand = "in_hand",
        /// It waits for a part, for somebody from outside.
        Waiting = "waiting",
        /// It is mended.
        Solved = "solved",
        /// It will not be done.
        Declined = "declined",
    }
}

impl IncidentState {
    /// The key of the message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Reported => "stewardship-incident-reported",
            Self::InHand => "stewardship-incident-in-hand",
            Self::Waiting => "stewardship-incident-waiting",
            Self::Solved => "stewardship-incident-solved",
            Self::Declined => "stewardship-incident-declined",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Reported => "warning",
            Self::InHand | Self::Waiting => "info",
            Self::Solved => "success",
            Self::Declined => "neutral",
        }
    }

    /// Whether there is still something to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Reported | Self::InHand | Self::Waiting)
    }

    /// Whether it may become another: nobody makes it unseen again, and what ended is only taken in hand again.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        if self == next {
            return true;
        }
        match next {
            Self::Reported => false,
            Self::InHand => true,
            Self::Waiting | Self::Solved | Self::Declined => self.is_open(),
        }
    }
}

kernel::refusals! {
    /// Why an incident is not reported or followed up.
    pub enum IncidentRefused {
        /// No such room or thing in the place.
        NoSubject = "stewardship-refused-incident-subject",
        /// It cannot go from where it stands to there.
        State = "stewardship-refused-incident-state",
        /// Nothing was said and nothing changed.
        Nothing = "stewardship-refused-incident-nothing",
        /// Below nothing, or more than can be meant.
        Cost = "stewardship-refused-incident-cost",
    }
}

/// The most that mending something costs: a million.
pub const LARGEST_COST_CENTS: i64 = 100_000_000;

/// Something broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// Which one.
    pub id: Id<Incident>,
    /// Who reported it; of what is unnamed, who keeps the tablet at which it was told.
    pub reporter: PersonId,
    /// Whether it was told at a door by somebody who did not say who they are.
    pub unnamed: bool,
    /// What it is about.
    pub subject: Subject,
    /// In one line.
    pub title: String,
    /// In full; may be empty.
    pub detail: String,
    /// How much it presses.
    pub urgency: Urgency,
    /// Where it stands.
    pub state: IncidentState,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// What it cost so far, net.
    pub cost: Money,
    /// When it was reported.
    pub reported_at: Instant,
}

impl Incident {
    /// Whether that person reported it.
    #[must_use]
    pub fn is_of(&self, person: PersonId) -> bool {
        !self.unnamed && self.reporter == person
    }
}

/// What an incident is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A room or another space.
    Space(ResourceId),
    /// A thing of the inventory.
    Thing(Id<Equipment>),
    /// Neither: it is told in words.
    Other,
}

/// What was said and done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which one.
    pub id: Id<Step>,
    /// Who.
    pub person: Option<PersonId>,
    /// When.
    pub at: Instant,
    /// Where it stood from then on, when that changed.
    pub state: Option<IncidentState>,
    /// What was said; may be empty.
    pub body: String,
}
