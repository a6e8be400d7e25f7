//! For whom one acts: which of one's organisations pays.

use super::{empowered, organisations_of, today};
use crate::permissions::OWN;
use crate::rules::TeamRefused;
use crate::store::affiliations;
use kernel::{Actor, OrganisationId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};

/// The actor chooses who pays for what they book and buy from now on: one of their organisations, or they themselves. What was agreed
/// before stays as it was.
///
/// # Errors
/// [`TeamRefused::NotMine`] when they do not belong to that organisation.
pub fn choose_payer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    payer: Option<OrganisationId>,
) -> Result<(), Failure<TeamRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let place = actor.place;
    let mine = organisations_of(tx, place, person)?;
    if payer.is_some_and(|payer| !mine.iter().any(|one| one.id == payer)) {
        return Err(Failure::Refused(TeamRefused::NotMine));
    }
    // Who paid until now stays one of theirs, to be chosen again.
    let before = people::person(tx, place, person)?.or_not_found()?.organisation;
    if let Some(before) = before {
        let today = today(tx, place)?;
        affiliations::insert(tx, place, (before, person), today, actor.account)?;
    }
    people::set_payer(tx, &empowered(actor), person, payer).map_err(Failure::unexpected)?;
    Ok(())
}
