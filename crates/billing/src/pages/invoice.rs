//! An invoice, and its PDF.

use crate::documents::{invoice_pdf, wording};
use crate::issuing::{Sending, print};
use crate::rules::invoice::{Invoice, InvoiceLine};
use crate::store::{allocations, customers, invoices};
use askama::Template;
use kernel::{Actor, Day, Id, Money, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::documents;
use platform::web::{Answer, HistoryLine, Path, Shell, Visit, WebError};
use platform::{Fault, OrNotFound};
use press::Press;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An invoice as the office sees it.
#[derive(Template)]
#[template(path = "invoice.html")]
pub(super) struct InvoicePage {
    shell: Shell,
    invoice: Invoice,
    payments: Vec<(Day, Money)>,
    history: Vec<HistoryLine>,
    today: Day,
}

impl InvoicePage {
    fn pdf_href(&self) -> String {
        format!("/invoices/{}/pdf", self.invoice.head.id)
    }

    fn quantity(&self, line: &InvoiceLine) -> String {
        wording::quantity(self.shell.locale(), line.quantity, line.unit)
    }
}

struct Known {
    invoice: Invoice,
    payments: Vec<(Day, Money)>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Invoice>>) -> Answer {
    let known = visit.read(move |tx, actor| read(tx, actor, id)).await?;
    let title = visit.text_with(
        "billing-invoice-title",
        &[("number", known.invoice.head.number.to_string().into())],
    );
    let page = InvoicePage {
        shell: visit.shell_titled(title),
        history: visit.history(&known.entries, &known.names),
        invoice: known.invoice,
        payments: known.payments,
        today: visit.today(),
    };
    visit.page(&page)
}

fn read(tx: &mut Tx<'_>, actor: &Actor, id: Id<Invoice>) -> Result<Known, Fault> {
    let invoice = invoices::find(tx, actor.place, id)?.or_not_found()?;
    let entries = activity::history(tx, actor.place, Subject::new("invoice", id))?;
    let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
    Ok(Known {
        payments: allocations::dated(tx, actor.place, id)?,
        names: people::names_of(tx, actor.place, &who)?,
        invoice,
        entries,
    })
}

/// The file, made now when the run that issued the invoice had no press.
pub(super) async fn pdf(visit: Visit, Path(id): Path<Id<Invoice>>) -> Answer {
    let stored = visit
        .read(move |tx, actor| {
            let invoice = invoices::find(tx, actor.place, id)?.or_not_found()?;
            if !may_see(tx, actor, &invoice)? {
                return Err(Fault::NotFound);
            }
            let document = match invoices::document(tx, actor.place, id)? {
                Some(filed) => Some(documents::get(tx, actor.place, filed.document)?),
                None => None,
            };
            Ok((invoice, document))
        })
        .await?;
    let (invoice, document) = stored;
    let bytes = match document {
        Some(document) => document.bytes,
        None => printed(&visit, id).await?,
    };
    visit.download(&invoice_pdf::filename(&invoice), "application/pdf", bytes)
}

/// Whether an invoice may be seen: by who reads the books, or by the person it is addressed to.
pub(super) fn may_see(tx: &mut Tx<'_>, actor: &Actor, invoice: &Invoice) -> Result<bool, Fault> {
    if actor.may(crate::READ) {
        return Ok(true);
    }
    let row = customers::find(tx, actor.place, invoice.head.customer)?;
    let Some(owner) = row.and_then(|row| row.person_id) else {
        return Ok(false);
    };
    // What was issued to a record that became a part of one's own is one's own.
    Ok(actor.is(people::merged_into(tx, actor.place, owner)?.unwrap_or(owner)))
}

async fn printed(visit: &Visit, id: Id<Invoice>) -> Result<Vec<u8>, WebError> {
    let press = Arc::clone(visit.app.extras.get::<Arc<Press>>()?);
    let (db, actor) = (visit.app.db.clone(), visit.actor.clone());
    // Typesetting takes some milliseconds of one processor: not on the threads that answer everybody.
    let made = tokio::task::spawn_blocking(move || print(&db, &press, &actor, id, Sending::Nothing));
    let document = made.await.map_err(Fault::internal)??;
    let file = visit
        .read(move |tx, actor| documents::get(tx, actor.place, document))
        .await?;
    Ok(file.bytes)
}
