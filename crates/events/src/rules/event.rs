//! A collective moment of the place: what is announced of it, and where it stands.

use billing::Product;
use kernel::{Day, Id, Instant, Money, Period, Refusal};
use spaces::{BookingId, BookingRefusal, ResourceId};

/// What identifiers of events are identifiers of.
#[derive(Debug)]
pub enum EventMark {}

/// The identifier of an event.
pub type EventId = Id<EventMark>;

kernel::codes! {
    /// What kind of moment it is.
    pub enum EventKind {
        /// The lunch that everybody shares, on Tuesdays in the reference place.
        Lunch = "lunch",
        /// The regular meeting of everybody.
        Powwow = "powwow",
        /// Something is learnt or made.
        Workshop = "workshop",
        /// Music, theatre, a film.
        Concert = "concert",
        /// Somebody tells, others ask.
        Talk = "talk",
        /// A party.
        Party = "party",
        /// Anything else.
        Other = "other",
    }
}

kernel::codes! {
    /// Who may come, and see that there is something to come to.
    pub enum OpenTo {
        /// Everybody.
        Everybody = "public",
        /// Members of the day, and the team.
        Members = "members",
    }
}

kernel::codes! {
    /// Where an event stands. That it is over is read off the clock.
    pub enum EventState {
        /// Only the team sees it; its rooms are kept already.
        Draft = "draft",
        /// It is announced.
        Published = "published",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

impl EventKind {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Lunch => "events-kind-lunch",
            Self::Powwow => "events-kind-powwow",
            Self::Workshop => "events-kind-workshop",
            Self::Concert => "events-kind-concert",
            Self::Talk => "events-kind-talk",
            Self::Party => "events-kind-party",
            Self::Other => "events-kind-other",
        }
    }

    /// The type of <https://schema.org> that fits it best.
    #[must_use]
    pub const fn schema(self) -> &'static str {
        match self {
            Self::Lunch => "FoodEvent",
            Self::Powwow | Self::Party => "SocialEvent",
            Self::Workshop | Self::Talk => "EducationEvent",
            Self::Concert => "MusicEvent",
            Self::Other => "Event",
        }
    }
}

impl OpenTo {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Everybody => "events-open-to-everybody",
            Self::Members => "events-open-to-members",
        }
    }
}

impl EventState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Draft => "events-state-draft",
            Self::Published => "events-state-published",
            Self::Cancelled => "events-state-cancelled",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Draft => "warning",
            Self::Published => "success",
            Self::Cancelled => "error",
        }
    }
}

/// What is said of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    /// What kind.
    pub kind: EventKind,
    /// What it is called.
    pub title: String,
    /// What it is about, in paragraphs; may be empty.
    pub body: String,
    /// From when until when.
    pub period: Period,
    /// Where, when it is in no room of the place or when more is to be said; may be empty with a room.
    pub venue: String,
    /// Who holds it; may be empty.
    pub host: String,
    /// Who may come.
    pub open_to: OpenTo,
    /// Whether one registers.
    pub registers: bool,
    /// The most people who may register, guests counted; none for no limit.
    pub capacity: Option<i64>,
    /// The most guests whom one person may bring.
    pub guests: i64,
    /// The product by which it is paid; none when it is free.
    pub product: Option<Id<Product>>,
    /// The price of one seat on the product's basis, instead of the product's own.
    pub price: Option<Money>,
}

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Which one.
    pub id: EventId,
    /// What is said of it.
    pub facts: EventFacts,
    /// Where it stands.
    pub state: EventState,
    /// Why it was given up; may be empty.
    pub reason: String,
    /// How many came without having registered.
    pub walk_ins: i64,
    /// Grows with each change.
    pub version: i64,
    /// When the reminders left.
    pub reminded_at: Option<Instant>,
    /// When it was written down.
    pub created_at: Instant,
}

impl Event {
    /// Whether it is announced and not over yet.
    #[must_use]
    pub fn is_to_come(&self, now: Instant) -> bool {
        self.state == EventState::Published && self.facts.period.end() > now
    }

    /// Whether one may still register or wait.
    #[must_use]
    pub fn takes_registrations(&self, now: Instant) -> bool {
        self.state == EventState::Published && self.facts.registers && self.facts.period.end() > now
    }

    /// Whether it took place, or takes place.
    #[must_use]
    pub fn has_begun(&self, now: Instant) -> bool {
        self.facts.period.start() <= now
    }

    /// Whether it costs something.
    #[must_use]
    pub const fn is_paid(&self) -> bool {
        self.facts.product.is_some()
    }

    /// The key of the message that says where it stands at a moment.
    #[must_use]
    pub fn standing(&self, now: Instant) -> &'static str {
        if self.state == EventState::Published && self.facts.period.end() <= now {
            "events-state-past"
        } else {
            self.state.message()
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub fn badge(&self, now: Instant) -> &'static str {
        if self.state == EventState::Published && self.facts.period.end() <= now {
            "neutral"
        } else {
            self.state.badge()
        }
    }
}

/// A room kept for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRoom {
    /// The booking that keeps it.
    pub booking: BookingId,
    /// Which room.
    pub resource: ResourceId,
    /// What the room is called.
    pub name: String,
    /// Whether the booking still keeps it, for all the hours of the event.
    pub holds: bool,
}

/// Why an event is not kept or not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventRefused {
    /// It begins in the past.
    Past,
    /// It lasts more than thirty-one days.
    TooLong,
    /// It is in no room, and nothing says where.
    Nowhere,
    /// The capacity is not between one and a hundred thousand.
    Capacity,
    /// More people have a seat than that.
    SeatsTaken {
        /// How many.
        taken: i64,
    },
    /// The guests are not between none and twenty.
    Guests,
    /// One registers where there is a limit or a price.
    MustRegister,
    /// The price is below nothing, or a price without a product.
    Price,
    /// The product is not sold by the piece, or no more.
    NotSold,
    /// Somebody has a seat at the price that was announced.
    PriceKept,
    /// A room cannot be had.
    Room {
        /// Which.
        room: String,
        /// Why.
        refusal: BookingRefusal,
    },
    /// On one of the days a room cannot be had.
    RoomOn {
        /// The day.
        day: Day,
        /// Which.
        room: String,
    },
    /// No day, or more than sixty, were chosen.
    Days,
    /// It was given up, or is over.
    Over,
}

impl Refusal for EventRefused {
    fn key(&self) -> &'static str {
        match self {
            Self::Past => "events-refused-past",
            Self::TooLong => "events-refused-long",
            Self::Nowhere => "events-refused-nowhere",
            Self::Capacity => "events-refused-capacity",
            Self::SeatsTaken { .. } => "events-refused-seats-taken",
            Self::Guests => "events-refused-guests",
            Self::MustRegister => "events-refused-must-register",
            Self::Price => "events-refused-price",
            Self::NotSold => "events-refused-not-sold",
            Self::PriceKept => "events-refused-price-kept",
            Self::Room { .. } => "events-refused-room",
            Self::RoomOn { .. } => "events-refused-room-on",
            Self::Days => "events-refused-days",
            Self::Over => "events-refused-over",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SeatsTaken { taken } => vec![("taken", taken.to_string())],
            Self::Room { room, .. } => vec![("room", room.clone())],
            Self::RoomOn { day, room } => vec![("day", day.french()), ("room", room.clone())],
            _ => vec![],
        }
    }
}

/// The longest event, in minutes: a booking lasts no longer either.
const LONGEST_MINUTES: i64 = 31 * 24 * 60;

impl EventFacts {
    /// The facts, if they can be kept.
    ///
    /// # Errors
    /// [`EventRefused`] names the first that cannot.
    pub fn checked(self) -> Result<Self, EventRefused> {
        if self.period.minutes() > LONGEST_MINUTES {
            return Err(EventRefused::TooLong);
        }
        if self.capacity.is_some_and(|seats| !(1..=100_000).contains(&seats)) {
            return Err(EventRefused::Capacity);
        }
        if !(0..=20).contains(&self.guests) {
            return Err(EventRefused::Guests);
        }
        if !self.registers && (self.capacity.is_some() || self.product.is_some()) {
            return Err(EventRefused::MustRegister);
        }
        match (self.product, self.price) {
            (None, Some(_)) => Err(EventRefused::Price),
            (_, Some(price)) if price.is_negative() || price.cents() > 1_000_000 => Err(EventRefused::Price),
            _ => Ok(self),
        }
    }
}
