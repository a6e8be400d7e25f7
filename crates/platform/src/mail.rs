//! Mail: composed by the capabilities, kept in an outbox by the transaction that causes it, sent afterwards.
//!
//! A mail that was caused by an act which did not happen is never sent, and a mail whose act happened is never forgotten. Several
//! processes may send from one outbox: each row is taken under a lease. A process that dies between the server's
//! acceptance and its own note sends the mail again, with the same `Message-ID`.

mod compose;
mod delivery;
mod message;
mod outbox;
mod sender;

pub use compose::compose;
pub use delivery::{Delivered, Outbox, REPLY_TO, deliver_due};
pub use message::{Attachment, Envelope, MailRefused, render_message};
pub use outbox::{OutboxMail, OutboxState, enqueue, find, forget, list, purge};
pub use sender::{Sender, Smtp, SmtpRefused};

use kernel::{DocumentId, Email, Id, PersonId, PlaceId};

/// What mail identifiers are identifiers of.
#[derive(Debug)]
pub enum MailMark {}

/// The identifier of a mail in the outbox.
pub type MailId = Id<MailMark>;

/// A mail to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The place that writes.
    pub place: PlaceId,
    /// The person it goes to, when it is one that the place knows.
    pub person: Option<PersonId>,
    /// Where it goes.
    pub to: Email,
    /// Their name, as they write it; may be empty.
    pub name: String,
    /// The subject; line breaks in it become spaces.
    pub subject: String,
    /// The text, complete in itself. See [`compose`].
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// A stored document to join, with the name its reader sees.
    pub attachment: Option<(DocumentId, String)>,
    /// Whether it lets its reader in (a link to sign in, an invitation): then nobody else may read it, and its text is
    /// forgotten once it left.
    pub secret: bool,
}

/// A header is one line: whatever would begin another becomes a space.
fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
