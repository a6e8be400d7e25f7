//! Letters about personal data: that a request came in, how it was answered, and the last one to who is erased.

use crate::rules::request::{Request, RequestKind, RequestState};
use crate::store::requests;
use kernel::{Actor, Id};
use people::Person;
use platform::database::Tx;
use platform::mail::{self, Mail, MailId};
use platform::place::{self, Place};
use platform::web::{WebSettings, Words};
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "privacy.letter";

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// A request came in.
    Received { request: Id<Request> },
    /// A request was answered.
    Answered { request: Id<Request> },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; when its reader has no address, or was erased since, nothing is written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let (Letter::Received { request } | Letter::Answered { request }) = &letter;
        let Some(request) = requests::find(tx, place, *request)? else {
            return Ok::<_, Fault>(false);
        };
        let reader = people::person(tx, place, request.person)?.or_not_found()?;
        let here = place::get(tx, place)?;
        let address = format!("{base_url}/me/data");
        let mail = match letter {
            Letter::Received { .. } => received(&messages, &here, &reader, &request, &address)?,
            Letter::Answered { .. } => answered(&messages, &here, &reader, &request, &address)?,
        };
        match mail {
            Some(mail) => mail::enqueue(tx, mail).map(|_| true),
            None => Ok(false),
        }
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// The last letter to who was erased; nobody is named by it in the outbox, and it goes once it left.
pub(crate) fn farewell(
    tx: &mut Tx<'_>,
    messages: &Catalogue,
    here: &Place,
    reader: &Person,
) -> Result<Option<MailId>, Fault> {
    let texts = Texts::new(messages, here, reader, vec![]);
    let paragraphs = [
        texts.say("privacy-mail-erased-text"),
        texts.say("privacy-mail-erased-after"),
    ];
    let mail = texts.mail("privacy-mail-erased-subject", &paragraphs, None)?;
    match mail {
        None => Ok(None),
        Some(mail) => Ok(Some(mail::enqueue(
            tx,
            Mail {
                person: None,
                secret: true,
                ..mail
            },
        )?)),
    }
}

fn received(
    messages: &Arc<Catalogue>,
    here: &Place,
    reader: &Person,
    request: &Request,
    address: &str,
) -> Result<Option<Mail>, Fault> {
    let locale = reader.language.unwrap_or(here.language);
    let words = Words::new(messages.clone(), locale, here.zone.clone(), here.currency);
    let texts = Texts::new(
        messages,
        here,
        reader,
        vec![
            ("kind", messages.text(locale, &request.kind.message(), &[])),
            ("day", words.day_long(request.due_on)),
        ],
    );
    let paragraphs = [
        texts.say("privacy-mail-received-text"),
        texts.say("privacy-mail-received-after"),
    ];
    texts.mail("privacy-mail-received-subject", &paragraphs, Some(address))
}

fn answered(
    messages: &Catalogue,
    here: &Place,
    reader: &Person,
    request: &Request,
    address: &str,
) -> Result<Option<Mail>, Fault> {
    // An erasure that was granted has its own letter.
    if request.kind == RequestKind::Erasure && request.state == RequestState::Granted {
        return Ok(None);
    }
    let locale = reader.language.unwrap_or(here.language);
    let texts = Texts::new(
        messages,
        here,
        reader,
        vec![("kind", messages.text(locale, &request.kind.message(), &[]))],
    );
    let says = match request.state {
        RequestState::Granted => "privacy-mail-granted-text",
        _ => "privacy-mail-declined-text",
    };
    let paragraphs = [
        texts.say(says),
        request.answer.clone(),
        texts.say("privacy-mail-answered-after"),
    ];
    texts.mail("privacy-mail-answered-subject", &paragraphs, Some(address))
}

/// The words of a letter to one reader.
struct Texts<'a> {
    messages: &'a Catalogue,
    here: &'a Place,
    reader: &'a Person,
    arguments: Vec<(&'static str, Argument)>,
}

impl<'a> Texts<'a> {
    fn new(
        messages: &'a Catalogue,
        here: &'a Place,
        reader: &'a Person,
        more: Vec<(&'static str, String)>,
    ) -> Self {
        let mut arguments = vec![
            ("place", Argument::from(here.name.as_str())),
            ("name", Argument::from(reader.name.full().as_str())),
        ];
        for (name, value) in more {
            arguments.push((name, Argument::from(value.as_str())));
        }
        Self {
            messages,
            here,
            reader,
            arguments,
        }
    }

    fn say(&self, key: &str) -> String {
        let locale = self.reader.language.unwrap_or(self.here.language);
        self.messages.text(locale, key, &self.arguments)
    }

    fn mail(&self, subject: &str, said: &[String], address: Option<&str>) -> Result<Option<Mail>, Fault> {
        let Some(to) = self.reader.email.clone() else {
            return Ok(None);
        };
        let locale = self.reader.language.unwrap_or(self.here.language);
        let mut paragraphs = vec![self.say("privacy-mail-greeting")];
        paragraphs.extend(said.iter().filter(|text| !text.is_empty()).cloned());
        let button = self.say("privacy-mail-button");
        let button = address.map(|address| (button.as_str(), address));
        let (text, html) = mail::compose(self.here, locale, &self.say(subject), &paragraphs, button)?;
        Ok(Some(Mail {
            place: self.here.id,
            person: Some(self.reader.id),
            to,
            name: self.reader.name.full(),
            subject: self.say(subject),
            text,
            html,
            attachment: None,
            secret: false,
        }))
    }
}
