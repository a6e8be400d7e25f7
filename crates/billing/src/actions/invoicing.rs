//! Issuing: one draft becomes one invoice, in one transaction.

use super::drafting;
use super::review::{of_month, today};
use crate::documents::wording;
use crate::rules::draft::{Draft, DraftLine, reviewed};
use crate::rules::invoice::{Invoice, InvoiceHead, InvoiceKind, InvoiceLine, InvoiceNumber, Series};
use crate::rules::mentions::mentions;
use crate::rules::run::{DraftKey, ItemState, Run, RunState, SkipReason};
use crate::rules::seller::Seller;
use crate::store::{charges, invoice_rows, invoices, months, runs, sellers};
use kernel::{Actor, Day, Id, Money};
use platform::activity::{self, Subject};
use platform::chain;
use platform::counter;
use platform::database::Tx;
use platform::failure::Fault;
use platform::place::{self, Place};
use serde_json::json;

/// The register that chains invoices.
pub(crate) const REGISTER: &str = "invoice";

/// What became of one draft of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Settled {
    /// Its invoice.
    Issued(Id<Invoice>),
    /// Left out, for a reason.
    Skipped(SkipReason),
    /// It was settled before.
    Before,
}

/// The fingerprint that a run keeps of a draft: what the customer sees of it, and of the seller.
pub(crate) fn frozen(draft: &Draft, seller: &Seller) -> String {
    format!("{}.{}", draft.fingerprint(), reviewed(Some(seller), &[]).seller)
}

/// Settles one item of a run: issues it if it is still what was reviewed.
///
/// The number is taken, the invoice written, its charges marked and the chain extended together, or not at all.
///
/// # Errors
/// As the database says; nothing is half done.
pub(crate) fn settle(tx: &mut Tx<'_>, actor: &Actor, run: &Run, key: DraftKey) -> Result<Settled, Fault> {
    let Some(item) = runs::lock_item(tx, actor.place, run.id, key)? else {
        return Ok(Settled::Before);
    };
    if !matches!(item.state, ItemState::Pending | ItemState::Failed) {
        return Ok(Settled::Before);
    }
    let today = today(tx, actor)?;
    let seller = sellers::in_force(tx, actor.place, today)?;
    let draft = drafting::one(tx, actor.place, run.month, key)?;
    let (draft, seller) = match (draft, seller) {
        (None, _) => return skip(tx, actor, run, key, SkipReason::Gone),
        (Some(_), None) => return skip(tx, actor, run, key, SkipReason::Changed),
        (Some(draft), Some(seller)) => (draft, seller),
    };
    if frozen(&draft, &seller) != item.fingerprint {
        return skip(tx, actor, run, key, SkipReason::Changed);
    }
    if let Some(reason) = draft.held_back() {
        return skip(tx, actor, run, key, reason);
    }
    let invoice = issue(tx, actor, &draft, seller, Some(run.id), today)?;
    runs::settle_item(
        tx,
        actor.place,
        run.id,
        key,
        ItemState::Issued,
        None,
        Some(invoice),
    )?;
    Ok(Settled::Issued(invoice))
}

fn skip(
    tx: &mut Tx<'_>,
    actor: &Actor,
    run: &Run,
    key: DraftKey,
    reason: SkipReason,
) -> Result<Settled, Fault> {
    runs::settle_item(
        tx,
        actor.place,
        run.id,
        key,
        ItemState::Skipped,
        Some(reason),
        None,
    )?;
    Ok(Settled::Skipped(reason))
}

/// Notes that an item could not be issued by a fault of the program; its charges stay open.
pub(crate) fn give_up(tx: &mut Tx<'_>, actor: &Actor, run: &Run, key: DraftKey) -> Result<(), Fault> {
    runs::settle_item(tx, actor.place, run.id, key, ItemState::Failed, None, None)?;
    Ok(())
}

/// Ends a run, and closes its month when that is over: nothing is entered in it any more.
pub(crate) fn finish(tx: &mut Tx<'_>, actor: &Actor, run: &Run) -> Result<(), Fault> {
    runs::set_state(tx, actor.place, run.id, RunState::Done)?;
    if run.month.last() < today(tx, actor)? {
        months::close(tx, actor.place, run.month, run.created_by)?;
        activity::record(
            tx,
            actor,
            "billing.closed",
            of_month(run.month),
            json!({ "month": run.month }),
        )?;
    }
    Ok(())
}

fn issue(
    tx: &mut Tx<'_>,
    actor: &Actor,
    draft: &Draft,
    seller: Seller,
    run: Option<Id<Run>>,
    today: Day,
) -> Result<Id<Invoice>, Fault> {
    let place = place::get(tx, actor.place)?;
    // From here to the end of the transaction nobody else takes a number of this series.
    let last = invoices::lock_series(tx, actor.place, Series::Invoices, today)?;
    let issued_on = today.max(last);
    let number = counter::next(tx, actor.place, &Series::Invoices.counter(issued_on.year()))?;
    let number = InvoiceNumber {
        series: Series::Invoices,
        year: issued_on.year(),
        number,
    };
    let invoice = assemble(tx, &place, draft, seller, run, issued_on, number);
    let whole = invoices::rows(&invoice)?;
    invoice_rows::insert(tx, actor.place, &whole)?;
    let marked = charges::mark_invoiced(tx, actor.place, invoice.head.id)?;
    if usize::try_from(marked).ok() != Some(invoice.lines.len()) {
        return Err(Fault::Internal(format!(
            "{} lines, {marked} open charges",
            invoice.lines.len()
        )));
    }
    let content = whole.content().map_err(Fault::internal)?;
    chain::append(tx, actor.place, REGISTER, invoice.head.id, &content)?;
    if last < issued_on {
        invoices::move_series(tx, actor.place, Series::Invoices, issued_on)?;
    }
    let detail = json!({ "number": number.to_string(), "amount": invoice.head.gross.display(place.language, place.currency) });
    activity::record(
        tx,
        actor,
        "invoice.issued",
        Subject::new("invoice", invoice.head.id),
        detail,
    )?;
    Ok(invoice.head.id)
}

fn assemble(
    tx: &mut Tx<'_>,
    place: &Place,
    draft: &Draft,
    seller: Seller,
    run: Option<Id<Run>>,
    issued_on: Day,
    number: InvoiceNumber,
) -> Invoice {
    let recipient = &draft.recipient;
    let language = recipient.language;
    let mentions = mentions(&seller, &recipient.buyer, &draft.totals.by_rate);
    Invoice {
        head: InvoiceHead {
            id: tx.new_id(),
            kind: InvoiceKind::Invoice,
            number,
            customer: recipient.customer,
            buyer_name: recipient.buyer.name.clone(),
            issued_on,
            due_on: issued_on.plus_days(seller.payment_days),
            net: draft.totals.net,
            vat: draft.totals.vat,
            gross: draft.totals.gross,
            paid: Money::ZERO,
        },
        supply: draft.supply,
        basis: draft.basis,
        currency: place.currency,
        language,
        mentions: mentions
            .iter()
            .map(|one| wording::mention(language, place.currency, one))
            .collect(),
        seller,
        buyer: recipient.buyer.clone(),
        corrects: None,
        run,
        issued_at: tx.now(),
        lines: draft
            .lines
            .iter()
            .map(|line| invoice_line(line, language))
            .collect(),
        by_rate: draft.totals.by_rate.clone(),
    }
}

fn invoice_line(line: &DraftLine, language: kernel::Locale) -> InvoiceLine {
    let charge = &line.charge;
    let corrects = line.corrects.map(|number| wording::corrects(language, number));
    let detail: Vec<String> = [Some(charge.detail.clone()), corrects]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    InvoiceLine {
        charge: Some(charge.id),
        section: line.section.clone(),
        label: charge.label.clone(),
        detail: detail.join(" · "),
        quantity: charge.quantity,
        unit: charge.unit,
        unit_price: charge.unit_price,
        amount: charge.amount,
        vat: charge.vat,
    }
}
