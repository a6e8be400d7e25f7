//! Tours: booked, given up, noted, and the trial day that may follow (T6, T7).

use super::subject;
use crate::permissions::{ADMIT, MANAGE};
use crate::rules::tour::{
    AHEAD_DAYS, Prospect, Slot, Tour, TourCount, TourHours, TourRefused, TourState, slots,
};
use crate::store::tours;
use kernel::{Actor, Day, Id, Instant, MinuteOfDay, Month, Period, PersonId, PlaceId, Weekday, Zone};
use people::{NewPerson, PersonName};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::{CheckInRefusal, NewCheckIn, Part, Welcome};

/// A tour to be booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTour {
    /// Who comes.
    pub prospect: Prospect,
    /// When.
    pub starts_at: Instant,
    /// Whether the team agreed to an hour at which the place is not usually shown.
    pub agreed: bool,
}

/// Shows the place at an hour of the week, to so many at once.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn keep_hours(
    tx: &mut Tx<'_>,
    actor: &Actor,
    weekday: Weekday,
    starts: MinuteOfDay,
    seats: i64,
) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let hours = TourHours {
        id: tx.new_id(),
        weekday,
        starts,
        seats: seats.clamp(1, 50),
    };
    tours::add_hours(tx, actor.place, &hours)?;
    Ok(())
}

/// Shows the place at that hour no more; what is booked stays.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn remove_hours(tx: &mut Tx<'_>, actor: &Actor, id: Id<TourHours>) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    if tours::remove_hours(tx, actor.place, id)? {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

/// The hours of the next three weeks at which the place is shown and open, with the seats left.
///
/// # Errors
/// As the database says.
pub fn open_slots(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Slot>, Fault> {
    let (zone, now) = (place::get(tx, place)?.zone, tx.now());
    let today = zone.day_of(now);
    let end = zone
        .day_bounds(today.plus_days(AHEAD_DAYS.saturating_add(1)))
        .end();
    let Ok(span) = Period::new(now, end) else {
        return Ok(vec![]);
    };
    let booked = tours::in_span(tx, place, span)?;
    let closures = spaces::store::schedule::closures(tx, place, span)?;
    let taken = |at: Instant| {
        let there = booked
            .iter()
            .filter(|tour| tour.starts_at == at && tour.state != TourState::Cancelled);
        i64::try_from(there.count()).unwrap_or(i64::MAX)
    };
    let closed = |at: Instant| {
        closures
            .iter()
            .any(|one| one.resource.is_none() && one.period.contains(at))
    };
    Ok(slots(&tours::hours(tx, place)?, &zone, now, taken, closed))
}

/// Books a tour: anybody at an hour proposed, whose seat is held for an hour until they prove their address; the team, for good, and at
/// any hour to come that was agreed.
///
/// # Errors
/// [`TourRefused`] when the place is not shown then, or enough people come already.
pub fn book_tour(tx: &mut Tx<'_>, actor: &Actor, new: &NewTour) -> Result<Id<Tour>, Failure<TourRefused>> {
    let place = actor.place;
    if new.agreed {
        actor.require(ADMIT)?;
        if new.starts_at <= tx.now() {
            return Err(Failure::Refused(TourRefused::NoSuchHour));
        }
    } else {
        refuse_full(tx, place, new.starts_at)?;
    }
    if new.prospect.email.is_none() && new.prospect.phone.is_none() {
        return Err(Failure::Refused(TourRefused::Unreachable));
    }
    let id = tx.new_id();
    let proven = actor.may(ADMIT);
    tours::insert(
        tx,
        place,
        id,
        &new.prospect,
        (new.starts_at, proven),
        actor.account,
    )?;
    activity::record(tx, actor, "tour.booked", about(id), json!({}))?;
    Ok(id)
}

/// Who comes proved their address by the link of the letter: the seat is theirs. Said too late, it is if one is left. Said twice, the
/// second changes nothing; whether this was the first.
///
/// # Errors
/// [`TourRefused`] when it was given up or began, or others have the seats.
pub fn prove_tour(tx: &mut Tx<'_>, actor: &Actor, id: Id<Tour>) -> Result<bool, Failure<TourRefused>> {
    let tour = tours::lock(tx, actor.place, id)?.or_not_found()?;
    if tour.proven_at.is_some() {
        return Ok(false);
    }
    if tour.state != TourState::Booked || tour.starts_at <= tx.now() {
        return Err(Failure::Refused(TourRefused::Over));
    }
    if !tour.holds_its_seat(tx.now()) {
        refuse_full(tx, actor.place, tour.starts_at)?;
    }
    tours::prove(tx, actor.place, id)?;
    activity::record(tx, actor, "tour.proven", about(id), json!({}))?;
    Ok(true)
}

/// Holds the hours of the week first, so that who takes the last seat is alone in doing so.
fn refuse_full(tx: &mut Tx<'_>, place: PlaceId, starts_at: Instant) -> Result<(), Failure<TourRefused>> {
    let find = |slots: Vec<Slot>| slots.into_iter().find(|slot| slot.starts_at == starts_at);
    let slot = find(open_slots(tx, place)?).ok_or(Failure::Refused(TourRefused::NoSuchHour))?;
    tours::lock_hours(tx, place, slot.hours)?.ok_or(Failure::Refused(TourRefused::NoSuchHour))?;
    let slot = find(open_slots(tx, place)?).ok_or(Failure::Refused(TourRefused::NoSuchHour))?;
    if slot.left < 1 {
        return Err(Failure::Refused(TourRefused::Full));
    }
    Ok(())
}

/// Gives a tour up: its visitor by the link of their mail, or the team. Said twice, the second changes nothing.
///
/// # Errors
/// [`TourRefused::Over`] once it began or was noted.
pub fn cancel_tour(tx: &mut Tx<'_>, actor: &Actor, id: Id<Tour>) -> Result<(), Failure<TourRefused>> {
    let tour = tours::lock(tx, actor.place, id)?.or_not_found()?;
    match tour.state {
        TourState::Cancelled => return Ok(()),
        TourState::Booked if tour.starts_at > tx.now() => {}
        _ => return Err(Failure::Refused(TourRefused::Over)),
    }
    let cancelled = Tour {
        state: TourState::Cancelled,
        ..tour
    };
    tours::note(tx, actor.place, &cancelled, actor.account)?;
    activity::record(tx, actor, "tour.cancelled", about(id), json!({}))?;
    Ok(())
}

/// How a tour went, as the team saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Whether they came.
    pub came: bool,
    /// Whether they would like to join.
    pub interested: bool,
    /// The day they were offered to try the place.
    pub trial_day: Option<Day>,
    /// What else is worth knowing.
    pub note: String,
}

/// Notes how a tour went; noted again, the last word counts.
///
/// # Errors
/// [`TourRefused`] before it began, or when it was given up.
pub fn note_tour(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Tour>,
    outcome: &Outcome,
) -> Result<(), Failure<TourRefused>> {
    actor.require(ADMIT)?;
    let tour = tours::lock(tx, actor.place, id)?.or_not_found()?;
    if tour.state == TourState::Cancelled {
        return Err(Failure::Refused(TourRefused::Over));
    }
    if tour.starts_at > tx.now() {
        return Err(Failure::Refused(TourRefused::NotYet));
    }
    let noted = Tour {
        state: if outcome.came {
            TourState::Came
        } else {
            TourState::Absent
        },
        interested: outcome.came.then_some(outcome.interested),
        trial_day: outcome.trial_day.filter(|_| outcome.came),
        note: outcome.note.clone(),
        ..tour
    };
    tours::note(tx, actor.place, &noted, actor.account)?;
    let detail = json!({ "came": if outcome.came { "yes" } else { "no" } });
    activity::record(tx, actor, "tour.noted", about(id), detail)?;
    Ok(())
}

/// Writes down that somebody tries the place today, as they were offered: a check-in that costs nothing. Who is not known yet
/// becomes a person.
///
/// # Errors
/// [`TourRefused`] when no trial is offered today, or they hold an offer that would count it.
pub fn trial_day(tx: &mut Tx<'_>, actor: &Actor, id: Id<Tour>) -> Result<PersonId, Failure<TourRefused>> {
    actor.require(ADMIT)?;
    let place = actor.place;
    let tour = tours::lock(tx, place, id)?.or_not_found()?;
    let today = super::today(tx, place)?;
    if tour.trial_day != Some(today) {
        return Err(Failure::Refused(TourRefused::NoTrialToday));
    }
    let person = known_as(tx, actor, &tour)?;
    let plan = offers::active_contract(tx, place, person, today)?;
    if plan.is_some() || !offers::lots_of(tx, place, person)?.is_empty() {
        return Err(Failure::Refused(TourRefused::HoldsAnOffer));
    }
    let new = NewCheckIn {
        person,
        part: Part::Day,
        welcome: Some(Welcome::Trial),
    };
    spaces::check_in(tx, actor, new).map_err(|failure| match failure {
        Failure::Refused(CheckInRefusal::AlreadyHere { .. }) => Failure::Refused(TourRefused::HereAlready),
        other => other.unexpected().into(),
    })?;
    tours::identify(tx, place, id, person)?;
    activity::record(tx, actor, "tour.tried", subject(person), json!({}))?;
    Ok(person)
}

/// The person who came, written down now if nobody knew them.
fn known_as(tx: &mut Tx<'_>, actor: &Actor, tour: &Tour) -> Result<PersonId, Fault> {
    if let Some(person) = tour.person {
        return Ok(person);
    }
    let who = &tour.prospect;
    if let Some(email) = &who.email
        && let Some(known) = people::person_by_email(tx, actor.place, email)?
    {
        return Ok(known.id);
    }
    let (given, family) = who
        .name
        .as_str()
        .split_once(' ')
        .unwrap_or(("", who.name.as_str()));
    let new = NewPerson {
        email: who.email.clone(),
        phone: who.phone.clone(),
        language: Some(who.language),
        ..NewPerson::named(PersonName::parse(given, family).map_err(Fault::internal)?)
    };
    people::create_person(tx, actor, new).map_err(Failure::unexpected)
}

/// The tours of a year, month by month.
///
/// # Errors
/// As the database says.
pub fn yearly(
    tx: &mut Tx<'_>,
    place: PlaceId,
    zone: &Zone,
    year: i16,
) -> Result<Vec<(Month, TourCount)>, Fault> {
    let mut counts = Vec::new();
    for number in 1..=12 {
        counts.push((
            Month::new(year, number).map_err(Fault::internal)?,
            TourCount::default(),
        ));
    }
    let (Some((first, _)), Some((last, _))) = (counts.first(), counts.last()) else {
        return Ok(counts);
    };
    let days = kernel::Days::new(Day::first_of_month(first.last()), last.last()).map_err(Fault::internal)?;
    for tour in tours::in_span(tx, place, zone.bounds(days))? {
        let month = zone.day_of(tour.starts_at).month_of();
        if let Some((_, count)) = counts.iter_mut().find(|(one, _)| *one == month) {
            *count = count.with(&tour);
        }
    }
    Ok(counts)
}

fn about(tour: Id<Tour>) -> Subject {
    Subject::new("tour", tour)
}
