//! Registering, waiting, taking a seat that came free, giving it up (T33).

use super::{charging, empowered, may_see, registration_behind, seats, subject};
use crate::letters::{self, Notice};
use crate::permissions::{OWN, RUN};
use crate::rules::event::{Event, EventId};
use crate::rules::registration::{Attendee, Registration, RegistrationRefused, RegistrationState};
use crate::store::{events, registrations};
use kernel::{Actor, Audience, Email, Locale, Money, Name, PersonId};
use people::{NewPerson, PersonName};
use platform::activity;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::Price;

/// Why a registration is not made, or not a matter of rules.
type Refused = Failure<RegistrationRefused>;

/// Somebody without an account who asks for a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Their name.
    pub name: Name,
    /// Where the link goes that proves the address.
    pub email: Email,
    /// The language of their letters.
    pub language: Locale,
    /// How many come with them.
    pub guests: i64,
}

/// Registers oneself, or waits where every seat is taken. `shown` is the price of a seat that was shown; another one is refused.
///
/// # Errors
/// [`RegistrationRefused`]; [`Fault::NotFound`] for what one does not see.
pub fn register(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    guests: i64,
    shown: Option<Money>,
) -> Result<Registration, Refused> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let attendee = known(tx, actor, person)?;
    let (event, all) = held(tx, actor, event)?;
    let mut one = blank(tx, actor, &event, attendee, guests)?;
    refuse_twice(tx, actor, &event, &one)?;
    seats::admit(tx, actor, (&event, &all), &mut one, shown)?;
    registrations::insert(tx, actor.place, &one)?;
    tell(tx, actor, &one)?;
    Ok(one)
}

/// Registers somebody at the desk: a person of the place, or a name with an address if they gave one. Nobody is let in beyond the seats.
///
/// # Errors
/// As [`register`].
pub fn register_other(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    attendee: Result<PersonId, (Name, Option<Email>)>,
    guests: i64,
) -> Result<Registration, Refused> {
    actor.require(RUN)?;
    let attendee = match attendee {
        Ok(person) => known(tx, actor, person)?,
        Err((name, email)) => Attendee {
            person: None,
            name: name.to_string(),
            email,
            language: place::get(tx, actor.place)?.language,
        },
    };
    let (event, all) = held(tx, actor, event)?;
    let mut one = blank(tx, actor, &event, attendee, guests)?;
    refuse_twice(tx, actor, &event, &one)?;
    identify(tx, actor, &event, &mut one)?;
    seats::admit(tx, actor, (&event, &all), &mut one, None)?;
    registrations::insert(tx, actor.place, &one)?;
    tell(tx, actor, &one)?;
    Ok(one)
}

/// Notes that somebody without an account asks for a seat, and asks for the letter that proves their address. Nothing says
/// whether the address is known, or registered already: then the letter leads to what there is.
///
/// # Errors
/// [`RegistrationRefused`] when one does not register, or brings too many; never for who asks.
pub fn ask_seat(tx: &mut Tx<'_>, actor: &Actor, event: EventId, asked: &Asked) -> Result<(), Refused> {
    let event = events::find(tx, actor.place, event)?.or_not_found()?;
    if !may_see(tx, actor, &event)? {
        return Err(Fault::NotFound.into());
    }
    if !event.takes_registrations(tx.now()) {
        return Err(Failure::Refused(RegistrationRefused::Closed));
    }
    let most = event.facts.guests;
    if !(0..=most).contains(&asked.guests) {
        return Err(Failure::Refused(RegistrationRefused::TooManyGuests { most }));
    }
    if let Some(there) = open_of(tx, actor, &event, None, Some(&asked.email))? {
        letters::ask(tx, actor, Notice::Confirm, there.id)?;
        return Ok(());
    }
    let attendee = Attendee {
        person: None,
        name: asked.name.to_string(),
        email: Some(asked.email.clone()),
        language: asked.language,
    };
    let one = blank(tx, actor, &event, attendee, asked.guests)?;
    registrations::insert(tx, actor.place, &one)?;
    letters::ask(tx, actor, Notice::Confirm, one.id)?;
    Ok(())
}

/// The address is proven: the seat is taken, or one waits. Said twice, the second changes nothing.
///
/// # Errors
/// [`RegistrationRefused`]; [`Fault::NotFound`] for an unknown secret.
pub fn confirm_seat(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Registration, Refused> {
    let (event, all, mut one) = held_behind(tx, actor, key)?;
    if one.state != RegistrationState::Unconfirmed {
        return Ok(one);
    }
    if !event.takes_registrations(tx.now()) {
        return Err(Failure::Refused(RegistrationRefused::Closed));
    }
    identify(tx, actor, &event, &mut one)?;
    refuse_twice(tx, actor, &event, &one)?;
    seats::admit(tx, actor, (&event, &all), &mut one, None)?;
    registrations::update(tx, actor.place, &one)?;
    tell(tx, actor, &one)?;
    Ok(one)
}

/// Takes the seat that is kept; at the price of the offer, which `shown` repeats.
///
/// # Errors
/// [`RegistrationRefused::OfferOver`] once it is; [`Fault::NotFound`].
pub fn accept_seat(
    tx: &mut Tx<'_>,
    actor: &Actor,
    key: &str,
    shown: Option<Money>,
) -> Result<Registration, Refused> {
    let (event, _, mut one) = held_behind(tx, actor, key)?;
    if one.state == RegistrationState::Registered {
        return Ok(one);
    }
    if one.state_at(tx.now()) != RegistrationState::Offered {
        return Err(Failure::Refused(RegistrationRefused::OfferOver));
    }
    if shown.is_some_and(|shown| shown != one.price.amount) {
        return Err(Failure::Refused(RegistrationRefused::AmountChanged));
    }
    one.state = RegistrationState::Registered;
    one.offered_until = None;
    charging::charge(tx, actor, &event, &mut one)?;
    registrations::update(tx, actor.place, &one)?;
    tell(tx, actor, &one)?;
    Ok(one)
}

/// What giving a registration up would cost now.
///
/// # Errors
/// As the database says.
pub fn cancellation_fee(tx: &mut Tx<'_>, actor: &Actor, one: &Registration) -> Result<Money, Fault> {
    let event = events::find(tx, actor.place, one.event)?.or_not_found()?;
    charging::fee(tx, &event, one, actor.place)
}

/// Gives a registration, a wait or an offer up; its seats go to who waits. Whoever knows the secret may, and the team, who may let the
/// fee go. Said twice, the second changes nothing.
///
/// # Errors
/// [`RegistrationRefused::Over`] once it began; [`RegistrationRefused::AmountChanged`] when the fee is not the one shown.
pub fn cancel_registration(
    tx: &mut Tx<'_>,
    actor: &Actor,
    key: &str,
    terms: (Option<Money>, bool),
) -> Result<Registration, Refused> {
    let found = registration_behind(tx, actor, key)?;
    cancel_known(tx, actor, &found, terms)
}

/// As [`cancel_registration`], of one that the actor may give up.
///
/// # Errors
/// As [`cancel_registration`].
pub fn cancel_known(
    tx: &mut Tx<'_>,
    actor: &Actor,
    found: &Registration,
    (fee_shown, waived): (Option<Money>, bool),
) -> Result<Registration, Refused> {
    if waived {
        actor.require(RUN)?;
    }
    let (event, _, mut one) = held_again(tx, actor, found)?;
    if one.state == RegistrationState::Cancelled {
        return Ok(one);
    }
    let over = event.has_begun(tx.now()) || one.state == RegistrationState::Lapsed;
    if over || one.state == RegistrationState::Unconfirmed {
        return Err(Failure::Refused(RegistrationRefused::Over));
    }
    let due = if waived {
        Money::ZERO
    } else {
        charging::fee(tx, &event, &one, actor.place)?
    };
    if !waived && fee_shown.is_some_and(|shown| shown != due) {
        return Err(Failure::Refused(RegistrationRefused::AmountChanged));
    }
    seats::take_back(tx, actor, &event, &mut one, due)?;
    let detail = json!({ "people": one.people() });
    activity::record(tx, actor, "event.left", subject(event.id), detail)?;
    seats::settle(tx, actor, &event)?;
    Ok(one)
}

fn known(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Attendee, Fault> {
    let found = people::person(tx, actor.place, person)?.or_not_found()?;
    let usual = place::get(tx, actor.place)?.language;
    Ok(Attendee::known(person, found.language.unwrap_or(usual)))
}

fn held(tx: &mut Tx<'_>, actor: &Actor, event: EventId) -> Result<(Event, Vec<Registration>), Refused> {
    let (event, all) = seats::hold(tx, actor, event)?;
    if !may_see(tx, actor, &event)? {
        return Err(Fault::NotFound.into());
    }
    if !event.takes_registrations(tx.now()) {
        return Err(Failure::Refused(RegistrationRefused::Closed));
    }
    Ok((event, all))
}

fn held_behind(
    tx: &mut Tx<'_>,
    actor: &Actor,
    key: &str,
) -> Result<(Event, Vec<Registration>, Registration), Fault> {
    let found = registration_behind(tx, actor, key)?;
    held_again(tx, actor, &found)
}

/// The event is held before the registration is read again: what was read before may have changed.
fn held_again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    found: &Registration,
) -> Result<(Event, Vec<Registration>, Registration), Fault> {
    let (event, all) = seats::hold(tx, actor, found.event)?;
    let one = registrations::find(tx, actor.place, found.id)?.or_not_found()?;
    Ok((event, all, one))
}

fn refuse_twice(tx: &mut Tx<'_>, actor: &Actor, event: &Event, one: &Registration) -> Result<(), Refused> {
    let there = open_of(tx, actor, event, one.attendee.person, one.attendee.email.as_ref())?;
    if there.is_some() {
        return Err(Failure::Refused(RegistrationRefused::Twice));
    }
    Ok(())
}

/// What leads to a seat for this person already, or for this address, whoever's it is.
fn open_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    person: Option<PersonId>,
    email: Option<&Email>,
) -> Result<Option<Registration>, Fault> {
    let place = actor.place;
    let behind = match (person, email) {
        (None, Some(email)) => people::person_by_email(tx, place, email)?.map(|known| known.id),
        _ => person,
    };
    if let Some(person) = behind
        && let Some(there) = registrations::open_of(tx, place, event.id, person)?
    {
        return Ok(Some(there));
    }
    match email {
        Some(email) => Ok(registrations::open_by_email(tx, place, event.id, email)?),
        None => Ok(None),
    }
}

/// Who it is, now that the address is proven or the desk says so. Who must pay and is not known yet becomes a person, so that there is
/// an account to charge.
fn identify(tx: &mut Tx<'_>, actor: &Actor, event: &Event, one: &mut Registration) -> Result<(), Fault> {
    if one.attendee.person.is_none() {
        let known = match &one.attendee.email {
            Some(email) => people::person_by_email(tx, actor.place, email)?.map(|person| person.id),
            None => None,
        };
        let person = match known {
            None if event.is_paid() => Some(write_down(tx, actor, &one.attendee)?),
            known => known,
        };
        if let Some(person) = person {
            one.attendee = Attendee::known(person, one.attendee.language);
        }
    }
    one.audience = audience(tx, actor, one.attendee.person)?;
    Ok(())
}

fn write_down(tx: &mut Tx<'_>, actor: &Actor, who: &Attendee) -> Result<PersonId, Fault> {
    let (given, family) = who.name.split_once(' ').unwrap_or(("", who.name.as_str()));
    let new = NewPerson {
        email: who.email.clone(),
        language: Some(who.language),
        ..NewPerson::named(PersonName::parse(given, family).map_err(Fault::internal)?)
    };
    people::create_person(tx, &empowered(actor), new).map_err(Failure::unexpected)
}

fn audience(tx: &mut Tx<'_>, actor: &Actor, person: Option<PersonId>) -> Result<Audience, Fault> {
    let today = super::today(tx, actor.place)?;
    match person {
        Some(person) => offers::audience_of(tx, actor.place, person, today),
        None => Ok(Audience::External),
    }
}

fn blank(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    attendee: Attendee,
    guests: i64,
) -> Result<Registration, Fault> {
    let audience = audience(tx, actor, attendee.person)?;
    Ok(Registration {
        id: tx.new_id(),
        event: event.id,
        attendee,
        guests,
        state: RegistrationState::Unconfirmed,
        asked_at: tx.now(),
        offered_until: None,
        cancelled_at: None,
        came: None,
        audience,
        price: Price::FREE,
        customer: None,
        charge: None,
        fee: None,
        fee_charge: None,
    })
}

/// A line in the log and a letter about what became of a registration.
fn tell(tx: &mut Tx<'_>, actor: &Actor, one: &Registration) -> Result<(), Fault> {
    let waits = one.state == RegistrationState::Waiting;
    let (verb, notice) = if waits {
        ("event.waited", Notice::Waiting)
    } else {
        ("event.joined", Notice::Registered)
    };
    let detail = json!({ "people": one.people() });
    activity::record(tx, actor, verb, subject(one.event), detail)?;
    letters::ask(tx, actor, notice, one.id)
}
