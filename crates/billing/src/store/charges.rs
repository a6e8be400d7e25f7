//! Charges.

use super::broken;
use super::values::ExemptionText;
use crate::rules::catalogue::{Basis, Product, Unit, Vat};
use crate::rules::charge::{Charge, ChargeState, Source};
use crate::rules::invoice::{Invoice, InvoiceNumber, Series};
use crate::rules::quantity::Quantity;
use kernel::{CustomerId, Day, Days, Id, Instant, Money, Month, PersonId, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::failure::Fault;
use std::collections::HashMap;

/// Refuses a second charge from one source.
pub(crate) const SOURCE_ONCE: &str = "charge_source_once";
/// Refuses to take a charge back twice.
pub(crate) const CORRECTED_ONCE: &str = "charge_corrected_once";

row! {
    struct ChargeRow {
        id: Id<Charge>,
        customer_id: CustomerId,
        person_id: Option<PersonId>,
        product_id: Id<Product>,
        label: String,
        detail: String,
        quantity: Quantity,
        unit: Unit,
        unit_cents: Money,
        amount_cents: Money,
        basis: Basis,
        rate_bp: Rate,
        exemption: ExemptionText,
        service_from: Day,
        service_until: Day,
        month: Month,
        source_kind: String,
        source_id: i64,
        source_key: String,
        corrects_id: Option<Id<Charge>>,
        state: String,
        invoice_id: Option<Id<Invoice>>,
        created_at: Instant,
    }

    struct MonthRow {
        month: Option<Month>,
    }

    struct TakenBackRow {
        count: i64,
    }

    struct CorrectedRow {
        charge_id: Id<Charge>,
        series: Series,
        year: i64,
        number: i64,
    }
}

statement! {
    FIRST_MONTH -> MonthRow = "
        select min(month) as month
        from charge
        where place_id = $1";

    INSERT = "
        insert into charge (place_id, id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents,
            amount_cents, basis, rate_bp, exemption, service_from, service_until, month, source_kind, source_id,
            source_key, corrects_id, state, invoice_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            'open', null, $22)";

    FIND -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and id = $2";

    LOCK -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and id = $2
        for update";

    OF_KEY -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and source_key = $2";

    OPEN_UNTIL -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and state = 'open' and month <= $2
        order by id";

    OPEN_OF_DRAFT -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and state = 'open' and month <= $2 and customer_id = $3 and basis = $4
        order by id
        for update";

    OPEN_OF_PERSON -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and state = 'open' and person_id = $2
        order by service_from, id";

    OPEN_OF_CUSTOMER -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and state = 'open' and customer_id = $2
        order by service_from, id";

    OF_CUSTOMER_IN -> ChargeRow = "
        select id, customer_id, person_id, product_id, label, detail, quantity, unit, unit_cents, amount_cents, basis,
            rate_bp, exemption, service_from, service_until, month, source_kind, source_id, source_key, corrects_id,
            state, invoice_id, created_at
        from charge
        where place_id = $1 and customer_id = $2 and service_from >= $3 and service_from <= $4 and state <> 'cancelled'
        order by service_from, id
        limit 1000";

    CANCEL = "
        update charge
        set state = 'cancelled'
        where place_id = $1 and id = $2 and state = 'open'";

    TAKEN_BACK -> TakenBackRow = "
        select count(*) as count
        from charge
        where place_id = $1 and (id = $2 and state = 'cancelled' or corrects_id = $2 and state <> 'cancelled')";

    MARK_INVOICED = "
        update charge
        set state = 'invoiced', invoice_id = $2
        where place_id = $1 and state = 'open' and id in (
            select charge_id
            from invoice_line
            where place_id = $1 and invoice_id = $2)";

    /// The invoices on which stand the charges that open charges take back.
    CORRECTED -> CorrectedRow = "
        select h.corrects_id as charge_id, i.series, i.year, i.number
        from charge h
        join charge o on o.place_id = h.place_id and o.id = h.corrects_id
        join invoice i on i.place_id = o.place_id and i.id = o.invoice_id
        where h.place_id = $1 and h.state = 'open' and h.month <= $2";

    CORRECTED_OF_CUSTOMER -> CorrectedRow = "
        select h.corrects_id as charge_id, i.series, i.year, i.number
        from charge h
        join charge o on o.place_id = h.place_id and o.id = h.corrects_id
        join invoice i on i.place_id = o.place_id and i.id = o.invoice_id
        where h.place_id = $1 and h.state = 'open' and h.month <= $2 and h.customer_id = $3";
}

/// Adds an open charge.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, charge: &Charge) -> Result<(), DatabaseError> {
    let values = params![
        place,
        charge.id,
        charge.customer,
        charge.person,
        charge.product,
        charge.label,
        charge.detail,
        charge.quantity,
        charge.unit,
        charge.unit_price,
        charge.amount,
        charge.basis,
        charge.vat.rate,
        ExemptionText(charge.vat.exemption),
        charge.service.first(),
        charge.service.last(),
        charge.month,
        charge.source.kind,
        charge.source.id,
        charge.source_key,
        charge.corrects,
        charge.created_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Whether a charge was withdrawn, or another one takes it back.
pub(crate) fn is_taken_back(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<bool, DatabaseError> {
    Ok(tx.one(&TAKEN_BACK, &params![place, id])?.count > 0)
}

/// One charge.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<Option<Charge>, Fault> {
    tx.optional(&FIND, &params![place, id])?
        .map(Charge::try_from)
        .transpose()
}

/// One charge, which nobody else changes until the transaction ends.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<Option<Charge>, Fault> {
    tx.optional(&LOCK, &params![place, id])?
        .map(Charge::try_from)
        .transpose()
}

/// The first month in which anything was charged.
pub(crate) fn first_month(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<Month>, DatabaseError> {
    Ok(tx.one(&FIRST_MONTH, &params![place])?.month)
}

/// The charge of a source.
pub(crate) fn of_key(tx: &mut Tx<'_>, place: PlaceId, key: &str) -> Result<Option<Charge>, Fault> {
    tx.optional(&OF_KEY, &params![place, key])?
        .map(Charge::try_from)
        .transpose()
}

/// Every open charge that a month bills: its own, and those left from before.
pub(crate) fn open_until(tx: &mut Tx<'_>, place: PlaceId, month: Month) -> Result<Vec<Charge>, Fault> {
    parsed(tx.all(&OPEN_UNTIL, &params![place, month])?)
}

/// The open charges of one draft, locked.
pub(crate) fn open_of_draft(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
    customer: CustomerId,
    basis: Basis,
) -> Result<Vec<Charge>, Fault> {
    parsed(tx.all(&OPEN_OF_DRAFT, &params![place, month, customer, basis])?)
}

/// The open charges for what a person used, whoever pays.
pub(crate) fn open_of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Charge>, Fault> {
    parsed(tx.all(&OPEN_OF_PERSON, &params![place, person])?)
}

/// What a customer pays for these days of use, invoiced or not, the oldest first; a thousand at most.
pub(crate) fn of_customer_in(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
    days: Days,
) -> Result<Vec<Charge>, Fault> {
    let values = params![place, customer, days.first(), days.last()];
    parsed(tx.all(&OF_CUSTOMER_IN, &values)?)
}

/// The open charges that a customer will pay.
pub(crate) fn open_of_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
) -> Result<Vec<Charge>, Fault> {
    parsed(tx.all(&OPEN_OF_CUSTOMER, &params![place, customer])?)
}

/// Withdraws an open charge; false when it is no longer open.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<bool, DatabaseError> {
    Ok(tx.run(&CANCEL, &params![place, id])? == 1)
}

/// Marks the charges that stand on the lines of an invoice, and says how many were still open.
pub(crate) fn mark_invoiced(
    tx: &mut Tx<'_>,
    place: PlaceId,
    invoice: Id<Invoice>,
) -> Result<u64, DatabaseError> {
    tx.run(&MARK_INVOICED, &params![place, invoice])
}

/// By charge taken back, the invoice it stands on; of every open correction up to a month, or of one customer's.
pub(crate) fn corrected(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
    customer: Option<CustomerId>,
) -> Result<HashMap<Id<Charge>, InvoiceNumber>, Fault> {
    let rows = match customer {
        None => tx.all(&CORRECTED, &params![place, month])?,
        Some(customer) => tx.all(&CORRECTED_OF_CUSTOMER, &params![place, month, customer])?,
    };
    rows.into_iter()
        .map(|row| {
            let year = i16::try_from(row.year).map_err(Fault::internal)?;
            Ok((
                row.charge_id,
                InvoiceNumber {
                    series: row.series,
                    year,
                    number: row.number,
                },
            ))
        })
        .collect()
}

fn parsed(rows: Vec<ChargeRow>) -> Result<Vec<Charge>, Fault> {
    rows.into_iter().map(Charge::try_from).collect()
}

impl TryFrom<ChargeRow> for Charge {
    type Error = Fault;

    fn try_from(row: ChargeRow) -> Result<Self, Fault> {
        let number = row.id.as_i64();
        let state = match (row.state.as_str(), row.invoice_id) {
            ("open", None) => ChargeState::Open,
            ("cancelled", None) => ChargeState::Cancelled,
            ("invoiced", Some(invoice)) => ChargeState::Invoiced(invoice),
            (state, _) => return Err(broken("charge", number, state)),
        };
        let service = Days::new(row.service_from, row.service_until)
            .map_err(|refused| broken("charge", number, refused))?;
        Ok(Self {
            id: row.id,
            customer: row.customer_id,
            person: row.person_id,
            product: row.product_id,
            label: row.label,
            detail: row.detail,
            quantity: row.quantity,
            unit: row.unit,
            unit_price: row.unit_cents,
            amount: row.amount_cents,
            basis: row.basis,
            vat: Vat {
                rate: row.rate_bp,
                exemption: row.exemption.0,
            },
            service,
            month: row.month,
            source: Source {
                kind: row.source_kind,
                id: row.source_id,
            },
            source_key: row.source_key,
            corrects: row.corrects_id,
            state,
            created_at: row.created_at,
        })
    }
}
