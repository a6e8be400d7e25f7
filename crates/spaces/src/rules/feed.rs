//! What a calendar followed from outside shows.

use kernel::{Id, Instant, PersonId};

kernel::codes! {
    /// Whose bookings a followed calendar shows.
    pub enum FeedScope {
        /// Those of the person it belongs to.
        Own = "own",
        /// All of the place, with who booked; for those who may see that.
        House = "house",
    }
}

/// What identifiers of feeds are identifiers of.
#[derive(Debug)]
pub enum FeedMark {}

/// A calendar that a person follows from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Which one.
    pub id: Id<FeedMark>,
    /// Whose.
    pub person: PersonId,
    /// What it shows.
    pub scope: FeedScope,
    /// Since when its address is known.
    pub made_at: Instant,
}
