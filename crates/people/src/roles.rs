//! Who holds which role on a day, for other capabilities.

use crate::rules::role::{self, RoleGrant};
use crate::store::roles;
use kernel::{Day, PersonId, PlaceId, Role};
use platform::database::{DatabaseError, Tx};
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
