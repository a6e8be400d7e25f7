//! Issued invoices as the program knows them, their series and their documents.

use super::invoice_rows::{self, InvoiceRow, LineRow, VatRow, WholeInvoice};
use super::{allocations, broken};
use crate::rules::buyer::Buyer;
use crate::rules::catalogue::{Basis, Exemption, Unit, Vat};
use crate::rules::computation::VatLine;
use crate::rules::invoice::{Invoice, InvoiceHead, InvoiceKind, InvoiceLine, InvoiceNumber, Series};
use crate::rules::quantity::Quantity;
use crate::rules::run::Run;
use crate::rules::seller::Seller;
use kernel::{Currency, Day, Days, DocumentId, Id, Instant, Locale, Money, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::failure::Fault;

row! {
    struct SeriesRow {
        last_issued_on: Day,
    }

    struct DocumentRow {
        document_id: DocumentId,
        mailed: bool,
    }

    struct IdRow {
        id: Id<Invoice>,
    }
}

statement! {
    OPEN_SERIES = "
        insert into invoice_series (place_id, series, last_issued_on)
        values ($1, $2, $3)
        on conflict (place_id, series) do nothing";

    LOCK_SERIES -> SeriesRow = "
        select last_issued_on
        from invoice_series
        where place_id = $1 and series = $2
        for update";

    SERIES -> SeriesRow = "
        select last_issued_on
        from invoice_series
        where place_id = $1 and series = $2";

    MOVE_SERIES = "
        update invoice_series
        set last_issued_on = $3
        where place_id = $1 and series = $2";

    LOCK -> IdRow = "
        select id
        from invoice
        where place_id = $1 and id = $2
        for update";

    DOCUMENT -> DocumentRow = "
        select document_id, mailed
        from invoice_document
        where place_id = $1 and invoice_id = $2";

    PUT_DOCUMENT = "
        insert into invoice_document (place_id, invoice_id, document_id, mailed)
        values ($1, $2, $3, $4)";

    NOTE_MAILED = "
        update invoice_document
        set mailed = 1
        where place_id = $1 and invoice_id = $2";

    UNSENT -> IdRow = "
        select i.id
        from invoice i
        where i.place_id = $1 and i.run_id = $2 and not exists (
            select 1
            from invoice_document d
            where d.place_id = i.place_id and d.invoice_id = i.id and d.mailed = 1)
        order by i.series, i.year, i.number";
}

/// Locks a series until the transaction ends, and gives the day before which it may not go back.
pub(crate) fn lock_series(
    tx: &mut Tx<'_>,
    place: PlaceId,
    series: Series,
    today: Day,
) -> Result<Day, DatabaseError> {
    tx.run(&OPEN_SERIES, &params![place, series, today])?;
    Ok(tx.one(&LOCK_SERIES, &params![place, series])?.last_issued_on)
}

/// The day before which a series may not go back, if it was begun.
pub(crate) fn last_issued_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    series: Series,
) -> Result<Option<Day>, DatabaseError> {
    Ok(tx
        .optional(&SERIES, &params![place, series])?
        .map(|row| row.last_issued_on))
}

/// Notes the day of the last invoice of a series.
pub(crate) fn move_series(
    tx: &mut Tx<'_>,
    place: PlaceId,
    series: Series,
    day: Day,
) -> Result<(), DatabaseError> {
    tx.run(&MOVE_SERIES, &params![place, series, day])?;
    Ok(())
}

/// One invoice, whole, with what was paid of it.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Invoice>) -> Result<Option<Invoice>, Fault> {
    let Some(whole) = invoice_rows::find(tx, place, id.as_i64())? else {
        return Ok(None);
    };
    let paid = allocations::of_invoice(tx, place, id)?;
    parsed(&whole, paid).map(Some)
}

/// The PDF of an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filed {
    /// Where it is stored.
    pub(crate) document: DocumentId,
    /// Whether it was written to the customer.
    pub(crate) mailed: bool,
}

/// The stored PDF of an invoice, once it is made.
pub(crate) fn document(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invoice>,
) -> Result<Option<Filed>, DatabaseError> {
    Ok(tx.optional(&DOCUMENT, &params![place, id])?.map(|row| Filed {
        document: row.document_id,
        mailed: row.mailed,
    }))
}

/// As [`document`]; nobody else files or mails one until the transaction ends.
pub(crate) fn lock_document(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invoice>,
) -> Result<Option<Filed>, DatabaseError> {
    tx.one(&LOCK, &params![place, id])?;
    document(tx, place, id)
}

/// Notes the PDF of an invoice that has none.
pub(crate) fn put_document(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Invoice>,
    filed: Filed,
) -> Result<(), DatabaseError> {
    tx.run(&PUT_DOCUMENT, &params![place, id, filed.document, filed.mailed])?;
    Ok(())
}

/// Notes that the PDF of an invoice was mailed.
pub(crate) fn note_mailed(tx: &mut Tx<'_>, place: PlaceId, id: Id<Invoice>) -> Result<(), DatabaseError> {
    tx.run(&NOTE_MAILED, &params![place, id])?;
    Ok(())
}

/// The invoices of a run that have no PDF yet, or whose PDF was not mailed, in the order of their numbers.
pub(crate) fn unsent(
    tx: &mut Tx<'_>,
    place: PlaceId,
    run: Id<Run>,
) -> Result<Vec<Id<Invoice>>, DatabaseError> {
    let rows = tx.all(&UNSENT, &params![place, run])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The rows of an invoice that is about to be issued.
pub(crate) fn rows(invoice: &Invoice) -> Result<WholeInvoice, Fault> {
    let head = &invoice.head;
    let row = InvoiceRow {
        id: head.id.as_i64(),
        kind: head.kind.code().to_owned(),
        series: head.number.series.code().to_owned(),
        year: head.number.year.into(),
        number: head.number.number,
        customer_id: head.customer.as_i64(),
        buyer_name: head.buyer_name.clone(),
        issued_on: head.issued_on.to_string(),
        due_on: head.due_on.to_string(),
        supply_from: invoice.supply.first().to_string(),
        supply_until: invoice.supply.last().to_string(),
        basis: invoice.basis.code().to_owned(),
        net_cents: head.net.cents(),
        vat_cents: head.vat.cents(),
        gross_cents: head.gross.cents(),
        currency: invoice.currency.code().to_owned(),
        language: invoice.language.code().to_owned(),
        seller: serde_json::to_string(&invoice.seller).map_err(Fault::internal)?,
        buyer: serde_json::to_string(&invoice.buyer).map_err(Fault::internal)?,
        mentions: invoice.mentions.join("\n"),
        corrects_id: invoice.corrects.map(Id::as_i64),
        run_id: invoice.run.map(Id::as_i64),
        issued_at: invoice.issued_at.micros(),
        search: kernel::fold(&format!("{} {}", head.number, head.buyer_name)),
    };
    let lines = (1..)
        .zip(&invoice.lines)
        .map(|(position, line)| line_row(head.id, position, line))
        .collect();
    let vat = invoice
        .by_rate
        .iter()
        .map(|line| vat_row(head.id, line))
        .collect();
    Ok(WholeInvoice {
        invoice: row,
        lines,
        vat,
    })
}

fn line_row(invoice: Id<Invoice>, position: i64, line: &InvoiceLine) -> LineRow {
    LineRow {
        invoice_id: invoice.as_i64(),
        position,
        charge_id: line.charge.map(Id::as_i64),
        section: line.section.clone(),
        label: line.label.clone(),
        detail: line.detail.clone(),
        quantity: line.quantity.thousandths(),
        unit: line.unit.code().to_owned(),
        unit_cents: line.unit_price.cents(),
        amount_cents: line.amount.cents(),
        rate_bp: line.vat.rate.basis_points(),
        exemption: line.vat.exemption.map_or("", Exemption::code).to_owned(),
    }
}

fn vat_row(invoice: Id<Invoice>, line: &VatLine) -> VatRow {
    VatRow {
        invoice_id: invoice.as_i64(),
        rate_bp: line.vat.rate.basis_points(),
        exemption: line.vat.exemption.map_or("", Exemption::code).to_owned(),
        base_cents: line.base.cents(),
        vat_cents: line.amount.cents(),
    }
}

/// The invoice that rows say.
///
/// # Errors
/// [`Fault::Internal`] when a column holds what the program never writes.
pub(crate) fn parsed(whole: &WholeInvoice, paid: Money) -> Result<Invoice, Fault> {
    let row = &whole.invoice;
    let id = row.id;
    Ok(Invoice {
        head: head(row, paid)?,
        supply: Days::new(day(id, &row.supply_from)?, day(id, &row.supply_until)?)
            .map_err(|refused| broken("invoice", id, refused))?,
        basis: Basis::parse(&row.basis).map_err(|refused| broken("invoice", id, refused))?,
        currency: Currency::parse(&row.currency).map_err(|refused| broken("invoice", id, refused))?,
        language: Locale::parse(&row.language).map_err(|refused| broken("invoice", id, refused))?,
        seller: serde_json::from_str::<Seller>(&row.seller).map_err(|error| broken("invoice", id, error))?,
        buyer: serde_json::from_str::<Buyer>(&row.buyer).map_err(|error| broken("invoice", id, error))?,
        mentions: row.mentions.lines().map(str::to_owned).collect(),
        corrects: row.corrects_id.map(Id::from_i64),
        run: row.run_id.map(Id::from_i64),
        issued_at: Instant::from_micros(row.issued_at),
        lines: whole.lines.iter().map(line).collect::<Result<_, _>>()?,
        by_rate: whole.vat.iter().map(vat_line).collect::<Result<_, _>>()?,
    })
}

fn head(row: &InvoiceRow, paid: Money) -> Result<InvoiceHead, Fault> {
    let id = row.id;
    let year = i16::try_from(row.year).map_err(|error| broken("invoice", id, error))?;
    let series = Series::parse(&row.series).map_err(|refused| broken("invoice", id, refused))?;
    Ok(InvoiceHead {
        id: Id::from_i64(id),
        kind: InvoiceKind::parse(&row.kind).map_err(|refused| broken("invoice", id, refused))?,
        number: InvoiceNumber {
            series,
            year,
            number: row.number,
        },
        customer: Id::from_i64(row.customer_id),
        buyer_name: row.buyer_name.clone(),
        issued_on: day(id, &row.issued_on)?,
        due_on: day(id, &row.due_on)?,
        net: Money::from_cents(row.net_cents),
        vat: Money::from_cents(row.vat_cents),
        gross: Money::from_cents(row.gross_cents),
        paid,
    })
}

fn line(row: &LineRow) -> Result<InvoiceLine, Fault> {
    let id = row.invoice_id;
    Ok(InvoiceLine {
        charge: row.charge_id.map(Id::from_i64),
        section: row.section.clone(),
        label: row.label.clone(),
        detail: row.detail.clone(),
        quantity: Quantity::from_thousandths(row.quantity)
            .map_err(|refused| broken("invoice", id, refused))?,
        unit: Unit::parse(&row.unit).map_err(|refused| broken("invoice", id, refused))?,
        unit_price: Money::from_cents(row.unit_cents),
        amount: Money::from_cents(row.amount_cents),
        vat: vat(id, row.rate_bp, &row.exemption)?,
    })
}

fn vat_line(row: &VatRow) -> Result<VatLine, Fault> {
    Ok(VatLine {
        vat: vat(row.invoice_id, row.rate_bp, &row.exemption)?,
        base: Money::from_cents(row.base_cents),
        amount: Money::from_cents(row.vat_cents),
    })
}

fn vat(invoice: i64, rate_bp: i64, exemption: &str) -> Result<Vat, Fault> {
    let exemption = match exemption {
        "" => None,
        code => Some(Exemption::parse(code).map_err(|refused| broken("invoice", invoice, refused))?),
    };
    Ok(Vat {
        rate: Rate::from_basis_points(rate_bp),
        exemption,
    })
}

fn day(invoice: i64, text: &str) -> Result<Day, Fault> {
    Day::parse(text).map_err(|refused| broken("invoice", invoice, refused))
}
