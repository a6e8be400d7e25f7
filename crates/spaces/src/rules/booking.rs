//! A booking: what it is, the states it goes through, and what a person may see of it.

use super::availability::Occupation;
use super::resource::ResourceId;
use billing::{Basis, Charge, Exemption, Product};
use kernel::{AccountId, Actor, Audience, CustomerId, Id, Instant, Money, Period, PersonId, Rate};

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

impl BookingState {
    /// Whether a booking in this state may still occupy its resource. A request does so only until it expires.
    #[must_use]
    pub const fn occupies(self) -> bool {
        matches!(
            self,
            Self::Requested | Self::Confirmed | Self::CheckedIn | Self::Done
        )
    }

    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Requested => "spaces-state-requested",
            Self::Confirmed => "spaces-state-confirmed",
            Self::CheckedIn => "spaces-state-checked-in",
            Self::Done => "spaces-state-done",
            Self::Cancelled => "spaces-state-cancelled",
            Self::Refused => "spaces-state-refused",
            Self::Expired => "spaces-state-expired",
            Self::NoShow => "spaces-state-no-show",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Requested => "warning",
            Self::Confirmed | Self::CheckedIn => "success",
            Self::Done | Self::Cancelled | Self::Expired => "neutral",
            Self::Refused | Self::NoShow => "error",
        }
    }
}

/// The price of a booking, frozen when it was made (RULES 18).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// The product it was priced by; none when the resource or the holder pays nothing.
    pub product: Option<Id<Product>>,
    /// How much.
    pub amount: Money,
    /// Net or gross.
    pub basis: Basis,
    /// The VAT rate agreed.
    pub rate: Rate,
    /// By which article it bears no VAT, agreed with a rate of nothing.
    pub exemption: Option<Exemption>,
}

impl Price {
    /// Nothing to pay.
    pub const FREE: Self = Self {
        product: None,
        amount: Money::ZERO,
        basis: Basis::Net,
        rate: Rate::ZERO,
        exemption: None,
    };
}

kernel::codes! {
    /// For whose yes hours are kept.
    pub enum HoldPurpose {
        /// A guest's, whose address is not proven.
        Guest = "guest",
        /// A customer's, who reads a proposal.
        Proposal = "proposal",
    }
}

/// A booking as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Which one.
    pub id: BookingId,
    /// What is booked.
    pub resource: ResourceId,
    /// For whom; none for the house itself and for a caller without a record.
    pub person: Option<PersonId>,
    /// Who pays.
    pub customer: Option<CustomerId>,
    /// The caller's name, for a caller without a record.
    pub caller_name: String,
    /// Whose rules and prices applied.
    pub audience: Audience,
    /// What for; may be empty.
    pub title: String,
    /// When, and what that occupies with the buffers.
    pub occupation: Occupation,
    /// Where it stands.
    pub state: BookingState,
    /// Whether members may see who booked (RULES 13).
    pub visible: bool,
    /// How many people come, if said.
    pub attendance: Option<i64>,
    /// What it costs.
    pub price: Price,
    /// The charge filed for it.
    pub charge: Option<Id<Charge>>,
    /// What cancelling it cost.
    pub fee: Option<Money>,
    /// The charge filed for that, when it is not the first one.
    pub fee_charge: Option<Id<Charge>>,
    /// What giving it up costs at least, since it was moved late; never more than the price.
    pub fee_floor: Money,
    /// When it was made.
    pub created_at: Instant,
    /// By whom.
    pub created_by: Option<AccountId>,
    /// Whether somebody went past hours, limits or buffers for it.
    pub overridden: bool,
    /// The account that went past hours, limits or buffers.
    pub overridden_by: Option<AccountId>,
    /// Until when a request holds its slot.
    pub request_expires_at: Option<Instant>,
    /// When it was given up.
    pub cancelled_at: Option<Instant>,
    /// When it was ended early.
    pub ended_at: Option<Instant>,
    /// How often it was changed; a change names the version it saw.
    pub version: i64,
    /// The line of the file it was imported from.
    pub external_ref: Option<String>,
}

impl Booking {
    /// From when to when.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.occupation.hours()
    }

    /// Where it stands at `now`: a request whose time is over has expired, whether or not somebody wrote it down yet.
    #[must_use]
    pub fn state_at(&self, now: Instant) -> BookingState {
        match (self.state, self.request_expires_at) {
            (BookingState::Requested, Some(expiry)) if expiry <= now => BookingState::Expired,
            (state, _) => state,
        }
    }

    /// Whether it occupies its resource at `now`.
    #[must_use]
    pub fn occupies_at(&self, now: Instant) -> bool {
        self.state_at(now).occupies()
    }

    /// Whether it can still be moved or cancelled: not begun, and not ended in any way.
    #[must_use]
    pub fn is_open_at(&self, now: Instant) -> bool {
        let open = matches!(
            self.state_at(now),
            BookingState::Requested | BookingState::Confirmed
        );
        open && now < self.period().start()
    }

    /// Whether it has begun and goes on, so that it can be ended early.
    #[must_use]
    pub fn is_running_at(&self, now: Instant) -> bool {
        matches!(self.state, BookingState::Confirmed | BookingState::CheckedIn) && self.period().contains(now)
    }

    /// Whether this is the actor's own booking.
    #[must_use]
    pub fn belongs_to(&self, actor: &Actor) -> bool {
        self.person.is_some_and(|person| actor.is(person))
    }
}

/// What booking the same hours again or others costs, and who is told what changed (RULES 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceChange {
    /// Before.
    pub before: Money,
    /// After.
    pub after: Money,
}

impl PriceChange {
    /// To pay in addition; below zero, given back.
    #[must_use]
    pub fn difference(self) -> Money {
        self.after - self.before
    }
}

kernel::refusals! {
    /// Why the slot itself is refused.
    pub enum SlotRefused {
        /// Somebody else has it; who is not told.
        Taken {
            /// From when, on the clock.
            from: kernel::MinuteOfDay,
            /// Until when.
            until: kernel::MinuteOfDay
        } = "spaces-refused-taken",
        /// The person has it already.
        TakenByYou {
            /// From when, on the clock.
            from: kernel::MinuteOfDay,
            /// Until when.
            until: kernel::MinuteOfDay,
            /// What for.
            title: String
        } = "spaces-refused-taken-by-you",
        /// Somebody who may be named has it.
        TakenBy {
            /// From when, on the clock.
            from: kernel::MinuteOfDay,
            /// Until when.
            until: kernel::MinuteOfDay,
            /// Who.
            who: String
        } = "spaces-refused-taken-by",
        /// A space that cannot be used at the same time is taken.
        TakenWith {
            /// From when, on the clock.
            from: kernel::MinuteOfDay,
            /// Until when.
            until: kernel::MinuteOfDay,
            /// Which space.
            space: String
        } = "spaces-refused-taken-with",
        /// The time around it is needed to set up or clean.
        Buffer {
            /// Minutes needed between two bookings.
            minutes: i64
        } = "spaces-refused-buffer",
        /// Closed for a reason.
        Closed {
            /// The reason, in the place's words.
            reason: String
        } = "spaces-refused-closed",
        /// Not inside the opening hours.
        OutsideHours {
            /// The hours of that day.
            hours: String
        } = "spaces-refused-outside-hours",
        /// Not open that day.
        ClosedDay = "spaces-refused-closed-day",
        /// It is let by the month.
        Let = "spaces-refused-let",
        /// The resource is not let any more.
        Inactive = "spaces-refused-inactive",
        /// The resource has no price for this person.
        NoPrice = "spaces-refused-no-price",
        /// No VAT rate was known that day.
        NoVatRate {
            /// The day.
            day: kernel::Day
        } = "spaces-refused-no-vat-rate",
        /// A text is too long.
        Text = "spaces-refused-text",
        /// The words for the desk are too long.
        Note = "spaces-refused-note",
        /// The layout is not one of this space, or no longer.
        Layout = "spaces-refused-layout",
        /// The number of people is not between one and a hundred thousand.
        Attendance = "spaces-refused-attendance",
        /// Too far away in time for anybody.
        OutOfTime = "spaces-refused-out-of-time",
        /// It has begun or ended: it cannot be moved or cancelled any more.
        NotOpen = "spaces-refused-not-open",
        /// It is not under way: it cannot be ended early.
        NotRunning = "spaces-refused-not-running",
        /// Its day has not come: nobody can be here for it.
        TooEarly = "spaces-refused-too-early",
        /// Nobody was noted as here, or it is over.
        NotHere = "spaces-refused-not-here",
        /// It waits for no answer, or no longer.
        NotRequested = "spaces-refused-not-requested",
        /// Somebody changed it meanwhile.
        Changed = "spaces-refused-changed",
        /// The price is not the one that was shown.
        PriceChanged = "spaces-refused-price-changed",
        /// The line was imported before.
        AlreadyImported = "spaces-refused-already-imported",
        /// The hours are free: there is nothing to wait for.
        StillFree = "spaces-refused-still-free",
        /// They wait for these hours already.
        WaitsAlready = "spaces-refused-waits-already",
        /// The offer is over, or there is none.
        OfferGone = "spaces-refused-offer-gone",
        /// It overlaps more bookings than there are units.
        Full = "spaces-refused-full",
    }
}
