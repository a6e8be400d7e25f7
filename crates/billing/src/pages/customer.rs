//! The account of a customer: invoices and payments in the order of time, what is owed, and what waits for an invoice.

use crate::directory::Directory;
use crate::rules::charge::Charge;
use crate::rules::draft::Recipient;
use crate::rules::invoice::InvoiceHead;
use crate::rules::payment::{Method, Payment};
use crate::store::allocations::{self, Part};
use crate::store::{charges, customers, invoice_list, payments};
use askama::Template;
use kernel::{Actor, CustomerId, Day, Money, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::web::{Answer, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// The account of a customer.
#[derive(Template)]
#[template(path = "customer.html")]
pub(super) struct CustomerPage {
    shell: Shell,
    form: Form,
    id: CustomerId,
    recipient: Recipient,
    entries: Vec<Movement>,
    charges: Vec<Charge>,
    balance: Money,
    overdue: Money,
    credit: Money,
    methods: Vec<(String, String)>,
    invoices: Vec<(String, String)>,
    history: Vec<HistoryLine>,
    today: Day,
    may_write: bool,
}

impl CustomerPage {
    fn path(&self, noun: &str) -> String {
        format!("/office/billing/customers/{}/{noun}", self.id)
    }
}

/// One line of the account.
#[derive(Debug, Clone)]
struct Movement {
    day: Day,
    what: What,
    /// What is owed after it.
    balance: Money,
}

#[derive(Debug, Clone)]
enum What {
    Invoice(InvoiceHead),
    Payment(Payment, Vec<Part>),
}

impl Movement {
    fn invoice(&self) -> Option<&InvoiceHead> {
        match &self.what {
            What::Invoice(head) => Some(head),
            What::Payment(..) => None,
        }
    }

    fn payment(&self) -> Option<&Payment> {
        match &self.what {
            What::Payment(payment, _) => Some(payment),
            What::Invoice(_) => None,
        }
    }

    fn parts(&self) -> &[Part] {
        match &self.what {
            What::Payment(_, parts) => parts,
            What::Invoice(_) => &[],
        }
    }

    fn reversible(&self) -> bool {
        self.payment()
            .is_some_and(|payment| payment.reverses.is_none() && !payment.reversed)
    }
}

struct Known {
    recipient: Recipient,
    invoices: Vec<InvoiceHead>,
    payments: Vec<Payment>,
    parts: Vec<Part>,
    charges: Vec<Charge>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<CustomerId>) -> Answer {
    let form = Form::blank(&visit);
    card(&visit, id, form, StatusCode::OK).await
}

/// The account again, with the message that a refused act left at its field.
pub(super) async fn refused(visit: &Visit, id: CustomerId, form: Form) -> Answer {
    card(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn card(visit: &Visit, id: CustomerId, mut form: Form, status: StatusCode) -> Answer {
    let known = visit.read(move |tx, actor| read(tx, actor, id)).await?;
    let today = visit.today();
    for (field, value) in [
        ("received_on", today.to_string()),
        ("method", Method::Transfer.to_string()),
    ] {
        if form.value(field).is_empty() {
            form.set(field, value);
        }
    }
    let overdue = known
        .invoices
        .iter()
        .filter(|head| head.due_on < today && head.remaining().is_positive());
    let live = known
        .payments
        .iter()
        .filter(|payment| payment.reverses.is_none() && !payment.reversed);
    let page = CustomerPage {
        shell: visit.shell_titled(known.recipient.buyer.name.clone()),
        form,
        id,
        overdue: overdue.map(InvoiceHead::remaining).sum(),
        credit: live.map(Payment::credit).sum(),
        methods: super::choices(visit, Method::ALL, |one| one.code(), |one| one.message()),
        invoices: targets(visit, &known.invoices),
        history: visit.history(&known.entries, &known.names),
        balance: known.invoices.iter().map(|head| head.gross).sum::<Money>()
            - known.payments.iter().map(|payment| payment.amount).sum(),
        entries: movements(known.invoices, known.payments, &known.parts),
        recipient: known.recipient,
        charges: known.charges,
        today,
        may_write: visit.actor.may(crate::WRITE),
    };
    visit.page_with_status(status, &page)
}

fn read(tx: &mut Tx<'_>, actor: &Actor, id: CustomerId) -> Result<Known, Fault> {
    let place = actor.place;
    let row = customers::find(tx, place, id)?.or_not_found()?;
    let entries = activity::history(tx, place, Subject::new("customer", id))?;
    let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
    Ok(Known {
        recipient: Directory::of(tx, place, &[row], [])?
            .recipient(&row)
            .or_not_found()?,
        invoices: invoice_list::of_customer(tx, place, id)?,
        payments: payments::of_customer(tx, place, id)?,
        parts: allocations::parts_of_customer(tx, place, id)?,
        charges: charges::open_of_customer(tx, place, id)?,
        names: people::names_of(tx, place, &who)?,
        entries,
    })
}

/// The invoices that a payment may be meant for, and first of all: the oldest ones.
fn targets(visit: &Visit, invoices: &[InvoiceHead]) -> Vec<(String, String)> {
    let shell = visit.shell("billing-customers-title");
    let open = invoices
        .iter()
        .filter(|head| head.remaining().is_positive())
        .map(|head| {
            let remaining = shell.money(&head.remaining());
            (head.id.to_string(), format!("{} · {remaining}", head.number))
        });
    std::iter::once((String::new(), visit.text("billing-oldest-first")))
        .chain(open)
        .collect()
}

/// Invoices and payments by day, the latest first, with the running balance.
fn movements(invoices: Vec<InvoiceHead>, payments: Vec<Payment>, parts: &[Part]) -> Vec<Movement> {
    let of = |payment: &Payment| {
        parts
            .iter()
            .filter(|part| part.payment == payment.id)
            .copied()
            .collect()
    };
    let invoices = invoices
        .into_iter()
        .map(|head| (head.issued_on, What::Invoice(head)));
    let payments = payments.into_iter().map(|payment| {
        let parts = of(&payment);
        (payment.received_on, What::Payment(payment, parts))
    });
    let mut all: Vec<(Day, What)> = invoices.chain(payments).collect();
    // An invoice comes before the payment of the same day; both kinds arrive in their own order.
    all.sort_by_key(|(day, what)| (*day, matches!(what, What::Payment(..))));
    let mut balance = Money::ZERO;
    let mut movements: Vec<Movement> = all
        .into_iter()
        .map(|(day, what)| {
            balance += match &what {
                What::Invoice(head) => head.gross,
                What::Payment(payment, _) => -payment.amount,
            };
            Movement { day, what, balance }
        })
        .collect();
    movements.reverse();
    movements
}
