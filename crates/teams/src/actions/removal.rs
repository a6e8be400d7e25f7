//! Somebody leaves a team.

use super::{about, empowered, run_team, team_of, today};
use crate::rules::TeamRefused;
use crate::store::{affiliations, leads};
use kernel::{Actor, OrganisationId, PersonId};
use people::Party;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Takes somebody out of a team: they pay for themselves from now on, unless another organisation does, and the plans that this
/// organisation paid for them end today. They stay a member.
///
/// # Errors
/// [`TeamRefused`] when they do not belong to it, or a plan cannot be ended; not found unless the actor runs the team.
pub fn remove(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<(), Failure<TeamRefused>> {
    run_team(tx, actor, organisation)?;
    let place = actor.place;
    let known = people::person(tx, place, person)?.or_not_found()?;
    if !team_of(tx, place, organisation)?.contains(&person) {
        return Err(Failure::Refused(TeamRefused::NotInTheTeam));
    }
    let (able, today) = (empowered(actor), today(tx, place)?);
    affiliations::end(tx, place, (organisation, person), today)?;
    leads::end(tx, place, (organisation, person), today)?;
    if let Some(customer) = billing::known_customer(tx, place, Party::Organisation(organisation))? {
        for held in offers::contracts_of(tx, place, person)? {
            let lasts = !held.is_void() && held.until.is_none_or(|until| until > today);
            if held.customer == customer && lasts {
                // What would begin later is undone.
                let until = today.max(held.from.previous());
                let ended = offers::end_contract(tx, &able, held.id, until);
                ended.map_err(|failure| failure.map(|_| TeamRefused::Contract))?;
            }
        }
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
