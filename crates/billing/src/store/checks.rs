//! What verification reads.

use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct CountRow {
        count: i64,
    }

    struct IdRow {
        id: i64,
    }
}

statement! {
    COUNT_CHARGES -> CountRow = "
        select count(*) as count
        from charge
        where place_id = $1";

    /// Charges said to be invoiced without a line that says the same.
    STRAY_CHARGES -> IdRow = "
        select h.id
        from charge h
        where h.place_id = $1 and h.state = 'invoiced' and not exists (
            select 1
            from invoice_line l
            where l.place_id = h.place_id and l.charge_id = h.id and l.invoice_id = h.invoice_id
                and l.amount_cents = h.amount_cents and l.rate_bp = h.rate_bp and l.exemption = h.exemption)
        order by h.id";

    /// Lines whose charge is not said to stand on their invoice.
    STRAY_LINES -> IdRow = "
        select l.invoice_id as id
        from invoice_line l
        where l.place_id = $1 and l.charge_id is not null and not exists (
            select 1
            from charge h
            where h.place_id = l.place_id and h.id = l.charge_id and h.state = 'invoiced'
                and h.invoice_id = l.invoice_id)
        order by l.invoice_id, l.position";
}

/// How many charges there are.
pub(crate) fn count_charges(tx: &mut Tx<'_>, place: PlaceId) -> Result<usize, DatabaseError> {
    let count = tx.one(&COUNT_CHARGES, &params![place])?.count;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Charges that no line bears out.
pub(crate) fn stray_charges(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<i64>, DatabaseError> {
    Ok(tx
        .all(&STRAY_CHARGES, &params![place])?
        .into_iter()
        .map(|row| row.id)
        .collect())
}

/// Invoices with a line that no charge bears out.
pub(crate) fn stray_lines(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<i64>, DatabaseError> {
    Ok(tx
        .all(&STRAY_LINES, &params![place])?
        .into_iter()
        .map(|row| row.id)
        .collect())
}
