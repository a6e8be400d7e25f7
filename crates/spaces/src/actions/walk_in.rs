//! Somebody nobody knows walks in (T2): a person and their check-in in one act.

use super::check_in::{CheckedIn, NewCheckIn, check_in};
use crate::permissions::CHECK_IN;
use crate::rules::check_in::{CheckInRefusal, Part, Welcome};
use kernel::Actor;
use people::{NewPerson, PersonRefusal};
use platform::Failure;
use platform::database::Tx;

/// Why a walk-in is not written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WalkInRefusal {
    /// The person cannot be kept.
    Person(PersonRefusal),
    /// They cannot be checked in.
    CheckIn(CheckInRefusal),
}

/// Keeps a person and checks them in at once.
///
/// # Errors
/// [`WalkInRefusal`]; nothing is kept then.
pub fn walk_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: NewPerson,
    part: Part,
    welcome: Welcome,
) -> Result<CheckedIn, Failure<WalkInRefusal>> {
    actor.require(CHECK_IN)?;
    let added = people::create_person(tx, actor, person);
    let person = added.map_err(|failure| failure.map(WalkInRefusal::Person))?;
    let new = NewCheckIn {
        person,
        part,
        welcome: Some(welcome),
    };
    check_in(tx, actor, new).map_err(|failure| failure.map(WalkInRefusal::CheckIn))
}
