//! What the end of a link opens: a key that a letter carried, or the identifier for the person whose it is.

use crate::rules::proposal::{Proposal, ProposalId};
use crate::rules::registration::{Registration, RegistrationId};
use crate::store::{keys, proposals, registrations};
use kernel::{Actor, PersonId};
use people::TokenHash;
use platform::database::Tx;
use platform::{Fault, OrNotFound};

/// The registration behind the end of a link.
///
/// # Errors
/// [`Fault::NotFound`] when it opens none, or one of somebody else.
pub(crate) fn registration_behind(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Registration, Fault> {
    let place = actor.place;
    if let Some(hash) = TokenHash::of(key) {
        return match keys::registration(tx, place, &hash)? {
            Some(id) => registrations::find(tx, place, id)?.or_not_found(),
            // One that is still to be digested.
            None => registrations::by_token(tx, place, key)?.or_not_found(),
        };
    }
    let id = RegistrationId::parse(key).map_err(|_| Fault::NotFound)?;
    let found = registrations::find(tx, place, id)?.or_not_found()?;
    own(actor, found.attendee.person)?;
    Ok(found)
}

/// The proposal behind the end of a link.
///
/// # Errors
/// As [`registration_behind`].
pub(crate) fn proposal_behind(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Proposal, Fault> {
    let place = actor.place;
    if let Some(hash) = TokenHash::of(key) {
        return match keys::proposal(tx, place, &hash)? {
            Some(id) => proposals::find(tx, place, id)?.or_not_found(),
            None => proposals::by_token(tx, place, key)?.or_not_found(),
        };
    }
    let id = ProposalId::parse(key).map_err(|_| Fault::NotFound)?;
    let found = proposals::find(tx, place, id)?.or_not_found()?;
    own(actor, found.proposer.person)?;
    Ok(found)
}

fn own(actor: &Actor, of: Option<PersonId>) -> Result<(), Fault> {
    if of.is_some_and(|person| actor.is(person)) {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}
