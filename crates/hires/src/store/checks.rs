//! What was found after a hire, and deposits of guarantee.

use crate::rules::check::{Check, Condition, Deposit, Settlement};
use crate::rules::hire::{Hire, HireSlot};
use billing::{Charge, Method};
use kernel::{Day, Id, Instant, Money, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct CheckRow {
        slot_id: Id<HireSlot>,
        condition: Condition,
        note: String,
        checked_at: Instant,
        checked_by: Option<PersonId>,
    }

    struct DepositRow {
        amount_cents: Money,
        method: Method,
        received_on: Day,
        received_by: Option<PersonId>,
        settled_at: Option<Instant>,
        settled_by: Option<PersonId>,
        cost_cents: Option<Money>,
        kept_cents: Option<Money>,
        reason: String,
        charge_id: Option<Id<Charge>>,
    }
}

statement! {
    KEEP = "
        insert into hire_check (place_id, slot_id, hire_id, condition, note, checked_at, checked_by)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (place_id, slot_id) do update
        set condition = excluded.condition, note = excluded.note, checked_at = excluded.checked_at,
            checked_by = excluded.checked_by";

    OF_HIRE -> CheckRow = "
        select slot_id, condition, note, checked_at, checked_by
        from hire_check
        where place_id = $1 and hire_id = $2
        order by slot_id";

    RECEIVE = "
        insert into security_deposit (place_id, hire_id, amount_cents, method, received_on, received_by, reason)
        values ($1, $2, $3, $4, $5, $6, '')";

    DEPOSIT -> DepositRow = "
        select amount_cents, method, received_on, received_by, settled_at, settled_by, cost_cents, kept_cents, reason,
            charge_id
        from security_deposit
        where place_id = $1 and hire_id = $2";

    SETTLE = "
        update security_deposit
        set settled_at = $3, settled_by = $4, cost_cents = $5, kept_cents = $6, reason = $7, charge_id = $8
        where place_id = $1 and hire_id = $2 and settled_at is null";
}

/// Notes how a space was found; a second look replaces the first.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
    check: &Check,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        check.slot,
        hire,
        check.condition,
        check.note.as_str(),
        check.at,
        check.by
    ];
    tx.run(&KEEP, &values)?;
    Ok(())
}

pub(crate) fn of_hire(tx: &mut Tx<'_>, place: PlaceId, hire: Id<Hire>) -> Result<Vec<Check>, DatabaseError> {
    let rows = tx.all(&OF_HIRE, &params![place, hire])?;
    let read = rows.into_iter().map(|row| Check {
        slot: row.slot_id,
        condition: row.condition,
        note: row.note,
        at: row.checked_at,
        by: row.checked_by,
    });
    Ok(read.collect())
}

pub(crate) fn receive(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
    deposit: &Deposit,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        hire,
        deposit.amount,
        deposit.method.code(),
        deposit.received_on,
        deposit.received_by
    ];
    tx.run(&RECEIVE, &values)?;
    Ok(())
}

/// The deposit of a hire. Whoever settles it holds the request.
pub(crate) fn deposit(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
) -> Result<Option<Deposit>, DatabaseError> {
    let row = tx.optional(&DEPOSIT, &params![place, hire])?;
    Ok(row.map(Deposit::from))
}

pub(crate) fn settle(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
    settlement: &Settlement,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        hire,
        settlement.at,
        settlement.by,
        settlement.cost,
        settlement.kept,
        settlement.reason.as_str(),
        settlement.charge
    ];
    tx.run(&SETTLE, &values)?;
    Ok(())
}

impl From<DepositRow> for Deposit {
    fn from(row: DepositRow) -> Self {
        let (reason, by, charge) = (row.reason, row.settled_by, row.charge_id);
        let amounts = row.cost_cents.zip(row.kept_cents);
        let settled = row.settled_at.zip(amounts).map(|(at, (cost, kept))| Settlement {
            at,
            by,
            cost,
            kept,
            reason,
            charge,
        });
        Self {
            amount: row.amount_cents,
            method: row.method,
            received_on: row.received_on,
            received_by: row.received_by,
            settled,
        }
    }
}
