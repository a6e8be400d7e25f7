//! A notice taken back: membership and plans last again as they did.

use super::{empowered, subject, today};
use crate::permissions::{ADMIT, OWN};
use crate::rules::application::At;
use crate::rules::departure::{Departure, DepartureRefused};
use crate::store::departures;
use kernel::{Actor, PersonId};
use people::MembershipRefusal;
use platform::database::Tx;
use platform::{Failure, OrNotFound, activity};
use serde_json::json;

/// Takes the notice of somebody back, until its day. The roles of the team that it ended do not come back by it: an administrator
/// gives roles.
///
/// # Errors
/// [`At`] a field for [`DepartureRefused::Past`] or what people and offers refuse; `NotFound` when no notice is given; `Forbidden`.
pub fn take_back_notice(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Failure<At>> {
    if !(actor.is(person) && actor.may(OWN)) {
        actor.require(ADMIT)?;
    }
    let place = actor.place;
    let given: Departure = departures::of_person(tx, place, person)?
        .into_iter()
        .next()
        .or_not_found()?;
    if given.last_day < today(tx, place)? {
        return Err(Failure::Refused(At::new("last_day", DepartureRefused::Past)));
    }
    let able = empowered(actor);
    let resumed = people::resume_membership(tx, &able, person, given.last_day);
    resumed.map_err(|failure: Failure<MembershipRefusal>| failure.map(|why| At::new("last_day", why)))?;
    for (contract, before) in departures::ended_contracts(tx, place, given.id)? {
        match offers::resume_contract(tx, &able, contract, given.last_day, before) {
            // It was settled otherwise since.
            Ok(()) | Err(Failure::Fault(platform::Fault::NotFound)) => {}
            Err(failure) => return Err(failure.map(|why| At::new("last_day", why))),
        }
    }
    departures::withdraw(tx, place, given.id, actor.account)?;
    activity::record(tx, actor, "member.took_notice_back", subject(person), json!({}))?;
    Ok(())
}
