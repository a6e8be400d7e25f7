//! Domiciliations.

use crate::rules::domiciliation::Domiciliation;
use kernel::{Day, Id, OrganisationId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct DomiciliationRow {
        id: Id<Domiciliation>,
        organisation_id: OrganisationId,
        from_day: Day,
        until_day: Option<Day>,
        note: String,
    }
}

statement! {
    ALL -> DomiciliationRow = "
        select id, organisation_id, from_day, until_day, note
        from domiciliation
        where place_id = $1
        order by from_day desc, id desc
        limit 2000";

    LOCK -> DomiciliationRow = "
        select id, organisation_id, from_day, until_day, note
        from domiciliation
        where place_id = $1 and id = $2
        for update";

    OF_ORGANISATION -> DomiciliationRow = "
        select id, organisation_id, from_day, until_day, note
        from domiciliation
        where place_id = $1 and organisation_id = $2
        order by from_day desc, id desc";

    INSERT = "
        insert into domiciliation (place_id, id, organisation_id, from_day, until_day, note)
        values ($1, $2, $3, $4, $5, $6)";

    END = "
        update domiciliation
        set until_day = $3
        where place_id = $1 and id = $2";
}

/// The open domiciliation of an organisation is one.
pub(crate) const ONE_OPEN: &str = "domiciliation_open_unique";

/// Every domiciliation, the last to begin first; two thousand at most.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Domiciliation>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Domiciliation::from).collect())
}

/// The domiciliations of an organisation, the last to begin first.
pub(crate) fn of_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<Domiciliation>, DatabaseError> {
    let rows = tx.all(&OF_ORGANISATION, &params![place, organisation])?;
    Ok(rows.into_iter().map(Domiciliation::from).collect())
}

/// A domiciliation, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Domiciliation>,
) -> Result<Option<Domiciliation>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Domiciliation::from))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Domiciliation) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.organisation,
        new.from,
        new.until,
        new.note.as_str()
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes its last day.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Domiciliation>,
    until: Day,
) -> Result<(), DatabaseError> {
    tx.run(&END, &params![place, id, until])?;
    Ok(())
}

impl From<DomiciliationRow> for Domiciliation {
    fn from(row: DomiciliationRow) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation_id,
            from: row.from_day,
            until: row.until_day,
            note: row.note,
        }
    }
}
