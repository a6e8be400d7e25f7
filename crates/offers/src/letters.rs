//! Letters about what people hold: written in the background, in the language of who reads them.

use kernel::PersonId;
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::Place;
use platform::web::{WebSettings, Words as Formats};
use platform::{Argument, Catalogue, Fault, JobContext, place};
use std::sync::Arc;

/// What every letter of a place needs.
#[derive(Clone)]
pub(crate) struct Desk {
    place: Place,
    messages: Arc<Catalogue>,
    base_url: String,
}

/// A letter in words.
pub(crate) struct Wording {
    /// What its message keys say of it: `offers-mail-STEM-subject`, `-title`, `-text`, `-after`, `-button`.
    pub(crate) stem: &'static str,
    /// What it names.
    pub(crate) name: String,
    /// How many.
    pub(crate) count: i64,
    /// Two days that it tells.
    pub(crate) days: (Option<kernel::Day>, Option<kernel::Day>),
    /// Between the first paragraph and the last.
    pub(crate) quoted: String,
    /// Where its button leads.
    pub(crate) path: String,
}

impl Desk {
    /// For the place of a job.
    pub(crate) fn of(context: &JobContext<'_>) -> Result<Self, Fault> {
        let place = context.place;
        Ok(Self {
            place: context.db.read_blocking(move |tx| place::get(tx, place))?,
            messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
            base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
        })
    }

    /// The place.
    pub(crate) const fn place(&self) -> &Place {
        &self.place
    }

    /// Writes to a person, in their language; nothing when they have no address. Says whether a letter went out.
    pub(crate) fn write(&self, tx: &mut Tx<'_>, to: PersonId, words: &Wording) -> Result<bool, Fault> {
        let Some(known) = people::person(tx, self.place.id, to)? else {
            return Ok(false);
        };
        let Some(email) = known.email.clone() else {
            return Ok(false);
        };
        let locale = known.language.unwrap_or(self.place.language);
        let formats = Formats::new(
            self.messages.clone(),
            locale,
            self.place.zone.clone(),
            self.place.currency,
        );
        let day = |day: Option<kernel::Day>| day.map(|day| formats.day_long(day)).unwrap_or_default();
        let (name, what) = (known.name.full(), words.name.as_str());
        let (first, last) = (day(words.days.0), day(words.days.1));
        let arguments = [
            ("place", Argument::from(self.place.name.as_str())),
            ("name", Argument::from(name.as_str())),
            ("what", Argument::from(what)),
            ("count", Argument::from(words.count)),
            ("day", Argument::from(first.as_str())),
            ("until", Argument::from(last.as_str())),
        ];
        let say = |part: &str| {
            let key = format!("offers-mail-{}-{part}", words.stem);
            self.messages.text(locale, &key, &arguments)
        };
        let greeting = self.messages.text(locale, "offers-mail-greeting", &arguments);
        let paragraphs: Vec<String> = [greeting, say("text"), words.quoted.clone(), say("after")]
            .into_iter()
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        let address = format!("{}{}", self.base_url, words.path);
        let button = say("button");
        let (text, html) = mail::compose(
            &self.place,
            locale,
            &say("title"),
            &paragraphs,
            Some((&button, &address)),
        )?;
        mail::enqueue(
            tx,
            Mail {
                place: self.place.id,
                person: Some(known.id),
                to: email,
                name,
                subject: say("subject"),
                text,
                html,
                attachment: None,
                secret: false,
            },
        )?;
        Ok(true)
    }
}
