//! Giving roles and taking them back.

use super::{another_administrator, locked, subject};
use crate::permissions::ROLES;
use crate::rules::role::{RoleGrant, RoleRefusal};
use crate::store::{accounts, roles, sessions};
use kernel::{Actor, Day, PersonId, Role};
use platform::database::Tx;
use platform::{Failure, Fault, activity};
use serde_json::json;

/// Gives a role from a day on. The person's sessions end, so that the new rights begin with a new sign-in; one's own
/// session is renewed by the page instead (`renew_session`).
///
/// # Errors
/// [`RoleRefusal::AlreadyHeld`].
pub fn grant_role(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    role: Role,
    from_day: Day,
) -> Result<(), Failure<RoleRefusal>> {
    grant_role_until(tx, actor, person, role, (from_day, None))
}

/// As [`grant_role`], from a day to a day, both included, when the last one is known.
///
/// # Errors
/// [`RoleRefusal`].
pub fn grant_role_until(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    role: Role,
    (from_day, until_day): (Day, Option<Day>),
) -> Result<(), Failure<RoleRefusal>> {
    actor.require(ROLES)?;
    give(tx, actor, person, role, (from_day, until_day))?;
    end_sessions(tx, actor, person)?;
    Ok(())
}

pub(super) fn give(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    role: Role,
    (from_day, until_day): (Day, Option<Day>),
) -> Result<(), Failure<RoleRefusal>> {
    let place = actor.place;
    locked(tx, place, person)?;
    if until_day.is_some_and(|until| until < from_day) {
        return Err(Failure::Refused(RoleRefusal::EndsBeforeStart { from_day }));
    }
    let given = roles::of_person(tx, place, person)?;
    let meets = |grant: &RoleGrant| grant.role == role && grant.meets(from_day, until_day);
    if given.iter().any(meets) {
        return Err(Failure::Refused(RoleRefusal::AlreadyHeld));
    }
    roles::insert(tx, place, person, role, (from_day, until_day), actor.account)?;
    let detail = json!({ "role": role.code(), "day": from_day.to_string() });
    activity::record(tx, actor, "role.granted", subject(person), detail)?;
    Ok(())
}

/// Takes a role back; it is still held on `last_day`. A role that would end before its first day never was. The
/// person's sessions end.
///
/// # Errors
/// [`RoleRefusal`] when it is not held, or nobody would be left to administer the place.
pub fn end_role(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    role: Role,
    last_day: Day,
) -> Result<(), Failure<RoleRefusal>> {
    actor.require(ROLES)?;
    let place = actor.place;
    locked(tx, place, person)?;
    let given = roles::of_person(tx, place, person)?;
    let open = given
        .iter()
        .find(|grant| grant.role == role && grant.until_day.is_none_or(|until| last_day < until));
    let open = open.ok_or(Failure::Refused(RoleRefusal::NotHeld))?;
    if role == Role::Administrator && !another_administrator(tx, place, person)? {
        return Err(Failure::Refused(RoleRefusal::LastAdministrator));
    }
    roles::end(tx, place, open, last_day)?;
    let detail = json!({ "role": role.code(), "day": last_day.to_string() });
    activity::record(tx, actor, "role.ended", subject(person), detail)?;
    end_sessions(tx, actor, person)?;
    Ok(())
}

fn end_sessions(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Fault> {
    if actor.is(person) {
        return Ok(());
    }
    if let Some(account) = accounts::find_by_person(tx, actor.place, person)? {
        sessions::revoke_others(tx, actor.place, account.id, None)?;
    }
    Ok(())
}
