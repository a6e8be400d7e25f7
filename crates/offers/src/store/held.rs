//! Who held which plan when, for figures.

use crate::attendance::PlanHeld;
use kernel::{Audience, Day, Days, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct HeldRow {
        person_id: PersonId,
        name: String,
        audience: Audience,
        from_day: Day,
        until_day: Option<Day>,
    }
}

statement! {
    DURING -> HeldRow = "
        select contract.person_id, plan.name, plan.audience, contract.from_day, contract.until_day
        from plan_contract as contract
        join plan on plan.place_id = contract.place_id and plan.id = contract.plan_id
        where contract.place_id = $1 and contract.from_day <= $3 and plan.beside = 0
            and (contract.until_day is null or contract.until_day >= $2)
        order by contract.person_id, contract.from_day";
}

pub(crate) fn during(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<PlanHeld>, DatabaseError> {
    let rows = tx.all(&DURING, &params![place, days.first(), days.last()])?;
    Ok(rows
        .into_iter()
        .map(|row| PlanHeld {
            person: row.person_id,
            plan: row.name,
            audience: row.audience,
            from: row.from_day,
            until: row.until_day,
        })
        .collect())
}
