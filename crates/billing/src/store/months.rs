//! Months: what is open in each, what was issued for it, and whether it still takes entries.

use crate::rules::catalogue::Basis;
use kernel::{AccountId, Money, Month, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    /// Open charges of one month and basis.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct OpenRow {
        pub(crate) month: Month,
        pub(crate) basis: Basis,
        pub(crate) charges: i64,
        pub(crate) customers: i64,
        pub(crate) amount: Money,
    }

    /// Invoices of the runs of one month.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct IssuedRow {
        pub(crate) month: Month,
        pub(crate) invoices: i64,
        pub(crate) net: Money,
        pub(crate) gross: Money,
    }

    struct LastRow {
        month: Option<Month>,
    }
}

statement! {
    OPEN -> OpenRow = "
        select month, basis, count(*) as charges, count(distinct customer_id) as customers,
            cast(sum(amount_cents) as bigint) as amount
        from charge
        where place_id = $1 and state = 'open'
        group by month, basis
        order by month, basis";

    ISSUED -> IssuedRow = "
        select r.month, count(*) as invoices, cast(sum(i.net_cents) as bigint) as net,
            cast(sum(i.gross_cents) as bigint) as gross
        from invoice i
        join billing_run r on r.place_id = i.place_id and r.id = i.run_id
        where i.place_id = $1
        group by r.month
        order by r.month";

    LAST_CLOSED -> LastRow = "
        select max(month) as month
        from closed_month
        where place_id = $1";

    CLOSE = "
        insert into closed_month (place_id, month, closed_at, closed_by)
        values ($1, $2, $3, $4)
        on conflict do nothing";
}

/// What is open, by month and basis.
pub(crate) fn open(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<OpenRow>, DatabaseError> {
    tx.all(&OPEN, &params![place])
}

/// What was issued, by month.
pub(crate) fn issued(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<IssuedRow>, DatabaseError> {
    tx.all(&ISSUED, &params![place])
}

/// The latest closed month: it and all before it take no new entry.
pub(crate) fn last_closed(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<Month>, DatabaseError> {
    Ok(tx.one(&LAST_CLOSED, &params![place])?.month)
}

/// Closes a month.
pub(crate) fn close(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    tx.run(&CLOSE, &params![place, month, tx.now(), by])?;
    Ok(())
}
