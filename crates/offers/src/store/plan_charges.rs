//! Which days of a contract were charged.

use crate::rules::contract::PlanContract;
use crate::rules::proration::Due;
use billing::Charge;
use kernel::{Day, Id, Instant, Money, Month, PlaceId};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

row! {
    /// The days of a month of a contract, and the charge that bills them.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct PlanCharge {
        pub(crate) contract_id: Id<PlanContract>,
        pub(crate) month: Month,
        pub(crate) revision: i64,
        pub(crate) charge_id: Id<Charge>,
        pub(crate) from_day: Day,
        pub(crate) until_day: Day,
        pub(crate) amount_cents: Money,
        pub(crate) cancelled_at: Option<Instant>,
    }

    /// How far a contract was charged.
    struct ChargedUntil {
        contract_id: Id<PlanContract>,
        month: Month,
    }

    struct RevisionRow {
        revision: Option<i64>,
    }
}

statement! {
    STANDING -> PlanCharge = "
        select contract_id, month, revision, charge_id, from_day, until_day, amount_cents, cancelled_at
        from plan_charge
        where place_id = $1 and contract_id = $2 and cancelled_at is null
        order by month";

    CHARGED_UNTIL -> ChargedUntil = "
        select contract_id, max(month) as month
        from plan_charge
        where place_id = $1 and cancelled_at is null
        group by contract_id
        order by contract_id";

    LAST_REVISION -> RevisionRow = "
        select max(revision) as revision
        from plan_charge
        where place_id = $1 and contract_id = $2 and month = $3";

    INSERT = "
        insert into plan_charge (place_id, contract_id, month, revision, charge_id, from_day, until_day, amount_cents)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    CANCEL = "
        update plan_charge
        set cancelled_at = $5
        where place_id = $1 and contract_id = $2 and month = $3 and revision = $4";

    ALL -> PlanCharge = "
        select contract_id, month, revision, charge_id, from_day, until_day, amount_cents, cancelled_at
        from plan_charge
        where place_id = $1
        order by contract_id, month, revision";
}

/// The charges of a contract that were not cancelled, by month.
pub(crate) fn standing(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: Id<PlanContract>,
) -> Result<Vec<PlanCharge>, Fault> {
    Ok(tx.all(&STANDING, &params![place, contract])?)
}

/// The last month charged of each contract that was charged at all.
pub(crate) fn charged_until(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<BTreeMap<Id<PlanContract>, Month>, Fault> {
    let rows = tx.all(&CHARGED_UNTIL, &params![place])?;
    Ok(rows.into_iter().map(|row| (row.contract_id, row.month)).collect())
}

/// The number of the next charge of that month: 1, or more after corrections.
pub(crate) fn next_revision(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: Id<PlanContract>,
    month: Month,
) -> Result<i64, Fault> {
    let last = tx.one(&LAST_REVISION, &params![place, contract, month])?;
    Ok(last.revision.unwrap_or(0) + 1)
}

/// Notes which charge bills the days of a month.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: Id<PlanContract>,
    month: Month,
    revision: i64,
    charge: Id<Charge>,
    due: &Due,
) -> Result<(), DatabaseError> {
    let (first, last) = (due.days.first(), due.days.last());
    let values = params![place, contract, month, revision, charge, first, last, due.amount];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that a charge was taken back.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, charge: &PlanCharge) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(
        &CANCEL,
        &params![place, charge.contract_id, charge.month, charge.revision, now],
    )?;
    Ok(())
}

/// Everything charged for plans in a place.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PlanCharge>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}
