//! Booking without an account: asking, then proving one's address.

use crate::rules::guest::{Asked, At, GuestRefused};
use crate::store::bookings;
use joining::TextKind;
use kernel::{Actor, Instant, Money, PersonId};
use people::{NewOrganisation, NewPerson, TokenHash};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use spaces::{Booking, BookingId, BookingRefusal, HoldPurpose, NewBooking, SlotRefused};

/// The setting that says for how many minutes hours are held for who has not proven their address; thirty while it is not set.
pub const HOLD_MINUTES_SETTING: &str = "guests_hold_minutes";

/// The most hours that one address holds unproven at a time: else one person empties a week.
const MOST_HELD: i64 = 2;

/// For how many minutes hours are held.
///
/// # Errors
/// As the database says.
pub(crate) fn hold_minutes(tx: &mut Tx<'_>, place: kernel::PlaceId) -> Result<i64, Fault> {
    let set = place::setting(tx, place, HOLD_MINUTES_SETTING)?;
    let minutes = set.and_then(|text| text.parse::<i64>().ok()).unwrap_or(30);
    Ok(minutes.clamp(5, 24 * 60))
}

/// Holds hours for a guest until they prove their address. Anybody may ask.
///
/// # Errors
/// [`At`] names the field: a rule of the space says no, a text in force was not agreed to, or too much is held already.
pub fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewBooking,
    asked: &Asked,
    secret: &TokenHash,
) -> Result<Booking, Failure<At>> {
    check_texts(tx, actor, asked)?;
    let now: Instant = tx.now();
    let minutes = hold_minutes(tx, actor.place)?;
    if let Some(email) = &asked.email
        && bookings::held(tx, actor.place, email, now.minus_minutes(minutes))? >= MOST_HELD
    {
        return Err(at("email", GuestRefused::TooManyHeld));
    }
    let until = now.plus_minutes(minutes);
    let booking = spaces::hold_slot(tx, actor, new, (HoldPurpose::Guest, until))
        .map_err(|failure| failure.map(At::from))?;
    bookings::insert(tx, actor.place, booking.id, asked, secret)?;
    Ok(booking)
}

/// Every text in force must be the one that was agreed to.
fn check_texts(tx: &mut Tx<'_>, actor: &Actor, asked: &Asked) -> Result<(), Failure<At>> {
    for text in joining::texts_in_force(tx, actor.place)? {
        let (field, agreed) = match text.kind {
            TextKind::HouseRules => ("house_rules", asked.rules),
            TextKind::PrivacyNotice => ("privacy_notice", asked.privacy),
        };
        match agreed {
            Some(id) if id == text.id => {}
            Some(_) => return Err(at(field, GuestRefused::TextChanged)),
            None => return Err(at(field, GuestRefused::TextMissing)),
        }
    }
    Ok(())
}

fn at(field: &'static str, why: GuestRefused) -> Failure<At> {
    Failure::Refused(At::new(field, why))
}

/// The guest proved their address by the link of the letter: the booking is theirs at the price they were shown, made or asked for.
/// Said twice, the second changes nothing.
///
/// # Errors
/// [`GuestRefused::Over`] when its time is over; at the price when their coupon is not good for them and they were shown another
/// price; [`Fault::NotFound`] when the link is none of ours.
pub fn confirm(
    tx: &mut Tx<'_>,
    actor: &Actor,
    secret: &TokenHash,
    shown: Option<Money>,
) -> Result<(BookingId, bool), Failure<At>> {
    let known = bookings::lock_by_secret(tx, actor.place, secret)?.or_not_found()?;
    if known.proven_at.is_some() {
        return Ok((known.booking, false));
    }
    let person = person_of(tx, actor, &known.asked)?;
    let done = spaces::confirm_hold(tx, actor, known.booking, (person, shown));
    let booking = match done {
        Ok(booking) => booking,
        Err(Failure::Refused(
            why @ (BookingRefusal::Coupon(_) | BookingRefusal::Slot(SlotRefused::PriceChanged)),
        )) => return Err(Failure::Refused(At::new("price", why))),
        Err(Failure::Refused(_)) => return Err(at("confirm", GuestRefused::Over)),
        Err(Failure::Fault(fault)) => return Err(Failure::Fault(fault)),
    };
    bookings::prove(tx, actor.place, booking.id, person)?;
    Ok((booking.id, true))
}

/// Who has the address, as they are known; somebody new otherwise. Nothing known of anybody is changed by what a guest typed.
pub(crate) fn person_of(tx: &mut Tx<'_>, actor: &Actor, asked: &Asked) -> Result<PersonId, Failure<At>> {
    let email = asked.email.clone().or_not_found()?;
    if let Some(known) = people::person_by_email(tx, actor.place, &email)? {
        return Ok(known.id);
    }
    let system = Actor::system(actor.place);
    let organisation = new_organisation(tx, &system, asked)?;
    let new = NewPerson {
        email: Some(email),
        phone: asked.phone.clone(),
        organisation,
        language: Some(asked.language),
        ..NewPerson::named(asked.name.clone())
    };
    people::create_person(tx, &system, new).map_err(|failure| Failure::Fault(failure.unexpected()))
}

/// The organisation that a guest comes for, when nobody knew it: a known one pays for nobody because a guest named it.
fn new_organisation(
    tx: &mut Tx<'_>,
    system: &Actor,
    asked: &Asked,
) -> Result<Option<kernel::OrganisationId>, Failure<At>> {
    let Some((name, siren)) = &asked.organisation else {
        return Ok(None);
    };
    let by_number = match siren {
        Some(siren) => people::organisation_by_siren(tx, system.place, siren)?,
        None => None,
    };
    if by_number.is_some() || people::organisation_named(tx, system.place, name)?.is_some() {
        return Ok(None);
    }
    let new = NewOrganisation {
        siren: siren.clone(),
        ..NewOrganisation::named(name.clone())
    };
    let made = people::create_organisation(tx, system, new);
    made.map(Some)
        .map_err(|failure| Failure::Fault(failure.unexpected()))
}
