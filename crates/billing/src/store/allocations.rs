//! Which payment pays which invoice, and how much of it.

use crate::rules::invoice::{Invoice, InvoiceNumber, Series};
use crate::rules::payment::Payment;
use kernel::{CustomerId, Day, Id, Money, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::failure::Fault;
use serde::Serialize;

row! {
    /// A part of a payment that pays an invoice, as raw as it lies in its table: see [`super::invoice_rows`].
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(crate) struct AllocationRow {
        pub(crate) id: i64,
        pub(crate) payment_id: i64,
        pub(crate) invoice_id: i64,
        pub(crate) cents: i64,
        pub(crate) allocated_at: i64,
    }

    struct AmountRow {
        amount: Money,
    }

    struct DatedRow {
        received_on: Day,
        cents: Money,
    }

    struct PartRow {
        payment_id: Id<Payment>,
        invoice_id: Id<Invoice>,
        series: Series,
        year: i64,
        number: i64,
        cents: Money,
    }
}

statement! {
    INSERT = "
        insert into payment_allocation (place_id, id, payment_id, invoice_id, cents, allocated_at)
        values ($1, $2, $3, $4, $5, $6)";

    RAW -> AllocationRow = "
        select id, payment_id, invoice_id, cents, allocated_at
        from payment_allocation
        where place_id = $1
        order by id";

    OF_PAYMENT -> AllocationRow = "
        select id, payment_id, invoice_id, cents, allocated_at
        from payment_allocation
        where place_id = $1 and payment_id = $2
        order by id";

    OF_INVOICE -> AmountRow = "
        select cast(coalesce(sum(cents), 0) as bigint) as amount
        from payment_allocation
        where place_id = $1 and invoice_id = $2";

    DATED -> DatedRow = "
        select p.received_on, a.cents
        from payment_allocation a
        join payment p on p.place_id = a.place_id and p.id = a.payment_id
        where a.place_id = $1 and a.invoice_id = $2
        order by a.id";

    /// Coins and notes that already pay an invoice.
    CASH_OF_INVOICE -> AmountRow = "
        select cast(coalesce(sum(a.cents), 0) as bigint) as amount
        from payment_allocation a
        join payment p on p.place_id = a.place_id and p.id = a.payment_id
        where a.place_id = $1 and a.invoice_id = $2 and p.method = 'cash'";

    PARTS_OF_CUSTOMER -> PartRow = "
        select a.payment_id, a.invoice_id, i.series, i.year, i.number, cast(sum(a.cents) as bigint) as cents
        from payment_allocation a
        join payment p on p.place_id = a.place_id and p.id = a.payment_id
        join invoice i on i.place_id = a.place_id and i.id = a.invoice_id
        where a.place_id = $1 and p.customer_id = $2
        group by a.payment_id, a.invoice_id, i.series, i.year, i.number
        order by a.payment_id, i.series, i.year, i.number";
}

/// A part of a payment with the number of the invoice it pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) payment: Id<Payment>,
    pub(crate) invoice: Id<Invoice>,
    pub(crate) number: InvoiceNumber,
    pub(crate) amount: Money,
}

/// Writes a part. Nothing changes this row afterwards.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, row: &AllocationRow) -> Result<(), DatabaseError> {
    let values = params![
        place,
        row.id,
        row.payment_id,
        row.invoice_id,
        row.cents,
        row.allocated_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Every part, raw: for verification.
pub(crate) fn raw(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<AllocationRow>, DatabaseError> {
    tx.all(&RAW, &params![place])
}

/// The parts of a payment.
pub(crate) fn of_payment(
    tx: &mut Tx<'_>,
    place: PlaceId,
    payment: Id<Payment>,
) -> Result<Vec<AllocationRow>, DatabaseError> {
    tx.all(&OF_PAYMENT, &params![place, payment])
}

/// What was paid of an invoice.
pub(crate) fn of_invoice(
    tx: &mut Tx<'_>,
    place: PlaceId,
    invoice: Id<Invoice>,
) -> Result<Money, DatabaseError> {
    Ok(tx.one(&OF_INVOICE, &params![place, invoice])?.amount)
}

/// The parts that pay an invoice, with the days of their payments.
pub(crate) fn dated(
    tx: &mut Tx<'_>,
    place: PlaceId,
    invoice: Id<Invoice>,
) -> Result<Vec<(Day, Money)>, DatabaseError> {
    let rows = tx.all(&DATED, &params![place, invoice])?;
    Ok(rows.into_iter().map(|row| (row.received_on, row.cents)).collect())
}

/// What was paid of an invoice in coins and notes.
pub(crate) fn cash_of_invoice(
    tx: &mut Tx<'_>,
    place: PlaceId,
    invoice: Id<Invoice>,
) -> Result<Money, DatabaseError> {
    Ok(tx.one(&CASH_OF_INVOICE, &params![place, invoice])?.amount)
}

/// The parts of every payment of a customer.
pub(crate) fn parts_of_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
) -> Result<Vec<Part>, Fault> {
    tx.all(&PARTS_OF_CUSTOMER, &params![place, customer])?
        .into_iter()
        .map(|row| {
            let year = i16::try_from(row.year).map_err(Fault::internal)?;
            let number = InvoiceNumber {
                series: row.series,
                year,
                number: row.number,
            };
            Ok(Part {
                payment: row.payment_id,
                invoice: row.invoice_id,
                number,
                amount: row.cents,
            })
        })
        .collect()
}
