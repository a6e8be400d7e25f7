//! A registration: who comes, with how many, and where it stands.

use super::event::EventId;
use billing::Charge;
use kernel::{Audience, CustomerId, Email, Id, Instant, Locale, Money, PersonId};
use spaces::Price;

/// What identifiers of registrations are identifiers of.
#[derive(Debug)]
pub enum RegistrationMark {}

/// The identifier of a registration.
pub type RegistrationId = Id<RegistrationMark>;

kernel::codes! {
    /// Where a registration stands.
    pub enum RegistrationState {
        /// The address is not proven yet: no seat, and nobody of the team sees it.
        Unconfirmed = "unconfirmed",
        /// The seat is theirs.
        Registered = "registered",
        /// Every seat is taken.
        Waiting = "waiting",
        /// A seat came free and is kept for a while.
        Offered = "offered",
        /// Given up, by them or by the house.
        Cancelled = "cancelled",
        /// Nobody answered the offer in time, or the moment began before a seat came free.
        Lapsed = "lapsed",
    }
}

impl RegistrationState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unconfirmed => "events-registration-unconfirmed",
            Self::Registered => "events-registration-registered",
            Self::Waiting => "events-registration-waiting",
            Self::Offered => "events-registration-offered",
            Self::Cancelled => "events-registration-cancelled",
            Self::Lapsed => "events-registration-lapsed",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Unconfirmed | Self::Waiting => "warning",
            Self::Registered | Self::Offered => "success",
            Self::Cancelled | Self::Lapsed => "neutral",
        }
    }

    /// Whether it still leads to a seat.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Registered | Self::Waiting | Self::Offered)
    }
}

/// Somebody who registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// The person, when the place knows them: then name and address are theirs, and are not kept twice.
    pub person: Option<PersonId>,
    /// The name of somebody whom the place does not know; else empty.
    pub name: String,
    /// Where letters to somebody go whom the place does not know.
    pub email: Option<Email>,
    /// The language of their letters.
    pub language: Locale,
}

impl Attendee {
    /// A person of the place.
    #[must_use]
    pub const fn known(person: PersonId, language: Locale) -> Self {
        Self {
            person: Some(person),
            name: String::new(),
            email: None,
            language,
        }
    }
}

/// A registration as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Which one.
    pub id: RegistrationId,
    /// For what.
    pub event: EventId,
    /// Who.
    pub attendee: Attendee,
    /// How many come with them.
    pub guests: i64,
    /// Where it stands.
    pub state: RegistrationState,
    /// Since when they ask: who waits is served in this order.
    pub asked_at: Instant,
    /// Until when an offer is kept.
    pub offered_until: Option<Instant>,
    /// When it was given up.
    pub cancelled_at: Option<Instant>,
    /// How many of them came; none while nobody has looked.
    pub came: Option<i64>,
    /// Whose prices and terms apply.
    pub audience: Audience,
    /// What one seat costs, frozen with the seat.
    pub price: Price,
    /// Who pays.
    pub customer: Option<CustomerId>,
    /// The charge that was filed.
    pub charge: Option<Id<Charge>>,
    /// What giving it up cost.
    pub fee: Option<Money>,
    /// The charge of that.
    pub fee_charge: Option<Id<Charge>>,
}

impl Registration {
    /// How many people it is for.
    #[must_use]
    pub const fn people(&self) -> i64 {
        self.guests.saturating_add(1)
    }

    /// What all its seats cost.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.price.amount.times(self.people())
    }

    /// Where it stands at a moment: an offer is over at its end, whether or not that was noted.
    #[must_use]
    pub fn state_at(&self, now: Instant) -> RegistrationState {
        match (self.state, self.offered_until) {
            (RegistrationState::Offered, Some(until)) if until <= now => RegistrationState::Lapsed,
            (state, _) => state,
        }
    }
}

kernel::refusals! {
    /// Why a registration is not made or not changed.
    pub enum RegistrationRefused {
        /// One does not register, or no more.
        Closed = "events-refused-closed",
        /// They are registered, or wait, already.
        Twice = "events-refused-twice",
        /// More guests than one may bring.
        TooManyGuests {
            /// The most.
            most: i64
        } = "events-refused-too-many-guests",
        /// More people than there will ever be seats.
        NeverFits {
            /// All the seats.
            capacity: i64
        } = "events-refused-never-fits",
        /// The offer is over.
        OfferOver = "events-refused-offer-over",
        /// It was given up, or is over.
        Over = "events-refused-registration-over",
        /// The amount is not the one that was shown.
        AmountChanged = "events-refused-amount-changed",
        /// Billing does not take the charge.
        NotBilled = "events-refused-not-billed",
        /// It has not begun.
        NotYet = "events-refused-not-yet",
        /// More people than were registered, or fewer than none.
        HowMany = "events-refused-how-many",
    }
}
