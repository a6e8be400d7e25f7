//! The regular meeting of everybody: its points, who speaks, what is decided (T35).

use super::council::{programmes, require_programming};
use super::{is_of_the_house, subject};
use crate::permissions::OWN;
use crate::rules::event::{Event, EventId, EventKind, EventState};
use crate::rules::powwow::{
    Decision, DecisionId, MOST_POINTS, MotionState, Point, PointId, PowwowRefused, minutes, reordered,
};
use crate::store::{decisions, events, motions, powwow};
use kernel::{Actor, Day, PersonId, fold};
use platform::activity;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Why something of a meeting is not taken, or not a matter of rules.
type Refused = Failure<PowwowRefused>;

/// A point to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoint {
    /// In a line.
    pub title: String,
    /// In more words; may be empty.
    pub body: String,
    /// The minutes wished for.
    pub minutes: i64,
}

/// Who acts as somebody of the house.
pub(crate) fn inside(tx: &mut Tx<'_>, actor: &Actor) -> Result<PersonId, Fault> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if is_of_the_house(tx, actor)? {
        Ok(person)
    } else {
        Err(Fault::NotFound)
    }
}

/// The meeting, if it is one.
pub(crate) fn meeting(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<Event, Fault> {
    inside(tx, actor)?;
    let event = events::find(tx, actor.place, id)?;
    event
        .filter(|event| event.facts.kind == EventKind::Powwow && event.state != EventState::Draft)
        .or_not_found()
}

/// Nothing for a point of another meeting.
pub(crate) fn of_meeting(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    point: PointId,
) -> Result<(), Fault> {
    inside(tx, actor)?;
    let found = powwow::find(tx, actor.place, point)?;
    found.filter(|point| point.event == event).or_not_found()?;
    Ok(())
}

/// Puts a point on a meeting to come, last.
///
/// # Errors
/// [`PowwowRefused`]; [`Fault::NotFound`] for who is not of the house.
pub fn add_point(tx: &mut Tx<'_>, actor: &Actor, event: EventId, new: &NewPoint) -> Result<PointId, Refused> {
    let person = inside(tx, actor)?;
    open_meeting(tx, actor, event)?;
    let minutes = minutes(new.minutes).map_err(Failure::Refused)?;
    let point = Point {
        id: tx.new_id(),
        event,
        person: Some(person),
        motion: None,
        title: new.title.clone(),
        body: new.body.clone(),
        minutes,
        position: 0,
        notes: String::new(),
    };
    append(tx, actor, point)
}

/// Puts a point last on a meeting that is held.
pub(super) fn append(tx: &mut Tx<'_>, actor: &Actor, mut point: Point) -> Result<PointId, Refused> {
    let there = powwow::of_event(tx, actor.place, point.event)?;
    if there.len() >= MOST_POINTS {
        return Err(Failure::Refused(PowwowRefused::TooManyPoints));
    }
    point.position = there.last().map_or(1, |last| last.position.saturating_add(1));
    powwow::insert(tx, actor.place, &point, &words_of(&point))?;
    let detail = json!({ "title": point.title });
    activity::record(tx, actor, "powwow.point_added", subject(point.event), detail)?;
    Ok(point.id)
}

/// The meeting, held: points are added and ordered one after the other.
fn open_meeting(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<(), Refused> {
    meeting(tx, actor, id)?;
    let event = events::lock(tx, actor.place, id)?.or_not_found()?;
    if event.is_to_come(tx.now()) {
        Ok(())
    } else {
        Err(Failure::Refused(PowwowRefused::Closed))
    }
}

/// Moves a point one place up or down; who programmes.
///
/// # Errors
/// [`PowwowRefused::Closed`] once the meeting is over; [`Fault::Forbidden`].
pub fn move_point(tx: &mut Tx<'_>, actor: &Actor, id: PointId, up: bool) -> Result<(), Refused> {
    require_programming(tx, actor)?;
    let point = powwow::find(tx, actor.place, id)?.or_not_found()?;
    open_meeting(tx, actor, point.event)?;
    let there = powwow::of_event(tx, actor.place, point.event)?;
    let order: Vec<PointId> = there.iter().map(|one| one.id).collect();
    for (position, id) in (1_i64..).zip(reordered(&order, id, up)) {
        powwow::place_at(tx, actor.place, id, position)?;
    }
    Ok(())
}

/// Takes a point off: who brings it, or who programmes. A proposal whose point is taken off may be put on another meeting.
///
/// # Errors
/// [`PowwowRefused::Closed`] once the meeting is over; [`Fault::Forbidden`] for others.
pub fn withdraw_point(tx: &mut Tx<'_>, actor: &Actor, id: PointId) -> Result<(), Refused> {
    let person = inside(tx, actor)?;
    let point = powwow::find(tx, actor.place, id)?.or_not_found()?;
    let own = point.motion.is_none() && point.person == Some(person);
    if !own && !programmes(tx, actor)? {
        return Err(Fault::Forbidden.into());
    }
    open_meeting(tx, actor, point.event)?;
    powwow::withdraw(tx, actor.place, id)?;
    if let Some(motion) = point.motion {
        motions::stand(tx, actor.place, motion, MotionState::Ready)?;
    }
    let detail = json!({ "title": point.title });
    activity::record(tx, actor, "powwow.point_removed", subject(point.event), detail)?;
    Ok(())
}

/// Says that one wants to speak on a point, or no more.
///
/// # Errors
/// [`PowwowRefused::Closed`] once the meeting is over; [`Fault::NotFound`].
pub fn want_to_speak(tx: &mut Tx<'_>, actor: &Actor, id: PointId, wants: bool) -> Result<(), Refused> {
    let person = inside(tx, actor)?;
    let point = powwow::find(tx, actor.place, id)?.or_not_found()?;
    open_meeting(tx, actor, point.event)?;
    if wants {
        powwow::speak(tx, actor.place, id, person)?;
    } else {
        powwow::be_quiet(tx, actor.place, id, person)?;
    }
    Ok(())
}

/// Notes what was said on a point; noted again, the last word counts.
///
/// # Errors
/// [`PowwowRefused::Closed`] for a meeting that was given up; [`Fault::Forbidden`] for who does not programme.
pub fn note_point(tx: &mut Tx<'_>, actor: &Actor, id: PointId, notes: &str) -> Result<(), Refused> {
    let mut point = noted(tx, actor, id)?;
    notes.clone_into(&mut point.notes);
    powwow::note(tx, actor.place, id, (notes, &words_of(&point)))?;
    Ok(())
}

/// Notes a decision on a point: what, who does it, by when.
///
/// # Errors
/// As [`note_point`].
pub fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PointId,
    (body, owner, due_on): (&str, &str, Option<Day>),
) -> Result<DecisionId, Refused> {
    let point = noted(tx, actor, id)?;
    let decision = Decision {
        id: tx.new_id(),
        point: id,
        body: body.to_owned(),
        owner: owner.to_owned(),
        due_on,
        done_on: None,
    };
    let search = fold(&format!("{body} {owner}"));
    decisions::decide(tx, actor.place, &decision, (&search, actor.account))?;
    let detail = json!({ "title": point.title });
    activity::record(tx, actor, "powwow.decided", subject(point.event), detail)?;
    Ok(decision.id)
}

/// Notes that what was decided is done: anybody of the house may. Said twice, the second changes nothing.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn decision_done(tx: &mut Tx<'_>, actor: &Actor, id: DecisionId) -> Result<EventId, Fault> {
    inside(tx, actor)?;
    let (event, _) = decisions::decision(tx, actor.place, id)?.or_not_found()?;
    let today = super::today(tx, actor.place)?;
    if decisions::done(tx, actor.place, id, today)? {
        activity::record(tx, actor, "powwow.done", subject(event), json!({}))?;
    }
    Ok(event)
}

fn noted(tx: &mut Tx<'_>, actor: &Actor, id: PointId) -> Result<Point, Refused> {
    require_programming(tx, actor)?;
    let point = powwow::find(tx, actor.place, id)?.or_not_found()?;
    let event = events::lock(tx, actor.place, point.event)?.or_not_found()?;
    if event.state == EventState::Cancelled {
        return Err(Failure::Refused(PowwowRefused::Closed));
    }
    Ok(point)
}

/// What a point is found by.
fn words_of(point: &Point) -> String {
    fold(&format!("{} {} {}", point.title, point.body, point.notes))
}
