//! From the outbox to the server.

use super::message::{Attachment, Envelope};
use super::outbox::{self, TakenMail};
use super::sender::{Sender, Smtp, Undelivered};
use crate::database::Database;
use crate::failure::Fault;
use crate::{documents, place};
use kernel::Email;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often the outbox is looked into.
const LOOK: Duration = Duration::from_secs(1);
/// The setting of a place that says where answers to its mail go.
pub const REPLY_TO: &str = "mail_reply_to";

/// What one pass over the outbox did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Mails that left.
    pub sent: usize,
    /// Mails to be tried again.
    pub later: usize,
    /// Mails given up.
    pub failed: usize,
}

/// Sends every mail that is due, one after another. `go_on` is asked before each.
///
/// # Errors
/// As the database says; what a mail server says is noted on the mail.
pub fn deliver_due(db: &Database, sender: &Sender, go_on: impl Fn() -> bool) -> Result<Delivered, Fault> {
    let mut delivered = Delivered::default();
    while go_on() && !matches!(sender, Sender::Stopped) && db.read_blocking(outbox::is_due)? {
        let Some(mail) = db.write_blocking(outbox::take)? else {
            break;
        };
        match send(db, sender, &mail) {
            Ok(()) => {
                delivered.sent = delivered.sent.saturating_add(1);
                let shown = matches!(sender, Sender::Shown);
                db.write_blocking(move |tx| outbox::sent(tx, &mail, shown))?;
            }
            Err(undelivered) => match note(db, mail, undelivered)? {
                true => delivered.later = delivered.later.saturating_add(1),
                false => delivered.failed = delivered.failed.saturating_add(1),
            },
        }
    }
    Ok(delivered)
}

fn send(db: &Database, sender: &Sender, mail: &TakenMail) -> Result<(), Undelivered> {
    let Sender::Smtp(smtp) = sender else {
        return Ok(());
    };
    let envelope = envelope(db, smtp, mail).map_err(|fault| Undelivered::ForNow(fault.to_string()))?;
    smtp.send(&envelope)
}

fn note(db: &Database, mail: TakenMail, undelivered: Undelivered) -> Result<bool, Fault> {
    let (error, for_ever) = match undelivered {
        Undelivered::ForNow(error) => (error, false),
        Undelivered::ForEver(error) => (error, true),
    };
    tracing::warn!(mail = %mail.id, attempt = mail.attempts, error, "mail not sent");
    db.write_blocking(move |tx| outbox::not_sent(tx, &mail, &error, for_ever))
}

/// Gathers what the mail is made of: its place's name, its document.
fn envelope(db: &Database, smtp: &Smtp, mail: &TakenMail) -> Result<Envelope, Fault> {
    let (from, mail) = (smtp.from().clone(), mail.clone());
    db.read_blocking(move |tx| {
        let place = place::get(tx, mail.place_id)?;
        let reply_to = place::setting(tx, mail.place_id, REPLY_TO)?;
        let attachment = match mail.attachment_document_id {
            None => None,
            Some(id) => {
                let document = documents::get(tx, mail.place_id, id)?;
                let filename = mail.attachment_name.clone().unwrap_or(document.filename);
                Some(Attachment {
                    filename,
                    media_type: document.media_type,
                    bytes: document.bytes,
                })
            }
        };
        Ok(Envelope {
            reference: format!("{}.{}", mail.place_id, mail.id),
            from: from.clone(),
            from_name: place.name,
            reply_to: reply_to.and_then(|text| Email::parse(&text).ok()),
            to: mail.recipient.clone(),
            to_name: mail.recipient_name.clone(),
            subject: mail.subject.clone(),
            text: mail.text_body.clone(),
            html: mail.html_body.clone(),
            attachment,
            written_at: mail.created_at,
        })
    })
}

/// A thread that sends mail as it comes. Dropping it stops it, as [`stop`](Self::stop) does.
#[derive(Debug)]
pub struct Outbox {
    ending: Arc<(Mutex<bool>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

impl Outbox {
    /// Starts sending.
    #[must_use]
    pub fn start(db: Database, sender: Sender) -> Self {
        let ending = Arc::new((Mutex::new(false), Condvar::new()));
        let told = Arc::clone(&ending);
        let thread = std::thread::spawn(move || {
            while goes_on(&told) {
                if let Err(fault) = deliver_due(&db, &sender, || goes_on(&told)) {
                    tracing::error!(%fault, "the outbox cannot be emptied");
                }
                let ended = told.0.lock().unwrap_or_else(PoisonError::into_inner);
                if !*ended {
                    drop(told.1.wait_timeout(ended, LOOK));
                }
            }
        });
        Self {
            ending,
            thread: Some(thread),
        }
    }

    /// Finishes the mail that is leaving and stops.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        *self.ending.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.ending.1.notify_all();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.end();
    }
}

fn goes_on(ending: &(Mutex<bool>, Condvar)) -> bool {
    !*ending.0.lock().unwrap_or_else(PoisonError::into_inner)
}
