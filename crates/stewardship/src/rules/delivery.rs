//! Letters and parcels that wait for somebody.

use kernel::{Day, Id, Instant, PersonId};
use people::Party;

kernel::codes! {
    /// What arrived.
    pub enum DeliveryKind {
        /// A letter.
        Letter = "letter",
        /// A registered letter: it is signed for, and its time limit runs.
        Registered = "registered",
        /// A parcel.
        Parcel = "parcel",
    }
}

impl DeliveryKind {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Letter => "stewardship-delivery-letter",
            Self::Registered => "stewardship-delivery-registered",
            Self::Parcel => "stewardship-delivery-parcel",
        }
    }
}

kernel::codes! {
    /// What became of it.
    pub enum Ending {
        /// Somebody took it.
        HandedOver = "handed_over",
        /// It went back to its sender.
        Returned = "returned",
        /// It was written down by mistake.
        Mistaken = "mistaken",
    }
}

impl Ending {
    /// The key of the message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::HandedOver => "stewardship-delivery-handed-over",
            Self::Returned => "stewardship-delivery-returned",
            Self::Mistaken => "stewardship-delivery-mistaken",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::HandedOver => "success",
            Self::Returned => "warning",
            Self::Mistaken => "neutral",
        }
    }
}

kernel::refusals! {
    /// Why a delivery is not written down or not ended.
    pub enum DeliveryRefused {
        /// Nobody of that name in the place.
        NoAddressee = "stewardship-refused-no-addressee",
        /// Not between one and the most.
        Quantity {
            /// The most at once.
            maximum: i64
        } = "stewardship-refused-quantity",
        /// It does not wait any more.
        Ended = "stewardship-refused-delivery-ended",
        /// It waits already.
        Waiting = "stewardship-refused-delivery-waiting",
        /// Who took it was not said.
        TakenBy = "stewardship-refused-taken-by",
    }
}

/// The most pieces written down at once.
pub const MOST_PIECES: i64 = 200;
/// The most reminders of one delivery.
pub const MOST_REMINDERS: i64 = 3;
/// Days after which somebody is reminded, when the place has not chosen.
pub const USUAL_REMINDER_DAYS: i64 = 7;

/// A letter or a parcel, or several that came together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Which one.
    pub id: Id<Delivery>,
    /// For whom.
    pub addressee: Party,
    /// What it is.
    pub kind: DeliveryKind,
    /// How many pieces.
    pub quantity: i64,
    /// From whom; may be empty.
    pub sender: String,
    /// Where it lies; may be empty.
    pub kept_at: String,
    /// When it came.
    pub arrived_at: Instant,
    /// Who wrote it down.
    pub received_by: Option<PersonId>,
    /// When its addressee was last written to.
    pub told_at: Option<Instant>,
    /// How many letters followed the first.
    pub reminders: i64,
    /// How it ended.
    pub ended: Option<Ended>,
}

/// How a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Instant,
    /// How.
    pub how: Ending,
    /// Who of the desk did it.
    pub by: Option<PersonId>,
    /// Who took it, as the desk wrote it; empty when nobody did.
    pub taken_by: String,
}

impl Delivery {
    /// Whether its addressee is to be reminded today: it waits, they were written to `after_days` or more ago, and fewer than
    /// [`MOST_REMINDERS`] times since. `after_days` of 0 means never.
    #[must_use]
    pub fn is_reminder_due(&self, told_on: Day, today: Day, after_days: i64) -> bool {
        self.ended.is_none()
            && after_days > 0
            && self.reminders < MOST_REMINDERS
            && told_on.days_until(today) >= after_days
    }
}

/// As many pieces as are written down at once.
///
/// # Errors
/// [`DeliveryRefused::Quantity`].
pub fn check_quantity(quantity: i64) -> Result<i64, DeliveryRefused> {
    if (1..=MOST_PIECES).contains(&quantity) {
        Ok(quantity)
    } else {
        Err(DeliveryRefused::Quantity { maximum: MOST_PIECES })
    }
}
