//! Monthly plans on offer.

use crate::rules::contract::Plan;
use crate::rules::pass_offer::ProductId;
use kernel::{Audience, Id, Name, PlaceId};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct PlanRow {
        id: Id<Plan>,
        name: Name,
        product_id: ProductId,
        audience: Audience,
        beside: bool,
        active: bool,
    }
}

statement! {
    ALL -> PlanRow = "
        select id, name, product_id, audience, beside, active
        from plan
        where place_id = $1
        order by active desc, id";

    GET -> PlanRow = "
        select id, name, product_id, audience, beside, active
        from plan
        where place_id = $1 and id = $2";

    INSERT = "
        insert into plan (place_id, id, name, product_id, audience, beside, active)
        values ($1, $2, $3, $4, $5, $6, $7)";

    UPDATE = "
        update plan
        set name = $3, audience = $4, active = $5
        where place_id = $1 and id = $2";
}

/// Every plan of a place, those still offered first, the oldest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Plan>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Plan::from).collect())
}

/// One plan.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Plan>) -> Result<Option<Plan>, Fault> {
    Ok(tx.optional(&GET, &params![place, id])?.map(Plan::from))
}

/// Writes a new plan.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, plan: &Plan) -> Result<(), DatabaseError> {
    let values = params![
        place,
        plan.id,
        plan.name,
        plan.product,
        plan.audience,
        plan.beside,
        plan.active
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Writes what was changed of a plan; its product never changes.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, plan: &Plan) -> Result<(), DatabaseError> {
    let values = params![place, plan.id, plan.name, plan.audience, plan.active];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

impl From<PlanRow> for Plan {
    fn from(row: PlanRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            product: row.product_id,
            audience: row.audience,
            beside: row.beside,
            active: row.active,
        }
    }
}
