//! What the desk prepares for bookings: the room as it is wanted, and each extra; ticked one by one (T13).

use super::availability::Occupation;
use super::booking::BookingId;
use super::extras::{ExtraLine, ExtraLineId};
use super::layout::Setup;
use super::resource::ResourceId;
use kernel::{AccountId, Instant, Name, PersonId};

/// Something to prepare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The room itself: its layout, its chairs, what was said to the desk.
    Room,
    /// An extra.
    Extra(ExtraLineId),
}

/// Who said that something is prepared, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// When.
    pub at: Instant,
    /// Who, unless it was the house itself.
    pub by: Option<AccountId>,
}

/// A booking that something is to be prepared for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Which booking.
    pub booking: BookingId,
    /// Where.
    pub resource: ResourceId,
    /// What that is called.
    pub space: Name,
    /// For whom.
    pub person: Option<PersonId>,
    /// The caller's name, for a caller without a record.
    pub caller_name: String,
    /// What for; may be empty.
    pub title: String,
    /// How many people come, if said.
    pub people: Option<i64>,
    /// When, and with the time to set up before.
    pub occupation: Occupation,
    /// How the room is wanted.
    pub setup: Setup,
    /// What is had with it, those given up left out.
    pub extras: Vec<ExtraLine>,
}

impl Prepared {
    /// What is to be prepared, ticked or not: the room when anything was said of it, and each extra.
    #[must_use]
    pub fn items(&self) -> Vec<(Item, Option<Ticked>)> {
        let wanted = self.setup.layout.is_some() || !self.setup.note.is_empty() || self.people.is_some();
        let ticked = |at: Option<Instant>, by| at.map(|at| Ticked { at, by });
        let room = wanted.then(|| (Item::Room, ticked(self.setup.done_at, self.setup.done_by)));
        let extras = self
            .extras
            .iter()
            .filter(|line| line.count > 0)
            .map(|line| (Item::Extra(line.id), ticked(line.done_at, line.done_by)));
        room.into_iter().chain(extras).collect()
    }

    /// How many of these are not ticked.
    #[must_use]
    pub fn left(&self) -> usize {
        self.items().iter().filter(|(_, ticked)| ticked.is_none()).count()
    }

    /// When setting up begins at the latest: so many minutes before the booking as its layout or its room takes.
    #[must_use]
    pub const fn begins_by(&self) -> Instant {
        self.occupation.whole().start()
    }
}
