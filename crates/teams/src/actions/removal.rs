//! Somebody leaves a team.

use super::{about, empowered, run_team, team_of, today};
use crate::rules::TeamRefused;
use crate::store::{affiliations, leads};
use kernel::{Actor, Day, OrganisationId, PersonId};
use offers::PlanContract;
use people::Party;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// A plan that an organisation pays for somebody, and its last day if they leave the team today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLeft {
    /// The plan held.
    pub held: PlanContract,
    /// Its last day; the day before its first one when it never begins.
    pub last: Day,
}

/// What the organisation pays for somebody and how long it will, if they leave its team today. Notice and commitment hold, unless the
/// actor may end plans on any day.
///
/// # Errors
/// [`TeamRefused`] when they do not belong to it; not found unless the actor runs the team.
pub fn plans_left(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<PlanLeft>, Failure<TeamRefused>> {
    run_team(tx, actor, organisation)?;
    people::person(tx, actor.place, person)?.or_not_found()?;
    if !team_of(tx, actor.place, organisation)?.contains(&person) {
        return Err(Failure::Refused(TeamRefused::NotInTheTeam));
    }
    Ok(paid_plans(tx, actor, organisation, person)?)
}

fn paid_plans(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<PlanLeft>, Fault> {
    let (place, today) = (actor.place, today(tx, actor.place)?);
    let Some(customer) = billing::known_customer(tx, place, Party::Organisation(organisation))? else {
        return Ok(vec![]);
    };
    let mut found = Vec::new();
    for held in offers::contracts_of(tx, place, person)? {
        if held.customer != customer || held.is_void() || held.until.is_some_and(|until| until <= today) {
            continue;
        }
        // What would begin later is undone.
        let now = today.max(held.from.previous());
        let last = if actor.may(offers::MANAGE) {
            now
        } else {
            now.max(offers::first_end(tx, place, &held, today)?)
        };
        let last = held.until.map_or(last, |until| until.min(last));
        found.push(PlanLeft { held, last });
    }
    Ok(found)
}

/// Takes somebody out of a team: they pay for themselves from now on, unless another organisation does, and the plans that this
/// organisation paid for them end as [`plans_left`] says; it pays them until then. They stay a member.
///
/// # Errors
/// [`TeamRefused`] when they do not belong to it, or a plan cannot be ended; not found unless the actor runs the team.
pub fn remove(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Failure<TeamRefused>> {
    let plans = plans_left(tx, actor, organisation, person)?;
    let place = actor.place;
    let known = people::person(tx, place, person)?.or_not_found()?;
    let (able, today) = (empowered(actor), today(tx, place)?);
    affiliations::end(tx, place, (organisation, person), today)?;
    leads::end(tx, place, (organisation, person), today)?;
    for plan in plans.iter().filter(|plan| plan.held.until != Some(plan.last)) {
        let ended = offers::end_contract(tx, &able, plan.held.id, plan.last);
        ended.map_err(|failure| failure.map(|_| TeamRefused::Contract))?;
    }
    if known.organisation == Some(organisation) {
        people::set_payer(tx, &able, person, None).map_err(Failure::unexpected)?;
    }
    let detail = json!({ "name": known.name.full() });
    activity::record(tx, actor, "team.removed", about(organisation), detail)?;
    activity::record(
        tx,
        actor,
        "person.left_team",
        Subject::new("person", person),
        json!({}),
    )?;
    Ok(())
}
