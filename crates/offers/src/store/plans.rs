//! Monthly plans on offer.

use crate::rules::conditions::{PlanConditions, PlanNotice};
use crate::rules::contract::Plan;
use crate::rules::pass_offer::ProductId;
use kernel::{Audience, Id, Money, Name, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::{Fault, OrNotFound};

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

row! {
    struct ConditionsRow {
        commitment_months: i64,
        notice_months: i64,
        notice_to_end: bool,
        anniversary: bool,
        setup_label: String,
        setup_cents: Money,
        keys: String,
    }
}

statement! {
    CONDITIONS -> ConditionsRow = "
        select commitment_months, notice_months, notice_to_end, anniversary, setup_label, setup_cents, keys
        from plan
        where place_id = $1 and id = $2";

    SET_CONDITIONS = "
        update plan
        set commitment_months = $3, notice_months = $4, notice_to_end = $5, anniversary = $6, setup_label = $7,
            setup_cents = $8, keys = $9
        where place_id = $1 and id = $2";

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

/// What a plan asks for.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such plan.
pub(crate) fn conditions(tx: &mut Tx<'_>, place: PlaceId, id: Id<Plan>) -> Result<PlanConditions, Fault> {
    let row = tx.optional(&CONDITIONS, &params![place, id])?.or_not_found()?;
    let named = !row.setup_label.is_empty();
    Ok(PlanConditions {
        commitment_months: row.commitment_months,
        notice: PlanNotice {
            months: row.notice_months,
            to_the_end: row.notice_to_end,
        },
        anniversary: row.anniversary,
        setup: named.then_some((row.setup_label, row.setup_cents)),
        keys: row.keys,
    })
}

/// Writes what a plan asks for.
pub(crate) fn set_conditions(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Plan>,
    conditions: &PlanConditions,
) -> Result<(), DatabaseError> {
    let (label, amount) = conditions.setup.clone().unwrap_or_default();
    let values = params![
        place,
        id,
        conditions.commitment_months,
        conditions.notice.months,
        conditions.notice.to_the_end,
        conditions.anniversary,
        label,
        amount,
        conditions.keys
    ];
    tx.run(&SET_CONDITIONS, &values)?;
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
