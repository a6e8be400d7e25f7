//! Money received, taken back, and put on invoices.

use super::review::today;
use crate::WRITE;
use crate::directory::Directory;
use crate::rules::invoice::{Invoice, InvoiceHead};
use crate::rules::payment::{
    Allocation, Debtor, Method, NewPayment, Payment, PaymentRefusal, Unpaid, cash_ceiling, spread,
};
use crate::store::allocations::AllocationRow;
use crate::store::payments::RawPayment;
use crate::store::{allocations, customers, invoice_list, payments};
use kernel::{Actor, CustomerId, Day, Id, Money};
use platform::activity::{self, Subject};
use platform::chain;
use platform::database::Tx;
use platform::failure::{Failure, Fault, OrNotFound, OrRefused};
use platform::place;
use serde_json::json;

/// The register that chains payments.
pub(crate) const REGISTER: &str = "payment";
/// The register that chains what pays which invoice.
pub(crate) const ALLOCATIONS: &str = "payment_allocation";

/// Records money received, and puts it on the customer's invoices; what is left over is their credit.
///
/// # Errors
/// [`PaymentRefusal`] when the amount, the day, the cash or the invoice is refused; [`Fault::Forbidden`].
pub fn record_payment(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewPayment,
) -> Result<Id<Payment>, Failure<PaymentRefusal>> {
    actor.require(WRITE)?;
    new.check(today(tx, actor)?).map_err(Failure::Refused)?;
    if !payments::lock_customer(tx, actor.place, new.customer)? {
        return Err(Failure::Refused(PaymentRefusal::UnknownCustomer));
    }
    let invoices = invoice_list::of_customer(tx, actor.place, new.customer)?;
    let unpaid = wanted(&invoices, new.allocation)?;
    let parts = spread(new.amount, &unpaid);
    if new.method == Method::Cash {
        check_cash(tx, actor, &new, &parts)?;
    }
    let raw = RawPayment {
        id: tx.new_id::<Payment>().as_i64(),
        customer_id: new.customer.as_i64(),
        received_on: new.received_on.to_string(),
        amount_cents: new.amount.cents(),
        method: new.method.code().to_owned(),
        reference: new.reference.trim().to_owned(),
        recorded_at: tx.now().micros(),
        recorded_by: actor.account.map(Id::as_i64),
        reverses_id: None,
    };
    let id = write(tx, actor, &raw)?;
    allocate(tx, actor, id, &parts)?;
    let detail = json!({ "amount": told(tx, actor, new.amount)?, "reference": raw.reference });
    activity::record(
        tx,
        actor,
        "payment.recorded",
        Subject::new("customer", new.customer),
        detail,
    )?;
    Ok(id)
}

/// Takes a payment back: a cheque that bounced, a slip of the keyboard. Nothing is deleted: an opposite payment is written, and
/// the invoices wait for their money again.
///
/// # Errors
/// [`PaymentRefusal::AlreadyReversed`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn reverse_payment(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Payment>,
) -> Result<Id<Payment>, Failure<PaymentRefusal>> {
    actor.require(WRITE)?;
    let payment = payments::find(tx, actor.place, id)?.or_not_found()?;
    payments::lock_customer(tx, actor.place, payment.customer)?;
    if payment.reverses.is_some() || payment.reversed {
        return Err(Failure::Refused(PaymentRefusal::AlreadyReversed));
    }
    let raw = RawPayment {
        id: tx.new_id::<Payment>().as_i64(),
        customer_id: payment.customer.as_i64(),
        received_on: today(tx, actor)?.to_string(),
        amount_cents: -payment.amount.cents(),
        method: payment.method.code().to_owned(),
        reference: payment.reference.clone(),
        recorded_at: tx.now().micros(),
        recorded_by: actor.account.map(Id::as_i64),
        reverses_id: Some(id.as_i64()),
    };
    let reversal = tx
        .attempt(|tx| payments::insert(tx, actor.place, &raw))
        .or_refused(payments::REVERSED_ONCE, PaymentRefusal::AlreadyReversed)
        .and_then(|()| Ok(chained(tx, actor, &raw)?))?;
    let parts: Vec<(Id<Invoice>, Money)> = allocations::of_payment(tx, actor.place, id)?
        .iter()
        .map(|row| (Id::from_i64(row.invoice_id), Money::from_cents(-row.cents)))
        .collect();
    allocate(tx, actor, reversal, &parts)?;
    let detail = json!({ "amount": told(tx, actor, payment.amount)?, "reference": payment.reference });
    activity::record(
        tx,
        actor,
        "payment.reversed",
        Subject::new("customer", payment.customer),
        detail,
    )?;
    Ok(reversal)
}

/// Puts a customer's credit on their unpaid invoices, the oldest payment and the oldest invoice first. Answers what was used.
///
/// # Errors
/// [`PaymentRefusal::NoCredit`] when there is no credit or nothing to pay, [`PaymentRefusal::TooMuchCash`] when the credit was all
/// brought in cash and the invoices may take no more of it; [`Fault::Forbidden`].
pub fn use_credit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    customer: CustomerId,
) -> Result<Money, Failure<PaymentRefusal>> {
    actor.require(WRITE)?;
    if !payments::lock_customer(tx, actor.place, customer)? {
        return Err(Fault::NotFound.into());
    }
    let invoices = invoice_list::of_customer(tx, actor.place, customer)?;
    let mut unpaid = invoice_list::unpaid(&invoices);
    let mut used = Money::ZERO;
    let mut capped = None;
    for payment in payments::of_customer(tx, actor.place, customer)? {
        if payment.reversed || !payment.credit().is_positive() {
            continue;
        }
        let ceiling = match payment.method {
            Method::Cash => ceiling_of(tx, actor, customer, payment.received_on)?,
            _ => None,
        };
        let payable = match ceiling {
            Some(ceiling) => payable_in_cash(tx, actor, &unpaid, ceiling)?,
            None => unpaid.clone(),
        };
        capped = capped.or(ceiling);
        let parts = spread(payment.credit(), &payable);
        for (invoice, part) in &parts {
            used += *part;
            unpaid
                .iter_mut()
                .filter(|one| one.invoice == *invoice)
                .for_each(|one| one.remaining -= *part);
        }
        allocate(tx, actor, payment.id, &parts)?;
    }
    if used.is_zero() {
        let waiting = unpaid.iter().any(|one| one.remaining.is_positive());
        return Err(Failure::Refused(match capped.filter(|_| waiting) {
            Some(ceiling) => PaymentRefusal::TooMuchCash {
                ceiling: told(tx, actor, ceiling)?,
            },
            None => PaymentRefusal::NoCredit,
        }));
    }
    let detail = json!({ "amount": told(tx, actor, used)? });
    activity::record(
        tx,
        actor,
        "payment.credit_used",
        Subject::new("customer", customer),
        detail,
    )?;
    Ok(used)
}

/// The invoices that a payment is meant for.
fn wanted(invoices: &[InvoiceHead], allocation: Allocation) -> Result<Vec<Unpaid>, Failure<PaymentRefusal>> {
    match allocation {
        Allocation::OldestFirst => Ok(invoice_list::unpaid(invoices)),
        Allocation::To(id) => {
            let head = invoices.iter().find(|head| head.id == id);
            let head = head.ok_or(Failure::Refused(PaymentRefusal::ForeignInvoice))?;
            if !head.remaining().is_positive() {
                return Err(Failure::Refused(PaymentRefusal::InvoicePaid));
            }
            Ok(vec![Unpaid {
                invoice: id,
                remaining: head.remaining(),
            }])
        }
    }
}

/// A debt may not be paid in coins and notes beyond the ceiling, in one go or in several (C. mon. fin. art. L112-6).
fn check_cash(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewPayment,
    parts: &[(Id<Invoice>, Money)],
) -> Result<(), Failure<PaymentRefusal>> {
    let Some(ceiling) = ceiling_of(tx, actor, new.customer, new.received_on)? else {
        return Ok(());
    };
    let mut largest = new.amount;
    for (invoice, part) in parts {
        largest = largest.max(allocations::cash_of_invoice(tx, actor.place, *invoice)? + *part);
    }
    if largest > ceiling {
        let ceiling = told(tx, actor, ceiling)?;
        return Err(Failure::Refused(PaymentRefusal::TooMuchCash { ceiling }));
    }
    Ok(())
}

/// The most that this customer may pay of one debt with coins and notes brought on a day, if there is a limit.
fn ceiling_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    customer: CustomerId,
    day: Day,
) -> Result<Option<Money>, Fault> {
    let row = customers::find(tx, actor.place, customer)?.or_not_found()?;
    let directory = Directory::of(tx, actor.place, &[row], [])?;
    let buyer = directory.recipient(&row).map(|recipient| recipient.buyer);
    let debtor = Debtor {
        professional: buyer.as_ref().is_none_or(|buyer| buyer.professional),
        in_france: buyer.as_ref().is_none_or(|buyer| buyer.country == "FR"),
    };
    Ok(cash_ceiling(debtor, day))
}

/// What of each invoice may still be paid with coins and notes.
fn payable_in_cash(
    tx: &mut Tx<'_>,
    actor: &Actor,
    unpaid: &[Unpaid],
    ceiling: Money,
) -> Result<Vec<Unpaid>, Fault> {
    let mut payable = Vec::with_capacity(unpaid.len());
    for one in unpaid {
        let left = ceiling - allocations::cash_of_invoice(tx, actor.place, one.invoice)?;
        payable.push(Unpaid {
            remaining: one.remaining.min(left),
            ..*one
        });
    }
    Ok(payable)
}

/// An amount as the activity log shows it.
fn told(tx: &mut Tx<'_>, actor: &Actor, amount: Money) -> Result<String, Fault> {
    let place = place::get(tx, actor.place)?;
    Ok(amount.display(place.language, place.currency))
}

fn write(tx: &mut Tx<'_>, actor: &Actor, raw: &RawPayment) -> Result<Id<Payment>, Fault> {
    payments::insert(tx, actor.place, raw)?;
    chained(tx, actor, raw)
}

fn chained(tx: &mut Tx<'_>, actor: &Actor, raw: &RawPayment) -> Result<Id<Payment>, Fault> {
    let id = Id::from_i64(raw.id);
    let content = serde_json::to_string(raw).map_err(Fault::internal)?;
    chain::append(tx, actor.place, REGISTER, id, &content)?;
    Ok(id)
}

fn allocate(
    tx: &mut Tx<'_>,
    actor: &Actor,
    payment: Id<Payment>,
    parts: &[(Id<Invoice>, Money)],
) -> Result<(), Fault> {
    for (invoice, part) in parts {
        let id = tx.new_id::<AllocationRow>();
        let row = AllocationRow {
            id: id.as_i64(),
            payment_id: payment.as_i64(),
            invoice_id: invoice.as_i64(),
            cents: part.cents(),
            allocated_at: tx.now().micros(),
        };
        allocations::insert(tx, actor.place, &row)?;
        let content = serde_json::to_string(&row).map_err(Fault::internal)?;
        chain::append(tx, actor.place, ALLOCATIONS, id, &content)?;
        let verb = if part.is_negative() {
            "invoice.unpaid"
        } else {
            "invoice.paid"
        };
        let detail = json!({ "amount": told(tx, actor, part.abs())? });
        activity::record(tx, actor, verb, Subject::new("invoice", *invoice), detail)?;
    }
    Ok(())
}
