//! What must hold in the books, for `tribu verify`.
//!
//! Everything is recomputed from raw rows: the content of each register, the numbers, the totals from the lines, the standing of
//! each charge, and the sums of payments. A row changed with a database client is found, whichever column it is.

use crate::actions::{invoicing, payments as money, quote_register as offers};
use crate::rules::catalogue::Basis;
use crate::rules::invoice::Series;
use crate::rules::quantity::Quantity;
use crate::store::invoice_rows::{self, WholeInvoice};
use crate::store::{allocations, checks, invoices, payments, quotes};
use kernel::{Id, Money, PlaceId};
use platform::chain;
use platform::counter;
use platform::database::Tx;
use platform::failure::Fault;
use platform::verify::Report;
use std::collections::{BTreeMap, HashMap};

/// Checks the invoices, charges and payments of a place.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub(crate) fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let invoices = invoice_rows::all(tx, place)?;
    let payments = payments::raw(tx, place)?;
    let parts = allocations::raw(tx, place)?;
    check_numbers(tx, place, report, &invoices)?;
    check_totals(report, &invoices);
    check_charges(tx, place, report)?;
    check_money(report, &invoices, &payments, &parts);
    let mut contents = HashMap::new();
    for whole in &invoices {
        contents.insert(whole.invoice.id, whole.content().map_err(Fault::internal)?);
    }
    check_register(
        tx,
        place,
        report,
        ("billing-verify-invoices", invoicing::REGISTER),
        &contents,
    )?;
    let contents = payments
        .iter()
        .map(|raw| content(raw.id, raw))
        .collect::<Result<_, _>>()?;
    check_register(
        tx,
        place,
        report,
        ("billing-verify-payments", money::REGISTER),
        &contents,
    )?;
    let contents = parts
        .iter()
        .map(|raw| content(raw.id, raw))
        .collect::<Result<_, _>>()?;
    check_register(
        tx,
        place,
        report,
        ("billing-verify-allocations", money::ALLOCATIONS),
        &contents,
    )?;
    check_quotes(tx, place, report)
}

/// Quotes are what was sent, in numbers without a hole, and each yes is as it was given.
fn check_quotes(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "billing-verify-quotes";
    let (mut sent, mut agreed) = (HashMap::new(), HashMap::new());
    let mut last: BTreeMap<i16, i64> = BTreeMap::new();
    for quote in quotes::numbered(tx, place)? {
        if let Some(number) = quote.number {
            let before = last.entry(number.year).or_default();
            if number.number != *before + 1 {
                report.fault(WHAT, format!("{number} after {before}"));
            }
            *before = number.number;
        }
        if quote.acceptance.is_some() {
            agreed.insert(quote.id.as_i64(), offers::accepted_content(&quote));
        }
        sent.insert(quote.id.as_i64(), offers::sent_content(&quote));
    }
    check_register(tx, place, report, (WHAT, offers::REGISTER), &sent)?;
    let register = ("billing-verify-quote-acceptances", offers::ACCEPTANCES);
    check_register(tx, place, report, register, &agreed)
}

fn subject(id: i64) -> String {
    Id::<()>::from_i64(id).to_string()
}

fn content(id: i64, row: &impl serde::Serialize) -> Result<(i64, String), Fault> {
    Ok((id, serde_json::to_string(row).map_err(Fault::internal)?))
}

/// Each row is in its register as it is, and no row is outside it.
fn check_register(
    tx: &mut Tx<'_>,
    place: PlaceId,
    report: &mut Report,
    (what, register): (&'static str, &str),
    contents: &HashMap<i64, String>,
) -> Result<(), Fault> {
    let verified = chain::verify(tx, place, register, |_, subject| {
        Ok(contents.get(&subject).cloned())
    })?;
    report.checked(what, verified.links);
    match verified.broken {
        Some(broken) => report.fault(what, broken.to_string()),
        None if verified.links != contents.len() => {
            report.fault(what, format!("{} links, {} rows", verified.links, contents.len()));
        }
        None => {}
    }
    Ok(())
}

/// Numbers run from 1 without a hole in each series and year, never back in time, and as far as the counter.
fn check_numbers(
    tx: &mut Tx<'_>,
    place: PlaceId,
    report: &mut Report,
    invoices: &[WholeInvoice],
) -> Result<(), Fault> {
    const WHAT: &str = "billing-verify-invoice-numbers";
    report.checked(WHAT, invoices.len());
    let mut last: BTreeMap<(&str, i64), (i64, &str)> = BTreeMap::new();
    for whole in invoices {
        let row = &whole.invoice;
        let (number, day) = last.entry((&row.series, row.year)).or_insert((0, ""));
        if row.number != *number + 1 || row.issued_on.as_str() < *day {
            let told = format!(
                "{} {}-{:06} of {} after {number} of {day}",
                row.series, row.year, row.number, row.issued_on
            );
            report.fault(WHAT, told);
        }
        if row.issued_on.get(..4) != Some(row.year.to_string().as_str()) {
            report.fault(
                WHAT,
                format!(
                    "{} {}-{:06} is of {}",
                    row.series, row.year, row.number, row.issued_on
                ),
            );
        }
        (*number, *day) = (row.number, &row.issued_on);
    }
    for ((series, year), (number, _)) in last {
        let (Ok(known), Ok(short)) = (Series::parse(series), i16::try_from(year)) else {
            report.fault(WHAT, format!("{series} {year}"));
            continue;
        };
        let counted = counter::current(tx, place, &known.counter(short))?;
        if counted != number {
            report.fault(WHAT, format!("{series} {year}: last {number}, counter {counted}"));
        }
    }
    Ok(())
}

/// Each line is its quantity times its price; VAT and totals are what the lines give.
fn check_totals(report: &mut Report, invoices: &[WholeInvoice]) {
    const WHAT: &str = "billing-verify-invoice-totals";
    report.checked(WHAT, invoices.len());
    for whole in invoices {
        let row = &whole.invoice;
        let number = format!("{} {}-{:06}", row.series, row.year, row.number);
        let Ok(invoice) = invoices::parsed(whole, Money::ZERO) else {
            report.fault(WHAT, format!("{number} cannot be read"));
            continue;
        };
        let totals = invoice.recomputed();
        let head = &invoice.head;
        let same = (totals.net, totals.vat, totals.gross) == (head.net, head.vat, head.gross);
        if !same || totals.by_rate != invoice.by_rate {
            report.fault(WHAT, number.clone());
        }
        let lines: Money = invoice.lines.iter().map(|line| line.amount).sum();
        let expected = match invoice.basis {
            Basis::Net => head.net,
            Basis::Gross => head.gross,
        };
        if lines != expected {
            report.fault(
                WHAT,
                format!("{number}: lines {}, total {}", lines.cents(), expected.cents()),
            );
        }
        let off = |quantity: Quantity, price: Money, amount: Money| quantity.at(price) != amount;
        if invoice
            .lines
            .iter()
            .any(|line| off(line.quantity, line.unit_price, line.amount))
        {
            report.fault(WHAT, format!("{number}: a line"));
        }
    }
}

/// A charge is invoiced if and only if one line of that invoice says so, with its amount.
fn check_charges(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    const WHAT: &str = "billing-verify-charges";
    report.checked(WHAT, checks::count_charges(tx, place)?);
    for stray in checks::stray_charges(tx, place)? {
        report.fault(WHAT, subject(stray));
    }
    for stray in checks::stray_lines(tx, place)? {
        report.fault(WHAT, format!("line of {}", subject(stray)));
    }
    Ok(())
}

/// No payment pays more than it brought, none pays another's invoice, no invoice is paid beyond its total.
fn check_money(
    report: &mut Report,
    invoices: &[WholeInvoice],
    payments: &[payments::RawPayment],
    parts: &[allocations::AllocationRow],
) {
    const WHAT: &str = "billing-verify-balances";
    report.checked(WHAT, payments.len());
    let totals: HashMap<i64, (i64, i64)> = invoices
        .iter()
        .map(|whole| {
            (
                whole.invoice.id,
                (whole.invoice.customer_id, whole.invoice.gross_cents),
            )
        })
        .collect();
    let brought: HashMap<i64, (i64, i64)> = payments
        .iter()
        .map(|raw| (raw.id, (raw.customer_id, raw.amount_cents)))
        .collect();
    let mut of_invoice: HashMap<i64, i64> = HashMap::new();
    let mut of_payment: HashMap<i64, i64> = HashMap::new();
    for part in parts {
        let owner = totals.get(&part.invoice_id).map(|(customer, _)| *customer);
        if owner.is_none() || owner != brought.get(&part.payment_id).map(|(customer, _)| *customer) {
            report.fault(WHAT, format!("allocation {}", subject(part.id)));
        }
        *of_invoice.entry(part.invoice_id).or_default() += part.cents;
        *of_payment.entry(part.payment_id).or_default() += part.cents;
    }
    for (id, paid) in of_invoice {
        let total = totals.get(&id).map_or(0, |(_, gross)| *gross);
        if paid < 0 || paid > total.max(0) {
            report.fault(WHAT, format!("invoice {}: {paid} paid of {total}", subject(id)));
        }
    }
    for (id, used) in of_payment {
        let amount = brought.get(&id).map_or(0, |(_, amount)| *amount);
        if used.signum() * amount.signum() < 0 || used.abs() > amount.abs() {
            report.fault(WHAT, format!("payment {}: {used} used of {amount}", subject(id)));
        }
    }
}
