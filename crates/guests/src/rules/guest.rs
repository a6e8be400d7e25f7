//! Somebody from outside, and what they asked for.

use joining::HouseText;
use kernel::{Email, Id, Instant, Locale, Name, PersonId, Phone, Siren};
use people::PersonName;
use spaces::{BookingId, BookingRefusal, SlotRefused};

/// What a guest says of themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How they are called.
    pub name: PersonName,
    /// Where the link goes; nothing once it was forgotten.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// The language they read.
    pub language: Locale,
    /// For whom they come.
    pub organisation: Option<(Name, Option<Siren>)>,
    /// The house rules they agreed to.
    pub rules: Option<Id<HouseText>>,
    /// The privacy notice they read.
    pub privacy: Option<Id<HouseText>>,
}

/// A booking asked for from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestBooking {
    /// Which booking.
    pub booking: BookingId,
    /// Who asked.
    pub asked: Asked,
    /// When.
    pub asked_at: Instant,
    /// When the address was proven.
    pub proven_at: Option<Instant>,
    /// The person that it turned out to be.
    pub person: Option<PersonId>,
}

kernel::refusals! {
    /// Why a guest is refused, beside what the space itself refuses.
    pub enum GuestRefused {
        /// A text in force was not agreed to.
        TextMissing = "guests-refused-text-missing",
        /// A text changed while the form was open.
        TextChanged = "guests-refused-text-changed",
        /// They hold as many unproven hours as one may.
        TooManyHeld = "guests-refused-too-many-held",
        /// The time to confirm is over, or it was given up.
        Over = "guests-refused-over",
    }
}

/// Why a guest's booking is not made: the field it is about, and why.
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

impl From<BookingRefusal> for At {
    fn from(refusal: BookingRefusal) -> Self {
        let field = match &refusal {
            BookingRefusal::Slot(SlotRefused::Attendance) => "attendance",
            BookingRefusal::Slot(SlotRefused::Text) => "title",
            BookingRefusal::Slot(SlotRefused::Layout) => "layout",
            BookingRefusal::Slot(SlotRefused::Note) => "note",
            BookingRefusal::Extra(_) => "extras",
            BookingRefusal::Coupon(_) => "coupon",
            BookingRefusal::Slot(SlotRefused::ClosedDay | SlotRefused::OutOfTime) => "day",
            _ => "start",
        };
        Self::new(field, refusal)
    }
}

impl std::fmt::Debug for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}", self.why.key(), self.field)
    }
}
