//! Prices, by the day from which they hold.

use crate::rules::catalogue::{Price, PriceFor, Product, Unit};
use kernel::{Day, Id, Money, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct PriceRow {
        product_id: Id<Product>,
        audience: PriceFor,
        unit: Unit,
        cents: Money,
        from_day: Day,
    }
}

statement! {
    OF_PRODUCT -> PriceRow = "
        select product_id, audience, unit, cents, from_day
        from price
        where place_id = $1 and product_id = $2
        order by unit, audience, from_day desc";

    /// Those that hold on a day, of every product.
    IN_FORCE -> PriceRow = "
        select p.product_id, p.audience, p.unit, p.cents, p.from_day
        from price p
        where p.place_id = $1 and p.from_day = (
            select max(l.from_day)
            from price l
            where l.place_id = p.place_id and l.product_id = p.product_id and l.audience = p.audience
                and l.unit = p.unit and l.from_day <= $2)
        order by p.product_id, p.unit, p.audience";

    /// Written twice for one day, the last holds.
    PUT = "
        insert into price (place_id, id, product_id, audience, unit, cents, from_day)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (place_id, product_id, audience, unit, from_day) do update set cents = excluded.cents";
}

/// Every price of a product, past and to come.
pub(crate) fn of_product(
    tx: &mut Tx<'_>,
    place: PlaceId,
    product: Id<Product>,
) -> Result<Vec<Price>, DatabaseError> {
    Ok(tx
        .all(&OF_PRODUCT, &params![place, product])?
        .into_iter()
        .map(Price::from)
        .collect())
}

/// The prices of every product that hold on a day.
pub(crate) fn in_force(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<Price>, DatabaseError> {
    Ok(tx
        .all(&IN_FORCE, &params![place, day])?
        .into_iter()
        .map(Price::from)
        .collect())
}

/// Writes a price that holds from its day on.
pub(crate) fn put(tx: &mut Tx<'_>, place: PlaceId, price: &Price) -> Result<(), DatabaseError> {
    let id = tx.new_id::<Price>();
    let values = params![
        place,
        id,
        price.product,
        price.audience,
        price.unit,
        price.amount,
        price.from
    ];
    tx.run(&PUT, &values)?;
    Ok(())
}

impl From<PriceRow> for Price {
    fn from(row: PriceRow) -> Self {
        Self {
            product: row.product_id,
            audience: row.audience,
            unit: row.unit,
            amount: row.cents,
            from: row.from_day,
        }
    }
}
