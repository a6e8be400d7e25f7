//! Pauses of contracts.

use crate::rules::changes::Change;
use crate::rules::contract::PlanContract;
use crate::rules::pause::Pause;
use kernel::{AccountId, Day, Days, Id, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{Tx, batches, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct PauseRow {
        id: Id<Pause>,
        contract_id: Id<PlanContract>,
        person_id: PersonId,
        from_day: Day,
        until_day: Day,
        due_bp: i64,
        reason: String,
    }
}

statement! {
    OF_CONTRACT -> PauseRow = "
        select id, contract_id, person_id, from_day, until_day, due_bp, reason
        from plan_pause
        where place_id = $1 and person_id = $2 and contract_id = $3 and cancelled_at is null
        order by from_day";

    OF_PERSONS -> PauseRow = "
        select id, contract_id, person_id, from_day, until_day, due_bp, reason
        from plan_pause
        where place_id = $1 and cancelled_at is null and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by from_day";

    ALL -> PauseRow = "
        select id, contract_id, person_id, from_day, until_day, due_bp, reason
        from plan_pause
        where place_id = $1 and cancelled_at is null
        order by from_day";

    INSERT = "
        insert into plan_pause (
            place_id, id, contract_id, person_id, from_day, until_day, due_bp, reason, asked_at, asked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    SHORTEN = "
        update plan_pause
        set until_day = $3
        where place_id = $1 and id = $2";

    CANCEL = "
        update plan_pause
        set cancelled_at = $3
        where place_id = $1 and id = $2 and cancelled_at is null";
}

/// From how many persons on all pauses of a place are read at once.
const MANY: usize = 64;

/// The pauses of a contract but those cancelled, the first first.
pub(crate) fn of_contract(
    tx: &mut Tx<'_>,
    place: PlaceId,
    contract: &PlanContract,
) -> Result<Vec<Pause>, Fault> {
    let rows = tx.all(&OF_CONTRACT, &params![place, contract.person, contract.id])?;
    rows.into_iter().map(Pause::try_from).collect()
}

/// What pauses change for the contracts of these persons.
pub(super) fn changes_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<BTreeMap<Id<PlanContract>, Vec<Change>>, Fault> {
    let mut rows = Vec::new();
    if persons.len() > MANY {
        rows = tx.all(&ALL, &params![place])?;
    } else {
        for values in batches(place, persons) {
            rows.extend(tx.all(&OF_PERSONS, &values)?);
        }
    }
    let mut changes: BTreeMap<_, Vec<Change>> = BTreeMap::new();
    for row in rows {
        let pause = Pause::try_from(row)?;
        changes.entry(pause.contract).or_default().push(pause.change());
    }
    Ok(changes)
}

/// Writes a pause.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    pause: &Pause,
    by: Option<AccountId>,
) -> Result<(), Fault> {
    let values = params![
        place,
        pause.id,
        pause.contract,
        pause.person,
        pause.days.first(),
        pause.days.last(),
        pause.due.basis_points(),
        pause.reason,
        tx.now(),
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Writes an earlier last day.
pub(crate) fn shorten(tx: &mut Tx<'_>, place: PlaceId, id: Id<Pause>, until: Day) -> Result<(), Fault> {
    tx.run(&SHORTEN, &params![place, id, until])?;
    Ok(())
}

/// Notes that a pause did not begin.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, id: Id<Pause>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&CANCEL, &params![place, id, now])?;
    Ok(())
}

impl TryFrom<PauseRow> for Pause {
    type Error = Fault;

    fn try_from(row: PauseRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            contract: row.contract_id,
            person: row.person_id,
            days: Days::new(row.from_day, row.until_day).map_err(Fault::internal)?,
            due: Rate::from_basis_points(row.due_bp),
            reason: row.reason,
        })
    }
}
