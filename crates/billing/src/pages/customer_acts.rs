//! What is done from the account of a customer: record a payment, take one back, use credit.

use super::{act_once, customer};
use crate::actions::payments;
use crate::rules::payment::{Allocation, Method, NewPayment, PaymentRefusal};
use kernel::{Actor, CustomerId, Day, Id, Money};
use platform::Failure;
use platform::database::Tx;
use platform::web::{Answer, Form, Path, Visit, WebError};

pub(super) async fn pay(visit: Visit, Path(id): Path<CustomerId>, mut form: Form) -> Answer {
    let (amount, day) = (
        form.parse("amount", Money::parse),
        form.parse("received_on", Day::parse),
    );
    let (method, invoice) = (
        form.parse("method", Method::parse),
        form.parse_optional("invoice", Id::parse),
    );
    let (Some(amount), Some(received_on), Some(method), Some(invoice)) = (amount, day, method, invoice)
    else {
        return customer::refused(&visit, id, form).await;
    };
    let new = NewPayment {
        customer: id,
        received_on,
        amount,
        method,
        reference: form.value("reference").to_owned(),
        allocation: invoice.map_or(Allocation::OldestFirst, Allocation::To),
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        payments::record_payment(tx, actor, new.clone()).map(|_| format!("/office/billing/customers/{id}"))
    };
    // Each refusal goes to the field it is about.
    match visit.submit(&form, act).await {
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            customer::refused(&visit, id, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
        Ok(to) => visit.redirect_with(&to, &platform::web::Flash::success("billing-payment-recorded")),
    }
}

pub(super) async fn use_credit(visit: Visit, Path(id): Path<CustomerId>, form: Form) -> Answer {
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        payments::use_credit(tx, actor, id).map(|_| format!("/office/billing/customers/{id}"))
    };
    run(&visit, id, form, "billing-credit-used", act).await
}

pub(super) async fn reverse(visit: Visit, Path(id): Path<CustomerId>, form: Form) -> Answer {
    let payment = Id::parse(form.value("payment")).map_err(|_| WebError::Malformed)?;
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        payments::reverse_payment(tx, actor, payment).map(|_| format!("/office/billing/customers/{id}"))
    };
    run(&visit, id, form, "billing-payment-reversed", act).await
}

async fn run(
    visit: &Visit,
    id: CustomerId,
    form: Form,
    done: &str,
    act: impl Fn(&mut Tx<'_>, &Actor) -> Result<String, Failure<PaymentRefusal>> + Send + 'static,
) -> Answer {
    act_once(visit, form, ("account", done), act, |form| {
        customer::refused(visit, id, form)
    })
    .await
}

fn field_of(refusal: &PaymentRefusal) -> &'static str {
    match refusal {
        PaymentRefusal::DayToCome | PaymentRefusal::DayTooOld => "received_on",
        PaymentRefusal::TextRefused => "reference",
        PaymentRefusal::ForeignInvoice | PaymentRefusal::InvoicePaid => "invoice",
        _ => "amount",
    }
}
