//! A booking: what it is, the states it goes through, and what a person may see of it.

use super::resource::ResourceId;
use kernel::{Actor, Audience, CustomerId, Id, Instant, Money, Period, PersonId, Rate};

/// What identifiers of bookings are identifiers of.
#[derive(Debug)]
pub enum BookingMark {}

/// The identifier of a booking.
pub type BookingId = Id<BookingMark>;

kernel::codes! {
    /// Where a booking stands (RULES 11).
    pub enum BookingState {
        /// It waits for approval, and holds its slot until it expires.
        Requested = "requested",
        /// It will take place.
        Confirmed = "confirmed",
        /// Its people are here.
        CheckedIn = "checked_in",
        /// It took place.
        Done = "done",
        /// It was given up.
        Cancelled = "cancelled",
        /// The place said no.
        Refused = "refused",
        /// Nobody answered the request in time.
        Expired = "expired",
        /// Nobody came.
        NoShow = "no_show",
    }
}

platform::database::text_value!(BookingState);

impl BookingState {
    /// Whether a booking in this state may still occupy its resource. A request does so only until it expires.
    pub fn occupies(self) -> bool {
        matches!(self, Self::Requested | Self::Confirmed | Self::CheckedIn | Self::Done)
    }
}

/// A booking as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Which one.
    pub id: BookingId,
    /// What is booked.
    pub resource: ResourceId,
    /// For whom; none for a caller without a record.
    pub person: Option<PersonId>,
    /// Who pays.
    pub customer: Option<CustomerId>,
    /// The caller's name and number, for a caller without a record.
    pub caller_name: String,
    /// Whose rules and prices applied.
    pub audience: Audience,
    /// What for.
    pub title: String,
    /// From when to when.
    pub period: Period,
    /// With its buffers.
    pub occupied: Period,
    /// Where it stands.
    pub state: BookingState,
    /// Whether members may see who booked (RULES 13).
    pub visible: bool,
    /// The price frozen when it was made (RULES 18).
    pub price: Money,
    /// Net or gross.
    pub basis: billing::Basis,
    /// VAT rate frozen with the price.
    pub rate: Rate,
    /// The charge filed for it.
    pub charge: Option<Id<billing::Charge>>,
    /// What cancelling it cost.
    pub fee: Option<Money>,
    /// Until when a request holds its slot.
    pub request_expires_at: Option<Instant>,
    /// How often it was changed; a change names the version it saw.
    pub version: i64,
}

impl Booking {
    /// Whether it occupies its resource at `now`.
    pub fn occupies_at(&self, now: Instant) -> bool {
        self.state.occupies() && (self.state != BookingState::Requested || self.request_expires_at.is_none_or(|expiry| expiry > now))
    }

    /// Whether it can still be moved or cancelled: not begun, and not ended in any way.
    pub fn is_open_at(&self, now: Instant) -> bool {
        matches!(self.state, BookingState::Requested | BookingState::Confirmed) && now < self.period.start()
    }

    /// Whether this is the actor's own booking.
    pub fn belongs_to(&self, actor: &Actor) -> bool {
        self.person.is_some_and(|person| actor.is(person))
    }
}
