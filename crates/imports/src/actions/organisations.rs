//! Lines of organisations.

use super::desk::Desk;
use super::settled::{LineRefused, Settled, at};
use crate::rules::draft::OrganisationDraft;
use crate::rules::field::Field;
use kernel::Actor;
use people::{NewOrganisation, OrganisationKey, OrganisationRefusal};
use platform::Failure;
use platform::database::Tx;

/// Adds the organisation of a line, unless it is there.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &OrganisationDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    if desk.register.recognise(draft, reference).is_some() {
        return Ok(Settled::Known);
    }
    let new = NewOrganisation {
        siren: draft.siren.clone(),
        vat_number: draft.vat_number.clone(),
        email: draft.email.clone(),
        phone: draft.phone.clone(),
        address: draft.address.clone(),
        external_ref: Some(reference.to_owned()),
        ..NewOrganisation::named(draft.name.clone())
    };
    let id = people::create_organisation(tx, actor, new).map_err(|failure| at(failure, field_of))?;
    let key = OrganisationKey {
        id,
        name: draft.name.clone(),
        siren: draft.siren.clone(),
        external_ref: Some(reference.to_owned()),
    };
    Ok(Settled::Created {
        subject: id.as_i64(),
        person: None,
        organisation: Some(key),
    })
}

fn field_of(refusal: &OrganisationRefusal) -> Field {
    match refusal {
        OrganisationRefusal::SirenTaken => Field::Siren,
        OrganisationRefusal::AlreadyImported => Field::Identifier,
    }
}
