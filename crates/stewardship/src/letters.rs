//! The letters of the house: written by jobs, in the language of their reader.

use crate::actions::number_setting;
use crate::rules::delivery::{Delivery, USUAL_REMINDER_DAYS};
use crate::rules::incident::Incident;
use crate::store::{deliveries, incidents};
use kernel::{Actor, Email, Id, Locale, MinuteOfDay, PersonId, PlaceId};
use people::Party;
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::{WebSettings, Words};
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "stewardship.letter";
/// The job that reminds those whose letters wait.
pub(crate) const REMINDERS: &str = "stewardship.reminders";
/// The setting that says after how many days; 0 for never.
pub(crate) const REMINDER_SETTING: &str = "stewardship.reminder_days";

/// Nobody is reminded before this hour, nor from the other on.
const POLITE_HOURS: std::ops::Range<u16> = 9..19;

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// Something arrived.
    Arrived { delivery: Id<Delivery> },
    /// Something was said or done about an incident.
    FollowedUp { incident: Id<Incident> },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter to each of its readers who has an address.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let desk = WritingDesk::of(context)?;
    let written = context.db.write_blocking(move |tx| desk.write(tx, &letter))?;
    Ok(JobReport {
        done: written,
        ..JobReport::default()
    })
}

/// Reminds those whose letters wait, at an hour at which one writes to people.
pub(crate) fn remind(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let due = context.db.read_blocking(move |tx| due(tx, place))?;
    let desk = WritingDesk::of(context)?;
    let mut report = JobReport::default();
    for id in due {
        let desk = desk.clone();
        let written = context.db.write_blocking(move |tx| desk.remind(tx, id))?;
        report.done = report.done.saturating_add(written);
    }
    Ok(report)
}

/// The deliveries whose addressees are to be reminded now.
fn due(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Id<Delivery>>, Fault> {
    let zone = place::get(tx, place)?.zone;
    let hour = MinuteOfDay::hour(zone.minute_of(tx.now()));
    if !POLITE_HOURS.contains(&hour) {
        return Ok(vec![]);
    }
    let waiting = deliveries::waiting(tx, place)?;
    let mut due = Vec::new();
    for one in waiting {
        if is_due(tx, place, &one)? {
            due.push(one.id);
        }
    }
    Ok(due)
}

fn is_due(tx: &mut Tx<'_>, place: PlaceId, one: &Delivery) -> Result<bool, Fault> {
    let zone = place::get(tx, place)?.zone;
    let days = number_setting(tx, place, REMINDER_SETTING, USUAL_REMINDER_DAYS)?;
    let today = tx.today(&zone);
    Ok(one
        .told_at
        .is_some_and(|at| one.is_reminder_due(zone.day_of(at), today, days)))
}

/// What every letter of a place needs.
#[derive(Clone)]
struct WritingDesk {
    place: PlaceId,
    messages: Arc<Catalogue>,
    base_url: String,
}

/// Who reads a letter.
struct Reader {
    person: Option<PersonId>,
    name: String,
    email: Email,
    language: Option<Locale>,
}

/// A letter in words.
struct Wording {
    /// What its message keys say of it: `stewardship-mail-STEM-subject`, `-title`, `-text`, `-after`, `-button`.
    stem: &'static str,
    arguments: Vec<(&'static str, Argument)>,
    /// Where its button leads, a path of ours.
    path: String,
}

impl WritingDesk {
    fn of(context: &JobContext<'_>) -> Result<Self, Fault> {
        Ok(Self {
            place: context.place,
            messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
            base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
        })
    }

    /// How many were written to.
    fn write(&self, tx: &mut Tx<'_>, letter: &Letter) -> Result<i64, Fault> {
        match letter {
            Letter::Arrived { delivery } => {
                let delivery = deliveries::lock(tx, self.place, *delivery)?.or_not_found()?;
                if delivery.ended.is_some() || delivery.told_at.is_some() {
                    return Ok(0);
                }
                self.tell(tx, &delivery, "arrived", 0)
            }
            Letter::FollowedUp { incident } => self.tell_reporter(tx, *incident),
        }
    }

    /// Reminds of a delivery, unless somebody came for it meanwhile.
    fn remind(&self, tx: &mut Tx<'_>, id: Id<Delivery>) -> Result<i64, Fault> {
        let delivery = deliveries::lock(tx, self.place, id)?.or_not_found()?;
        if !is_due(tx, self.place, &delivery)? {
            return Ok(0);
        }
        let reminders = delivery.reminders.saturating_add(1);
        self.tell(tx, &delivery, "waiting", reminders)
    }

    fn tell(
        &self,
        tx: &mut Tx<'_>,
        delivery: &Delivery,
        stem: &'static str,
        reminders: i64,
    ) -> Result<i64, Fault> {
        let place = place::get(tx, self.place)?;
        let names = people::addressees(tx, self.place, &[delivery.addressee])?;
        let whom = names.get(&delivery.addressee).map(|known| known.name.clone());
        let mut written = 0_i64;
        for reader in readers(tx, self.place, delivery.addressee)? {
            let locale = reader.language.unwrap_or(place.language);
            let words = Words::new(self.messages.clone(), locale, place.zone.clone(), place.currency);
            let arrived = words.day_of(delivery.arrived_at);
            let wording = Wording {
                stem,
                arguments: vec![
                    ("kind", Argument::from(delivery.kind.code())),
                    ("count", Argument::from(delivery.quantity)),
                    ("whom", Argument::from(whom.clone().unwrap_or_default())),
                    ("sender", Argument::from(delivery.sender.as_str())),
                    (
                        "known",
                        Argument::from(if delivery.sender.is_empty() { "no" } else { "yes" }),
                    ),
                    ("day", Argument::from(arrived)),
                ],
                path: "/me/deliveries".to_owned(),
            };
            self.send(tx, &place, reader, &wording)?;
            written = written.saturating_add(1);
        }
        if written > 0 {
            deliveries::told(tx, self.place, delivery.id, reminders)?;
        }
        Ok(written)
    }

    /// Tells whoever reported an incident where it stands and what was said last.
    fn tell_reporter(&self, tx: &mut Tx<'_>, id: Id<Incident>) -> Result<i64, Fault> {
        let place = place::get(tx, self.place)?;
        let incident = incidents::find(tx, self.place, id)?.or_not_found()?;
        if incident.unnamed {
            return Ok(0);
        }
        let last = incidents::steps(tx, self.place, id)?.pop();
        let said = last.map(|step| step.body).unwrap_or_default();
        let Some(reader) = readers(tx, self.place, Party::Person(incident.reporter))?.pop() else {
            return Ok(0);
        };
        let wording = Wording {
            stem: "incident",
            arguments: vec![
                ("title", Argument::from(incident.title.as_str())),
                ("state", Argument::from(incident.state.code())),
                ("said", Argument::from(said.as_str())),
                (
                    "spoken",
                    Argument::from(if said.is_empty() { "no" } else { "yes" }),
                ),
            ],
            path: format!("/me/incidents/{id}"),
        };
        self.send(tx, &place, reader, &wording)?;
        Ok(1)
    }

    /// Sends a letter to a reader, in their language.
    fn send(&self, tx: &mut Tx<'_>, place: &Place, to: Reader, wording: &Wording) -> Result<(), Fault> {
        let locale = to.language.unwrap_or(place.language);
        let mut arguments = wording.arguments.clone();
        arguments.push(("place", Argument::from(place.name.as_str())));
        arguments.push(("name", Argument::from(to.name.as_str())));
        let say = |part: &str| {
            let key = format!("stewardship-mail-{}-{part}", wording.stem);
            self.messages.text(locale, &key, &arguments)
        };
        let greeting = self
            .messages
            .text(locale, "stewardship-mail-greeting", &arguments);
        let paragraphs: Vec<String> = [greeting, say("text"), say("after")].into();
        let address = format!("{}{}", self.base_url, wording.path);
        let button = say("button");
        let (text, html) = mail::compose(
            place,
            locale,
            &say("title"),
            &paragraphs,
            Some((&button, &address)),
        )?;
        let subject = say("subject");
        mail::enqueue(
            tx,
            Mail {
                place: place.id,
                person: to.person,
                to: to.email,
                name: to.name,
                subject,
                text,
                html,
                attachment: None,
                secret: false,
            },
        )?;
        Ok(())
    }
}

/// Who reads what is written to a person or an organisation: an organisation at its own address, else each of its people.
fn readers(tx: &mut Tx<'_>, place: PlaceId, party: Party) -> Result<Vec<Reader>, Fault> {
    let known = people::addressees(tx, place, &[party])?.remove(&party);
    let own = known.and_then(|known| {
        Some(Reader {
            person: match party {
                Party::Person(person) => Some(person),
                Party::Organisation(_) => None,
            },
            name: known.name,
            email: known.email?,
            language: known.language,
        })
    });
    match (own, party) {
        (Some(own), _) => Ok(vec![own]),
        (None, Party::Person(_)) => Ok(vec![]),
        (None, Party::Organisation(organisation)) => {
            let persons = people::persons_of(tx, place, organisation)?;
            let reader = |person: people::Person| {
                Some(Reader {
                    person: Some(person.id),
                    name: person.name.full(),
                    email: person.email?,
                    language: person.language,
                })
            };
            Ok(persons.into_iter().filter_map(reader).collect())
        }
    }
}
