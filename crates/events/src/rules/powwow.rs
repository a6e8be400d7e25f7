//! The regular meeting of everybody: points, who wants to speak, proposals that others second, what was decided.

use super::event::EventId;
use kernel::{Day, Id, Instant, PersonId};

/// What identifiers of points are identifiers of.
#[derive(Debug)]
pub enum PointMark {}

/// The identifier of a point of a meeting.
pub type PointId = Id<PointMark>;

/// What identifiers of proposals to the meeting are identifiers of.
#[derive(Debug)]
pub enum MotionMark {}

/// The identifier of a proposal to the meeting.
pub type MotionId = Id<MotionMark>;

/// What identifiers of decisions are identifiers of.
#[derive(Debug)]
pub enum DecisionMark {}

/// The identifier of a decision.
pub type DecisionId = Id<DecisionMark>;

kernel::codes! {
    /// Where a proposal to the meeting stands.
    pub enum MotionState {
        /// Others may second it.
        Open = "open",
        /// Seconded by enough; the next meeting is not announced yet.
        Ready = "ready",
        /// On the agenda of a meeting.
        Scheduled = "scheduled",
        /// Whoever made it does no more.
        Withdrawn = "withdrawn",
    }
}

impl MotionState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Open => "events-motion-open",
            Self::Ready => "events-motion-ready",
            Self::Scheduled => "events-motion-scheduled",
            Self::Withdrawn => "events-motion-withdrawn",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Open => "info",
            Self::Ready => "warning",
            Self::Scheduled => "success",
            Self::Withdrawn => "neutral",
        }
    }
}

/// A point of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which one.
    pub id: PointId,
    /// Of which meeting.
    pub event: EventId,
    /// Who brings it.
    pub person: Option<PersonId>,
    /// The proposal it comes from.
    pub motion: Option<MotionId>,
    /// In a line.
    pub title: String,
    /// In more words; may be empty.
    pub body: String,
    /// The minutes wished for.
    pub minutes: i64,
    /// Its place in the order.
    pub position: i64,
    /// What was said; may be empty.
    pub notes: String,
}

/// A proposal made before everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// Which one.
    pub id: MotionId,
    /// Who makes it.
    pub person: PersonId,
    /// In a line.
    pub title: String,
    /// In more words; may be empty.
    pub body: String,
    /// How many must second it.
    pub needed: i64,
    /// Where it stands.
    pub state: MotionState,
    /// Since when.
    pub made_at: Instant,
}

/// What was decided on a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which one.
    pub id: DecisionId,
    /// On which point.
    pub point: PointId,
    /// What.
    pub body: String,
    /// Who does it; may be empty.
    pub owner: String,
    /// By when, if it was said.
    pub due_on: Option<Day>,
    /// When it was done, if it is.
    pub done_on: Option<Day>,
}

kernel::refusals! {
    /// Why something of a meeting is not taken.
    pub enum PowwowRefused {
        /// The meeting is over, given up, or not announced.
        Closed = "events-refused-powwow-closed",
        /// The minutes are not between 1 and 240.
        Minutes = "events-refused-minutes",
        /// One does not second one's own proposal.
        OwnMotion = "events-refused-own-motion",
        /// It is seconded enough, or withdrawn.
        MotionOver = "events-refused-motion-over",
        /// More points than a meeting can hold.
        TooManyPoints = "events-refused-too-many-points",
    }
}

/// The most points of a meeting.
pub(crate) const MOST_POINTS: usize = 60;
/// The minutes of a point that comes from a proposal.
pub(crate) const MOTION_MINUTES: i64 = 15;

/// Reads the minutes wished for.
///
/// # Errors
/// [`PowwowRefused::Minutes`].
pub fn minutes(asked: i64) -> Result<i64, PowwowRefused> {
    if (1..=240).contains(&asked) {
        Ok(asked)
    } else {
        Err(PowwowRefused::Minutes)
    }
}

/// The order after one point changed places with its neighbour: identifiers as they should follow one another. At an end nothing moves.
#[must_use]
pub fn reordered(order: &[PointId], moved: PointId, up: bool) -> Vec<PointId> {
    let mut order = order.to_vec();
    let at = order.iter().position(|id| *id == moved);
    let other = at.and_then(|at| if up { at.checked_sub(1) } else { at.checked_add(1) });
    if let (Some(at), Some(other)) = (at, other)
        && other < order.len()
    {
        order.swap(at, other);
    }
    order
}
