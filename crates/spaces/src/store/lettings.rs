//! Offices let by the month, as rows.

use crate::rules::letting::{Letting, LettingId};
use crate::rules::resource::ResourceId;
use kernel::{AccountId, Day, Id, Instant, Money, Period, PersonId, PlaceId};
use offers::PlanContract;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct LettingRow {
        id: LettingId,
        resource_id: ResourceId,
        person_id: PersonId,
        contract_id: Id<PlanContract>,
        rent_cents: Money,
        from_day: Day,
        until_day: Option<Day>,
        starts_at: Instant,
        ends_at: Option<Instant>,
    }
}

statement! {
    ALL -> LettingRow = "
        select id, resource_id, person_id, contract_id, rent_cents, from_day, until_day, starts_at, ends_at
        from letting
        where place_id = $1
        order by from_day desc, id desc
        limit 1000";

    DURING -> LettingRow = "
        select id, resource_id, person_id, contract_id, rent_cents, from_day, until_day, starts_at, ends_at
        from letting
        where place_id = $1 and starts_at < $3 and (ends_at is null or ends_at > $2)
        order by starts_at, id";

    ON_SPACE -> LettingRow = "
        select id, resource_id, person_id, contract_id, rent_cents, from_day, until_day, starts_at, ends_at
        from letting
        where place_id = $1 and starts_at < $4 and (ends_at is null or ends_at > $3)
            and (resource_id = $2 or resource_id in (
                select other_id
                from resource_bond
                where place_id = $1 and resource_id = $2 and shares = 1))
        order by starts_at, id";

    LOCK -> LettingRow = "
        select id, resource_id, person_id, contract_id, rent_cents, from_day, until_day, starts_at, ends_at
        from letting
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into letting (
            place_id, id, resource_id, person_id, contract_id, rent_cents, from_day, until_day, starts_at, ends_at,
            created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    END = "
        update letting
        set until_day = $3, ends_at = $4
        where place_id = $1 and id = $2";
}

/// Every letting of a place, the latest first.
///
/// # Errors
/// As the database says, here and below.
pub fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Letting>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Letting::from).collect())
}

/// The lettings that hold during a span of time.
///
/// # Errors
/// As the database says.
pub fn during(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Letting>, DatabaseError> {
    let rows = tx.all(&DURING, &params![place, span.start(), span.end()])?;
    Ok(rows.into_iter().map(Letting::from).collect())
}

/// The lettings of a space, or of what shares a part with it, during a span of time.
///
/// # Errors
/// As the database says.
pub fn on_space(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: ResourceId,
    span: Period,
) -> Result<Vec<Letting>, DatabaseError> {
    let rows = tx.all(&ON_SPACE, &params![place, resource, span.start(), span.end()])?;
    Ok(rows.into_iter().map(Letting::from).collect())
}

pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: LettingId) -> Result<Option<Letting>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Letting::from))
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Letting,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        new.id,
        new.resource,
        new.person,
        new.contract,
        new.rent,
        new.from,
        new.until,
        new.starts_at,
        new.ends_at,
        now,
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn end(tx: &mut Tx<'_>, place: PlaceId, ended: &Letting) -> Result<(), DatabaseError> {
    tx.run(&END, &params![place, ended.id, ended.until, ended.ends_at])?;
    Ok(())
}

impl From<LettingRow> for Letting {
    fn from(row: LettingRow) -> Self {
        Self {
            id: row.id,
            resource: row.resource_id,
            person: row.person_id,
            contract: row.contract_id,
            rent: row.rent_cents,
            from: row.from_day,
            until: row.until_day,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
        }
    }
}
