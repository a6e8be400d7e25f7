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
