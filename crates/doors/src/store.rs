//! The SQL of doors: rows in, domain types out.

use crate::rules::{Tablet, TabletId};
use kernel::{Instant, PersonId, PlaceId};
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::ResourceId;

row! {
    struct TabletRow {
        id: TabletId,
        resource_id: ResourceId,
        name: String,
        made_at: Instant,
        made_by: Option<PersonId>,
    }
}

statement! {
    INSERT = "
        insert into door_tablet (place_id, id, resource_id, name, secret_hash, made_at, made_by)
        values ($1, $2, $3, $4, $5, $6, $7)";

    END = "
        update door_tablet
        set ended_at = $3
        where place_id = $1 and id = $2 and ended_at is null";

    LIVE -> TabletRow = "
        select id, resource_id, name, made_at, made_by
        from door_tablet
        where place_id = $1 and ended_at is null
        order by made_at, id
        limit 500";

    BY_SECRET -> TabletRow = "
        select id, resource_id, name, made_at, made_by
        from door_tablet
        where place_id = $1 and secret_hash = $2 and ended_at is null";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    tablet: &Tablet,
    secret: &TokenHash,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        tablet.id,
        tablet.resource,
        tablet.name,
        secret.as_str(),
        tablet.made_at,
        tablet.made_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Ends the address of a tablet, and says whether it was good until now.
pub(crate) fn end(tx: &mut Tx<'_>, place: PlaceId, id: TabletId) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&END, &params![place, id, now])? == 1)
}

/// The tablets whose address is good.
pub(crate) fn live(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Tablet>, DatabaseError> {
    let rows = tx.all(&LIVE, &params![place])?;
    Ok(rows.into_iter().map(Tablet::from).collect())
}

/// The tablet whose address carries this secret.
pub(crate) fn by_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<Tablet>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    Ok(row.map(Tablet::from))
}

impl From<TabletRow> for Tablet {
    fn from(row: TabletRow) -> Self {
        Self {
            id: row.id,
            resource: row.resource_id,
            name: row.name,
            made_at: row.made_at,
            made_by: row.made_by,
        }
    }
}
