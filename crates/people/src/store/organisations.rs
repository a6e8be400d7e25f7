//! Organisations.

use super::held;
use crate::rules::address::Address;
use crate::rules::person::{NewOrganisation, Organisation};
use kernel::{Email, Instant, Name, OrganisationId, Phone, PlaceId, Siren, VatNumber};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct OrganisationRow {
        id: OrganisationId,
        name: Name,
        siren: Option<Siren>,
        vat_number: Option<VatNumber>,
        email: Option<Email>,
        phone: Option<Phone>,
        street: String,
        postal_code: String,
        city: String,
        country: String,
        created_at: Instant,
        external_ref: Option<String>,
    }

    struct ChoiceRow {
        id: OrganisationId,
        name: Name,
    }
}

statement! {
    BY_ID -> OrganisationRow = "
        select id, name, siren, vat_number, email, phone, street, postal_code, city, country, created_at,
            external_ref
        from organisation
        where place_id = $1 and id = $2";

    AFTER -> OrganisationRow = "
        select id, name, siren, vat_number, email, phone, street, postal_code, city, country, created_at,
            external_ref
        from organisation
        where place_id = $1 and id > $2 and merged_into is null
        order by id
        limit $3";

    BY_SIREN -> OrganisationRow = "
        select id, name, siren, vat_number, email, phone, street, postal_code, city, country, created_at,
            external_ref
        from organisation
        where place_id = $1 and siren = $2";

    BY_EXTERNAL_REF -> OrganisationRow = "
        select id, name, siren, vat_number, email, phone, street, postal_code, city, country, created_at,
            external_ref
        from organisation
        where place_id = $1 and external_ref = $2";

    STARTING -> OrganisationRow = "
        select id, name, siren, vat_number, email, phone, street, postal_code, city, country, created_at,
            external_ref
        from organisation
        where place_id = $1 and search >= $2 and search < $3
        order by search, id
        limit 50";

    CHOICES -> ChoiceRow = "
        select id, name
        from organisation
        where place_id = $1 and merged_into is null
        order by search, id
        limit 2000";

    INSERT = "
        insert into organisation (
            place_id, id, name, siren, vat_number, email, phone, street, postal_code, city, country, search,
            created_at, external_ref)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    UPDATE = "
        update organisation
        set name = $3, siren = $4, vat_number = $5, email = $6, phone = $7, street = $8, postal_code = $9,
            city = $10, country = $11, search = $12
        where place_id = $1 and id = $2";
}

pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
) -> Result<Option<Organisation>, DatabaseError> {
    tx.optional(&BY_ID, &params![place, id])?
        .map(Organisation::try_from)
        .transpose()
}

/// At most `limit` organisations after this identifier, in the order of identifiers.
pub(crate) fn after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    after: OrganisationId,
    limit: i64,
) -> Result<Vec<Organisation>, DatabaseError> {
    tx.all(&AFTER, &params![place, after, limit])?
        .into_iter()
        .map(Organisation::try_from)
        .collect()
}

pub(crate) fn find_by_siren(
    tx: &mut Tx<'_>,
    place: PlaceId,
    siren: &Siren,
) -> Result<Option<Organisation>, DatabaseError> {
    tx.optional(&BY_SIREN, &params![place, siren])?
        .map(Organisation::try_from)
        .transpose()
}

pub(crate) fn find_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Organisation>, DatabaseError> {
    tx.optional(&BY_EXTERNAL_REF, &params![place, external_ref])?
        .map(Organisation::try_from)
        .transpose()
}

/// The oldest organisation of that name, accents and capitals apart.
pub(crate) fn named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &Name,
) -> Result<Option<Organisation>, DatabaseError> {
    let folded = name.folded();
    // The searched text begins with the name: everything from it up to what follows its last letter.
    let (from, until) = (format!(" {folded}"), format!(" {folded}\u{10ffff}"));
    let rows = tx.all(&STARTING, &params![place, from, until])?;
    let same = rows
        .into_iter()
        .filter(|row| row.name.folded() == folded)
        .min_by_key(|row| row.id);
    same.map(Organisation::try_from).transpose()
}

/// Every organisation by name, for a field to choose one in: two thousand at most.
pub(crate) fn choices(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(OrganisationId, Name)>, DatabaseError> {
    Ok(tx
        .all(&CHOICES, &params![place])?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect())
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
    organisation: &NewOrganisation,
    search: &str,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        organisation.name,
        organisation.siren,
        organisation.vat_number,
        organisation.email,
        organisation.phone,
        organisation.address.street(),
        organisation.address.postal_code(),
        organisation.address.city(),
        organisation.address.country(),
        search,
        tx.now(),
        organisation.external_ref
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps everything but the line of import, which never changes; says whether there was such an organisation.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
    organisation: &NewOrganisation,
    search: &str,
) -> Result<bool, DatabaseError> {
    let values = params![
        place,
        id,
        organisation.name,
        organisation.siren,
        organisation.vat_number,
        organisation.email,
        organisation.phone,
        organisation.address.street(),
        organisation.address.postal_code(),
        organisation.address.city(),
        organisation.address.country(),
        search
    ];
    Ok(tx.run(&UPDATE, &values)? > 0)
}

impl TryFrom<OrganisationRow> for Organisation {
    type Error = DatabaseError;

    fn try_from(row: OrganisationRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            name: row.name,
            siren: row.siren,
            vat_number: row.vat_number,
            email: row.email,
            phone: row.phone,
            address: held(
                "organisation.street",
                Address::parse(&row.street, &row.postal_code, &row.city, &row.country),
            )?,
            created_at: row.created_at,
            external_ref: row.external_ref,
        })
    }
}
