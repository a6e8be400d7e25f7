//! One's own invoices.

use crate::documents::wording;
use crate::rules::invoice::{Invoice, InvoiceHead, InvoiceLine};
use crate::store::{customers, invoice_list, invoices};
use askama::Template;
use kernel::{Actor, Day, Id, Money};
use platform::database::Tx;
use platform::web::{Answer, Path, Shell, Visit};
use platform::{Fault, OrNotFound};

/// The invoices addressed to the person, the latest first.
#[derive(Template)]
#[template(path = "my_invoices.html")]
pub(super) struct MyInvoicesPage {
    shell: Shell,
    invoices: Vec<InvoiceHead>,
    balance: Money,
    today: Day,
}

/// One of them.
#[derive(Template)]
#[template(path = "my_invoice.html")]
pub(super) struct MyInvoicePage {
    shell: Shell,
    invoice: Invoice,
    today: Day,
}

impl MyInvoicePage {
    fn pdf_href(&self) -> String {
        format!("/invoices/{}/pdf", self.invoice.head.id)
    }

    fn quantity(&self, line: &InvoiceLine) -> String {
        wording::quantity(self.shell.locale(), line.quantity, line.unit)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (mut invoices, balance) = visit.read(own).await?;
    invoices.reverse();
    let shell = visit.shell("billing-my-invoices-title");
    visit.page(&MyInvoicesPage {
        shell,
        invoices,
        balance,
        today: visit.today(),
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Invoice>>) -> Answer {
    let invoice = visit
        .read(move |tx, actor| {
            let invoice = invoices::find(tx, actor.place, id)?.or_not_found()?;
            let row = customers::find(tx, actor.place, invoice.head.customer)?;
            let owner = row.and_then(|row| row.person_id).or_not_found()?;
            // What was issued to a record that became a part of one's own is one's own.
            let owner = people::merged_into(tx, actor.place, owner)?.unwrap_or(owner);
            let own = actor.is(owner);
            own.then_some(invoice).or_not_found()
        })
        .await?;
    let title = visit.text_with(
        "billing-invoice-title",
        &[("number", invoice.head.number.to_string().into())],
    );
    visit.page(&MyInvoicePage {
        shell: visit.shell_titled(title),
        invoice,
        today: visit.today(),
    })
}

fn own(tx: &mut Tx<'_>, actor: &Actor) -> Result<(Vec<InvoiceHead>, Money), Fault> {
    let person = actor.person.or_not_found()?;
    let mut records = people::merged_from(tx, actor.place, person)?;
    records.push(person);
    let (mut invoices, mut owed) = (Vec::new(), Money::ZERO);
    for record in records {
        if let Some(customer) = customers::of_person(tx, actor.place, record)? {
            invoices.extend(invoice_list::of_customer(tx, actor.place, customer.id)?);
            owed += customers::balance(tx, actor.place, customer.id)?;
        }
    }
    invoices.sort_by_key(|head| (head.issued_on, head.id.as_i64()));
    Ok((invoices, owed))
}
