//! Numbers without a hole: invoices, credit notes, registers.
//!
//! The row of a counter stays locked until the transaction ends, so a number taken by an act that fails is the next one given.

use crate::database::{Tx, params, row, statement};
use crate::failure::Fault;
use crate::verify::Report;
use kernel::PlaceId;

row! {
    struct ValueRow {
        value: i64,
    }

    struct CounterRow {
        name: String,
        value: i64,
    }
}

statement! {
    NEXT -> ValueRow = "
        insert into counter (place_id, name, value)
        values ($1, $2, 1)
        on conflict (place_id, name) do update set value = counter.value + 1
        returning value";

    CURRENT -> ValueRow = "
        select value
        from counter
        where place_id = $1 and name = $2";

    ALL -> CounterRow = "
        select name, value
        from counter
        where place_id = $1
        order by name";
}

/// The next number of the counter `name` of a place, from 1; the counter is made at its first use.
///
/// # Errors
/// As the database says.
pub fn next(tx: &mut Tx<'_>, place: PlaceId, name: &str) -> Result<i64, Fault> {
    Ok(tx.one(&NEXT, &params![place, name])?.value)
}

/// The last number given; 0 when none was.
///
/// # Errors
/// As the database says.
pub fn current(tx: &mut Tx<'_>, place: PlaceId, name: &str) -> Result<i64, Fault> {
    Ok(tx
        .optional(&CURRENT, &params![place, name])?
        .map_or(0, |row| row.value))
}

/// Checks that no counter went backwards; that each number was used belongs to who took it.
pub(crate) fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let counters = tx.all(&ALL, &params![place])?;
    report.checked("verify-counters", counters.len());
    for counter in counters.iter().filter(|counter| counter.value < 1) {
        report.fault("verify-counters", format!("{} = {}", counter.name, counter.value));
    }
    Ok(())
}
