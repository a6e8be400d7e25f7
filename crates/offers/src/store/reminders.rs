//! Lots about which their holders are told.

use crate::rules::lot::PassLot;
use kernel::{Day, Id, Instant, PlaceId};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

/// What a holder is told of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// It lapses soon.
    Expiry,
    /// It is nearly empty.
    Low,
}

row! {
    struct IdRow {
        id: Id<PassLot>,
    }
}

statement! {
    EXPIRING -> IdRow = "
        select id
        from pass_lot
        where place_id = $1 and expires_on >= $2 and expires_on <= $3 and remaining > 0 and cancelled_at is null
            and expiry_told_at is null and (external_ref is null or external_ref not like 'included:%' escape '\\')
        order by id";

    LOW -> IdRow = "
        select id
        from pass_lot
        where place_id = $1 and remaining < 2 * day_units and cancelled_at is null and low_told_at is null
            and (expires_on is null or expires_on >= $2)
            and (external_ref is null or external_ref not like 'included:%' escape '\\')
            and exists (
                select 1
                from pass_debit
                where pass_debit.place_id = pass_lot.place_id and pass_debit.lot_id = pass_lot.id and pass_debit.at >= $3)
        order by id";

    NOTE_EXPIRY = "
        update pass_lot
        set expiry_told_at = $3
        where place_id = $1 and id = $2 and expiry_told_at is null";

    NOTE_LOW = "
        update pass_lot
        set low_told_at = $3
        where place_id = $1 and id = $2 and low_told_at is null";
}

/// The lots that lapse on one of these days, with units left, of which nobody was told; those given with a plan are no news.
pub(crate) fn expiring(
    tx: &mut Tx<'_>,
    place: PlaceId,
    today: Day,
    last: Day,
) -> Result<Vec<Id<PassLot>>, Fault> {
    let rows = tx.all(&EXPIRING, &params![place, today, last])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The lots with fewer units left than two days cost, used since then, of which nobody was told.
pub(crate) fn low(
    tx: &mut Tx<'_>,
    place: PlaceId,
    today: Day,
    since: Instant,
) -> Result<Vec<Id<PassLot>>, Fault> {
    let rows = tx.all(&LOW, &params![place, today, since])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Notes that the holder is told; says whether nobody did before.
pub(crate) fn note(tx: &mut Tx<'_>, place: PlaceId, lot: Id<PassLot>, told: Told) -> Result<bool, Fault> {
    let now = tx.now();
    let statement = match told {
        Told::Expiry => &NOTE_EXPIRY,
        Told::Low => &NOTE_LOW,
    };
    Ok(tx.run(statement, &params![place, lot, now])? == 1)
}

/// One lot.
pub(crate) fn lot(tx: &mut Tx<'_>, place: PlaceId, id: Id<PassLot>) -> Result<Option<PassLot>, Fault> {
    super::lots::find(tx, place, id)
}
