//! The rows of mail.

use super::{Mail, MailId, one_line};
use crate::database::{Tx, params, row, statement};
use crate::failure::Fault;
use kernel::{DocumentId, Email, Instant, PlaceId};

/// How often a mail is tried before it is given up: over about a day and a half.
const MAXIMUM_ATTEMPTS: i64 = 10;
/// How long a mail is left to the process that took it, in seconds.
const LEASE_SECONDS: i64 = 600;
/// The wait after the first failure, in seconds; each next one trebles.
const FIRST_WAIT: i64 = 60;
/// The longest wait between two attempts, in seconds.
const LONGEST_WAIT: i64 = 6 * 3_600;

kernel::codes! {
    /// Where a mail stands.
    pub enum OutboxState {
        /// It waits to be sent, or to be tried again.
        Waiting = "waiting",
        /// A server took it, or it was shown where mail is only shown.
        Sent = "sent",
        /// It was given up.
        Failed = "failed",
        /// Somebody took it back before it left.
        Cancelled = "cancelled",
    }
}

crate::database::text_value!(OutboxState);

row! {
    /// A mail as the page of the outbox shows it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct OutboxMail {
        /// Which one.
        pub id: MailId,
        /// Where it goes.
        pub recipient: Email,
        /// To whom.
        pub recipient_name: String,
        /// Its subject.
        pub subject: String,
        /// Its text.
        pub text_body: String,
        /// Its HTML.
        pub html_body: String,
        /// The document that goes with it.
        pub attachment_document_id: Option<DocumentId>,
        /// The name its reader sees.
        pub attachment_name: Option<String>,
        /// Where it stands.
        pub state: OutboxState,
        /// Why the last attempt failed, for the administrator.
        pub error: Option<String>,
        /// When it was written.
        pub created_at: Instant,
        /// When it left.
        pub sent_at: Option<Instant>,
        /// 1 when it lets its reader in.
        pub secret: i64,
    }

    /// A mail that this process took: the number of the attempt is the proof.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(super) struct TakenMail {
        pub(super) place_id: PlaceId,
        pub(super) id: MailId,
        pub(super) recipient: Email,
        pub(super) recipient_name: String,
        pub(super) subject: String,
        pub(super) text_body: String,
        pub(super) html_body: String,
        pub(super) attachment_document_id: Option<DocumentId>,
        pub(super) attachment_name: Option<String>,
        pub(super) attempts: i64,
        pub(super) created_at: Instant,
    }

    struct FirstRow {
        not_before: Option<Instant>,
    }
}

statement! {
    ENQUEUE = "
        insert into mail (
            place_id, id, recipient, recipient_name, subject, text_body, html_body, attachment_document_id,
            attachment_name, state, attempts, not_before, person_id, created_at, secret)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, $10, $11, $10, $12)";

    FIND -> OutboxMail = "
        select id, recipient, recipient_name, subject, text_body, html_body, attachment_document_id,
            attachment_name, state, error, created_at, sent_at, secret
        from mail
        where place_id = $1 and id = $2";

    LIST -> OutboxMail = "
        select id, recipient, recipient_name, subject, text_body, html_body, attachment_document_id,
            attachment_name, state, error, created_at, sent_at, secret
        from mail
        where place_id = $1
        order by id desc
        limit $2";

    FIRST -> FirstRow = "
        select min(not_before) as not_before
        from mail
        where state = 'waiting'";

    TAKE_DUE -> TakenMail = "
        select place_id, id, recipient, recipient_name, subject, text_body, html_body, attachment_document_id,
            attachment_name, attempts, created_at
        from mail
        where state = 'waiting' and not_before <= $1
        order by not_before, id
        limit 1
        for update skip locked";

    TAKE = "
        update mail
        set attempts = $3, not_before = $4
        where place_id = $1 and id = $2";

    SENT = "
        update mail
        set state = 'sent', sent_at = $4, error = null
        where place_id = $1 and id = $2 and state = 'waiting' and attempts = $3";

    FORGET = "
        update mail
        set text_body = '', html_body = ''
        where place_id = $1 and id = $2 and state = 'sent' and secret = 1";

    FORGET_ONE = "
        delete from mail
        where place_id = $1 and id = $2 and state <> 'waiting'";

    PURGE = "
        delete from mail
        where place_id = $1 and created_at < $2 and state <> 'waiting'";

    LATER = "
        update mail
        set not_before = $4, error = $5
        where place_id = $1 and id = $2 and state = 'waiting' and attempts = $3";

    FAILED = "
        update mail
        set state = 'failed', error = $4
        where place_id = $1 and id = $2 and state = 'waiting' and attempts = $3";
}

/// Puts a mail in the outbox, in the transaction of the act that causes it.
///
/// # Errors
/// As the database says.
pub fn enqueue(tx: &mut Tx<'_>, mail: Mail) -> Result<MailId, Fault> {
    let id: MailId = tx.new_id();
    let (document, filename) = mail.attachment.unzip();
    let values = params![
        mail.place,
        id,
        mail.to,
        one_line(&mail.name),
        one_line(&mail.subject),
        mail.text,
        mail.html,
        document,
        filename.as_deref().map(one_line),
        tx.now(),
        mail.person,
        i64::from(mail.secret)
    ];
    tx.run(&ENQUEUE, &values)?;
    Ok(id)
}

/// A mail of a place, if it exists.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: MailId) -> Result<Option<OutboxMail>, Fault> {
    Ok(tx.optional(&FIND, &params![place, id])?)
}

/// The newest mails of a place, at most `limit`.
///
/// # Errors
/// As the database says.
pub fn list(tx: &mut Tx<'_>, place: PlaceId, limit: u32) -> Result<Vec<OutboxMail>, Fault> {
    Ok(tx.all(&LIST, &params![place, limit])?)
}

/// Forgets one mail, unless it still waits; says whether it is gone.
///
/// # Errors
/// As the database says.
pub fn forget(tx: &mut Tx<'_>, place: PlaceId, id: MailId) -> Result<bool, Fault> {
    tx.run(&FORGET_ONE, &params![place, id])?;
    Ok(find(tx, place, id)?.is_none())
}

/// Forgets the mails of a place written before a moment that wait no more, and says how many that was.
///
/// # Errors
/// As the database says.
pub fn purge(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, Fault> {
    Ok(tx.run(&PURGE, &params![place, before])?)
}

/// Whether any mail waits to be taken; a mere reading.
pub(super) fn is_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let first = tx.one(&FIRST, &params![])?.not_before;
    Ok(first.is_some_and(|first| first <= tx.now()))
}

/// Takes the mail that has waited longest; until its lease runs out no other process takes it.
pub(super) fn take(tx: &mut Tx<'_>) -> Result<Option<TakenMail>, Fault> {
    let now = tx.now();
    let Some(mut mail) = tx.optional(&TAKE_DUE, &params![now])? else {
        return Ok(None);
    };
    mail.attempts = mail.attempts.saturating_add(1);
    let until = now.plus_seconds(LEASE_SECONDS);
    tx.run(&TAKE, &params![mail.place_id, mail.id, mail.attempts, until])?;
    Ok(Some(mail))
}

/// Notes that a mail left. A secret one that really left is forgotten; one that is only shown stays to be read.
pub(super) fn sent(tx: &mut Tx<'_>, mail: &TakenMail, shown: bool) -> Result<(), Fault> {
    tx.run(&SENT, &params![mail.place_id, mail.id, mail.attempts, tx.now()])?;
    if !shown {
        tx.run(&FORGET, &params![mail.place_id, mail.id])?;
    }
    Ok(())
}

/// Notes that a mail did not leave. True when it will be tried again.
pub(super) fn not_sent(
    tx: &mut Tx<'_>,
    mail: &TakenMail,
    error: &str,
    for_ever: bool,
) -> Result<bool, Fault> {
    if for_ever || mail.attempts >= MAXIMUM_ATTEMPTS {
        tx.run(&FAILED, &params![mail.place_id, mail.id, mail.attempts, error])?;
        return Ok(false);
    }
    let at = tx.now().plus_seconds(wait_after(mail.attempts));
    tx.run(&LATER, &params![mail.place_id, mail.id, mail.attempts, at, error])?;
    Ok(true)
}

/// 1, 3, 9, 27 minutes… and never more than six hours.
fn wait_after(attempt: i64) -> i64 {
    let power = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0);
    FIRST_WAIT
        .saturating_mul(3_i64.saturating_pow(power))
        .min(LONGEST_WAIT)
}
