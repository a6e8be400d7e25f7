//! The one who sets a place up, or gets it back: from the command line or the set-up, never from a page of the house.

use super::second_factor::take_factors_away;
use super::sessions::{Door, Opened, sign_in_by_password};
use super::{accounts::open, persons, roles, today};
use crate::rules::name::PersonName;
use crate::rules::person::NewPerson;
use crate::rules::role::RoleRefusal;
use crate::store::{accounts, links, persons as person_store, sessions};
use kernel::{Actor, Email, PersonId, PlaceId, Role};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};

/// Makes the holder of an address an administrator with this password: adds the person and the account that are
/// missing, opens a closed account again, ends its sessions and uses up its links.
///
/// # Errors
/// As the database says.
pub fn create_administrator(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &PersonName,
    email: &Email,
    password_hash: &str,
) -> Result<PersonId, Fault> {
    let actor = Actor::system(place);
    let person = match person_store::find_by_email(tx, place, email)? {
        Some(known) => known.id,
        None => {
            let new = NewPerson {
                email: Some(email.clone()),
                ..NewPerson::named(name.clone())
            };
            persons::add(tx, &actor, new).map_err(Failure::unexpected)?
        }
    };
    match accounts::find_by_person(tx, place, person)? {
        Some(account) => {
            accounts::set_password(tx, place, account.id, password_hash)?;
            accounts::set_disabled(tx, place, account.id, None)?;
            sessions::revoke_others(tx, place, account.id, None)?;
            links::spend_all(tx, place, account.id)?;
            // Whoever holds the machine gets the place back, the lost application and the lost passkeys notwithstanding.
            take_factors_away(tx, place, account.id)?;
        }
        None => {
            open(tx, &actor, person, Some(password_hash)).map_err(Failure::unexpected)?;
        }
    }
    let today = today(tx, place)?;
    match roles::give(tx, &actor, person, Role::Administrator, (today, None)) {
        Ok(()) | Err(Failure::Refused(RoleRefusal::AlreadyHeld)) => Ok(person),
        Err(failure) => Err(failure.unexpected()),
    }
}

/// Lets the administrator in who has just been made with this hash of their password, in the same transaction: whoever
/// sets a house up has proven more than a password.
///
/// # Errors
/// [`Fault::NotFound`] when the person has no account; else as the database says.
pub fn enter_as_administrator(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    password_hash: &str,
    door: &Door,
) -> Result<Opened, Fault> {
    let account = accounts::find_by_person(tx, place, person)?.or_not_found()?;
    sign_in_by_password(tx, place, account.id, password_hash, door).map_err(Failure::unexpected)
}
