//! What is had with a room at a price: coffee for so many people, a screen, a late opening.
//!
//! A line of a booking keeps the price of the day it was agreed. It goes by the rules of the booking: given up late, or moved late, it
//! costs the part of its amount that the booking costs of its price, and no less from then on (RULES 18, 19).

use super::booking::{Booking, Price};
use super::layout::note;
use super::moving::{Agreed, Moved, moved, on_basis};
use super::resource::ResourceId;
use billing::{Charge, Product};
use kernel::{AccountId, Id, Instant, Money, Name, Period, Rate};
use std::collections::BTreeSet;

/// What identifiers of extras are identifiers of.
#[derive(Debug)]
pub enum ExtraMark {}

/// The identifier of an extra.
pub type ExtraId = Id<ExtraMark>;

/// What identifiers of lines of bookings are identifiers of.
#[derive(Debug)]
pub enum ExtraLineMark {}

/// The identifier of an extra of a booking.
pub type ExtraLineId = Id<ExtraLineMark>;

kernel::codes! {
    /// What the price of an extra is the price of.
    pub enum ExtraUnit {
        /// One of it, however long.
        Booking = "booking",
        /// One person.
        Person = "person",
        /// One of it, for an hour; a begun quarter counts as a quarter.
        Hour = "hour",
    }
}

impl ExtraUnit {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Booking => "spaces-extra-unit-booking",
            Self::Person => "spaces-extra-unit-person",
            Self::Hour => "spaces-extra-unit-hour",
        }
    }
}

/// Something that is had with a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Which one.
    pub id: ExtraId,
    /// What the place says of it.
    pub facts: ExtraFacts,
    /// Whether it can be asked for.
    pub active: bool,
}

/// What the place says of an extra.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraFacts {
    /// What people call it; unique in the place.
    pub name: Name,
    /// What its price is the price of.
    pub unit: ExtraUnit,
    /// What one costs, on the basis of the product.
    pub price: Money,
    /// The product by which it is sold: it says the VAT.
    pub product: Id<Product>,
    /// With which spaces; with every one when none is named.
    pub spaces: BTreeSet<ResourceId>,
    /// How many hours before the booking it must be asked for.
    pub notice_hours: i64,
    /// What the desk does for it; may be empty.
    pub preparation: String,
}

kernel::refusals! {
    /// Why an extra is not kept.
    pub enum ExtraRefused {
        /// Another has this name.
        NameTaken = "spaces-refused-extra-name",
        /// The price is below nothing or over ten thousand.
        Price = "spaces-refused-extra-price",
        /// The notice is below nothing or over a year.
        Notice = "spaces-refused-extra-notice",
        /// What the desk does is told in more than a thousand characters.
        Preparation = "spaces-refused-note",
        /// There is no such product in the place.
        UnknownProduct = "spaces-refused-unknown-product",
        /// A space is not of the place.
        UnknownSpace = "spaces-refused-extra-space",
    }
}

kernel::refusals! {
    /// Why an extra is not had with a booking.
    pub enum ExtraUnavailable {
        /// It is not offered any more.
        Gone = "spaces-refused-extra-gone",
        /// Not with this space.
        NotHere {
            /// Which extra.
            name: String
        } = "spaces-refused-extra-not-here",
        /// It must be asked for earlier.
        TooLate {
            /// Which extra.
            name: String,
            /// How many hours before.
            hours: i64
        } = "spaces-refused-extra-too-late",
        /// Not between one and a thousand.
        Count = "spaces-refused-extra-count",
    }
}

/// The most of one extra with a booking.
pub const MOST: i64 = 1_000;
const DEAREST: Money = Money::from_cents(1_000_000);

impl ExtraFacts {
    /// The facts, if they can be kept.
    ///
    /// # Errors
    /// [`ExtraRefused`] names the first that cannot.
    pub fn checked(self) -> Result<Self, ExtraRefused> {
        let preparation = note(&self.preparation).ok_or(ExtraRefused::Preparation)?;
        if self.price.is_negative() || self.price > DEAREST {
            return Err(ExtraRefused::Price);
        }
        if !(0..=8_784).contains(&self.notice_hours) {
            return Err(ExtraRefused::Notice);
        }
        Ok(Self { preparation, ..self })
    }

    /// Whether it is had with this space.
    #[must_use]
    pub fn is_had_with(&self, space: ResourceId) -> bool {
        self.spaces.is_empty() || self.spaces.contains(&space)
    }

    /// Whether it can be had with a booking of that space from that moment on, asked for now. Exactly at the notice is in time.
    ///
    /// # Errors
    /// [`ExtraUnavailable`].
    pub fn had_with(&self, space: ResourceId, start: Instant, now: Instant) -> Result<(), ExtraUnavailable> {
        let name = self.name.to_string();
        if !self.is_had_with(space) {
            return Err(ExtraUnavailable::NotHere { name });
        }
        if now.plus_minutes(self.notice_hours.saturating_mul(60)) > start {
            let hours = self.notice_hours;
            return Err(ExtraUnavailable::TooLate { name, hours });
        }
        Ok(())
    }
}

/// So many of an extra.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraAsked {
    /// Which one.
    pub extra: ExtraId,
    /// How many; nothing gives it up.
    pub count: i64,
}

/// How much of it that is, in quarters of one.
const fn quarters(unit: ExtraUnit, count: i64, minutes: i64) -> i64 {
    match unit {
        ExtraUnit::Booking | ExtraUnit::Person => count.saturating_mul(4),
        ExtraUnit::Hour => count.saturating_mul(minutes.saturating_add(14) / 15),
    }
}

/// What so many cost with a booking of that length, rounded once.
#[must_use]
pub fn amount(unit: ExtraUnit, price: Money, count: i64, minutes: i64) -> Money {
    price.share(quarters(unit, count, minutes), 4)
}

/// An extra of a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraLine {
    /// Which line.
    pub id: ExtraLineId,
    /// Which extra.
    pub extra: ExtraId,
    /// What it was called when it was agreed.
    pub name: Name,
    /// What its price is the price of.
    pub unit: ExtraUnit,
    /// How many; nothing when it was given up.
    pub count: i64,
    /// The price of one, as agreed.
    pub unit_price: Money,
    /// What it comes to, as agreed.
    pub price: Price,
    /// The charge filed for it.
    pub charge: Option<Id<Charge>>,
    /// What cancelling the booking cost of it.
    pub fee: Option<Money>,
    /// The charge filed for that, when it is not the first one.
    pub fee_charge: Option<Id<Charge>>,
    /// What giving it up costs at least.
    pub floor: Money,
    /// When somebody said that it is prepared.
    pub done_at: Option<Instant>,
    /// Who.
    pub done_by: Option<AccountId>,
}

impl ExtraLine {
    /// The quantity of an invoice, in thousandths of a unit; none when what is due is not the agreed price of so many.
    #[must_use]
    pub fn thousandths(&self, minutes: i64) -> Option<i64> {
        let whole = amount(self.unit, self.unit_price, self.count, minutes) == self.price.amount;
        let thousandths = quarters(self.unit, self.count, minutes).saturating_mul(250);
        (whole && thousandths > 0).then_some(thousandths)
    }

    /// What giving it up costs now, when the booking costs that part of its price.
    #[must_use]
    pub fn fee_at(&self, share: Rate) -> Money {
        self.price.amount.percent(share).max(self.floor)
    }

    /// The line with so many of it and a booking of that length; what is given up costs that part, and what it cost at least stays.
    #[must_use]
    pub fn changed(&self, count: i64, minutes: i64, share: Rate) -> Self {
        let agreed = Agreed {
            price: self.price,
            floor: self.floor,
            share,
        };
        let target = Price {
            amount: amount(self.unit, self.unit_price, count, minutes),
            ..self.price
        };
        let Moved { price, floor, .. } = moved(&agreed, target);
        let done = count == self.count;
        Self {
            count,
            price: Price {
                product: self.price.product,
                ..price
            },
            floor,
            done_at: self.done_at.filter(|_| done),
            done_by: self.done_by.filter(|_| done),
            ..self.clone()
        }
    }
}

/// What lines come to beside a price, on its basis.
#[must_use]
pub fn sum<'a>(beside: &Price, lines: impl IntoIterator<Item = &'a ExtraLine>) -> Money {
    lines
        .into_iter()
        .map(|line| on_basis(beside.basis, line.price.amount, &line.price))
        .sum()
}

/// What giving lines up costs beside a price, on its basis.
#[must_use]
pub fn fees<'a>(beside: &Price, lines: impl IntoIterator<Item = &'a ExtraLine>, share: Rate) -> Money {
    lines
        .into_iter()
        .map(|line| on_basis(beside.basis, line.fee_at(share), &line.price))
        .sum()
}

/// What is due for a booking with its extras, on the basis of its price: what was agreed, or what giving it up cost.
#[must_use]
pub fn due(booking: &Booking, lines: &[ExtraLine]) -> Money {
    let line = |line: &ExtraLine| {
        let due = match booking.fee {
            Some(_) => line.fee.unwrap_or(Money::ZERO),
            None => line.price.amount,
        };
        on_basis(booking.price.basis, due, &line.price)
    };
    booking.fee.unwrap_or(booking.price.amount) + lines.iter().map(line).sum::<Money>()
}

/// The extras of a booking as they are when it goes elsewhere: for other hours their notice counts anew when it begins sooner.
///
/// # Errors
/// [`ExtraUnavailable`] names the first that is not had there.
pub fn goes_along(
    known: &Extra,
    (from, to): (Period, (ResourceId, Period)),
    now: Instant,
) -> Result<(), ExtraUnavailable> {
    let (space, hours) = to;
    if hours.start() < from.start() {
        known.facts.had_with(space, hours.start(), now)
    } else if known.facts.is_had_with(space) {
        Ok(())
    } else {
        let name = known.facts.name.to_string();
        Err(ExtraUnavailable::NotHere { name })
    }
}
