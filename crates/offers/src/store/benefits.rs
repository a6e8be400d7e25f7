//! What plans give each period.

use crate::rules::conditions::{PlanBenefits, SpaceBenefit};
use crate::rules::contract::Plan;
use crate::rules::pass_offer::PassOffer;
use kernel::{Id, PlaceId, Rate};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct BenefitRow {
        kind: String,
        minutes: i64,
        discount_bp: i64,
    }

    struct UnitsRow {
        pass_offer_id: Id<PassOffer>,
        units: i64,
    }
}

statement! {
    SPACES -> BenefitRow = "
        select kind, minutes, discount_bp
        from plan_benefit
        where place_id = $1 and plan_id = $2
        order by kind";

    UNITS -> UnitsRow = "
        select pass_offer_id, units
        from plan_units
        where place_id = $1 and plan_id = $2";

    CLEAR_SPACES = "delete from plan_benefit where place_id = $1 and plan_id = $2";

    CLEAR_UNITS = "delete from plan_units where place_id = $1 and plan_id = $2";

    INSERT_SPACE = "
        insert into plan_benefit (place_id, plan_id, kind, minutes, discount_bp)
        values ($1, $2, $3, $4, $5)";

    INSERT_UNITS = "
        insert into plan_units (place_id, plan_id, pass_offer_id, units)
        values ($1, $2, $3, $4)";
}

/// What a plan gives.
pub(crate) fn of_plan(tx: &mut Tx<'_>, place: PlaceId, plan: Id<Plan>) -> Result<PlanBenefits, Fault> {
    let spaces = tx.all(&SPACES, &params![place, plan])?;
    let units = tx.optional(&UNITS, &params![place, plan])?;
    let benefit = |row: BenefitRow| {
        let benefit = SpaceBenefit {
            minutes: row.minutes,
            discount: Rate::from_basis_points(row.discount_bp),
        };
        (row.kind, benefit)
    };
    Ok(PlanBenefits {
        units: units.map(|row| (row.pass_offer_id, row.units)),
        spaces: spaces.into_iter().map(benefit).collect(),
    })
}

/// Writes what a plan gives, in place of what it gave.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    place: PlaceId,
    plan: Id<Plan>,
    benefits: &PlanBenefits,
) -> Result<(), DatabaseError> {
    tx.run(&CLEAR_SPACES, &params![place, plan])?;
    tx.run(&CLEAR_UNITS, &params![place, plan])?;
    for (kind, benefit) in &benefits.spaces {
        let discount = benefit.discount.basis_points();
        tx.run(
            &INSERT_SPACE,
            &params![place, plan, kind, benefit.minutes, discount],
        )?;
    }
    if let Some((offer, units)) = benefits.units {
        tx.run(&INSERT_UNITS, &params![place, plan, offer, units])?;
    }
    Ok(())
}
