//! Records that lead elsewhere: merged into another, or erased.

use crate::store::mergers;
use kernel::{Instant, OrganisationId, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx};

/// The record that stays for a person whose record became a part of another.
///
/// # Errors
/// As the database says, here and below.
pub fn merged_into(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Option<PersonId>, DatabaseError> {
    mergers::person_merged_into(tx, place, id)
}

/// The records that became a part of this person's: what was issued to them is this person's too.
///
/// # Errors
/// As the database says.
pub fn merged_from(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Vec<PersonId>, DatabaseError> {
    mergers::persons_merged_from(tx, place, id)
}

/// The record that stays for an organisation whose record became a part of another.
///
/// # Errors
/// As the database says.
pub fn organisation_merged_into(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
) -> Result<Option<OrganisationId>, DatabaseError> {
    mergers::organisation_merged_into(tx, place, id)
}

/// Whether a person was erased.
///
/// # Errors
/// As the database says.
pub fn is_erased(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<bool, DatabaseError> {
    mergers::is_erased(tx, place, id)
}

/// Who was known before a moment and is tied to the place by nothing of this capability: neither a member nor of the team, nor erased.
///
/// # Errors
/// As the database says.
pub fn known_without_tie(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<Vec<PersonId>, DatabaseError> {
    mergers::known_without_tie(tx, place, before)
}
