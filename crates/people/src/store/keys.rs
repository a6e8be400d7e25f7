//! What tells persons and organisations from one another, all of them at once.

use super::held;
use crate::rules::keys::{OrganisationKey, PersonKey};
use crate::rules::name::PersonName;
use kernel::{Email, Name, OrganisationId, PersonId, Phone, PlaceId, Siren};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct PersonKeyRow {
        id: PersonId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        external_ref: Option<String>,
    }

    struct OrganisationKeyRow {
        id: OrganisationId,
        name: Name,
        siren: Option<Siren>,
        external_ref: Option<String>,
    }
}

statement! {
    PERSONS -> PersonKeyRow = "
        select id, given_name, family_name, email, phone, external_ref
        from person
        where place_id = $1 and merged_into is null and erased_at is null
        order by id";

    ORGANISATIONS -> OrganisationKeyRow = "
        select id, name, siren, external_ref
        from organisation
        where place_id = $1 and merged_into is null
        order by id";
}

pub(crate) fn persons(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PersonKey>, DatabaseError> {
    tx.all(&PERSONS, &params![place])?
        .into_iter()
        .map(|row| {
            let name = PersonName::parse(&row.given_name, &row.family_name);
            Ok(PersonKey {
                id: row.id,
                name: held("person.given_name", name)?,
                email: row.email,
                phone: row.phone,
                external_ref: row.external_ref,
            })
        })
        .collect()
}

pub(crate) fn organisations(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<OrganisationKey>, DatabaseError> {
    let rows = tx.all(&ORGANISATIONS, &params![place])?;
    let key = |row: OrganisationKeyRow| OrganisationKey {
        id: row.id,
        name: row.name,
        siren: row.siren,
        external_ref: row.external_ref,
    };
    Ok(rows.into_iter().map(key).collect())
}
