//! Runs and their items.

use crate::rules::catalogue::Basis;
use crate::rules::invoice::Invoice;
use crate::rules::run::{DraftKey, ItemState, Run, RunItem, RunState, SkipReason};
use kernel::{AccountId, CustomerId, Id, Instant, Month, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct RunRow {
        id: Id<Run>,
        month: Month,
        state: RunState,
        job_id: Option<i64>,
        created_at: Instant,
        created_by: Option<AccountId>,
    }

    struct ItemRow {
        customer_id: CustomerId,
        basis: Basis,
        fingerprint: String,
        state: ItemState,
        reason: Option<SkipReason>,
        invoice_id: Option<Id<Invoice>>,
    }
}

statement! {
    FIND -> RunRow = "
        select id, month, state, job_id, created_at, created_by
        from billing_run
        where place_id = $1 and id = $2";

    ALL -> RunRow = "
        select id, month, state, job_id, created_at, created_by
        from billing_run
        where place_id = $1
        order by month desc, id desc";

    UNFINISHED -> RunRow = "
        select id, month, state, job_id, created_at, created_by
        from billing_run
        where place_id = $1 and month = $2 and state <> 'done'
        for update";

    OPEN = "
        insert into billing_run (place_id, id, month, state, job_id, created_at, created_by)
        values ($1, $2, $3, 'draft', null, $4, $5)
        on conflict do nothing";

    MOVE = "
        update billing_run
        set state = $3
        where place_id = $1 and id = $2";

    SET_JOB = "
        update billing_run
        set job_id = $3
        where place_id = $1 and id = $2";

    ITEMS -> ItemRow = "
        select customer_id, basis, fingerprint, state, reason, invoice_id
        from billing_run_item
        where place_id = $1 and run_id = $2
        order by position, customer_id, basis";

    LOCK_ITEM -> ItemRow = "
        select customer_id, basis, fingerprint, state, reason, invoice_id
        from billing_run_item
        where place_id = $1 and run_id = $2 and customer_id = $3 and basis = $4
        for update";

    PUT_ITEM = "
        insert into billing_run_item (place_id, run_id, customer_id, basis, position, fingerprint, state, reason, invoice_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null)
        on conflict (place_id, run_id, customer_id, basis) do update set
            position = excluded.position, fingerprint = excluded.fingerprint, state = excluded.state,
            reason = excluded.reason";

    DROP_EXCLUSION = "
        delete from billing_run_item
        where place_id = $1 and run_id = $2 and customer_id = $3 and basis = $4
            and state = 'skipped' and reason = 'excluded'";

    SETTLE_ITEM = "
        update billing_run_item
        set state = $5, reason = $6, invoice_id = $7
        where place_id = $1 and run_id = $2 and customer_id = $3 and basis = $4 and state in ('pending', 'failed')";
}

/// One run.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Run>) -> Result<Option<Run>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Run::from))
}

/// Every run, the latest month first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Run>, DatabaseError> {
    Ok(tx
        .all(&ALL, &params![place])?
        .into_iter()
        .map(Run::from)
        .collect())
}

/// The run of a month that is not over, locked.
pub(crate) fn unfinished(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
) -> Result<Option<Run>, DatabaseError> {
    Ok(tx.optional(&UNFINISHED, &params![place, month])?.map(Run::from))
}

/// Opens a run for a month unless one is open already.
pub(crate) fn open(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let id = tx.new_id::<Run>();
    tx.run(&OPEN, &params![place, id, month, tx.now(), by])?;
    Ok(())
}

/// Brings a run to a state.
pub(crate) fn set_state(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
    state: RunState,
) -> Result<(), DatabaseError> {
    tx.run(&MOVE, &params![place, run, state])?;
    Ok(())
}

/// Notes the job that issues a run.
pub(crate) fn set_job(tx: &mut Tx<'_>, place: PlaceId, run: Id<Run>, job: i64) -> Result<(), DatabaseError> {
    tx.run(&SET_JOB, &params![place, run, job])?;
    Ok(())
}

/// The items of a run, in the order of the review.
pub(crate) fn items(tx: &mut Tx<'_>, place: PlaceId, run: Id<Run>) -> Result<Vec<RunItem>, DatabaseError> {
    Ok(tx
        .all(&ITEMS, &params![place, run])?
        .into_iter()
        .map(RunItem::from)
        .collect())
}

/// One item, which nobody else settles until the transaction ends.
pub(crate) fn lock_item(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
    key: DraftKey,
) -> Result<Option<RunItem>, DatabaseError> {
    let row = tx.optional(&LOCK_ITEM, &params![place, run, key.customer, key.basis])?;
    Ok(row.map(RunItem::from))
}

/// Writes an item that waits, or that is left out for a reason.
pub(crate) fn put_item(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
    key: DraftKey,
    position: i64,
    fingerprint: &str,
    left_out: Option<SkipReason>,
) -> Result<(), DatabaseError> {
    let state = if left_out.is_some() {
        ItemState::Skipped
    } else {
        ItemState::Pending
    };
    let values = params![
        place,
        run,
        key.customer,
        key.basis,
        position,
        fingerprint,
        state,
        left_out
    ];
    tx.run(&PUT_ITEM, &values)?;
    Ok(())
}

/// Takes an item back into a run.
pub(crate) fn drop_exclusion(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
    key: DraftKey,
) -> Result<(), DatabaseError> {
    tx.run(&DROP_EXCLUSION, &params![place, run, key.customer, key.basis])?;
    Ok(())
}

/// Says what became of an item that waited.
pub(crate) fn settle_item(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
    key: DraftKey,
    state: ItemState,
    reason: Option<SkipReason>,
    invoice: Option<Id<Invoice>>,
) -> Result<(), DatabaseError> {
    tx.run(
        &SETTLE_ITEM,
        &params![place, run, key.customer, key.basis, state, reason, invoice],
    )?;
    Ok(())
}

impl From<RunRow> for Run {
    fn from(row: RunRow) -> Self {
        Self {
            id: row.id,
            month: row.month,
            state: row.state,
            job: row.job_id,
            created_at: row.created_at,
            created_by: row.created_by,
        }
    }
}

impl From<ItemRow> for RunItem {
    fn from(row: ItemRow) -> Self {
        Self {
            customer: row.customer_id,
            basis: row.basis,
            fingerprint: row.fingerprint,
            state: row.state,
            reason: row.reason,
            invoice: row.invoice_id,
        }
    }
}
