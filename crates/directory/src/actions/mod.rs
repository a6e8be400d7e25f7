//! The verbs of the directory: each authorises, loads, decides, saves and leaves a line in the activity log.

mod introduce;
mod keep_card;
mod notices;
mod portrait;
mod write_to;

pub use introduce::introduce;
pub use keep_card::keep_card;
pub use notices::{NewNotice, close_notice, post_notice};
pub use portrait::{keep_portrait, remove_portrait};
pub(crate) use portrait::{own_portrait, portrait_file, portraits_of};
pub use write_to::write_to;

use crate::rules::card::{Seen, Viewer};
use crate::store::cards;
use kernel::{Actor, Day, PersonId, PlaceId, Role};
use platform::database::{DatabaseError, Tx};
use platform::{Fault, place};
use std::collections::{BTreeMap, BTreeSet};

/// Today in the place of an actor.
pub(crate) fn today(tx: &mut Tx<'_>, actor: &Actor) -> Result<Day, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    Ok(tx.today(&zone))
}

/// The actor as a person.
fn own(actor: &Actor) -> Result<PersonId, Fault> {
    actor.require(crate::permissions::OWN)?;
    actor.person.ok_or(Fault::Forbidden)
}

/// Whether somebody belongs to the house on a day: a member, or one of the team.
fn belongs(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day) -> Result<bool, DatabaseError> {
    if people::is_member_on(tx, place, person, day)? {
        return Ok(true);
    }
    let roles = people::roles_on(tx, place, person, day)?;
    Ok(roles.into_iter().any(|role| role != Role::Member))
}

/// As what somebody looks at cards today.
pub(crate) fn viewer(tx: &mut Tx<'_>, actor: &Actor, today: Day) -> Result<Viewer, DatabaseError> {
    let Some(person) = actor.person else {
        return Ok(Viewer::Outsider);
    };
    Ok(if belongs(tx, actor.place, person, today)? {
        Viewer::Insider
    } else {
        Viewer::Outsider
    })
}

/// The card of somebody who belongs to the house, as far as a viewer may see it.
pub(crate) fn seen(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    viewer: Viewer,
    today: Day,
) -> Result<Option<Seen>, DatabaseError> {
    let Some(seen) = cards::find(tx, place, person)?.and_then(|card| card.seen_by(viewer)) else {
        return Ok(None);
    };
    Ok(belongs(tx, place, person, today)?.then_some(seen))
}

/// Every card that a viewer may see of those who belong to the house today, with names, by name.
pub(crate) fn everybody(
    tx: &mut Tx<'_>,
    place: PlaceId,
    viewer: Viewer,
    today: Day,
) -> Result<Vec<(String, Seen)>, DatabaseError> {
    let cards: Vec<Seen> = cards::shown(tx, place)?
        .iter()
        .filter_map(|card| card.seen_by(viewer))
        .collect();
    let persons: Vec<PersonId> = cards.iter().map(|card| card.person).collect();
    let members: BTreeSet<PersonId> = people::members_on(tx, place, today)?.into_iter().collect();
    let roles = people::roles_of(tx, place, &persons, today)?;
    let of_the_team = |person: &PersonId| {
        let held = roles.get(person);
        held.is_some_and(|held| held.iter().any(|role| *role != Role::Member))
    };
    let mut names: BTreeMap<PersonId, String> = people::names_of(tx, place, &persons)?;
    let mut named: Vec<(String, Seen)> = cards
        .into_iter()
        .filter(|card| members.contains(&card.person) || of_the_team(&card.person))
        .filter_map(|card| Some((names.remove(&card.person)?, card)))
        .collect();
    named.sort_by_cached_key(|(name, _)| kernel::fold(name));
    Ok(named)
}
