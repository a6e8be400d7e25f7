//! The outbox: every mail that left the house, or would have in a demonstration.

use askama::Template;
use platform::failure::OrNotFound;
use platform::mail::{self, MailId, OutboxMail};
use platform::web::{Answer, Path, Shell, Visit};

/// How many mails the list shows, newest first.
const SHOWN: u32 = 200;

#[derive(Template)]
#[template(path = "outbox.html")]
struct OutboxPage {
    shell: Shell,
    mails: Vec<OutboxMail>,
}

/// The key of the message that says where a mail stands.
fn state_key(letter: &OutboxMail) -> String {
    format!("app-outbox-state-{}", letter.state)
}

#[derive(Template)]
#[template(path = "outbox_mail.html")]
struct OutboxMailPage {
    shell: Shell,
    letter: OutboxMail,
    /// Whether it may be read here: a mail that lets its reader in is for them alone, except in a demonstration.
    readable: bool,
    /// The page of ours that the mail leads to, to be followed from here.
    link: Option<String>,
}

impl OutboxMailPage {
    fn recipient(&self) -> String {
        format!("{} <{}>", self.letter.recipient_name, self.letter.recipient)
    }
}

/// `GET /office/outbox`.
pub(super) async fn list(visit: Visit) -> Answer {
    let mails = visit.read(|tx, actor| mail::list(tx, actor.place, SHOWN)).await?;
    visit.page(&OutboxPage {
        shell: visit.shell("app-outbox-title"),
        mails,
    })
}

/// `GET /office/outbox/{id}`.
pub(super) async fn show(visit: Visit, Path(id): Path<MailId>) -> Answer {
    let letter = visit
        .read(move |tx, actor| mail::find(tx, actor.place, id))
        .await?
        .or_not_found()?;
    let readable = letter.secret == 0 || visit.place.demonstration;
    let link = own_link(&letter.text_body, &visit.app.settings.base_url).filter(|_| readable);
    visit.page(&OutboxMailPage {
        shell: visit.shell_titled(letter.subject.clone()),
        letter,
        readable,
        link,
    })
}

/// The first address of this house in a text, as a path.
fn own_link(text: &str, base_url: &str) -> Option<String> {
    let words = text.split_whitespace();
    let path = words
        .filter_map(|word| word.strip_prefix(base_url))
        .find(|path| path.starts_with('/'))?;
    Some(path.to_owned())
}
