//! Letters to those who register: asked for in the transaction of the act, written in the background.

use crate::actions::kept_rooms;
use crate::documents::calendar::{self, Entry};
use crate::rules::event::Event;
use crate::rules::registration::{Attendee, Registration, RegistrationId};
use crate::store::keys::{self, Opens};
use crate::store::{events, registrations};
use kernel::{Actor, Locale};
use platform::activity::Subject;
use platform::database::Tx;
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::{WebSettings, Words};
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use spaces::calendar_file::MEDIA_TYPE;
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "events.letter";

kernel::codes! {
    /// What a letter tells.
    pub enum Notice {
        /// Somebody from outside asks: the link proves the address.
        Confirm = "confirm",
        /// The seat is theirs.
        Registered = "registered",
        /// They wait.
        Waiting = "waiting",
        /// A seat came free and is kept for a while.
        Offered = "offered",
        /// The offer is over.
        Lapsed = "lapsed",
        /// Hours or rooms changed.
        Changed = "changed",
        /// It does not take place.
        Cancelled = "cancelled",
        /// It is tomorrow.
        Reminder = "reminder",
    }
}

impl Notice {
    /// Whether the letter brings the event as a file for calendars.
    const fn carries_calendar(self) -> bool {
        matches!(
            self,
            Self::Registered | Self::Changed | Self::Cancelled | Self::Reminder
        )
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Letter {
    notice: String,
    registration: RegistrationId,
}

/// Asks for a letter about a registration, to whoever registered, if they have an address.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    notice: Notice,
    registration: RegistrationId,
) -> Result<(), Fault> {
    let letter = Letter {
        notice: notice.code().to_owned(),
        registration,
    };
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; when its reader has no address, nothing is written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let notice = Notice::parse(&letter.notice).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        // An address never proven in time was dropped with its registration.
        let Some(one) = registrations::find(tx, place, letter.registration)? else {
            return Ok(false);
        };
        let desk = Desk {
            place: place::get(tx, place)?,
            messages: messages.clone(),
            base_url: base_url.clone(),
        };
        desk.send(tx, notice, &one)
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

impl Desk {
    fn send(&self, tx: &mut Tx<'_>, notice: Notice, one: &Registration) -> Result<bool, Fault> {
        let reader = self.reader(tx, one)?;
        let Some(to) = reader.email.clone() else {
            return Ok(false);
        };
        let event = events::find(tx, self.place.id, one.event)?.or_not_found()?;
        // A letter that waited longer than the event says nothing any more.
        if event.facts.period.end() <= tx.now() {
            return Ok(false);
        }
        let rooms = kept_rooms(tx, self.place.id, event.id, event.facts.period)?;
        let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
        let location = where_it_is(&names, &event.facts.venue);
        let key = keys::make(tx, self.place.id, Opens::Registration(one.id))?;
        let letter = (notice, key.as_str());
        let (subject, text, html) = self.compose(letter, (one, &reader), &event, &location)?;
        let attachment = if notice.carries_calendar() {
            Some(self.file(tx, &event, &location)?)
        } else {
            None
        };
        mail::enqueue(
            tx,
            Mail {
                place: self.place.id,
                person: one.attendee.person,
                to,
                name: reader.name.clone(),
                subject,
                text,
                html,
                attachment,
                // The link lets its reader in: nobody else gives their seat up.
                secret: true,
            },
        )?;
        Ok(true)
    }

    /// Who reads the letter: a person of the place is written to as they are called today.
    fn reader(&self, tx: &mut Tx<'_>, one: &Registration) -> Result<Attendee, Fault> {
        let Some(person) = one.attendee.person else {
            return Ok(one.attendee.clone());
        };
        let known = people::person(tx, self.place.id, person)?.or_not_found()?;
        Ok(Attendee {
            person: Some(person),
            name: known.name.full(),
            email: known.email,
            language: known.language.unwrap_or(one.attendee.language),
        })
    }

    fn file(
        &self,
        tx: &mut Tx<'_>,
        event: &Event,
        location: &str,
    ) -> Result<(kernel::DocumentId, String), Fault> {
        let entry = Entry { event, location };
        let file = calendar::calendar(&self.place, None, &[entry], &self.base_url);
        let new = NewDocument {
            kind: "event",
            filename: calendar::FILENAME,
            media_type: MEDIA_TYPE,
            bytes: file.as_bytes(),
            subject: Subject::new("event", event.id),
        };
        let stored = documents::store(tx, self.place.id, &new)?;
        Ok((stored, calendar::FILENAME.to_owned()))
    }

    fn compose(
        &self,
        (notice, key): (Notice, &str),
        (one, reader): (&Registration, &Attendee),
        event: &Event,
        location: &str,
    ) -> Result<(String, String, String), Fault> {
        let locale = reader.language;
        let words = Words::new(
            self.messages.clone(),
            locale,
            self.place.zone.clone(),
            self.place.currency,
        );
        let until = one.offered_until.map(|at| words.when(at)).unwrap_or_default();
        let arguments = vec![
            ("place", Argument::from(self.place.name.as_str())),
            ("name", Argument::from(reader.name.as_str())),
            ("title", Argument::from(event.facts.title.as_str())),
            ("when", Argument::from(words.period(event.facts.period))),
            ("where", Argument::from(location)),
            ("until", Argument::from(until)),
            ("people", Argument::from(one.people())),
        ];
        let mut quoted = words.text("events-mail-facts", &arguments).trim_end().to_owned();
        if notice == Notice::Cancelled && !event.reason.is_empty() {
            quoted = format!("{}\n\n{quoted}", event.reason);
        }
        let draft = Draft {
            stem: format!("events-mail-{}", notice.code()),
            arguments,
            quoted,
            address: format!("{}/registrations/{key}", self.base_url),
        };
        compose(&self.place, &self.messages, locale, &draft)
    }
}

/// A letter before it is put in words: its keys are `STEM-subject`, `-title`, `-text`, `-after` and `-button`.
pub(crate) struct Draft<'a> {
    /// The beginning of its keys.
    pub(crate) stem: String,
    /// What its messages show.
    pub(crate) arguments: Vec<(&'a str, Argument)>,
    /// Between the first paragraph and the last.
    pub(crate) quoted: String,
    /// Where its button leads.
    pub(crate) address: String,
}

/// The subject, the text and the HTML of a letter.
pub(crate) fn compose(
    place: &Place,
    messages: &Arc<Catalogue>,
    locale: Locale,
    draft: &Draft<'_>,
) -> Result<(String, String, String), Fault> {
    let say = |part: &str| {
        let key = format!("{}-{part}", draft.stem);
        messages.text(locale, &key, &draft.arguments)
    };
    let greeting = messages.text(locale, "events-mail-greeting", &draft.arguments);
    let paragraphs: Vec<String> = [greeting, say("text"), draft.quoted.clone(), say("after")]
        .into_iter()
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    let button = say("button");
    let act = Some((button.as_str(), draft.address.as_str()));
    let (text, html) = mail::compose(place, locale, &say("title"), &paragraphs, act)?;
    Ok((say("subject"), text, html))
}

/// Rooms and what else is said of where, on one line.
pub(crate) fn where_it_is(rooms: &[&str], venue: &str) -> String {
    rooms
        .iter()
        .copied()
        .chain(std::iter::once(venue))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
