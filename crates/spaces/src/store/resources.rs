//! Resources as rows.

use crate::rules::availability::Buffers;
use crate::rules::resource::{Resource, ResourceFacts, ResourceId, ResourceKind};
use billing::Product;
use kernel::{Id, Instant, Name, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Refuses a second resource of one name.
pub(crate) const NAME_UNIQUE: &str = "resource_name_unique";
/// Refuses a second resource from one line of an import.
pub(crate) const EXTERNAL_UNIQUE: &str = "resource_external_unique";

row! {
    struct ResourceRow {
        id: ResourceId,
        kind: ResourceKind,
        name: Name,
        level: String,
        units: i64,
        units_from: Instant,
        capacity: i64,
        product_id: Option<Id<Product>>,
        buffer_before: i64,
        buffer_after: i64,
        description: String,
        equipment: String,
        position: i64,
        active: bool,
        area_dm2: Option<i64>,
        release_minutes: Option<i64>,
    }

    struct IdRow {
        id: ResourceId,
    }
}

statement! {
    ALL -> ResourceRow = "
        select id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, area_dm2, release_minutes
        from resource
        where place_id = $1
        order by position, name";

    BY_ID -> ResourceRow = "
        select id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, area_dm2, release_minutes
        from resource
        where place_id = $1 and id = $2";

    LOCK -> ResourceRow = "
        select id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, area_dm2, release_minutes
        from resource
        where place_id = $1 and id = $2
        for update";

    HOLD -> ResourceRow = "
        select id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, area_dm2, release_minutes
        from resource
        where place_id = $1 and id in (
            select cast($2 as bigint)
            union all
            select cast($3 as bigint)
            union all
            select other_id
            from resource_bond
            where place_id = $1 and (resource_id = $2 or resource_id = $3))
        order by id
        for update";

    LOCK_ALL -> IdRow = "
        select id
        from resource
        where place_id = $1
        order by id
        for update";

    BY_EXTERNAL_REF -> ResourceRow = "
        select id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, area_dm2, release_minutes
        from resource
        where place_id = $1 and external_ref = $2";

    INSERT = "
        insert into resource (
            place_id, id, kind, name, level, units, units_from, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, external_ref, created_at, area_dm2, release_minutes)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    UPDATE = "
        update resource
        set kind = $3, name = $4, level = $5, units = $6, units_from = $7, capacity = $8, product_id = $9,
            buffer_before = $10, buffer_after = $11, description = $12, equipment = $13, position = $14, active = $15,
            area_dm2 = $16, release_minutes = $17
        where place_id = $1 and id = $2";
}

/// Every resource of a place, in its order; those no longer let among them.
///
/// # Errors
/// As the database says.
pub fn list(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Resource>, DatabaseError> {
    Ok(tx
        .all(&ALL, &params![place])?
        .into_iter()
        .map(Resource::from)
        .collect())
}

/// One resource.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: ResourceId) -> Result<Option<Resource>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(Resource::from))
}

/// The resource made from this line of an import.
///
/// # Errors
/// As the database says.
pub fn find_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Resource>, DatabaseError> {
    Ok(tx
        .optional(&BY_EXTERNAL_REF, &params![place, external_ref])?
        .map(Resource::from))
}

/// One resource, held until the end of the transaction: whatever decides about its time holds it first (RULES 10).
///
/// # Errors
/// As the database says.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ResourceId,
) -> Result<Option<Resource>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Resource::from))
}

/// One or two resources and all that is bound to them, held until the end of the transaction in the order of their identifiers.
pub(crate) fn hold(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (one, other): (ResourceId, ResourceId),
) -> Result<Vec<Resource>, DatabaseError> {
    let rows = tx.all(&HOLD, &params![place, one, other])?;
    Ok(rows.into_iter().map(Resource::from).collect())
}

/// Holds every resource of a place until the end of the transaction, in the order of their identifiers; answers which.
pub(crate) fn lock_all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<ResourceId>, DatabaseError> {
    let rows = tx.all(&LOCK_ALL, &params![place])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Resource,
    external_ref: Option<&str>,
) -> Result<(), DatabaseError> {
    let facts = &new.facts;
    let values = params![
        place,
        new.id,
        facts.kind,
        facts.name,
        facts.level,
        facts.units,
        new.units_from,
        facts.capacity,
        facts.product,
        facts.buffers.before,
        facts.buffers.after,
        facts.description,
        facts.equipment,
        facts.position,
        new.active,
        external_ref,
        tx.now(),
        facts.area,
        facts.release_minutes
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Resource) -> Result<(), DatabaseError> {
    let facts = &changed.facts;
    let values = params![
        place,
        changed.id,
        facts.kind,
        facts.name,
        facts.level,
        facts.units,
        changed.units_from,
        facts.capacity,
        facts.product,
        facts.buffers.before,
        facts.buffers.after,
        facts.description,
        facts.equipment,
        facts.position,
        changed.active,
        facts.area,
        facts.release_minutes
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

impl From<ResourceRow> for Resource {
    fn from(row: ResourceRow) -> Self {
        Self {
            id: row.id,
            facts: ResourceFacts {
                kind: row.kind,
                name: row.name,
                level: row.level,
                units: row.units,
                capacity: row.capacity,
                product: row.product_id,
                buffers: Buffers {
                    before: row.buffer_before,
                    after: row.buffer_after,
                },
                description: row.description,
                equipment: row.equipment,
                position: row.position,
                area: row.area_dm2,
                release_minutes: row.release_minutes,
            },
            units_from: row.units_from,
            active: row.active,
        }
    }
}
