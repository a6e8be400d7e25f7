//! The run at work: invoices are issued one transaction each, in the order of the review, while their PDFs are made beside it.
//!
//! It may stop anywhere and begin again: an item that was settled is not settled twice, and an invoice that has its PDF
//! does not get another. Numbers are taken by one thread, so they follow the order that was reviewed; the PDF and the
//! mail of an invoice are stored by one transaction, so it is sent once.

use crate::actions::invoicing::{self, Settled};
use crate::actions::review::{BeforeBilling, IssuePayload, freeze, prepare_month};
use crate::directory::Directory;
use crate::documents::invoice_mail::invoice_mail;
use crate::documents::invoice_pdf::{filename, printable};
use crate::rules::invoice::{Invoice, InvoiceNumber};
use crate::rules::run::{DraftKey, ItemState, Run, RunRefusal, RunState};
use crate::store::invoices::Filed;
use crate::store::{customers, invoices, runs};
use kernel::{Actor, DocumentId, Id, Month, PlaceId};
use platform::activity::Subject;
use platform::database::{Database, Tx};
use platform::documents::{self, NewDocument};
use platform::failure::{Failure, Fault, OrNotFound};
use platform::jobs::{JobContext, JobReport, Skipped};
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use press::Press;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// PDFs made at the same time: as many as the smallest machine has cores.
const PRINTERS: usize = 2;

/// The job that issues a run.
pub(crate) fn issue_job(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let payload: IssuePayload = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let press: &Arc<Press> = context.extras.get()?;
    let progress = |done, total| context.progress(done, total);
    issue_run(context.db, Some(press), &context.actor, payload.run, &progress)
}

/// Prepares a month and issues it at once as it stands, waiting for the end: for demonstrations and imports. Without a press,
/// no PDF is made and no mail is sent; a PDF is then made when somebody first asks for it.
///
/// # Errors
/// [`RunRefusal`] as for a run started by hand.
pub fn issue_run_blocking(
    db: &Database,
    press: Option<&Press>,
    actor: &Actor,
    month: Month,
    hooks: &BeforeBilling,
) -> Result<JobReport, Failure<RunRefusal>> {
    let (by, hooks) = (actor.clone(), hooks.clone());
    let run = db.write_blocking(move |tx| {
        prepare_month(tx, &by, month, &hooks)?;
        freeze(tx, &by, month, None).map(|(run, _)| run.id)
    })?;
    Ok(issue_run(db, press, actor, run, &|_, _| Ok(()))?)
}

/// What the work tells while it goes on: things done, things to do. An error stops it.
pub type Progress<'a> = &'a (dyn Fn(i64, i64) -> Result<(), Fault> + Sync);

/// Issues what is left of a run that was started, and makes its PDFs, telling how far it is. It may be stopped by `progress`, or by
/// the end of the process, and called again.
///
/// # Errors
/// What `progress` says, or as the database says; what was done stays.
pub fn issue_run(
    db: &Database,
    press: Option<&Press>,
    actor: &Actor,
    run: Id<Run>,
    progress: Progress<'_>,
) -> Result<JobReport, Fault> {
    let place = actor.place;
    let Work { run, pending, unsent } = db.read_blocking(move |tx| load(tx, place, run))?;
    let steps = pending.len().saturating_mul(2).saturating_add(unsent.len());
    let total = i64::try_from(steps).unwrap_or(i64::MAX);
    let desk = Desk {
        db,
        press,
        actor,
        done: AtomicI64::new(0),
        total,
        progress,
    };
    let (sender, receiver) = channel();
    let receiver = Mutex::new(receiver);
    std::thread::scope(|scope| {
        let printers: Vec<_> = (0..PRINTERS)
            .map(|_| scope.spawn(|| desk.print_all(&receiver)))
            .collect();
        let issued = (|| {
            unsent
                .into_iter()
                .try_for_each(|id| sender.send(id).map_err(Fault::internal))?;
            pending.into_iter().try_for_each(|key| {
                if let Some(id) = desk.settle(&run, key)? {
                    sender.send(id).map_err(Fault::internal)?;
                }
                desk.step()
            })
        })();
        drop(sender);
        let printed = printers.into_iter().try_for_each(|printer| {
            printer
                .join()
                .unwrap_or_else(|_| Err(Fault::internal("a printer panicked")))
        });
        issued.and(printed)
    })?;
    let by = actor.clone();
    db.write_blocking(move |tx| {
        if runs::find(tx, by.place, run.id)?.is_some_and(|run| run.state == RunState::Issuing) {
            invoicing::finish(tx, &by, &run)?;
        }
        report(tx, by.place, &run)
    })
}

fn load(tx: &mut Tx<'_>, place: PlaceId, id: Id<Run>) -> Result<Work, Fault> {
    let run = runs::find(tx, place, id)?.or_not_found()?;
    let pending = runs::items(tx, place, id)?
        .into_iter()
        .filter(|item| matches!(item.state, ItemState::Pending | ItemState::Failed))
        .map(|item| DraftKey {
            customer: item.customer,
            basis: item.basis,
        })
        .collect();
    Ok(Work {
        run,
        pending,
        unsent: invoices::unsent(tx, place, id)?,
    })
}

/// What is left to do of a run.
struct Work {
    run: Run,
    pending: Vec<DraftKey>,
    unsent: Vec<Id<Invoice>>,
}

/// What the threads of a run share.
struct Desk<'a> {
    db: &'a Database,
    press: Option<&'a Press>,
    actor: &'a Actor,
    done: AtomicI64,
    total: i64,
    progress: Progress<'a>,
}

impl Desk<'_> {
    /// Issues one item. A fault in it is noted and does not stop the others, unless it cannot even be noted.
    fn settle(&self, run: &Run, key: DraftKey) -> Result<Option<Id<Invoice>>, Fault> {
        let (by, of) = (self.actor.clone(), run.clone());
        match self
            .db
            .write_blocking(move |tx| invoicing::settle(tx, &by, &of, key))
        {
            Ok(Settled::Issued(id)) => Ok(Some(id)),
            Ok(Settled::Skipped(_) | Settled::Before) => {
                // Its printing will not come.
                self.step().map(|()| None)
            }
            Err(fault) => {
                tracing::error!(%fault, draft = %key, "a draft could not be issued");
                let (by, of) = (self.actor.clone(), run.clone());
                self.db
                    .write_blocking(move |tx| invoicing::give_up(tx, &by, &of, key))?;
                self.step().map(|()| None)
            }
        }
    }

    fn step(&self) -> Result<(), Fault> {
        let done = self.done.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        (self.progress)(done, self.total)
    }

    fn print_all(&self, receiver: &Mutex<Receiver<Id<Invoice>>>) -> Result<(), Fault> {
        loop {
            let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(id) = next else {
                return Ok(());
            };
            if let Some(press) = self.press {
                print(self.db, press, self.actor, id, Sending::ByMail)?;
            }
            self.step()?;
        }
    }
}

/// Whether the customer is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sending {
    /// The PDF is stored and mailed.
    ByMail,
    /// The PDF is stored: somebody is about to look at it.
    Nothing,
}

/// Makes the PDF of an invoice, stores it, and sends it. One that was stored in between is kept, and sent if it was not yet. The
/// PDF is made outside of any transaction, so nobody waits for it.
pub(crate) fn print(
    db: &Database,
    press: &Press,
    actor: &Actor,
    id: Id<Invoice>,
    sending: Sending,
) -> Result<DocumentId, Fault> {
    let place_id = actor.place;
    let (invoice, place, filed) = db.read_blocking(move |tx| {
        let invoice = invoices::find(tx, place_id, id)?.or_not_found()?;
        let filed = invoices::document(tx, place_id, id)?;
        Ok::<_, Fault>((invoice, place::get(tx, place_id)?, filed))
    })?;
    let pdf = match filed {
        Some(filed) if filed.mailed || sending == Sending::Nothing => return Ok(filed.document),
        // What is stored is what is sent.
        Some(_) => Vec::new(),
        None => press
            .invoice(&printable(&invoice, &place))
            .map_err(Fault::internal)?,
    };
    db.write_blocking(move |tx| store(tx, &place, &invoice, &pdf, sending))
}

fn store(
    tx: &mut Tx<'_>,
    place: &Place,
    invoice: &Invoice,
    pdf: &[u8],
    sending: Sending,
) -> Result<DocumentId, Fault> {
    let id = invoice.head.id;
    let before = invoices::lock_document(tx, place.id, id)?;
    let document = match before {
        Some(filed) => filed.document,
        None => file(tx, place, invoice, pdf)?,
    };
    let mail = if sending == Sending::Nothing || before.is_some_and(|filed| filed.mailed) {
        None
    } else {
        letter(tx, place, invoice, document)?
    };
    let mailed = mail.is_some();
    if let Some(mail) = mail {
        mail::enqueue(tx, mail)?;
    }
    match before {
        None => invoices::put_document(tx, place.id, id, Filed { document, mailed })?,
        Some(_) if mailed => invoices::note_mailed(tx, place.id, id)?,
        Some(_) => {}
    }
    Ok(document)
}

fn file(tx: &mut Tx<'_>, place: &Place, invoice: &Invoice, pdf: &[u8]) -> Result<DocumentId, Fault> {
    let new = NewDocument {
        kind: "invoice",
        filename: &filename(invoice),
        media_type: "application/pdf",
        bytes: pdf,
        subject: Subject::new("invoice", invoice.head.id),
    };
    documents::store(tx, place.id, &new)
}

/// The mail that carries an invoice, when its customer has an address.
fn letter(
    tx: &mut Tx<'_>,
    place: &Place,
    invoice: &Invoice,
    document: DocumentId,
) -> Result<Option<Mail>, Fault> {
    let row = customers::find(tx, place.id, invoice.head.customer)?.or_not_found()?;
    match Directory::of(tx, place.id, &[row], [])?.recipient(&row) {
        Some(recipient) => invoice_mail(invoice, &recipient, place, document),
        None => Ok(None),
    }
}

fn report(tx: &mut Tx<'_>, place: PlaceId, run: &Run) -> Result<JobReport, Fault> {
    let items = runs::items(tx, place, run.id)?;
    let rows: Vec<_> = customers::with_items(tx, place, run.id)?;
    let directory = Directory::of(tx, place, &rows, [])?;
    let name_of = |key: kernel::CustomerId| {
        let row = rows.iter().find(|row| row.id == key);
        row.map(|row| directory.name(row)).unwrap_or_default()
    };
    let done = items
        .iter()
        .filter(|item| item.state == ItemState::Issued)
        .count();
    let skipped = items
        .iter()
        .filter(|item| item.state != ItemState::Issued)
        .map(|item| Skipped {
            what: name_of(item.customer),
            why: item
                .reason
                .map_or("billing-skip-failed", |reason| reason.message())
                .to_owned(),
        })
        .collect();
    Ok(JobReport {
        done: i64::try_from(done).unwrap_or(i64::MAX),
        skipped,
        onward: Some(format!("/office/billing/{}", run.month)),
    })
}

/// The first and the last number that a run of so many invoices will take on a day, as things stand.
pub(crate) fn numbers(first: InvoiceNumber, count: usize) -> (InvoiceNumber, InvoiceNumber) {
    let after = i64::try_from(count.saturating_sub(1)).unwrap_or(i64::MAX);
    (
        first,
        InvoiceNumber {
            number: first.number.saturating_add(after),
            ..first
        },
    )
}
