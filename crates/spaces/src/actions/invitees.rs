//! Who may be invited: anybody by their address, and by name those whom the inviter may find.

use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::participants::{InvitationRefused, Invitee};
use kernel::{Actor, Email, PersonId};
use people::Party;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};

/// The most people that a search offers.
const MOST_FOUND: usize = 12;

/// Whom somebody invites.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Invited {
    /// By address.
    pub emails: Vec<Email>,
    /// By name.
    pub persons: Vec<PersonId>,
    /// Whether to the dates of the series that follow too.
    pub following: bool,
}

/// Where each of those named is written to.
pub(crate) fn invitees(
    tx: &mut Tx<'_>,
    actor: &Actor,
    wanted: &Invited,
) -> Result<Vec<Invitee>, Failure<InvitationRefused>> {
    let typed = wanted.emails.iter().map(|email| Invitee {
        email: email.clone(),
        person: None,
    });
    let mut all: Vec<Invitee> = vec![];
    for id in &wanted.persons {
        if !may_find(tx, actor, *id)? {
            return Err(Fault::NotFound.into());
        }
        let person = people::person(tx, actor.place, *id)?.or_not_found()?;
        let Some(email) = person.email else {
            return Err(Failure::Refused(InvitationRefused::NoAddress));
        };
        all.push(Invitee {
            email,
            person: Some(*id),
        });
    }
    all.extend(typed);
    Ok(all)
}

/// The desk finds everybody; members find those whose card they may see.
fn may_find(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<bool, Fault> {
    if actor.may(BOOK_FOR_OTHERS) {
        return Ok(true);
    }
    Ok(actor.may(directory::READ) && directory::card(tx, actor, person)?.is_some())
}

/// People found by a few letters, to be picked by name.
pub(crate) fn findable(
    tx: &mut Tx<'_>,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<(PersonId, String)>, Fault> {
    if actor.may(BOOK_FOR_OTHERS) {
        let found = people::search_persons(tx, actor.place, typed, MOST_FOUND)?.into_iter();
        return Ok(found
            .filter(|one| one.email.is_some())
            .filter_map(|one| match one.who {
                Party::Person(person) => Some((person, one.name)),
                Party::Organisation(_) => None,
            })
            .collect());
    }
    let Some(search) = directory::Search::parse(typed).filter(|_| actor.may(directory::READ)) else {
        return Ok(vec![]);
    };
    let mut near: Vec<(usize, String, PersonId)> = directory::cards(tx, actor)?
        .into_iter()
        .filter(|(_, card)| !actor.is(card.person))
        .filter_map(|(name, card)| Some((search.distance(&name, &card)?, name, card.person)))
        .collect();
    near.sort();
    near.truncate(MOST_FOUND);
    Ok(near.into_iter().map(|(_, name, person)| (person, name)).collect())
}
