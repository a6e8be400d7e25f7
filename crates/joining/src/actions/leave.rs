//! Leaving: notice given, what ends on the last day, what is still open.

use super::{empowered, settings, subject, today};
use crate::letters::{self, Letter};
use crate::permissions::{ADMIT, OWN};
use crate::rules::application::At;
use crate::rules::departure::{Departure, DepartureRefused, check};
use crate::store::departures;
use billing::Charge;
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId, Role};
use offers::PlanContract;
use people::{Party, RoleRefusal};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity, place};
use serde_json::json;
use spaces::Booking;

/// What is still open for somebody who leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillOpen {
    /// Owed on invoices, when they pay for themselves; below zero, the place owes them.
    pub balance: Option<Money>,
    /// Charges that wait for their invoice.
    pub charges: Vec<Charge>,
    /// Bookings after the last day.
    pub bookings: Vec<Booking>,
    /// Units left on passes after the last day, and units owed.
    pub units: i64,
    /// Units owed for visits.
    pub debt: i64,
    /// What they hold that lasts beyond the last day.
    pub contracts: Vec<PlanContract>,
}

/// What is still open for somebody whose last day is `last_day`.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such person.
pub fn still_open(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    last_day: Day,
) -> Result<StillOpen, Fault> {
    let zone = place::get(tx, place)?.zone;
    let balance = match people::payer(tx, place, person)? {
        Party::Person(_) => billing::known_customer(tx, place, Party::Person(person))?
            .map(|customer| billing::balance(tx, place, customer))
            .transpose()?,
        Party::Organisation(_) => None,
    };
    let end = zone.day_bounds(last_day).end();
    let mut bookings = spaces::store::lists::upcoming_of(tx, place, person)?;
    bookings.retain(|booking| booking.occupation.hours().start() >= end);
    let mut contracts = offers::contracts_of(tx, place, person)?;
    contracts.retain(|held| !held.is_void() && held.until.is_none_or(|until| until > last_day));
    let passes = offers::remaining(tx, place, person, last_day.next())?;
    Ok(StillOpen {
        balance,
        charges: billing::open_charges_of(tx, place, person)?,
        bookings,
        units: passes.units,
        debt: passes.debt,
        contracts,
    })
}

/// The first last day that a member may announce today: the notice of the place is over, and notice and commitment of every plan they
/// hold.
///
/// # Errors
/// As the database says.
pub fn first_last_day(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, today: Day) -> Result<Day, Fault> {
    let notice = settings(tx, place)?.notice.last_day(today);
    let held = offers::contracts_of(tx, place, person)?;
    let lasting = held.iter().filter(|held| !held.is_void() && held.until.is_none());
    Ok(lasting
        .map(|held| held.earliest_end(today))
        .max()
        .map_or(notice, |day| day.max(notice)))
}

/// Somebody leaves: their membership, and every plan they hold, end on the last day. They keep their account, with which they read
/// their invoices. A member gives their own notice, which lasts as the place asks; the team may agree to any day to come.
///
/// # Errors
/// [`At`] a field, for [`DepartureRefused`] or what people and offers refuse; [`Fault::Forbidden`].
pub fn give_notice(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    last_day: Day,
    reason: &str,
) -> Result<Id<Departure>, Failure<At>> {
    let (own, place) = (actor.is(person) && actor.may(OWN), actor.place);
    if !own {
        actor.require(ADMIT)?;
    }
    people::person(tx, place, person)?.or_not_found()?;
    let today = today(tx, place)?;
    let notice = settings(tx, place)?.notice;
    check(last_day, today, notice, actor.may(ADMIT)).map_err(refused)?;
    let day = first_last_day(tx, place, person, today)?;
    if !actor.may(ADMIT) && last_day < day {
        return Err(refused(DepartureRefused::TooSoon { day }));
    }
    let open = people::memberships_of(tx, place, person)?;
    let open = open.into_iter().find(|member| member.lasts(today));
    match open.ok_or_else(|| refused(DepartureRefused::NotAMember))?.left_on {
        None => {}
        Some(day) => return Err(refused(DepartureRefused::GivenAlready { day })),
    }
    end_roles(tx, actor, person, (today, last_day))?;
    let able = empowered(actor);
    let ended = people::end_membership(tx, &able, person, last_day);
    ended.map_err(|failure| failure.map(|why| At::new("last_day", why)))?;
    let mut plans = Vec::new();
    for contract in still_open(tx, place, person, last_day)?.contracts {
        // What would begin after the last day is undone, for good.
        let until = last_day.max(contract.from.previous());
        if until == last_day {
            plans.push((contract.id, contract.until));
        }
        let ended = offers::end_contract(tx, &able, contract.id, until);
        ended.map_err(|failure| failure.map(|why| At::new("last_day", why)))?;
    }
    let departure = Departure {
        id: tx.new_id(),
        person,
        given_on: today,
        last_day,
        reason: reason.to_owned(),
        recorded_at: tx.now(),
    };
    departures::insert(tx, place, &departure, actor.account)?;
    for plan in plans {
        departures::end_contract(tx, place, departure.id, plan)?;
    }
    let detail = json!({ "day": last_day.to_string() });
    activity::record(tx, actor, "member.gave_notice", subject(person), detail)?;
    letters::ask(tx, actor, &Letter::Leaving { person, last_day })?;
    Ok(departure.id)
}

/// The roles of the team end on the last day; they are an administrator's business. The role of a member stays: with it one reads
/// one's own invoices.
fn end_roles(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (today, last_day): (Day, Day),
) -> Result<(), Failure<At>> {
    let held = people::roles_on(tx, actor.place, person, today)?;
    for role in held.into_iter().filter(|role| *role != Role::Member) {
        if !actor.may(people::ROLES) {
            return Err(refused(DepartureRefused::OfTheTeam));
        }
        match people::end_role(tx, actor, person, role, last_day) {
            Ok(()) | Err(Failure::Refused(RoleRefusal::NotHeld)) => {}
            Err(failure) => return Err(failure.map(|why| At::new("last_day", why))),
        }
    }
    Ok(())
}

fn refused(why: DepartureRefused) -> Failure<At> {
    Failure::Refused(At::new("last_day", why))
}
