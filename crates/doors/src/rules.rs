//! The decisions of doors: facts in, decision out.

use kernel::{Id, Instant, PersonId, Refusal};
use spaces::{BookingRefusal, ResourceId};
use stewardship::IncidentRefused;

/// What identifiers of tablets are identifiers of.
#[derive(Debug)]
pub enum TabletMark {}

/// The identifier of a tablet.
pub type TabletId = Id<TabletMark>;

/// A screen left open at the door of a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tablet {
    /// Which one.
    pub id: TabletId,
    /// At which door.
    pub resource: ResourceId,
    /// What the team calls it.
    pub name: String,
    /// Since when its address is good.
    pub made_at: Instant,
    /// Who made it: faults told at the door without a number are in their name.
    pub made_by: Option<PersonId>,
}

/// Somebody who stands at a door and said their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtDoor {
    /// Who.
    pub person: PersonId,
    /// Whether they are of the team.
    pub staff: bool,
}

/// The lengths that a tablet books, in minutes.
pub const MINUTES: [i64; 3] = [15, 30, 60];

/// One of the lengths that a tablet books.
///
/// # Errors
/// [`DoorRefused::Length`] for any other.
pub fn minutes(text: &str) -> Result<i64, DoorRefused> {
    let asked = text.parse::<i64>().ok();
    asked
        .filter(|asked| MINUTES.contains(asked))
        .ok_or(DoorRefused::Length)
}

kernel::refusals! {
    /// Why nothing is done at a door.
    pub enum DoorRefused {
        /// Nobody of the place has this number.
        UnknownNumber = "doors-refused-number",
        /// Too many numbers were tried here.
        TooMany = "doors-refused-too-many",
        /// Enough was told to be broken here by people who did not say who they are.
        TooManyFaults = "doors-refused-too-many-faults",
        /// A tablet books 15, 30 or 60 minutes.
        Length = "doors-refused-length",
        /// What is under way is somebody else's.
        NotYours = "doors-refused-not-yours",
        /// Nothing is under way.
        NothingNow = "doors-refused-nothing-now",
        /// A tablet has no name, or one that is too long.
        Name = "doors-refused-name",
    }
}

/// Every way in which somebody at a door is refused, as one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtDoorRefused {
    /// By the door itself.
    Door(DoorRefused),
    /// By the rules of bookings.
    Booking(BookingRefusal),
    /// By the rules of what is broken.
    Incident(IncidentRefused),
}

impl AtDoorRefused {
    fn inner(&self) -> &dyn Refusal {
        match self {
            Self::Door(refused) => refused,
            Self::Booking(refused) => refused,
            Self::Incident(refused) => refused,
        }
    }
}

impl Refusal for AtDoorRefused {
    fn key(&self) -> &'static str {
        self.inner().key()
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        self.inner().arguments()
    }
}
