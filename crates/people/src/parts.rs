//! Everybody, a part at a time, for who reads them all.

use crate::rules::person::{Organisation, Person};
use crate::store;
use kernel::{OrganisationId, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx};

/// At most `limit` persons whose identifiers come after `after`, in their order.
///
/// # Errors
/// As the database says.
pub fn persons_after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    after: PersonId,
    limit: i64,
) -> Result<Vec<Person>, DatabaseError> {
    store::persons::after(tx, place, after, limit)
}

/// At most `limit` organisations whose identifiers come after `after`, in their order.
///
/// # Errors
/// As the database says.
pub fn organisations_after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    after: OrganisationId,
    limit: i64,
) -> Result<Vec<Organisation>, DatabaseError> {
    store::organisations::after(tx, place, after, limit)
}
