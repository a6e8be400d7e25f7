//! Persons and organisations as letters and invoices name them, many at a time.

use super::held;
use crate::rules::address::Address;
use crate::rules::name::PersonName;
use crate::rules::person::{Addressee, Party};
use kernel::{Email, Locale, Name, OrganisationId, PersonId, PlaceId, Siren, VatNumber};
use platform::database::{DatabaseError, Tx, batches, row, statement};
use std::collections::HashMap;

row! {
    struct PersonRow {
        id: PersonId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        street: String,
        postal_code: String,
        city: String,
        country: String,
        language: Option<Locale>,
    }

    struct OrganisationRow {
        id: OrganisationId,
        name: Name,
        siren: Option<Siren>,
        vat_number: Option<VatNumber>,
        email: Option<Email>,
        street: String,
        postal_code: String,
        city: String,
        country: String,
    }
}

statement! {
    // Sixty-four identifiers at a time: the last ones repeat when there are fewer.
    PERSONS -> PersonRow = "
        select id, given_name, family_name, email, street, postal_code, city, country, language
        from person
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

    ORGANISATIONS -> OrganisationRow = "
        select id, name, siren, vat_number, email, street, postal_code, city, country
        from organisation
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";
}

/// These persons and organisations; those that are not of the place are left out.
pub(crate) fn of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    parties: &[Party],
) -> Result<HashMap<Party, Addressee>, DatabaseError> {
    let mut found = HashMap::with_capacity(parties.len());
    let persons: Vec<PersonId> = parties
        .iter()
        .filter_map(|party| match party {
            Party::Person(id) => Some(*id),
            Party::Organisation(_) => None,
        })
        .collect();
    for values in batches(place, &persons) {
        for row in tx.all(&PERSONS, &values)? {
            found.insert(Party::Person(row.id), Addressee::try_from(row)?);
        }
    }
    let organisations: Vec<OrganisationId> = parties
        .iter()
        .filter_map(|party| match party {
            Party::Organisation(id) => Some(*id),
            Party::Person(_) => None,
        })
        .collect();
    for values in batches(place, &organisations) {
        for row in tx.all(&ORGANISATIONS, &values)? {
            found.insert(Party::Organisation(row.id), Addressee::try_from(row)?);
        }
    }
    Ok(found)
}

impl TryFrom<PersonRow> for Addressee {
    type Error = DatabaseError;

    fn try_from(row: PersonRow) -> Result<Self, DatabaseError> {
        let name = held(
            "person.given_name",
            PersonName::parse(&row.given_name, &row.family_name),
        )?;
        let address = Address::parse(&row.street, &row.postal_code, &row.city, &row.country);
        Ok(Self {
            name: name.full(),
            email: row.email,
            address: held("person.street", address)?,
            language: row.language,
            siren: None,
            vat_number: None,
        })
    }
}

impl TryFrom<OrganisationRow> for Addressee {
    type Error = DatabaseError;

    fn try_from(row: OrganisationRow) -> Result<Self, DatabaseError> {
        let address = Address::parse(&row.street, &row.postal_code, &row.city, &row.country);
        Ok(Self {
            name: row.name.to_string(),
            email: row.email,
            address: held("organisation.street", address)?,
            language: None,
            siren: row.siren,
            vat_number: row.vat_number,
        })
    }
}
