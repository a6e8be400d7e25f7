//! Who runs a team.

use super::{about, team_of, today};
use crate::permissions::GRANT;
use crate::rules::TeamRefused;
use crate::store::leads;
use kernel::{Actor, OrganisationId, PersonId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity};
use serde_json::json;

/// Somebody of the team runs it from today on.
///
/// # Errors
/// [`TeamRefused`] when they do not belong to it or run it already.
pub fn grant_manager(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Failure<TeamRefused>> {
    actor.require(GRANT)?;
    let place = actor.place;
    people::organisation(tx, place, organisation)?.or_not_found()?;
    let known = people::person(tx, place, person)?.or_not_found()?;
    if !team_of(tx, place, organisation)?.contains(&person) {
        return Err(Failure::Refused(TeamRefused::NotInTheTeam));
    }
    let today = today(tx, place)?;
    if !leads::insert(tx, place, (organisation, person), today, actor.account)? {
        return Err(Failure::Refused(TeamRefused::RunsAlready));
    }
    let detail = json!({ "name": known.name.full() });
    activity::record(tx, actor, "team.manager_named", about(organisation), detail)?;
    Ok(())
}

/// Somebody runs a team no more, from now on.
///
/// # Errors
/// [`Fault::NotFound`] when they did not.
pub fn end_manager(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Fault> {
    actor.require(GRANT)?;
    let place = actor.place;
    let today = today(tx, place)?;
    if !leads::end(tx, place, (organisation, person), today)? {
        return Err(Fault::NotFound);
    }
    let known = people::person(tx, place, person)?.or_not_found()?;
    let detail = json!({ "name": known.name.full() });
    activity::record(tx, actor, "team.manager_ended", about(organisation), detail)?;
    Ok(())
}
