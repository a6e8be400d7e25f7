//! What visits still owe in units.

use super::values::costs;
use crate::rules::cost::DayUse;
use crate::rules::day_plan::Missing;
use crate::rules::lot::PassLot;
use crate::rules::settlement::{DebtId, OpenDebt};
use kernel::{Day, Id, Instant, PersonId, PlaceId};
use platform::Fault;
use platform::database::{DatabaseError, Tx, batches, params, row, statement};

row! {
    struct OpenRow {
        id: DebtId,
        day: Day,
        used: DayUse,
        elsewhere: DayUse,
        units: i64,
        day_units: i64,
        half_day_units: i64,
    }

    struct OwedRow {
        person_id: PersonId,
        units: i64,
    }

    /// A debt, whatever became of it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct DebtRow {
        pub(crate) id: DebtId,
        pub(crate) person_id: PersonId,
        pub(crate) day: Day,
        pub(crate) units: i64,
        pub(crate) settled_at: Option<Instant>,
        pub(crate) settled_lot_id: Option<Id<PassLot>>,
        pub(crate) cancelled_at: Option<Instant>,
    }
}

statement! {
    OPEN -> OpenRow = "
        select debt.id, debt.day, pass_day.used, pass_day.elsewhere, debt.units, debt.day_units, debt.half_day_units
        from pass_debt as debt
        join pass_day on pass_day.place_id = debt.place_id and pass_day.person_id = debt.person_id
            and pass_day.day = debt.day
        where debt.place_id = $1 and debt.person_id = $2 and debt.settled_at is null and debt.cancelled_at is null
        order by debt.day, debt.id";

    OWED -> OwedRow = "
        select person_id, cast(sum(units) as bigint) as units
        from pass_debt
        where place_id = $1 and settled_at is null and cancelled_at is null and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        group by person_id";

    INSERT = "
        insert into pass_debt (place_id, id, person_id, day, units, day_units, half_day_units, at, settled_at, settled_lot_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    CANCEL = "
        update pass_debt
        set cancelled_at = $3
        where place_id = $1 and id = $2 and settled_at is null and cancelled_at is null";

    SETTLE = "
        update pass_debt
        set settled_at = $3, settled_lot_id = $4
        where place_id = $1 and id = $2 and settled_at is null and cancelled_at is null";

    ALL -> DebtRow = "
        select id, person_id, day, units, settled_at, settled_lot_id, cancelled_at
        from pass_debt
        where place_id = $1
        order by id";
}

/// The open debts of a person, the oldest day first.
pub(crate) fn open(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<OpenDebt>, Fault> {
    let rows = tx.all(&OPEN, &params![place, person])?;
    let parse = |row: OpenRow| {
        let costs = costs(row.day_units, row.half_day_units)?;
        Ok(OpenDebt {
            id: row.id,
            day: row.day,
            used: row.used.with(row.elsewhere),
            missing: Missing {
                units: row.units,
                costs,
            },
        })
    };
    rows.into_iter().map(parse).collect()
}

/// How many units each of these persons owes; those who owe nothing are left out.
pub(crate) fn owed(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<Vec<(PersonId, i64)>, DatabaseError> {
    let mut owed = Vec::new();
    for values in batches(place, persons) {
        let rows = tx.all(&OWED, &values)?;
        owed.extend(rows.into_iter().map(|row| (row.person_id, row.units)));
    }
    Ok(owed)
}

/// Writes an open debt.
pub(crate) fn owe(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    missing: Missing,
) -> Result<DebtId, Fault> {
    insert(tx, place, person, day, missing, None)
}

/// Writes a debt already paid by a lot: the part of another one that it could pay.
pub(crate) fn paid(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    missing: Missing,
    lot: Id<PassLot>,
) -> Result<DebtId, Fault> {
    insert(tx, place, person, day, missing, Some(lot))
}

fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    missing: Missing,
    lot: Option<Id<PassLot>>,
) -> Result<DebtId, Fault> {
    let id: DebtId = tx.new_id();
    let now = tx.now();
    let values = params![
        place,
        id,
        person,
        day,
        missing.units,
        missing.costs.day(),
        missing.costs.half_day(),
        now,
        lot.map(|_| now),
        lot
    ];
    tx.run(&INSERT, &values)?;
    Ok(id)
}

/// Withdraws an open debt.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, debt: DebtId) -> Result<(), Fault> {
    let now = tx.now();
    one_row(tx.run(&CANCEL, &params![place, debt, now])?, debt)
}

/// Notes that a lot paid an open debt.
pub(crate) fn settle(tx: &mut Tx<'_>, place: PlaceId, debt: DebtId, lot: Id<PassLot>) -> Result<(), Fault> {
    let now = tx.now();
    one_row(tx.run(&SETTLE, &params![place, debt, now, lot])?, debt)
}

/// Every debt of a place.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<DebtRow>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}

fn one_row(changed: u64, debt: DebtId) -> Result<(), Fault> {
    if changed == 1 {
        return Ok(());
    }
    Err(Fault::Internal(format!("the debt {debt} is not open")))
}
