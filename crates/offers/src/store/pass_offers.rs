//! Passes on offer.

use super::values::costs;
use crate::rules::pass_offer::{PassOffer, ProductId};
use kernel::{Id, Name, PlaceId};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct OfferRow {
        id: Id<PassOffer>,
        name: Name,
        product_id: ProductId,
        units: i64,
        day_units: i64,
        half_day_units: i64,
        validity_months: Option<i64>,
        shared: bool,
        active: bool,
    }
}

statement! {
    ALL -> OfferRow = "
        select id, name, product_id, units, day_units, half_day_units, validity_months, shared, active
        from pass_offer
        where place_id = $1
        order by active desc, id";

    GET -> OfferRow = "
        select id, name, product_id, units, day_units, half_day_units, validity_months, shared, active
        from pass_offer
        where place_id = $1 and id = $2";

    INSERT = "
        insert into pass_offer (
            place_id, id, name, product_id, units, day_units, half_day_units, validity_months, active)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    SHARE = "
        update pass_offer
        set shared = $3
        where place_id = $1 and id = $2";

    UPDATE = "
        update pass_offer
        set name = $3, units = $4, day_units = $5, half_day_units = $6, validity_months = $7, active = $8
        where place_id = $1 and id = $2";
}

/// Every pass of a place, those still sold first, the oldest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PassOffer>, Fault> {
    tx.all(&ALL, &params![place])?
        .into_iter()
        .map(PassOffer::try_from)
        .collect()
}

/// One pass.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<PassOffer>) -> Result<Option<PassOffer>, Fault> {
    tx.optional(&GET, &params![place, id])?
        .map(PassOffer::try_from)
        .transpose()
}

/// Writes a new pass.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, offer: &PassOffer) -> Result<(), DatabaseError> {
    let values = params![
        place,
        offer.id,
        offer.name,
        offer.product,
        offer.units,
        offer.costs.day(),
        offer.costs.half_day(),
        offer.validity_months,
        offer.active
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Writes what was changed of a pass; its product never changes.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, offer: &PassOffer) -> Result<(), DatabaseError> {
    let values = params![
        place,
        offer.id,
        offer.name,
        offer.units,
        offer.costs.day(),
        offer.costs.half_day(),
        offer.validity_months,
        offer.active
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// Writes whether all people of the payer draw on the passes sold from now on.
pub(crate) fn share(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<PassOffer>,
    shared: bool,
) -> Result<(), DatabaseError> {
    tx.run(&SHARE, &params![place, id, shared])?;
    Ok(())
}

impl TryFrom<OfferRow> for PassOffer {
    type Error = Fault;

    fn try_from(row: OfferRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            name: row.name,
            product: row.product_id,
            units: row.units,
            costs: costs(row.day_units, row.half_day_units)?,
            validity_months: row.validity_months,
            shared: row.shared,
            active: row.active,
        })
    }
}
