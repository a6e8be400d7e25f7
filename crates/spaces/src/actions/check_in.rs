//! Checking somebody in (T1 to T4).

use crate::permissions::CHECK_IN;
use crate::rules::check_in::{
    Arrival, CheckIn, CheckInId, CheckInKind, CheckInRefusal, Part, Standing, Welcome, arrival, day_use,
    grounds,
};
use crate::store::check_ins;
use kernel::{Actor, Day, Instant, MinuteOfDay, PersonId, PlaceId, Role};
use offers::DayUseOutcome;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use std::collections::BTreeSet;

/// The setting that says at what time of the clock the morning ends, as `12:30`.
pub const MIDDAY_SETTING: &str = "spaces_midday";

/// When the morning ends unless the place says otherwise: 12:30.
const USUAL_MIDDAY: u16 = 12 * 60 + 30;

/// Who comes, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCheckIn {
    /// Who.
    pub person: PersonId,
    /// For which part of the day.
    pub part: Part,
    /// How they are received when they hold no offer.
    pub welcome: Option<Welcome>,
}

/// What checking somebody in did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedIn {
    /// The check-in written or changed.
    pub check_in: CheckInId,
    /// On what grounds they are here.
    pub kind: CheckInKind,
    /// What moved on their passes; none when units are not counted.
    pub used: Option<DayUseOutcome>,
}

/// Writes down that somebody is here now, once: a morning asked for again as a day becomes one, who comes back after leaving is
/// here again, and units are taken for what the day comes to (the acts on one person's day follow one another). What they booked on
/// spaces that wait for their people is kept for them.
///
/// # Errors
/// [`CheckInRefusal::AlreadyHere`] when they are; `NothingHeld` when they hold no offer and no welcome is said;
/// [`Fault::NotFound`] when there is no such person in the place.
pub fn check_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCheckIn,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    let now = tx.now();
    let done = check_in_at(tx, actor, new, now)?;
    match super::release::arrived(tx, actor, new.person) {
        // Somebody changes that booking at this very moment: being in the house does not depend on it.
        Ok(_) | Err(Failure::Refused(_)) => Ok(done),
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
    }
}

/// As [`check_in`], for an arrival told afterwards: the day is that of the moment.
///
/// # Errors
/// As [`check_in`], and [`CheckInRefusal::NotYet`] for a moment to come.
pub fn check_in_at(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCheckIn,
    at: Instant,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    actor.require(CHECK_IN)?;
    if at > tx.now() {
        return Err(Failure::Refused(CheckInRefusal::NotYet));
    }
    let zone = place::get(tx, actor.place)?.zone;
    arrive(tx, actor, new, zone.day_of(at), at, None)
}

/// The act itself, for a day and a moment already checked.
pub(super) fn arrive(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCheckIn,
    day: Day,
    at: Instant,
    external_ref: Option<&str>,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    let place = actor.place;
    people::person(tx, place, new.person)?.or_not_found()?;
    check_ins::lock_day(tx, place, new.person, day)?;
    let open = check_ins::open_of_person(tx, place, new.person, day)?;
    match arrival(&open, new.part) {
        Arrival::Here { since, part } => Err(Failure::Refused(CheckInRefusal::AlreadyHere { since, part })),
        Arrival::New => write(tx, actor, new, day, at, external_ref),
        Arrival::Wider(id) => widened(tx, actor, &open, id),
        Arrival::Back(id) => {
            let back = open.iter().find(|one| one.id == id).or_not_found()?;
            check_ins::set_left(tx, place, id, None)?;
            record(tx, actor, "check_in.resumed", back, back.part, None)?;
            Ok(CheckedIn {
                check_in: id,
                kind: back.kind,
                used: None,
            })
        }
    }
}

fn write(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewCheckIn,
    day: Day,
    at: Instant,
    external_ref: Option<&str>,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    let place = actor.place;
    let standing = standing(tx, place, new.person, day)?;
    let kind = grounds(standing, new.welcome).map_err(Failure::Refused)?;
    let row = check_ins::NewRow {
        id: tx.new_id(),
        person: new.person,
        day,
        part: new.part,
        kind,
        arrived_at: at,
        created_by: actor.account,
        external_ref,
    };
    check_ins::insert(tx, place, &row)?;
    let made = check_ins::find(tx, place, row.id)?.or_not_found()?;
    let used = count(tx, actor, &made)?;
    record(tx, actor, "check_in.made", &made, made.part, used.as_ref())?;
    Ok(CheckedIn {
        check_in: row.id,
        kind,
        used,
    })
}

/// Turns the half of one of the check-ins of a day into the whole of it.
pub(super) fn widened(
    tx: &mut Tx<'_>,
    actor: &Actor,
    open: &[CheckIn],
    id: CheckInId,
) -> Result<CheckedIn, Failure<CheckInRefusal>> {
    let known = open.iter().find(|one| one.id == id).or_not_found()?;
    check_ins::set_part(tx, actor.place, id, Part::Day, Some(known.part))?;
    let used = count(tx, actor, known)?;
    record(tx, actor, "check_in.widened", known, known.part, used.as_ref())?;
    Ok(CheckedIn {
        check_in: id,
        kind: known.kind,
        used,
    })
}

/// Brings the person's passes to what their day comes to, when this check-in is one of those that count units.
pub(super) fn count(
    tx: &mut Tx<'_>,
    actor: &Actor,
    changed: &CheckIn,
) -> Result<Option<DayUseOutcome>, Failure<CheckInRefusal>> {
    if !changed.kind.counts_units() {
        return Ok(None);
    }
    let open = check_ins::open_of_person(tx, actor.place, changed.person, changed.day)?;
    let used = offers::use_day(tx, actor, changed.person, changed.day, day_use(&open));
    let used = used.map_err(|failure| failure.map(|_| CheckInRefusal::NothingOffered))?;
    Ok(Some(used))
}

/// Leaves a line in the log: the part of the day it is about, and the units that moved.
pub(super) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    about: &CheckIn,
    part: Part,
    used: Option<&DayUseOutcome>,
) -> Result<(), Fault> {
    let detail = json!({
        "day": about.day.to_string(),
        "part": part.code(),
        "kind": about.kind.code(),
        "taken": used.map_or(0, |used| used.debited),
        "returned": used.map_or(0, |used| used.returned),
        "owed": used.map_or(0, |used| used.debt),
    });
    activity::record(tx, actor, verb, Subject::new("person", about.person), detail)?;
    Ok(())
}

/// What a person holds that may cover a visit on a day.
fn standing(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day) -> Result<Standing, Fault> {
    Ok(Standing {
        staff: of_the_team(tx, place, &[person], day)?.contains(&person),
        plan: offers::active_contract(tx, place, person, day)?.is_some(),
        pass: !offers::lots_of(tx, place, person)?.is_empty(),
    })
}

/// Who of these persons works in the place on a day.
pub(crate) fn of_the_team(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    day: Day,
) -> Result<BTreeSet<PersonId>, Fault> {
    let staff = [Role::Facilitator, Role::ManagingDirector];
    let held = people::roles_of(tx, place, persons, day)?;
    let team = held
        .into_iter()
        .filter(|(_, roles)| roles.iter().any(|role| staff.contains(role)));
    Ok(team.map(|(person, _)| person).collect())
}

/// When the morning of the place ends.
///
/// # Errors
/// As the database says.
pub fn midday(tx: &mut Tx<'_>, place: PlaceId) -> Result<MinuteOfDay, Fault> {
    let told = place::setting(tx, place, MIDDAY_SETTING)?;
    let told = told.and_then(|text| MinuteOfDay::parse(&text).ok());
    let usual = || MinuteOfDay::from_minutes(USUAL_MIDDAY).unwrap_or(MinuteOfDay::NOON);
    Ok(told.unwrap_or_else(usual))
}
