//! What can be booked.

use crate::rules::availability::Buffers;
use kernel::{Id, Name};

/// What identifiers of resources are identifiers of.
#[derive(Debug)]
pub enum ResourceMark {}

/// The identifier of a resource.
pub type ResourceId = Id<ResourceMark>;

kernel::codes! {
    /// What kind of thing a resource is.
    pub enum ResourceKind {
        /// A meeting room, a phone booth.
        Room = "room",
        /// The large room, let for events.
        Hall = "hall",
        /// Desks that are as good as each other.
        DeskPool = "desk_pool",
        /// Outside.
        Garden = "garden",
    }
}

/// Something that can be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Which one.
    pub id: ResourceId,
    /// What kind.
    pub kind: ResourceKind,
    /// What people call it; unique in the place.
    pub name: Name,
    /// The floor, as the place says it.
    pub level: String,
    /// How many bookings it takes at the same time.
    pub units: i64,
    /// How many people it holds: shown and warned, not enforced (RULES 6).
    pub capacity: i64,
    /// The product that gives its prices; none when it is free.
    pub product: Option<kernel::Id<billing::Product>>,
    /// Minutes before and after each booking.
    pub buffers: Buffers,
    /// A few sentences for the public page.
    pub description: String,
    /// What is in it, one thing a line.
    pub equipment: String,
    /// Its place in lists.
    pub position: i64,
    /// Whether it can be booked at all.
    pub active: bool,
}
