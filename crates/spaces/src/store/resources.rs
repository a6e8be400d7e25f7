//! Resources as rows.

use crate::rules::availability::Buffers;
use crate::rules::resource::{Resource, ResourceId, ResourceKind};
use kernel::{Id, Name, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ResourceRow {
        id: ResourceId,
        kind: ResourceKind,
        name: Name,
        level: String,
        units: i64,
        capacity: i64,
        product_id: Option<Id<billing::Product>>,
        buffer_before: i64,
        buffer_after: i64,
        description: String,
        equipment: String,
        position: i64,
        active: bool,
    }
}

statement! {
    ALL -> ResourceRow = "
        select id, kind, name, level, units, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active
        from resource
        where place_id = $1
        order by position, name";

    BY_ID -> ResourceRow = "
        select id, kind, name, level, units, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active
        from resource
        where place_id = $1 and id = $2";

    LOCK -> ResourceRow = "
        select id, kind, name, level, units, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active
        from resource
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into resource (
            place_id, id, kind, name, level, units, capacity, product_id, buffer_before, buffer_after,
            description, equipment, position, active, external_ref, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    UPDATE = "
        update resource
        set kind = $3, name = $4, level = $5, units = $6, capacity = $7, product_id = $8, buffer_before = $9,
            buffer_after = $10, description = $11, equipment = $12, position = $13, active = $14
        where place_id = $1 and id = $2";
}

/// Every resource of a place, in its order.
pub fn list(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Resource>, DatabaseError> {
    Ok(tx.all(&ALL, &params![place])?.into_iter().map(Resource::from).collect())
}

/// One resource.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: ResourceId) -> Result<Option<Resource>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(Resource::from))
}

/// One resource, held until the end of the transaction: whatever decides about its time holds it first (RULES 10).
pub fn lock(tx: &mut Tx<'_>, place: PlaceId, id: ResourceId) -> Result<Option<Resource>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Resource::from))
}

/// Adds a resource. Constraint `resource_name_unique` refuses a name taken.
pub fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Resource, external_ref: Option<&str>) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![
            place, new.id, new.kind, new.name, new.level, new.units, new.capacity, new.product, new.buffers.before,
            new.buffers.after, new.description, new.equipment, new.position, new.active, external_ref, now
        ],
    )?;
    Ok(())
}

/// Changes a resource. Constraint `resource_name_unique` refuses a name taken.
pub fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Resource) -> Result<(), DatabaseError> {
    tx.run(
        &UPDATE,
        &params![
            place, changed.id, changed.kind, changed.name, changed.level, changed.units, changed.capacity, changed.product,
            changed.buffers.before, changed.buffers.after, changed.description, changed.equipment, changed.position, changed.active
        ],
    )?;
    Ok(())
}

impl From<ResourceRow> for Resource {
    fn from(row: ResourceRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            name: row.name,
            level: row.level,
            units: row.units,
            capacity: row.capacity,
            product: row.product_id,
            buffers: Buffers { before: row.buffer_before, after: row.buffer_after },
            description: row.description,
            equipment: row.equipment,
            position: row.position,
            active: row.active,
        }
    }
}
