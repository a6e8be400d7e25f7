//! Letters between members: asked for in the transaction of the act, written in the background.

use crate::rules::notice::Notice;
use crate::store::notices;
use kernel::{Actor, Id, Locale, PersonId};
use people::Person;
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::WebSettings;
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "directory.letter";

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// What one member writes to another.
    Note {
        from: PersonId,
        to: PersonId,
        text: String,
    },
    /// Word to one of two who are brought together.
    Introduction {
        notice: Id<Notice>,
        to: PersonId,
        other: PersonId,
        skills: Vec<String>,
    },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; when its reader has no address any more, nothing is written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let desk = Desk {
            place: place::get(tx, place)?,
            messages: messages.clone(),
            base_url: base_url.clone(),
        };
        desk.write(tx, &letter)
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// What every letter of a place needs.
struct Desk {
    place: Place,
    messages: Arc<Catalogue>,
    base_url: String,
}

/// A letter in words.
struct Words {
    /// What its message keys say of it: `directory-mail-STEM-subject`, `-title`, `-text`, `-after`, `-button`.
    stem: &'static str,
    arguments: Vec<(&'static str, Argument)>,
    /// Between the first paragraph and the last.
    quoted: String,
    /// Where its button leads.
    address: String,
}

impl Desk {
    fn write(&self, tx: &mut Tx<'_>, letter: &Letter) -> Result<bool, Fault> {
        match letter {
            Letter::Note { from, to, text } => {
                let (writer, reader) = (self.person(tx, *from)?, self.person(tx, *to)?);
                let Some(answer_to) = &writer.email else {
                    return Ok(false);
                };
                let words = Words {
                    stem: "note",
                    arguments: vec![
                        ("writer", Argument::from(writer.name.full().as_str())),
                        ("address", Argument::from(answer_to.as_str())),
                    ],
                    quoted: text.clone(),
                    address: format!("mailto:{answer_to}"),
                };
                self.send(tx, &reader, &words)
            }
            Letter::Introduction {
                notice,
                to,
                other,
                skills,
            } => {
                let (reader, other) = (self.person(tx, *to)?, self.person(tx, *other)?);
                let notice = notices::find(tx, self.place.id, *notice)?.or_not_found()?;
                let stem = if notice.author == reader.id {
                    "introduced-author"
                } else {
                    "introduced-helper"
                };
                let words = Words {
                    stem,
                    arguments: vec![
                        ("other", Argument::from(other.name.full().as_str())),
                        ("title", Argument::from(notice.title.as_str())),
                        ("skills", Argument::from(skills.join(", ").as_str())),
                    ],
                    quoted: String::new(),
                    address: format!("{}/directory/{}", self.base_url, other.id),
                };
                self.send(tx, &reader, &words)
            }
        }
    }

    fn person(&self, tx: &mut Tx<'_>, id: PersonId) -> Result<Person, Fault> {
        people::person(tx, self.place.id, id)?.or_not_found()
    }

    /// Sends a letter to somebody, in their language; it is for their eyes alone.
    fn send(&self, tx: &mut Tx<'_>, to: &Person, words: &Words) -> Result<bool, Fault> {
        let Some(address) = to.email.clone() else {
            return Ok(false);
        };
        let locale: Locale = to.language.unwrap_or(self.place.language);
        let mut arguments = words.arguments.clone();
        arguments.push(("place", Argument::from(self.place.name.as_str())));
        arguments.push(("name", Argument::from(to.name.full().as_str())));
        let say = |part: &str| {
            self.messages.text(
                locale,
                &format!("directory-mail-{}-{part}", words.stem),
                &arguments,
            )
        };
        let paragraphs: Vec<String> = [
            self.messages.text(locale, "directory-mail-greeting", &arguments),
            say("text"),
            words.quoted.clone(),
            say("after"),
        ]
        .into_iter()
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
        let button = say("button");
        let (text, html) = mail::compose(
            &self.place,
            locale,
            &say("title"),
            &paragraphs,
            Some((&button, &words.address)),
        )?;
        mail::enqueue(
            tx,
            Mail {
                place: self.place.id,
                person: Some(to.id),
                to: address,
                name: to.name.full(),
                subject: say("subject"),
                text,
                html,
                attachment: None,
                secret: true,
            },
        )?;
        Ok(true)
    }
}
