//! How customers pay: most in time, some late, some in parts, a few not yet.

use super::agenda::{Agenda, Deed};
use super::chance::Chance;
use super::known::Known;
use super::story::Story;
use billing::{Allocation, Invoice, InvoiceHead, Method, NewPayment, Payment};
use kernel::{CustomerId, Day, Id, Instant, Money, Role};
use platform::database::Tx;
use platform::{Failure, Fault};

/// Money that comes in for an invoice.
#[derive(Debug, Clone)]
pub(super) struct Receipt {
    invoice: Id<Invoice>,
    customer: CustomerId,
    amount: Money,
    method: Method,
    reference: String,
    /// The cheque will bounce after so many days.
    bounces: Option<i64>,
}

/// The customers' ways of paying.
const METHODS: [(Method, i64); 4] = [
    (Method::Transfer, 58),
    (Method::DirectDebit, 20),
    (Method::Card, 12),
    (Method::Cheque, 10),
];

/// Writes down when an invoice will be paid.
pub(super) fn plan(agenda: &mut Agenda, story: &Story, invoice: &InvoiceHead, chance: &mut Chance) {
    let total = invoice.remaining();
    if !total.is_positive() {
        return;
    }
    let issued = invoice.issued_on;
    let recent = issued.days_until(story.year.today()) < 100;
    match chance.weighted(&[80, 11, 5, 4]) {
        0 => receive(
            agenda,
            story,
            invoice,
            (issued.plus_days(chance.between(2, 27)), total),
            chance,
        ),
        1 => receive(
            agenda,
            story,
            invoice,
            (invoice.due_on.plus_days(chance.between(3, 45)), total),
            chance,
        ),
        2 => {
            let part = total.share(chance.between(3, 6), 10);
            let first = issued.plus_days(chance.between(15, 40));
            receive(agenda, story, invoice, (first, part), chance);
            if !recent || chance.in_hundred(50) {
                let rest = first.plus_days(chance.between(15, 50));
                receive(agenda, story, invoice, (rest, total - part), chance);
            }
        }
        // Nobody stays in debt for more than a season.
        _ if recent => {}
        _ => receive(
            agenda,
            story,
            invoice,
            (issued.plus_days(chance.between(80, 120)), total),
            chance,
        ),
    }
}

fn receive(
    agenda: &mut Agenda,
    story: &Story,
    invoice: &InvoiceHead,
    (day, amount): (Day, Money),
    chance: &mut Chance,
) {
    let way = chance.weighted(&METHODS.map(|(_, weight)| weight));
    let method = METHODS.get(way).map_or(Method::Transfer, |(method, _)| *method);
    let bounces = (method == Method::Cheque && chance.in_hundred(4)).then(|| chance.between(4, 9));
    let reference = match method {
        Method::Cheque => format!("CHQ {:07}", chance.between(1_000_000, 9_999_999)),
        Method::Transfer => format!(
            "VIR {} {}",
            kernel::fold(&invoice.buyer_name).to_uppercase(),
            invoice.number
        ),
        _ => invoice.number.to_string(),
    };
    let minute = u16::try_from(chance.between(10 * 60, 11 * 60 + 30)).unwrap_or_default();
    let at = story.year.at(story.year.open_from(day), minute);
    let receipt = Receipt {
        invoice: invoice.id,
        customer: invoice.customer,
        amount,
        method,
        reference,
        bounces,
    };
    agenda.add(story, at, Deed::Receives(receipt));
}

/// Records a receipt, and says what follows: a cheque may come back.
pub(super) fn record(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &Known,
    receipt: &Receipt,
) -> Result<Option<(Instant, Deed)>, Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    let payment = NewPayment {
        customer: receipt.customer,
        received_on: tx.today(&story.year.zone),
        amount: receipt.amount,
        method: receipt.method,
        reference: receipt.reference.clone(),
        allocation: Allocation::To(receipt.invoice),
    };
    let id = billing::record_payment(tx, &director, payment).map_err(Failure::unexpected)?;
    Ok(receipt
        .bounces
        .map(|days| (later(tx, story, days), Deed::Bounces(id, receipt.clone()))))
}

/// Takes a payment back whose cheque bounced; a transfer follows some days later.
pub(super) fn take_back(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &Known,
    (payment, receipt): (Id<Payment>, &Receipt),
) -> Result<(Instant, Deed), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    billing::reverse_payment(tx, &director, payment).map_err(Failure::unexpected)?;
    let again = Receipt {
        method: Method::Transfer,
        reference: format!("VIR {}", receipt.reference),
        bounces: None,
        ..receipt.clone()
    };
    Ok((later(tx, story, 8), Deed::Receives(again)))
}

/// The same time of an open day, so many days later.
fn later(tx: &Tx<'_>, story: &Story, days: i64) -> Instant {
    let (today, minute) = story.year.zone.local(tx.now());
    story
        .year
        .at(story.year.open_from(today.plus_days(days)), minute.minutes())
}
