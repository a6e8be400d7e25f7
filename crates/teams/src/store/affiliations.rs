//! Who belongs to which organisation, from a day to a day.

use kernel::{AccountId, Day, Id, OrganisationId, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// What the identifiers of this table are identifiers of.
enum Row {}

row! {
    struct PersonRow {
        person_id: PersonId,
    }

    struct OrganisationRow {
        organisation_id: OrganisationId,
    }
}

statement! {
    OPEN_OF_ORGANISATION -> PersonRow = "
        select person_id
        from affiliation
        where place_id = $1 and organisation_id = $2 and until_day is null
        order by id";

    OPEN_OF_PERSON -> OrganisationRow = "
        select organisation_id
        from affiliation
        where place_id = $1 and person_id = $2 and until_day is null
        order by id";

    INSERT = "
        insert into affiliation (place_id, id, organisation_id, person_id, from_day, until_day, added_by)
        values ($1, $2, $3, $4, $5, null, $6)
        on conflict (place_id, organisation_id, person_id) where until_day is null do nothing";

    END = "
        update affiliation
        set until_day = $4
        where place_id = $1 and organisation_id = $2 and person_id = $3 and until_day is null";
}

/// Who belongs to an organisation.
pub(crate) fn of_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<PersonId>, DatabaseError> {
    let rows = tx.all(&OPEN_OF_ORGANISATION, &params![place, organisation])?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// The organisations that somebody belongs to.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<OrganisationId>, DatabaseError> {
    let rows = tx.all(&OPEN_OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(|row| row.organisation_id).collect())
}

/// Somebody does from a day on; whether they did not before.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (organisation, person): (OrganisationId, PersonId),
    from: Day,
    by: Option<AccountId>,
) -> Result<bool, DatabaseError> {
    let id: Id<Row> = tx.new_id();
    Ok(tx.run(&INSERT, &params![place, id, organisation, person, from, by])? > 0)
}

/// Somebody does until a day; whether they did.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (organisation, person): (OrganisationId, PersonId),
    until: Day,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&END, &params![place, organisation, person, until])? > 0)
}
