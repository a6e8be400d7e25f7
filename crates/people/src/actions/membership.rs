//! Becoming a member, and leaving.

use super::{locked, subject, today};
use crate::permissions::WRITE;
use crate::rules::membership::{Ending, Member, MembershipRefusal, may_join, may_leave};
use crate::store::members;
use kernel::{Actor, Day, Id, PersonId};
use platform::database::Tx;
use platform::{Failure, activity};
use serde_json::json;

/// Makes a person a member from a day on.
///
/// # Errors
/// [`MembershipRefusal`] when they are a member already, or still were on that day, or the day is over a year ahead.
pub fn become_member(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    on: Day,
) -> Result<Id<Member>, Failure<MembershipRefusal>> {
    actor.require(WRITE)?;
    begin(tx, actor, person, on)
}

pub(super) fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    on: Day,
) -> Result<Id<Member>, Failure<MembershipRefusal>> {
    let place = actor.place;
    locked(tx, place, person)?;
    let today = today(tx, place)?;
    may_join(&members::of_person(tx, place, person)?, on, today).map_err(Failure::Refused)?;
    let id = members::insert(tx, place, person, on)?;
    activity::record(
        tx,
        actor,
        "member.joined",
        subject(person),
        json!({ "day": on.to_string() }),
    )?;
    Ok(id)
}

/// Ends a membership that is not over yet; `last_day` is still part of it. One that has not begun and would end before its first
/// day is withdrawn.
///
/// # Errors
/// [`MembershipRefusal`] when the person is not a member, or the last day would be before the first.
pub fn end_membership(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    last_day: Day,
) -> Result<(), Failure<MembershipRefusal>> {
    actor.require(WRITE)?;
    let place = actor.place;
    locked(tx, place, person)?;
    let today = today(tx, place)?;
    let ending =
        may_leave(&members::of_person(tx, place, person)?, last_day, today).map_err(Failure::Refused)?;
    let verb = match ending {
        Ending::On(member) => {
            members::leave(tx, place, member, last_day)?;
            "member.left"
        }
        Ending::Withdrawn(member) => {
            members::withdraw(tx, place, member)?;
            "member.withdrawn"
        }
    };
    let facts = json!({ "day": last_day.to_string() });
    activity::record(tx, actor, verb, subject(person), facts)?;
    Ok(())
}

/// Takes back the last day that was announced of a membership, until that day.
///
/// # Errors
/// [`MembershipRefusal::NotMember`] when no membership ends on that day or it is over, [`MembershipRefusal::AlreadyMember`] when
/// another one begins later.
pub fn resume_membership(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    last_day: Day,
) -> Result<(), Failure<MembershipRefusal>> {
    actor.require(WRITE)?;
    let place = actor.place;
    locked(tx, place, person)?;
    let known = members::of_person(tx, place, person)?;
    if known.iter().any(|member| member.joined_on > last_day) {
        return Err(Failure::Refused(MembershipRefusal::AlreadyMember));
    }
    let lasting = today(tx, place)? <= last_day;
    let ending = known
        .iter()
        .find(|member| lasting && member.left_on == Some(last_day));
    let ending = ending.ok_or(Failure::Refused(MembershipRefusal::NotMember))?;
    members::stay(tx, place, ending.id)?;
    activity::record(tx, actor, "member.stays", subject(person), json!({}))?;
    Ok(())
}
