//! The verbs of teams: each authorises, loads, decides, saves and leaves a line in the activity log.

mod invitations;
mod naming;
mod payer;
mod removal;

pub use invitations::{accept_invitation, invite, withdraw_invitation};
pub use naming::{end_manager, grant_manager};
pub use payer::choose_payer;
pub use removal::{PlanLeft, plans_left, remove};

use crate::permissions::{GRANT, OWN};
use crate::store::{affiliations, leads};
use kernel::{Actor, Day, OrganisationId, PersonId, PlaceId};
use people::Organisation;
use platform::activity::Subject;
use platform::database::Tx;
use platform::{Fault, OrNotFound, place};

/// Today in the place.
fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = place::get(tx, place)?.zone;
    Ok(tx.today(&zone))
}

fn about(organisation: OrganisationId) -> Subject {
    Subject::new("organisation", organisation)
}

/// The actor with the rights that running a team carries with it, for the act at hand alone.
fn empowered(actor: &Actor) -> Actor {
    let mut actor = actor.clone();
    actor.permissions.extend([people::WRITE, offers::MANAGE]);
    actor
}

/// The organisation, when the actor runs its team or may say who does; else it is not found.
fn run_team(tx: &mut Tx<'_>, actor: &Actor, organisation: OrganisationId) -> Result<Organisation, Fault> {
    let known = people::organisation(tx, actor.place, organisation)?.or_not_found()?;
    if actor.may(GRANT) {
        return Ok(known);
    }
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if leads::of_person(tx, actor.place, person)?.contains(&organisation) {
        Ok(known)
    } else {
        Err(Fault::NotFound)
    }
}

/// The organisations whose team somebody runs, by the order in which they were given them.
///
/// # Errors
/// As the database says.
pub fn run_by(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Organisation>, Fault> {
    let mut found = Vec::new();
    for id in leads::of_person(tx, place, person)? {
        found.extend(people::organisation(tx, place, id)?);
    }
    Ok(found)
}

/// Everybody of a team: those for whom the organisation pays, then those who have another payer today.
///
/// # Errors
/// As the database says.
pub fn team_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<PersonId>, Fault> {
    let paid = people::persons_of(tx, place, organisation)?;
    let mut team: Vec<PersonId> = paid.into_iter().map(|person| person.id).collect();
    for person in affiliations::of_organisation(tx, place, organisation)? {
        if !team.contains(&person) {
            team.push(person);
        }
    }
    Ok(team)
}

/// The organisations that somebody belongs to, the one that pays for them among these.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such person.
pub fn organisations_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Organisation>, Fault> {
    let payer = people::person(tx, place, person)?.or_not_found()?.organisation;
    let mut ids = affiliations::of_person(tx, place, person)?;
    if let Some(payer) = payer.filter(|payer| !ids.contains(payer)) {
        ids.insert(0, payer);
    }
    let mut found = Vec::new();
    for id in ids {
        found.extend(people::organisation(tx, place, id)?);
    }
    Ok(found)
}
