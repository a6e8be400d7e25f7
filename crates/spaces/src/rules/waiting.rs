//! Who waits for hours that are taken.
//!
//! An offer is a request of whoever waits: it holds the hours as every request does, until it is taken or its time is over.

use super::booking::{BookingId, SlotRefused};
use super::layout::LayoutId;
use super::refusal::BookingRefusal;
use super::resource::ResourceId;
use kernel::{Id, Instant, Period, PersonId};

/// What identifiers of entries on the waiting list are identifiers of.
#[derive(Debug)]
pub enum WaitingMark {}

/// The identifier of an entry on the waiting list.
pub type WaitingId = Id<WaitingMark>;

kernel::codes! {
    /// Where an entry stands.
    pub enum WaitingState {
        /// The hours are taken.
        Waiting = "waiting",
        /// They came free, and are kept for a while.
        Offered = "offered",
        /// They were taken.
        Accepted = "accepted",
        /// Nobody answered in time, or the place took the offer back.
        Lapsed = "lapsed",
        /// Whoever waited does no more.
        Withdrawn = "withdrawn",
        /// The hours began before they came free.
        Over = "over",
    }
}

impl WaitingState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Waiting => "spaces-waiting-waiting",
            Self::Offered => "spaces-waiting-offered",
            Self::Accepted => "spaces-waiting-accepted",
            Self::Lapsed => "spaces-waiting-lapsed",
            Self::Withdrawn => "spaces-waiting-withdrawn",
            Self::Over => "spaces-waiting-over",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Waiting => "warning",
            Self::Offered | Self::Accepted => "success",
            Self::Lapsed | Self::Withdrawn | Self::Over => "neutral",
        }
    }
}

/// An entry on the waiting list as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingEntry {
    /// Which one.
    pub id: WaitingId,
    /// For what.
    pub resource: ResourceId,
    /// Who waits.
    pub person: PersonId,
    /// For which hours.
    pub period: Period,
    /// What for.
    pub title: String,
    /// How many people come, if said.
    pub attendance: Option<i64>,
    /// How the room is laid out: the time that it takes around the hours must be free too.
    pub layout: Option<LayoutId>,
    /// Words for the desk; may be empty.
    pub note: String,
    /// Where it stands.
    pub state: WaitingState,
    /// What was offered.
    pub booking: Option<BookingId>,
    /// Until when it is kept.
    pub offer_until: Option<Instant>,
    /// Since when they wait: the first who fits goes first.
    pub joined_at: Instant,
}

/// How long an offer holds: so many hours, never past the beginning.
#[must_use]
pub fn offer_until(now: Instant, hours: i64, period: Period) -> Instant {
    now.plus_minutes(hours.clamp(1, 168) * 60).min(period.start())
}

/// Whether hours refused for this reason may come free: only then is there something to wait for.
#[must_use]
pub const fn may_come_free(refusal: &BookingRefusal) -> bool {
    matches!(
        refusal,
        BookingRefusal::Slot(
            SlotRefused::Taken { .. }
                | SlotRefused::TakenBy { .. }
                | SlotRefused::TakenWith { .. }
                | SlotRefused::Buffer { .. }
                | SlotRefused::Full
        )
    )
}
