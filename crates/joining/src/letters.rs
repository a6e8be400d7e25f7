//! Letters to those who come and go: asked for in the transaction of the act, written in the background.

use crate::rules::application::Application;
use crate::rules::tour::Tour;
use crate::store::{applications, tours};
use kernel::{Actor, Day, Email, Id, Instant, Locale, PersonId};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::{WebSettings, Words as Formats};
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "joining.letter";
/// The job that forgets who asked and did not come.
pub(crate) const TIDY_KIND: &str = "joining.tidy";

/// Seconds after which what was never proven is forgotten: three days.
const UNPROVEN_SECONDS: i64 = 3 * 86_400;

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// A link that proves an address; who is a member already gets a link to sign in instead.
    Confirmation {
        application: Id<Application>,
        /// The end of the link.
        sealed: String,
    },
    /// Word to a new member.
    Welcome { application: Id<Application> },
    /// Word to who does not become one.
    Refusal { application: Id<Application> },
    /// When to come and look, with a link to give it up.
    TourBooked {
        tour: Id<Tour>,
        /// The end of the link.
        sealed: String,
    },
    /// Word of a notice given.
    Leaving { person: PersonId, last_day: Day },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; when its reader has no address, nothing is written.
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

/// Forgets what was never proven. Those who asked or looked and did not join are forgotten as the place decides.
pub(crate) fn tidy(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let done = context.db.write_blocking(move |tx| {
        let now: Instant = tx.now();
        Ok::<_, Fault>(applications::drop_unproven(
            tx,
            place,
            now.minus_seconds(UNPROVEN_SECONDS),
        )?)
    })?;
    Ok(JobReport {
        done: i64::try_from(done).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}

/// What every letter of a place needs.
struct Desk {
    place: Place,
    messages: Arc<Catalogue>,
    base_url: String,
}

/// Whom a letter is for.
struct Reader {
    person: Option<PersonId>,
    name: String,
    email: Option<Email>,
    language: Locale,
}

/// A letter in words.
struct Words {
    /// What its message keys say of it: `joining-mail-STEM-subject`, `-title`, `-text`, `-after`, `-button`.
    stem: &'static str,
    /// The day, or the moment, that it tells.
    when: String,
    /// Between the first paragraph and the last.
    quoted: String,
    /// Where its button leads.
    address: String,
}

impl Desk {
    fn write(&self, tx: &mut Tx<'_>, letter: &Letter) -> Result<bool, Fault> {
        match letter {
            Letter::Confirmation { application, sealed } => self.confirmation(tx, *application, sealed),
            Letter::Welcome { application } => {
                let known = applications::find(tx, self.place.id, *application)?.or_not_found()?;
                let (reader, quoted) = (applicant(&known), known.letter);
                self.send(tx, &reader, "welcome", String::new(), quoted, "me")
            }
            Letter::Refusal { application } => {
                let known = applications::find(tx, self.place.id, *application)?.or_not_found()?;
                let (reader, quoted) = (applicant(&known), known.letter);
                self.send(tx, &reader, "refusal", String::new(), quoted, "")
            }
            Letter::TourBooked { tour, sealed } => {
                let known = tours::find(tx, self.place.id, *tour)?.or_not_found()?;
                let reader = Reader {
                    person: known.person,
                    name: known.prospect.name.to_string(),
                    email: known.prospect.email.clone(),
                    language: known.prospect.language,
                };
                let when = self.formats(reader.language).when(known.starts_at);
                let stem = match known.proven_at {
                    Some(_) => "tour",
                    None => "tour-proof",
                };
                self.send(tx, &reader, stem, when, String::new(), &format!("tours/{sealed}"))
            }
            Letter::Leaving { person, last_day } => {
                let known = people::person(tx, self.place.id, *person)?.or_not_found()?;
                let reader = Reader {
                    person: Some(known.id),
                    name: known.name.full(),
                    email: known.email.clone(),
                    language: known.language.unwrap_or(self.place.language),
                };
                let when = self.formats(reader.language).day_long(*last_day);
                self.send(tx, &reader, "leaving", when, String::new(), "me/leaving")
            }
        }
    }

    /// Nothing tells from outside whether the address is a member's: they get a link to sign in, and what was asked in their name is
    /// forgotten.
    fn confirmation(&self, tx: &mut Tx<'_>, id: Id<Application>, sealed: &str) -> Result<bool, Fault> {
        let known = applications::find(tx, self.place.id, id)?.or_not_found()?;
        let reader = applicant(&known);
        let Some(email) = &reader.email else {
            return Ok(false);
        };
        let today = tx.today(&self.place.zone);
        if let Some(person) = people::person_by_email(tx, self.place.id, email)?
            && people::account_of(tx, self.place.id, person.id)?.is_some()
            && people::is_member_on(tx, self.place.id, person.id, today)?
        {
            people::send_sign_in_link(tx, self.place.id, email)?;
            return Ok(true);
        }
        self.send(
            tx,
            &reader,
            "confirmation",
            String::new(),
            String::new(),
            &format!("join/{sealed}"),
        )
    }

    fn formats(&self, locale: Locale) -> Formats {
        Formats::new(
            self.messages.clone(),
            locale,
            self.place.zone.clone(),
            self.place.currency,
        )
    }

    /// Sends a letter to somebody, in their language; it is for their eyes alone.
    fn send(
        &self,
        tx: &mut Tx<'_>,
        to: &Reader,
        stem: &'static str,
        when: String,
        quoted: String,
        path: &str,
    ) -> Result<bool, Fault> {
        let words = Words {
            stem,
            when,
            quoted,
            address: format!("{}/{path}", self.base_url),
        };
        let Some(address) = to.email.clone() else {
            return Ok(false);
        };
        let (subject, text, html) = self.compose(to, &words)?;
        mail::enqueue(
            tx,
            Mail {
                place: self.place.id,
                person: to.person,
                to: address,
                name: to.name.clone(),
                subject,
                text,
                html,
                attachment: None,
                secret: true,
            },
        )?;
        Ok(true)
    }

    fn compose(&self, to: &Reader, words: &Words) -> Result<(String, String, String), Fault> {
        let arguments = [
            ("place", Argument::from(self.place.name.as_str())),
            ("name", Argument::from(to.name.as_str())),
            ("when", Argument::from(words.when.as_str())),
        ];
        let say = |part: &str| {
            let key = format!("joining-mail-{}-{part}", words.stem);
            self.messages.text(to.language, &key, &arguments)
        };
        let greeting = self
            .messages
            .text(to.language, "joining-mail-greeting", &arguments);
        let paragraphs: Vec<String> = [greeting, say("text"), words.quoted.clone(), say("after")]
            .into_iter()
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        let button = say("button");
        let (text, html) = mail::compose(
            &self.place,
            to.language,
            &say("title"),
            &paragraphs,
            Some((&button, &words.address)),
        )?;
        Ok((say("subject"), text, html))
    }
}

fn applicant(known: &Application) -> Reader {
    Reader {
        person: known.person,
        name: known.asked.name.full(),
        email: known.asked.email.clone(),
        language: known.asked.language,
    }
}
