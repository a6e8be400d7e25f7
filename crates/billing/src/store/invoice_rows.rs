//! The rows of issued invoices, as raw as they lie in the tables, and the content that the hash chain covers.
//!
//! Raw on purpose: whatever somebody writes into a row with a database client must come out as another content, not as a row
//! that cannot be read.

use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, row, statement};
use serde::Serialize;
use std::collections::HashMap;

row! {
    /// The head of an invoice.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(crate) struct InvoiceRow {
        pub(crate) id: i64,
        pub(crate) kind: String,
        pub(crate) series: String,
        pub(crate) year: i64,
        pub(crate) number: i64,
        pub(crate) customer_id: i64,
        pub(crate) buyer_name: String,
        pub(crate) issued_on: String,
        pub(crate) due_on: String,
        pub(crate) supply_from: String,
        pub(crate) supply_until: String,
        pub(crate) basis: String,
        pub(crate) net_cents: i64,
        pub(crate) vat_cents: i64,
        pub(crate) gross_cents: i64,
        pub(crate) currency: String,
        pub(crate) language: String,
        pub(crate) seller: String,
        pub(crate) buyer: String,
        pub(crate) mentions: String,
        pub(crate) corrects_id: Option<i64>,
        pub(crate) run_id: Option<i64>,
        pub(crate) issued_at: i64,
        pub(crate) search: String,
    }

    /// One line of an invoice.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(crate) struct LineRow {
        pub(crate) invoice_id: i64,
        pub(crate) position: i64,
        pub(crate) charge_id: Option<i64>,
        pub(crate) section: String,
        pub(crate) label: String,
        pub(crate) detail: String,
        pub(crate) quantity: i64,
        pub(crate) unit: String,
        pub(crate) unit_cents: i64,
        pub(crate) amount_cents: i64,
        pub(crate) rate_bp: i64,
        pub(crate) exemption: String,
    }

    /// One VAT rate of an invoice.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub(crate) struct VatRow {
        pub(crate) invoice_id: i64,
        pub(crate) rate_bp: i64,
        pub(crate) exemption: String,
        pub(crate) base_cents: i64,
        pub(crate) vat_cents: i64,
    }
}

statement! {
    INSERT = "
        insert into invoice (place_id, id, kind, series, year, number, customer_id, buyer_name, issued_on, due_on,
            supply_from, supply_until, basis, net_cents, vat_cents, gross_cents, currency, language, seller, buyer,
            mentions, corrects_id, run_id, issued_at, search)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25)";

    INSERT_LINE = "
        insert into invoice_line (place_id, invoice_id, position, charge_id, section, label, detail, quantity, unit,
            unit_cents, amount_cents, rate_bp, exemption)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    INSERT_VAT = "
        insert into invoice_vat (place_id, invoice_id, rate_bp, exemption, base_cents, vat_cents)
        values ($1, $2, $3, $4, $5, $6)";

    ONE -> InvoiceRow = "
        select id, kind, series, year, number, customer_id, buyer_name, issued_on, due_on, supply_from, supply_until,
            basis, net_cents, vat_cents, gross_cents, currency, language, seller, buyer, mentions, corrects_id, run_id,
            issued_at, search
        from invoice
        where place_id = $1 and id = $2";

    ALL -> InvoiceRow = "
        select id, kind, series, year, number, customer_id, buyer_name, issued_on, due_on, supply_from, supply_until,
            basis, net_cents, vat_cents, gross_cents, currency, language, seller, buyer, mentions, corrects_id, run_id,
            issued_at, search
        from invoice
        where place_id = $1 and (series, year, number) > ($2, $3, $4)
        order by series, year, number
        limit 500";

    LINES -> LineRow = "
        select invoice_id, position, charge_id, section, label, detail, quantity, unit, unit_cents, amount_cents,
            rate_bp, exemption
        from invoice_line
        where place_id = $1 and invoice_id = $2
        order by position";

    VAT -> VatRow = "
        select invoice_id, rate_bp, exemption, base_cents, vat_cents
        from invoice_vat
        where place_id = $1 and invoice_id = $2
        order by rate_bp, exemption";

    ALL_LINES -> LineRow = "
        select invoice_id, position, charge_id, section, label, detail, quantity, unit, unit_cents, amount_cents,
            rate_bp, exemption
        from invoice_line
        where place_id = $1
        order by invoice_id, position";

    ALL_VAT -> VatRow = "
        select invoice_id, rate_bp, exemption, base_cents, vat_cents
        from invoice_vat
        where place_id = $1
        order by invoice_id, rate_bp, exemption";
}

/// An invoice with its lines and its VAT.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct WholeInvoice {
    pub(crate) invoice: InvoiceRow,
    pub(crate) lines: Vec<LineRow>,
    pub(crate) vat: Vec<VatRow>,
}

impl WholeInvoice {
    /// The content that the chain covers: every column of every row, in a fixed order. What search reads is derived from
    /// the rest and left out.
    pub(crate) fn content(&self) -> Result<String, serde_json::Error> {
        let covered = InvoiceRow {
            search: String::new(),
            ..self.invoice.clone()
        };
        serde_json::to_string(&(covered, &self.lines, &self.vat))
    }
}

/// Writes an invoice. Nothing changes these rows afterwards.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, whole: &WholeInvoice) -> Result<(), DatabaseError> {
    insert_head(tx, place, &whole.invoice)?;
    for line in &whole.lines {
        let values = params![
            place,
            line.invoice_id,
            line.position,
            line.charge_id,
            line.section,
            line.label,
            line.detail,
            line.quantity,
            line.unit,
            line.unit_cents,
            line.amount_cents,
            line.rate_bp,
            line.exemption
        ];
        tx.run(&INSERT_LINE, &values)?;
    }
    for vat in &whole.vat {
        let values = params![
            place,
            vat.invoice_id,
            vat.rate_bp,
            vat.exemption,
            vat.base_cents,
            vat.vat_cents
        ];
        tx.run(&INSERT_VAT, &values)?;
    }
    Ok(())
}

fn insert_head(tx: &mut Tx<'_>, place: PlaceId, row: &InvoiceRow) -> Result<(), DatabaseError> {
    let values = params![
        place,
        row.id,
        row.kind,
        row.series,
        row.year,
        row.number,
        row.customer_id,
        row.buyer_name,
        row.issued_on,
        row.due_on,
        row.supply_from,
        row.supply_until,
        row.basis,
        row.net_cents,
        row.vat_cents,
        row.gross_cents,
        row.currency,
        row.language,
        row.seller,
        row.buyer,
        row.mentions,
        row.corrects_id,
        row.run_id,
        row.issued_at,
        row.search
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// One invoice, whole.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: i64) -> Result<Option<WholeInvoice>, DatabaseError> {
    let Some(invoice) = tx.optional(&ONE, &params![place, id])? else {
        return Ok(None);
    };
    let lines = tx.all(&LINES, &params![place, id])?;
    let vat = tx.all(&VAT, &params![place, id])?;
    Ok(Some(WholeInvoice { invoice, lines, vat }))
}

/// Every invoice of a place, whole, in the order of its numbers: for verification.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<WholeInvoice>, DatabaseError> {
    let mut lines: HashMap<i64, Vec<LineRow>> = HashMap::new();
    for line in tx.all(&ALL_LINES, &params![place])? {
        lines.entry(line.invoice_id).or_default().push(line);
    }
    let mut vat: HashMap<i64, Vec<VatRow>> = HashMap::new();
    for one in tx.all(&ALL_VAT, &params![place])? {
        vat.entry(one.invoice_id).or_default().push(one);
    }
    let mut found = Vec::new();
    let mut after = (String::new(), 0, 0);
    loop {
        let page = tx.all(&ALL, &params![place, after.0, after.1, after.2])?;
        let Some(last) = page.last() else {
            return Ok(found);
        };
        after = (last.series.clone(), last.year, last.number);
        found.extend(page.into_iter().map(|invoice| WholeInvoice {
            lines: lines.remove(&invoice.id).unwrap_or_default(),
            vat: vat.remove(&invoice.id).unwrap_or_default(),
            invoice,
        }));
    }
}
