//! Who holds which role on a day, for other capabilities.

use crate::actions;
use crate::rules::role::{self, RoleGrant};
use crate::store::{accounts, roles};
use kernel::{AccountId, Day, PersonId, PlaceId, Role};
use platform::database::{DatabaseError, Tx};
use platform::{Fault, place};
use std::collections::BTreeMap;

/// The roles that a person holds on a day.
///
/// # Errors
/// As the database says.
pub fn roles_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Role>, DatabaseError> {
    let given = roles::of_person(tx, place, person)?;
    Ok(role::roles_on(given.iter().map(RoleGrant::term), day))
}

/// The roles that each of these persons holds on a day, by one statement for each sixty-four; those who hold none are left
/// out.
///
/// # Errors
/// As the database says.
pub fn roles_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    day: Day,
) -> Result<BTreeMap<PersonId, Vec<Role>>, DatabaseError> {
    let mut given: BTreeMap<PersonId, Vec<RoleGrant>> = BTreeMap::new();
    for grant in roles::of_persons(tx, place, persons)? {
        given.entry(grant.person).or_default().push(grant);
    }
    let held = given.into_iter().map(|(person, grants)| {
        let roles = role::roles_on(grants.iter().map(RoleGrant::term), day);
        (person, roles)
    });
    Ok(held.filter(|(_, roles)| !roles.is_empty()).collect())
}

/// The account of a person and the roles that count today, as they would in a session; none when there is no account or it is
/// closed.
///
/// # Errors
/// As the database says.
pub fn standing(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<(AccountId, Vec<Role>)>, Fault> {
    let account = accounts::find_by_person(tx, place, person)?;
    let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let held = roles_on(tx, place, person, today)?;
    let roles = actions::that_count(tx, place, account.id, held)?;
    Ok(Some((account.id, roles)))
}
