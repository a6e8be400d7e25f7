//! Adding and correcting organisations.

use super::persons::follow_organisation;
use crate::permissions::WRITE;
use crate::rules::person::{NewOrganisation, OrganisationRefusal};
use crate::rules::search;
use crate::store::organisations;
use kernel::{Actor, OrganisationId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, OrNotFound};
use serde_json::json;

/// Adds an organisation.
///
/// # Errors
/// [`OrganisationRefusal`] when its SIREN is another's or the line was imported before; the transaction may go on.
pub fn create_organisation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    organisation: NewOrganisation,
) -> Result<OrganisationId, Failure<OrganisationRefusal>> {
    actor.require(WRITE)?;
    let place = actor.place;
    refuse_taken(tx, place, &organisation, None)?;
    let id = tx.new_id();
    organisations::insert(tx, place, id, &organisation, &searched_text(&organisation)).map_err(taken)?;
    let detail = json!({ "name": organisation.name.as_str() });
    activity::record(
        tx,
        actor,
        "organisation.added",
        Subject::new("organisation", id),
        detail,
    )?;
    Ok(id)
}

/// Keeps what was corrected of an organisation. The line of import is left as it was.
///
/// # Errors
/// [`OrganisationRefusal`] when its SIREN is another's.
pub fn update_organisation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: OrganisationId,
    organisation: NewOrganisation,
) -> Result<(), Failure<OrganisationRefusal>> {
    actor.require(WRITE)?;
    let place = actor.place;
    let before = organisations::find(tx, place, id)?.or_not_found()?;
    refuse_taken(tx, place, &organisation, Some(id))?;
    organisations::update(tx, place, id, &organisation, &searched_text(&organisation)).map_err(taken)?;
    if before.name != organisation.name {
        follow_organisation(tx, place, id, &organisation.name)?;
    }
    let detail = json!({ "name": organisation.name.as_str() });
    activity::record(
        tx,
        actor,
        "organisation.changed",
        Subject::new("organisation", id),
        detail,
    )?;
    Ok(())
}

pub(super) fn searched_text(organisation: &NewOrganisation) -> String {
    let (email, phone) = (organisation.email.as_ref(), organisation.phone.as_ref());
    search::organisation_text(&organisation.name, email, phone, organisation.siren.as_ref())
}

fn refuse_taken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: &NewOrganisation,
    id: Option<OrganisationId>,
) -> Result<(), Failure<OrganisationRefusal>> {
    if let Some(siren) = &organisation.siren
        && organisations::find_by_siren(tx, place, siren)?.is_some_and(|other| Some(other.id) != id)
    {
        return Err(Failure::Refused(OrganisationRefusal::SirenTaken));
    }
    if id.is_none()
        && let Some(line) = &organisation.external_ref
        && organisations::find_by_external_ref(tx, place, line)?.is_some()
    {
        return Err(Failure::Refused(OrganisationRefusal::AlreadyImported));
    }
    Ok(())
}

fn taken(error: DatabaseError) -> Failure<OrganisationRefusal> {
    match error.constraint() {
        Some("organisation_siren_unique") => Failure::Refused(OrganisationRefusal::SirenTaken),
        Some("organisation_external_ref_unique") => Failure::Refused(OrganisationRefusal::AlreadyImported),
        _ => error.into(),
    }
}
