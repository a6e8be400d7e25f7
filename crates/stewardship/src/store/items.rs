//! Items.

use crate::rules::item::{Item, ItemKind};
use kernel::{Day, Id, Money, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ItemRow {
        id: Id<Item>,
        kind: ItemKind,
        number: String,
        opens: String,
        deposit_cents: Money,
        retired_on: Option<Day>,
    }
}

statement! {
    ALL -> ItemRow = "
        select id, kind, number, opens, deposit_cents, retired_on
        from item
        where place_id = $1
        order by kind, number, id
        limit 2000";

    FIND -> ItemRow = "
        select id, kind, number, opens, deposit_cents, retired_on
        from item
        where place_id = $1 and id = $2";

    LOCK -> ItemRow = "
        select id, kind, number, opens, deposit_cents, retired_on
        from item
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into item (place_id, id, kind, number, opens, deposit_cents, retired_on)
        values ($1, $2, $3, $4, $5, $6, $7)";

    CHANGE = "
        update item
        set opens = $3, deposit_cents = $4, retired_on = $5
        where place_id = $1 and id = $2";
}

/// A number serves once in a kind.
pub(crate) const ONE_NUMBER: &str = "item_number_unique";

/// Every item, by kind and number; two thousand at most.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Item>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Item::from).collect())
}

/// An item.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Item>) -> Result<Option<Item>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Item::from))
}

/// An item, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Item>) -> Result<Option<Item>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Item::from))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Item) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.kind,
        new.number.as_str(),
        new.opens.as_str(),
        new.deposit,
        new.retired_on
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what may change of one.
pub(crate) fn change(tx: &mut Tx<'_>, place: PlaceId, item: &Item) -> Result<(), DatabaseError> {
    let values = params![place, item.id, item.opens.as_str(), item.deposit, item.retired_on];
    tx.run(&CHANGE, &values)?;
    Ok(())
}

impl From<ItemRow> for Item {
    fn from(row: ItemRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            number: row.number,
            opens: row.opens,
            deposit: row.deposit_cents,
            retired_on: row.retired_on,
        }
    }
}
