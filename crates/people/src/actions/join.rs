//! Joining by oneself, without anybody of the team: the address is proven by a link before anything is kept.

use super::{Door, Opened, accounts::open, membership, open_session, persons, today};
use crate::rules::access::AccountRefusal;
use crate::rules::membership::MembershipRefusal;
use crate::rules::name::PersonName;
use crate::rules::person::NewPerson;
use crate::store::{accounts, persons as person_store};
use kernel::{Actor, Email, Locale, PlaceId};
use platform::database::Tx;
use platform::{Failure, OrNotFound};

/// Somebody who wants to join and has proven their address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// How they are called.
    pub name: PersonName,
    /// The address they proved.
    pub email: Email,
    /// The language of the page on which they asked.
    pub language: Locale,
}

/// Makes somebody a member from today on, with an account, and lets them in. A person of that address whom the place
/// knew already gets the account; one who had an account must sign in.
///
/// # Errors
/// [`AccountRefusal::AlreadyExists`] when the address has an account.
pub fn join(
    tx: &mut Tx<'_>,
    place: PlaceId,
    joining: &Joining,
    door: &Door,
) -> Result<Opened, Failure<AccountRefusal>> {
    let visitor = Actor::visitor(place);
    let person = match person_store::find_by_email(tx, place, &joining.email)? {
        // Somebody of the team is let in by an administrator: their address may have changed hands.
        Some(known) if super::is_of_the_team(tx, place, known.id)? => {
            return Err(Failure::Refused(AccountRefusal::Protected));
        }
        Some(known) => known.id,
        None => {
            let new = NewPerson {
                email: Some(joining.email.clone()),
                language: Some(joining.language),
                ..NewPerson::named(joining.name.clone())
            };
            persons::add(tx, &visitor, new).map_err(Failure::unexpected)?
        }
    };
    let account = open(tx, &visitor, person, None)?;
    let today = today(tx, place)?;
    match membership::begin(tx, &visitor, person, today) {
        Ok(_) | Err(Failure::Refused(MembershipRefusal::AlreadyMember)) => {}
        Err(Failure::Refused(MembershipRefusal::Overlaps { .. })) => {}
        Err(failure) => return Err(failure.unexpected().into()),
    }
    let account = accounts::find(tx, place, account)?.or_not_found()?;
    open_session(tx, place, &account, door)
}
