//! Equipment.

use crate::rules::equipment::{Disposal, Equipment, Gone};
use kernel::{Day, Id, Money, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct EquipmentRow {
        id: Id<Equipment>,
        name: String,
        serial: String,
        supplier: String,
        bought_on: Day,
        price_cents: Money,
        life_months: i64,
        stands: String,
        warranty_until: Option<Day>,
        note: String,
        disposed_on: Option<Day>,
        disposal: Option<Disposal>,
        disposal_cents: Money,
    }
}

statement! {
    ALL -> EquipmentRow = "
        select id, name, serial, supplier, bought_on, price_cents, life_months, stands, warranty_until, note,
            disposed_on, disposal, disposal_cents
        from equipment
        where place_id = $1
        order by name, bought_on, id
        limit 5000";

    FIND -> EquipmentRow = "
        select id, name, serial, supplier, bought_on, price_cents, life_months, stands, warranty_until, note,
            disposed_on, disposal, disposal_cents
        from equipment
        where place_id = $1 and id = $2";

    LOCK -> EquipmentRow = "
        select id, name, serial, supplier, bought_on, price_cents, life_months, stands, warranty_until, note,
            disposed_on, disposal, disposal_cents
        from equipment
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into equipment (place_id, id, name, serial, supplier, bought_on, price_cents, life_months, stands,
            warranty_until, note, disposed_on, disposal, disposal_cents)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, null, 0)";

    CHANGE = "
        update equipment
        set name = $3, serial = $4, supplier = $5, bought_on = $6, price_cents = $7, life_months = $8, stands = $9,
            warranty_until = $10, note = $11
        where place_id = $1 and id = $2";

    DISPOSE = "
        update equipment
        set disposed_on = $3, disposal = $4, disposal_cents = $5
        where place_id = $1 and id = $2";
}

/// Everything, what left among it, by name; five thousand at most.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Equipment>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Equipment::from).collect())
}

/// A thing.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Equipment>,
) -> Result<Option<Equipment>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Equipment::from))
}

/// A thing, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Equipment>,
) -> Result<Option<Equipment>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Equipment::from))
}

/// Keeps a new thing.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Equipment) -> Result<(), DatabaseError> {
    tx.run(&INSERT, &told(place, new))?;
    Ok(())
}

/// Keeps what is said of a thing.
pub(crate) fn change(tx: &mut Tx<'_>, place: PlaceId, thing: &Equipment) -> Result<(), DatabaseError> {
    tx.run(&CHANGE, &told(place, thing))?;
    Ok(())
}

/// Notes how a thing left.
pub(crate) fn dispose(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Equipment>,
    gone: Gone,
) -> Result<(), DatabaseError> {
    tx.run(&DISPOSE, &params![place, id, gone.on, gone.how, gone.price])?;
    Ok(())
}

fn told(place: PlaceId, thing: &Equipment) -> Vec<platform::database::Value> {
    params![
        place,
        thing.id,
        thing.name.as_str(),
        thing.serial.as_str(),
        thing.supplier.as_str(),
        thing.bought_on,
        thing.price,
        thing.life_months,
        thing.stands.as_str(),
        thing.warranty_until,
        thing.note.as_str()
    ]
    .to_vec()
}

impl From<EquipmentRow> for Equipment {
    fn from(row: EquipmentRow) -> Self {
        let price = row.disposal_cents;
        Self {
            id: row.id,
            name: row.name,
            serial: row.serial,
            supplier: row.supplier,
            bought_on: row.bought_on,
            price: row.price_cents,
            life_months: row.life_months,
            stands: row.stands,
            warranty_until: row.warranty_until,
            note: row.note,
            gone: row
                .disposed_on
                .zip(row.disposal)
                .map(|(on, how)| Gone { on, how, price }),
        }
    }
}
