//! Payments.

use crate::rules::payment::{Method, Payment};
use kernel::{AccountId, CustomerId, Day, Id, Instant, Money, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use serde::Serialize;

/// Refuses to take a payment back twice.
pub(crate) const REVERSED_ONCE: &str = "payment_reversed_once";

row! {
    struct PaymentRow {
        id: Id<Payment>,
        customer_id: CustomerId,
        received_on: Day,
        amount_cents: Money,
        method: Method,
        reference: String,
        recorded_at: Instant,
        recorded_by: Option<AccountId>,
        reverses_id: Option<Id<Payment>>,
        reversed: bool,
        allocated: Money,
    }

    /// A payment as raw as it lies in its table: see [`super::invoice_rows`].
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(crate) struct RawPayment {
        pub(crate) id: i64,
        pub(crate) customer_id: i64,
        pub(crate) received_on: String,
        pub(crate) amount_cents: i64,
        pub(crate) method: String,
        pub(crate) reference: String,
        pub(crate) recorded_at: i64,
        pub(crate) recorded_by: Option<i64>,
        pub(crate) reverses_id: Option<i64>,
    }
}

statement! {
    INSERT = "
        insert into payment (place_id, id, customer_id, received_on, amount_cents, method, reference, recorded_at,
            recorded_by, reverses_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    FIND -> PaymentRow = "
        select p.id, p.customer_id, p.received_on, p.amount_cents, p.method, p.reference, p.recorded_at, p.recorded_by,
            p.reverses_id,
            cast(case when exists (
                select 1 from payment r where r.place_id = p.place_id and r.reverses_id = p.id)
                then 1 else 0 end as bigint) as reversed,
            cast(coalesce((
                select sum(a.cents)
                from payment_allocation a
                where a.place_id = p.place_id and a.payment_id = p.id), 0) as bigint) as allocated
        from payment p
        where p.place_id = $1 and p.id = $2";

    OF_CUSTOMER -> PaymentRow = "
        select p.id, p.customer_id, p.received_on, p.amount_cents, p.method, p.reference, p.recorded_at, p.recorded_by,
            p.reverses_id,
            cast(case when exists (
                select 1 from payment r where r.place_id = p.place_id and r.reverses_id = p.id)
                then 1 else 0 end as bigint) as reversed,
            cast(coalesce((
                select sum(a.cents)
                from payment_allocation a
                where a.place_id = p.place_id and a.payment_id = p.id), 0) as bigint) as allocated
        from payment p
        where p.place_id = $1 and p.customer_id = $2
        order by p.received_on, p.id";

    RAW -> RawPayment = "
        select id, customer_id, received_on, amount_cents, method, reference, recorded_at, recorded_by, reverses_id
        from payment
        where place_id = $1
        order by id";

    /// Whoever moves money of a customer holds the customer's row.
    LOCK_CUSTOMER -> CustomerRow = "
        select id
        from customer
        where place_id = $1 and id = $2
        for update";
}

row! {
    struct CustomerRow {
        id: CustomerId,
    }
}

/// Writes a payment. Nothing changes this row afterwards.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, raw: &RawPayment) -> Result<(), DatabaseError> {
    let values = params![
        place,
        raw.id,
        raw.customer_id,
        raw.received_on,
        raw.amount_cents,
        raw.method,
        raw.reference,
        raw.recorded_at,
        raw.recorded_by,
        raw.reverses_id
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// One payment.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Payment>,
) -> Result<Option<Payment>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Payment::from))
}

/// Every payment of a customer, the oldest first.
pub(crate) fn of_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
) -> Result<Vec<Payment>, DatabaseError> {
    let rows = tx.all(&OF_CUSTOMER, &params![place, customer])?;
    Ok(rows.into_iter().map(Payment::from).collect())
}

/// Every payment, raw: for verification.
pub(crate) fn raw(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<RawPayment>, DatabaseError> {
    tx.all(&RAW, &params![place])
}

/// Keeps others from moving this customer's money until the transaction ends; false when there is no such customer.
pub(crate) fn lock_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
) -> Result<bool, DatabaseError> {
    let found = tx.optional(&LOCK_CUSTOMER, &params![place, customer])?;
    Ok(found.is_some_and(|row| row.id == customer))
}

impl From<PaymentRow> for Payment {
    fn from(row: PaymentRow) -> Self {
        Self {
            id: row.id,
            customer: row.customer_id,
            received_on: row.received_on,
            amount: row.amount_cents,
            method: row.method,
            reference: row.reference,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by,
            reverses: row.reverses_id,
            reversed: row.reversed,
            allocated: row.allocated,
        }
    }
}
