//! Inviting into a team, and joining it.

use super::{about, empowered, run_team, team_of, today};
use crate::rules::{Invitation, InvitationState, NewInvitation, TeamRefused};
use crate::store::{affiliations, invitations};
use kernel::{Actor, Id, OrganisationId, PersonId};
use people::{MembershipRefusal, NewPerson};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Invites somebody into a team. They join when they say so.
///
/// # Errors
/// [`TeamRefused`] when they belong to it or are invited already; [`Fault::NotFound`] unless the actor runs the team.
pub fn invite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    to: &NewInvitation,
) -> Result<Id<Invitation>, Failure<TeamRefused>> {
    run_team(tx, actor, organisation)?;
    let place = actor.place;
    if let Some(known) = people::person_by_email(tx, place, &to.email)?
        && team_of(tx, place, organisation)?.contains(&known.id)
    {
        return Err(Failure::Refused(TeamRefused::AlreadyIn));
    }
    let id = tx.new_id();
    if !invitations::insert(tx, place, id, organisation, to, actor.account)? {
        return Err(Failure::Refused(TeamRefused::AlreadyInvited));
    }
    let detail = json!({ "name": to.name.full() });
    activity::record(tx, actor, "team.invited", about(organisation), detail)?;
    Ok(id)
}

/// Takes an invitation back.
///
/// # Errors
/// [`TeamRefused::LinkSpent`] when it was used; [`Fault::NotFound`] when it is not one of a team that the actor runs.
pub fn withdraw_invitation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: OrganisationId,
    id: Id<Invitation>,
) -> Result<(), Failure<TeamRefused>> {
    run_team(tx, actor, organisation)?;
    let known = invitations::lock(tx, actor.place, id)?.or_not_found()?;
    if known.organisation != organisation {
        return Err(Fault::NotFound.into());
    }
    if !invitations::answer(tx, actor.place, id, InvitationState::Withdrawn, None)? {
        return Err(Failure::Refused(TeamRefused::LinkSpent));
    }
    let detail = json!({ "name": known.to.name.full() });
    activity::record(tx, actor, "team.uninvited", about(organisation), detail)?;
    Ok(())
}

/// The reader of an invitation joins the team: they become known, a member and the holder of an account, as far as they are not yet.
/// The organisation pays for them from now on, unless another one does already: then they choose.
///
/// # Errors
/// [`TeamRefused::LinkSpent`] when it was used or taken back.
pub fn accept_invitation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Invitation>,
) -> Result<PersonId, Failure<TeamRefused>> {
    let place = actor.place;
    let known = invitations::lock(tx, place, id)?.or_not_found()?;
    if known.state != InvitationState::Sent {
        return Err(Failure::Refused(TeamRefused::LinkSpent));
    }
    let (able, today, organisation) = (empowered(actor), today(tx, place)?, known.organisation);
    let person = match people::person_by_email(tx, place, &known.to.email)? {
        Some(person) => {
            if person.organisation.is_none() {
                people::set_payer(tx, &able, person.id, Some(organisation)).map_err(Failure::unexpected)?;
            }
            person.id
        }
        None => {
            let new = NewPerson {
                email: Some(known.to.email.clone()),
                organisation: Some(organisation),
                language: Some(known.to.language),
                ..NewPerson::named(known.to.name.clone())
            };
            people::create_person(tx, &able, new).map_err(Failure::unexpected)?
        }
    };
    affiliations::insert(tx, place, (organisation, person), today, None)?;
    match people::become_member(tx, &able, person, today) {
        Ok(_) | Err(Failure::Refused(MembershipRefusal::AlreadyMember)) => {}
        // They still are one for some days: nothing is missing today.
        Err(Failure::Refused(MembershipRefusal::Overlaps { .. })) => {}
        Err(failure) => return Err(failure.unexpected().into()),
    }
    if people::account_of(tx, place, person)?.is_none() {
        people::invite(tx, &able, person).map_err(Failure::unexpected)?;
    }
    invitations::answer(tx, place, id, InvitationState::Accepted, Some(person))?;
    let detail = json!({ "name": known.to.name.full() });
    activity::record(tx, actor, "team.joined", about(organisation), detail)?;
    activity::record(
        tx,
        actor,
        "person.joined_team",
        Subject::new("person", person),
        json!({}),
    )?;
    Ok(person)
}
