//! Lists of invoices: searched, filtered, sorted, with what was paid.

use crate::rules::invoice::{Invoice, InvoiceHead, InvoiceKind, InvoiceNumber, Series};
use crate::rules::payment::Unpaid;
use crate::rules::run::Run;
use kernel::{CustomerId, Day, Id, Money, PlaceId};
use platform::database::{Tx, params, row, statement};
use platform::failure::Fault;

row! {
    struct HeadRow {
        id: Id<Invoice>,
        kind: InvoiceKind,
        series: Series,
        year: i64,
        number: i64,
        customer_id: CustomerId,
        buyer_name: String,
        issued_on: Day,
        due_on: Day,
        net_cents: Money,
        vat_cents: Money,
        gross_cents: Money,
        paid: Money,
    }

    struct SumRow {
        invoices: i64,
        gross: Money,
        remaining: Money,
    }
}

statement! {
    SEARCH -> HeadRow = r"
        with listed as (
            select i.id, i.kind, i.series, i.year, i.number, i.customer_id, i.buyer_name, i.issued_on, i.due_on,
                i.net_cents, i.vat_cents, i.gross_cents, cast(coalesce((
                    select sum(a.cents)
                    from payment_allocation a
                    where a.place_id = i.place_id and a.invoice_id = i.id), 0) as bigint) as paid
            from invoice i
            where i.place_id = $1 and i.search like $2 escape '\')
        select id, kind, series, year, number, customer_id, buyer_name, issued_on, due_on, net_cents, vat_cents,
            gross_cents, paid
        from listed
        where $3 = 'all' or ($3 = 'paid' and gross_cents <= paid) or ($3 = 'open' and gross_cents > paid)
            or ($3 = 'overdue' and gross_cents > paid and due_on < $4)
        order by
            case when $5 = 'customer' then buyer_name end,
            case when $5 = '-customer' then buyer_name end desc,
            case when $5 = 'due' then due_on end,
            case when $5 = '-due' then due_on end desc,
            case when $5 = 'total' then gross_cents end,
            case when $5 = '-total' then gross_cents end desc,
            case when $5 = 'remaining' then gross_cents - paid end,
            case when $5 = '-remaining' then gross_cents - paid end desc,
            case when $5 = 'number' then issued_on end,
            case when $5 = 'number' then number end,
            issued_on desc, number desc, series
        limit $6 offset $7";

    SUM -> SumRow = r"
        with listed as (
            select i.due_on, i.gross_cents, cast(coalesce((
                    select sum(a.cents)
                    from payment_allocation a
                    where a.place_id = i.place_id and a.invoice_id = i.id), 0) as bigint) as paid
            from invoice i
            where i.place_id = $1 and i.search like $2 escape '\')
        select count(*) as invoices, cast(coalesce(sum(gross_cents), 0) as bigint) as gross,
            cast(coalesce(sum(gross_cents - paid), 0) as bigint) as remaining
        from listed
        where $3 = 'all' or ($3 = 'paid' and gross_cents <= paid) or ($3 = 'open' and gross_cents > paid)
            or ($3 = 'overdue' and gross_cents > paid and due_on < $4)";

    OF_CUSTOMER -> HeadRow = "
        select i.id, i.kind, i.series, i.year, i.number, i.customer_id, i.buyer_name, i.issued_on, i.due_on, i.net_cents,
            i.vat_cents, i.gross_cents, cast(coalesce((
                select sum(a.cents)
                from payment_allocation a
                where a.place_id = i.place_id and a.invoice_id = i.id), 0) as bigint) as paid
        from invoice i
        where i.place_id = $1 and i.customer_id = $2
        order by i.issued_on, i.number, i.series";

    OF_RUN -> HeadRow = "
        select i.id, i.kind, i.series, i.year, i.number, i.customer_id, i.buyer_name, i.issued_on, i.due_on, i.net_cents,
            i.vat_cents, i.gross_cents, cast(coalesce((
                select sum(a.cents)
                from payment_allocation a
                where a.place_id = i.place_id and a.invoice_id = i.id), 0) as bigint) as paid
        from invoice i
        where i.place_id = $1 and i.run_id = $2
        order by i.series, i.year, i.number";

    ALL -> HeadRow = "
        select i.id, i.kind, i.series, i.year, i.number, i.customer_id, i.buyer_name, i.issued_on, i.due_on, i.net_cents,
            i.vat_cents, i.gross_cents, cast(coalesce((
                select sum(a.cents)
                from payment_allocation a
                where a.place_id = i.place_id and a.invoice_id = i.id), 0) as bigint) as paid
        from invoice i
        where i.place_id = $1
        order by i.series, i.year, i.number";
}

kernel::codes! {
    /// Which invoices a list shows.
    pub enum InvoiceFilter {
        /// All of them.
        All = "all",
        /// Those on which something is owed.
        Open = "open",
        /// Those past their due date on which something is owed.
        Overdue = "overdue",
        /// Those wholly paid.
        Paid = "paid",
    }
}

impl InvoiceFilter {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::All => "billing-filter-all",
            Self::Open => "billing-filter-open",
            Self::Overdue => "billing-filter-overdue",
            Self::Paid => "billing-filter-paid",
        }
    }
}

platform::database::text_value!(InvoiceFilter);

/// What a list of invoices is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InvoiceQuery {
    /// Words of the number or the name, as typed.
    pub(crate) text: String,
    pub(crate) filter: InvoiceFilter,
    /// A column of [`COLUMNS`], with a leading minus for descending.
    pub(crate) sort: String,
    pub(crate) limit: i64,
    pub(crate) offset: i64,
}

/// The columns that a list of invoices sorts by.
pub(crate) const COLUMNS: &[&str] = &["number", "customer", "due", "total", "remaining"];

/// How many invoices a query finds, and what they add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InvoiceSum {
    pub(crate) invoices: i64,
    pub(crate) gross: Money,
    pub(crate) remaining: Money,
}

/// One page of a list.
pub(crate) fn search(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &InvoiceQuery,
    today: Day,
) -> Result<Vec<InvoiceHead>, Fault> {
    let pattern = pattern(&query.text);
    let values = params![
        place,
        pattern,
        query.filter,
        today,
        query.sort,
        query.limit,
        query.offset
    ];
    parsed(tx.all(&SEARCH, &values)?)
}

/// What the whole list adds up to.
pub(crate) fn sum(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &InvoiceQuery,
    today: Day,
) -> Result<InvoiceSum, Fault> {
    let row = tx.one(&SUM, &params![place, pattern(&query.text), query.filter, today])?;
    Ok(InvoiceSum {
        invoices: row.invoices,
        gross: row.gross,
        remaining: row.remaining,
    })
}

/// Every invoice of a customer, the oldest first.
pub(crate) fn of_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
) -> Result<Vec<InvoiceHead>, Fault> {
    parsed(tx.all(&OF_CUSTOMER, &params![place, customer])?)
}

/// The invoices that a run issued, in the order of their numbers.
pub(crate) fn of_run(tx: &mut Tx<'_>, place: PlaceId, run: Id<Run>) -> Result<Vec<InvoiceHead>, Fault> {
    parsed(tx.all(&OF_RUN, &params![place, run])?)
}

/// Every invoice of a place, in the order of their numbers.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<InvoiceHead>, Fault> {
    parsed(tx.all(&ALL, &params![place])?)
}

/// What waits for money among invoices, in their order.
pub(crate) fn unpaid(invoices: &[InvoiceHead]) -> Vec<Unpaid> {
    invoices
        .iter()
        .filter(|head| head.remaining().is_positive())
        .map(|head| Unpaid {
            invoice: head.id,
            remaining: head.remaining(),
        })
        .collect()
}

/// The pattern that finds a text anywhere; the number's dash is a space once folded.
fn pattern(text: &str) -> String {
    // Folding leaves letters, digits and spaces: nothing that a pattern would read otherwise.
    format!("%{}%", kernel::fold(text))
}

fn parsed(rows: Vec<HeadRow>) -> Result<Vec<InvoiceHead>, Fault> {
    rows.into_iter()
        .map(|row| {
            let year = i16::try_from(row.year).map_err(Fault::internal)?;
            Ok(InvoiceHead {
                id: row.id,
                kind: row.kind,
                number: InvoiceNumber {
                    series: row.series,
                    year,
                    number: row.number,
                },
                customer: row.customer_id,
                buyer_name: row.buyer_name,
                issued_on: row.issued_on,
                due_on: row.due_on,
                net: row.net_cents,
                vat: row.vat_cents,
                gross: row.gross_cents,
                paid: row.paid,
            })
        })
        .collect()
}
