//! Doors: keeping them, and answering them.

use crate::permissions::MANAGE;
use crate::rules::door::{
    Decision, Door, DoorRefused, Holder, LIST_MINUTES, LONGEST_MARGIN, Opening, decide, openings,
};
use crate::store::doors;
use kernel::{Actor, Audience, Days, Id, Instant, Period, PersonId, PlaceId, Role};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::store::lists::{self, Listing};
use spaces::store::{resources, schedule};
use spaces::{BookingId, BookingState, ResourceId};
use std::collections::BTreeMap;

type Refused = Failure<DoorRefused>;

/// A door to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDoor {
    /// How it is called.
    pub name: String,
    /// The space behind it; none for the way into the house.
    pub resource: Option<ResourceId>,
    /// Whether members come in during the hours of their audience.
    pub members: bool,
    /// Minutes before and after a booking during which it opens.
    pub margin: i64,
}

/// Keeps a door. `secret` signs its answers.
///
/// # Errors
/// [`DoorRefused`]; [`Fault::Forbidden`].
pub fn keep_door(tx: &mut Tx<'_>, actor: &Actor, new: &NewDoor, secret: &str) -> Result<Id<Door>, Refused> {
    actor.require(MANAGE)?;
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 80 || name.chars().any(char::is_control) {
        return Err(Failure::Refused(DoorRefused::Name));
    }
    if !(0..=LONGEST_MARGIN).contains(&new.margin) {
        return Err(Failure::Refused(DoorRefused::Margin));
    }
    if let Some(resource) = new.resource {
        let known = resources::find(tx, actor.place, resource)?;
        known.ok_or(Failure::Refused(DoorRefused::NoSpace))?;
    }
    let door = Door {
        id: tx.new_id(),
        name: name.to_owned(),
        resource: new.resource,
        members: new.members,
        margin: new.margin,
        secret: secret.to_owned(),
        retired_at: None,
    };
    doors::insert(tx, actor.place, &door)?;
    record(tx, actor, "door.kept", &door)?;
    Ok(door.id)
}

/// Signs the answers to a door with another secret.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such door in use, [`Fault::Forbidden`].
pub fn renew_door_secret(tx: &mut Tx<'_>, actor: &Actor, id: Id<Door>, secret: &str) -> Result<(), Fault> {
    let mut door = in_use(tx, actor, id)?;
    secret.clone_into(&mut door.secret);
    doors::update(tx, actor.place, &door)?;
    record(tx, actor, "door.secret_renewed", &door)?;
    Ok(())
}

/// Takes a door out of use: it is answered no more.
///
/// # Errors
/// As [`renew_door_secret`].
pub fn retire_door(tx: &mut Tx<'_>, actor: &Actor, id: Id<Door>) -> Result<(), Fault> {
    let mut door = in_use(tx, actor, id)?;
    door.retired_at = Some(tx.now());
    doors::update(tx, actor.place, &door)?;
    record(tx, actor, "door.retired", &door)?;
    Ok(())
}

fn in_use(tx: &mut Tx<'_>, actor: &Actor, id: Id<Door>) -> Result<Door, Fault> {
    actor.require(MANAGE)?;
    let door = doors::find(tx, actor.place, id)?.filter(|door| door.retired_at.is_none());
    door.or_not_found()
}

/// Whether a badge opens a door now. Every answer is written down.
///
/// # Errors
/// As [`renew_door_secret`].
pub fn answer_door(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Door>,
    badge: &str,
) -> Result<(Door, Decision), Fault> {
    let door = in_use(tx, actor, id)?;
    let now = tx.now();
    let person = stewardship::badge_holder(tx, actor.place, badge)?;
    let window = Period::new(now, now.plus_minutes(1)).map_err(Fault::internal)?;
    let known = match person {
        Some(person) => openings_of(tx, actor.place, &door, &[person], window)?.remove(&person),
        None => None,
    };
    let (open, reason) = decide(known.as_deref(), now);
    let decision = Decision {
        id: tx.new_id(),
        door: door.id,
        at: now,
        badge: badge.to_owned(),
        person,
        open,
        reason,
    };
    doors::note(tx, actor.place, &decision)?;
    Ok((door, decision))
}

/// For a door without a network: the badges that open it during the next day, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorList {
    /// The door.
    pub door: Door,
    /// When it was made.
    pub made: Instant,
    /// When it is worth nothing any more.
    pub until: Instant,
    /// Each badge with the times at which it opens.
    pub lines: Vec<(String, Opening)>,
}

/// The list for a door. Writes nothing.
///
/// # Errors
/// As [`renew_door_secret`].
pub fn list_for_door(tx: &mut Tx<'_>, actor: &Actor, id: Id<Door>) -> Result<DoorList, Fault> {
    let door = in_use(tx, actor, id)?;
    let made = tx.now();
    let until = made.plus_minutes(LIST_MINUTES);
    let window = Period::new(made, until).map_err(Fault::internal)?;
    let badges = stewardship::badges_held(tx, actor.place)?;
    let mut persons: Vec<PersonId> = badges.iter().map(|(_, person)| *person).collect();
    persons.sort_unstable();
    persons.dedup();
    let known = openings_of(tx, actor.place, &door, &persons, window)?;
    let lines = badges
        .into_iter()
        .flat_map(|(badge, person)| {
            let openings = known.get(&person).into_iter().flatten();
            openings
                .map(move |opening| (badge.clone(), *opening))
                .collect::<Vec<_>>()
        })
        .collect();
    Ok(DoorList {
        door,
        made,
        until,
        lines,
    })
}

/// When a door opens to each of these persons inside a window: a handful of questions, however many they are.
fn openings_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    door: &Door,
    persons: &[PersonId],
    window: Period,
) -> Result<BTreeMap<PersonId, Vec<Opening>>, Fault> {
    let zone = place::get(tx, place)?.zone;
    let today = zone.day_of(window.start());
    let roles = people::roles_of(tx, place, persons, today)?;
    let members = people::members_on(tx, place, today)?;
    let held = offers::holdings_of(tx, place, persons, today)?;
    let schedule = schedule::schedule(tx, place, window)?;
    let booked = booked(tx, place, door, window)?;
    // A day before: hours that go over midnight.
    let days = Days::spanning(today.previous(), zone.day_of(window.end()));
    let behind = door.resource.unwrap_or(ResourceId::from_i64(0));
    let mut hours: BTreeMap<Audience, Vec<Period>> = BTreeMap::new();
    let mut known = BTreeMap::new();
    for person in persons {
        let team = |held: &Vec<Role>| held.iter().any(|role| *role != Role::Member);
        let contract = held.get(person).and_then(|held| held.contract.as_ref());
        let audience = contract.map_or(Audience::Nomad, |contract| contract.audience);
        let open = if contract.is_some() || members.contains(person) {
            let of = || schedule.open(behind, audience, &zone, days);
            hours.entry(audience).or_insert_with(of).clone()
        } else {
            vec![]
        };
        let holder = Holder {
            staff: roles.get(person).is_some_and(team),
            hours: open,
            bookings: booked.get(person).cloned().unwrap_or_default(),
        };
        known.insert(*person, openings(door, &holder, window));
    }
    Ok(known)
}

/// Who booked what is behind a door, around a window. Any space counts for the way into the house.
fn booked(
    tx: &mut Tx<'_>,
    place: PlaceId,
    door: &Door,
    window: Period,
) -> Result<BTreeMap<PersonId, Vec<Period>>, Fault> {
    let listing = Listing {
        span: window.widen(door.margin, door.margin),
        resource: door.resource,
        state: None,
    };
    let first = (Instant::from_micros(i64::MIN), BookingId::from_i64(0));
    let mut booked: BTreeMap<PersonId, Vec<Period>> = BTreeMap::new();
    for booking in lists::listed_after(tx, place, &listing, None, first, 5_000)? {
        let holds = matches!(booking.state, BookingState::Confirmed | BookingState::CheckedIn);
        if let Some(person) = booking.person.filter(|_| holds) {
            booked.entry(person).or_default().push(booking.period());
        }
    }
    Ok(booked)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, door: &Door) -> Result<(), Fault> {
    let subject = Subject::new("door", door.id);
    activity::record(tx, actor, verb, subject, json!({ "name": door.name }))?;
    Ok(())
}
