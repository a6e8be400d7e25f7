//! How a room is laid out: theatre, in a U, islands, empty. A layout says how many it then holds, and how long it takes to set up and to
//! take down: while a booking has one, these stand in for the capacity and the buffers of the room (RULES 6, 7).

use super::availability::Buffers;
use super::resource::{Resource, ResourceId};
use kernel::{AccountId, Id, Instant, Name};

/// What identifiers of layouts are identifiers of.
#[derive(Debug)]
pub enum LayoutMark {}

/// The identifier of a layout.
pub type LayoutId = Id<LayoutMark>;

/// A layout of a room, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Which one.
    pub id: LayoutId,
    /// Of which room.
    pub resource: ResourceId,
    /// What the place says of it.
    pub facts: LayoutFacts,
    /// Whether it can be asked for.
    pub active: bool,
}

/// What the place says of a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutFacts {
    /// What people call it; once in a room.
    pub name: Name,
    /// How many people the room then holds: shown and warned, not enforced.
    pub capacity: i64,
    /// Minutes to set it up before, and to take it down after.
    pub buffers: Buffers,
}

kernel::refusals! {
    /// Why a layout is not kept.
    pub enum LayoutRefused {
        /// The room has another of this name.
        NameTaken = "spaces-refused-layout-name",
        /// The capacity is not between one and a hundred thousand.
        Capacity = "spaces-refused-capacity",
        /// The minutes are below nothing or over a day.
        Minutes = "spaces-refused-layout-minutes",
    }
}

impl LayoutFacts {
    /// The facts, if they can be kept.
    ///
    /// # Errors
    /// [`LayoutRefused`] names the first that cannot.
    pub fn checked(self) -> Result<Self, LayoutRefused> {
        if !(1..=100_000).contains(&self.capacity) {
            return Err(LayoutRefused::Capacity);
        }
        let within = |minutes: i64| (0..=1_440).contains(&minutes);
        if within(self.buffers.before) && within(self.buffers.after) {
            Ok(self)
        } else {
            Err(LayoutRefused::Minutes)
        }
    }
}

impl Resource {
    /// The room as it is while laid out so.
    #[must_use]
    pub fn laid_out(mut self, layout: Option<&Layout>) -> Self {
        if let Some(layout) = layout {
            self.facts.capacity = layout.facts.capacity;
            self.facts.buffers = layout.facts.buffers;
        }
        self
    }
}

/// What the desk prepares for a booking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// How the room is laid out.
    pub layout: Option<LayoutId>,
    /// Words of the booker for the desk; may be empty.
    pub note: String,
    /// When somebody said that it is done.
    pub done_at: Option<Instant>,
    /// Who.
    pub done_by: Option<AccountId>,
}

/// The most characters of the words for the desk.
pub const LONGEST_NOTE: usize = 1_000;

/// Words for the desk, trimmed, if they can be kept: no control characters but line breaks.
#[must_use]
pub fn note(text: &str) -> Option<String> {
    let text = text.trim().replace("\r\n", "\n");
    let fits = text.chars().count() <= LONGEST_NOTE;
    let plain = text.chars().all(|letter| letter == '\n' || !letter.is_control());
    (fits && plain).then_some(text)
}

/// The layout of another room that a booking keeps when it moves there: the one of the same name, while it can be asked for.
#[must_use]
pub fn same_there(kept: &Layout, to: ResourceId, there: &[Layout]) -> Option<Layout> {
    if kept.resource == to {
        return Some(kept.clone());
    }
    let mut there = there.iter().filter(|one| one.resource == to && one.active);
    there.find(|one| one.facts.name == kept.facts.name).cloned()
}
