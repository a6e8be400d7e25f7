//! Persons.

use super::held;
use crate::rules::address::Address;
use crate::rules::name::PersonName;
use crate::rules::person::{NewPerson, Person};
use kernel::{Email, Instant, Locale, OrganisationId, PersonId, Phone, PlaceId};
use platform::database::{DatabaseError, Tx, batches, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct PersonRow {
        id: PersonId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        street: String,
        postal_code: String,
        city: String,
        country: String,
        organisation_id: Option<OrganisationId>,
        note: String,
        language: Option<Locale>,
        created_at: Instant,
        external_ref: Option<String>,
    }

    struct NameRow {
        id: PersonId,
        given_name: String,
        family_name: String,
    }
}

statement! {
    BY_ID -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and id = $2";

    AFTER -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and id > $2 and merged_into is null and erased_at is null
        order by id
        limit $3";

    LOCKED -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and id = $2
        for update";

    BY_EMAIL -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and email = $2";

    BY_EXTERNAL_REF -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and external_ref = $2";

    BY_SORT_NAME -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and sort_name = $2
        order by id
        limit 20";

    OF_ORGANISATION -> PersonRow = "
        select id, given_name, family_name, email, phone, street, postal_code, city, country, organisation_id,
            note, language, created_at, external_ref
        from person
        where place_id = $1 and organisation_id = $2
        order by sort_name, id";

    // Sixty-four identifiers at a time: the last ones repeat when there are fewer.
    NAMES -> NameRow = "
        select id, given_name, family_name
        from person
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

    INSERT = "
        insert into person (
            place_id, id, given_name, family_name, email, phone, street, postal_code, city, country,
            organisation_id, note, search, sort_name, language, created_at, external_ref)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    UPDATE = "
        update person
        set given_name = $3, family_name = $4, email = $5, phone = $6, street = $7, postal_code = $8, city = $9,
            country = $10, organisation_id = $11, note = $12, search = $13, sort_name = $14, language = $15
        where place_id = $1 and id = $2";

    SET_EXTERNAL_REF = "
        update person
        set external_ref = $3
        where place_id = $1 and id = $2";

    SET_SEARCH = "
        update person
        set search = $3
        where place_id = $1 and id = $2";
}

pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Option<Person>, DatabaseError> {
    tx.optional(&BY_ID, &params![place, id])?
        .map(Person::try_from)
        .transpose()
}

/// The person, held until the end of the transaction so that two acts on them follow one another.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Option<Person>, DatabaseError> {
    tx.optional(&LOCKED, &params![place, id])?
        .map(Person::try_from)
        .transpose()
}

pub(crate) fn find_by_email(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
) -> Result<Option<Person>, DatabaseError> {
    tx.optional(&BY_EMAIL, &params![place, email])?
        .map(Person::try_from)
        .transpose()
}

pub(crate) fn find_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Person>, DatabaseError> {
    tx.optional(&BY_EXTERNAL_REF, &params![place, external_ref])?
        .map(Person::try_from)
        .transpose()
}

/// At most `limit` persons after this identifier, in the order of identifiers.
pub(crate) fn after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    after: PersonId,
    limit: i64,
) -> Result<Vec<Person>, DatabaseError> {
    tx.all(&AFTER, &params![place, after, limit])?
        .into_iter()
        .map(Person::try_from)
        .collect()
}

/// At most twenty persons of that name, accents and capitals apart.
pub(crate) fn named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &PersonName,
) -> Result<Vec<Person>, DatabaseError> {
    tx.all(&BY_SORT_NAME, &params![place, name.sort_key()])?
        .into_iter()
        .map(Person::try_from)
        .collect()
}

pub(crate) fn of_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<Person>, DatabaseError> {
    tx.all(&OF_ORGANISATION, &params![place, organisation])?
        .into_iter()
        .map(Person::try_from)
        .collect()
}

/// Says from which line of a file a person came.
pub(crate) fn set_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
    line: &str,
) -> Result<(), DatabaseError> {
    tx.run(&SET_EXTERNAL_REF, &params![place, id, line])?;
    Ok(())
}

/// The names of these persons; those that are not of the place are left out.
pub(crate) fn names(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[PersonId],
) -> Result<BTreeMap<PersonId, PersonName>, DatabaseError> {
    let mut found = BTreeMap::new();
    for values in batches(place, ids) {
        for row in tx.all(&NAMES, &values)? {
            let name = held(
                "person.given_name",
                PersonName::parse(&row.given_name, &row.family_name),
            )?;
            found.insert(row.id, name);
        }
    }
    Ok(found)
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
    person: &NewPerson,
    search: &str,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        person.name.given(),
        person.name.family(),
        person.email,
        person.phone,
        person.address.street(),
        person.address.postal_code(),
        person.address.city(),
        person.address.country(),
        person.organisation,
        person.note,
        search,
        person.name.sort_key(),
        person.language,
        tx.now(),
        person.external_ref
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps everything but the line of import, which never changes.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
    person: &NewPerson,
    search: &str,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        person.name.given(),
        person.name.family(),
        person.email,
        person.phone,
        person.address.street(),
        person.address.postal_code(),
        person.address.city(),
        person.address.country(),
        person.organisation,
        person.note,
        search,
        person.name.sort_key(),
        person.language
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

pub(crate) fn set_search(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
    search: &str,
) -> Result<(), DatabaseError> {
    tx.run(&SET_SEARCH, &params![place, id, search])?;
    Ok(())
}

impl TryFrom<PersonRow> for Person {
    type Error = DatabaseError;

    fn try_from(row: PersonRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            name: held(
                "person.given_name",
                PersonName::parse(&row.given_name, &row.family_name),
            )?,
            email: row.email,
            phone: row.phone,
            address: held(
                "person.street",
                Address::parse(&row.street, &row.postal_code, &row.city, &row.country),
            )?,
            organisation: row.organisation_id,
            note: row.note,
            language: row.language,
            created_at: row.created_at,
            external_ref: row.external_ref,
        })
    }
}
