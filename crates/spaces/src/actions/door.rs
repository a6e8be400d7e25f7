//! What is done at the door of a space: booking on the spot, being here, and the number by which one is known there.

use super::book::{NewBooking, Quote, book, quote};
use super::plan::Holder;
use super::release::{arrived, here};
use super::{Refused, hold_both, refused};
use crate::permissions::{BOOK, CHECK_IN, OWN_DAY};
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::rules::door_number::DoorNumber;
use crate::rules::release::may_arrive;
use crate::rules::resource::ResourceId;
use crate::store::door_numbers;
use kernel::{Actor, Instant, Money, Period, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault};
use serde_json::json;

/// A space taken at its door, from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnTheSpot {
    /// Which space.
    pub resource: ResourceId,
    /// By whom.
    pub person: PersonId,
    /// For how many minutes.
    pub minutes: i64,
    /// The price that was shown; another one is refused.
    pub price_shown: Option<Money>,
}

/// What taking a space now would cost, and whether it can be had.
///
/// # Errors
/// As [`book_now`].
pub fn quote_now(tx: &mut Tx<'_>, actor: &Actor, wanted: &OnTheSpot) -> Result<Quote, Refused> {
    let now = tx.now();
    quote(tx, actor, &spot(wanted, now)?)
}

/// Takes a space from this minute on: opening hours, closures and neighbours hold, notice and step do not, since one stands before
/// it. Whoever takes it so is here.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when it cannot be had; [`Fault::NotFound`].
pub fn book_now(tx: &mut Tx<'_>, actor: &Actor, wanted: &OnTheSpot) -> Result<Booking, Refused> {
    let now = tx.now();
    let booking = book(tx, actor, &spot(wanted, now)?)?;
    if booking.state == BookingState::Confirmed {
        return here(tx, actor, booking);
    }
    Ok(booking)
}

fn spot(wanted: &OnTheSpot, now: Instant) -> Result<NewBooking, Refused> {
    let start = Instant::from_seconds(now.seconds().div_euclid(60) * 60);
    let period = Period::new(start, start.plus_minutes(wanted.minutes))
        .map_err(|_| refused(SlotRefused::OutOfTime))?;
    Ok(NewBooking {
        on_the_spot: true,
        price_shown: wanted.price_shown,
        ..NewBooking::plain(wanted.resource, period, Holder::Person(wanted.person))
    })
}

/// Notes at the door of a space that the people of one of its bookings are here: from half an hour before it begins.
///
/// # Errors
/// [`SlotRefused::NotOpen`] when it is not the time; [`Fault::NotFound`] for a booking of another space.
pub fn arrive_at(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: ResourceId,
    id: BookingId,
) -> Result<Booking, Refused> {
    actor.require(CHECK_IN)?;
    let (_, booking) = hold_both(tx, actor, id)?;
    if booking.resource != resource {
        return Err(Failure::Fault(Fault::NotFound));
    }
    if !may_arrive(&booking, tx.now()) {
        return Err(refused(SlotRefused::NotOpen));
    }
    here(tx, actor, booking)
}

/// Notes that somebody came into the house for what they booked: spaces that wait for them are kept. Answers how many bookings.
///
/// # Errors
/// As the database says, or [`SlotRefused::Changed`] when somebody changed one meanwhile.
pub fn arrive_for_bookings(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<i64, Refused> {
    actor.require(CHECK_IN)?;
    arrived(tx, actor, person)
}

/// How often another number is drawn when somebody has it already: there are ninety millions.
const DRAWS: usize = 20;

/// The actor's own number, made at the first asking; a new one when `anew`, and the old one is nobody's from then on.
///
/// # Errors
/// [`Fault::Forbidden`] for who is no person.
pub fn own_door_number(tx: &mut Tx<'_>, actor: &Actor, anew: bool) -> Result<DoorNumber, Fault> {
    actor.require(OWN_DAY)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if let Some(known) = door_numbers::of_person(tx, actor.place, person)?
        && !anew
    {
        return Ok(known);
    }
    for _ in 0..DRAWS {
        let number = DoorNumber::from_bytes(tx.random_bytes());
        let kept = tx.attempt(|tx| door_numbers::keep(tx, actor.place, person, &number));
        match kept {
            Ok(()) => {
                let subject = Subject::new("person", person);
                activity::record(tx, actor, "door_number.made", subject, json!({}))?;
                return Ok(number);
            }
            Err(error) if error.refused_by(door_numbers::UNIQUE) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Fault::internal("no number at a door is free"))
}

/// Somebody at a door, known by their number: they may book and end what is their own, and nothing else.
#[must_use]
pub fn person_at_door(actor: &Actor, person: PersonId) -> Actor {
    Actor {
        person: Some(person),
        permissions: [BOOK].into(),
        ..Actor::visitor(actor.place)
    }
}
