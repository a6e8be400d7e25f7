//! Letters to guests: asked for in the transaction of the act, written in the background.

use crate::store::bookings;
use kernel::{Actor, Instant};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place;
use platform::web::{WebSettings, Words};
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use spaces::BookingId;
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "guests.letter";
/// The job that forgets who never proved their address.
pub(crate) const TIDY_KIND: &str = "guests.tidy";

/// Seconds after which what was never proven is forgotten: three days.
const UNPROVEN_SECONDS: i64 = 3 * 86_400;

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// The link that proves an address; who has an account reads that they have one.
    Proof {
        booking: BookingId,
        /// The end of the link.
        secret: String,
    },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; nobody to write to, nothing written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let desk = Desk {
        messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
        base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
        place: context.place,
    };
    let written = context.db.write_blocking(move |tx| match &letter {
        Letter::Proof { booking, secret } => desk.proof(tx, *booking, secret),
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// Forgets who never proved their address.
pub(crate) fn tidy(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let done = context.db.write_blocking(move |tx| {
        let now: Instant = tx.now();
        Ok::<_, Fault>(bookings::forget_unproven(
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

/// What every letter needs.
#[derive(Clone)]
struct Desk {
    messages: Arc<Catalogue>,
    base_url: String,
    place: kernel::PlaceId,
}

impl Desk {
    fn proof(&self, tx: &mut Tx<'_>, id: BookingId, secret: &str) -> Result<bool, Fault> {
        let Some(known) = bookings::find(tx, self.place, id)? else {
            return Ok(false);
        };
        let Some(email) = known.asked.email.clone() else {
            return Ok(false);
        };
        let booking = spaces::store::bookings::find(tx, self.place, id)?.or_not_found()?;
        let space = spaces::store::resources::find(tx, self.place, booking.resource)?.or_not_found()?;
        let place = place::get(tx, self.place)?;
        let account = match people::person_by_email(tx, self.place, &email)? {
            Some(person) => people::account_of(tx, self.place, person.id)?,
            None => None,
        };
        let locale = known.asked.language;
        let words = Words::new(self.messages.clone(), locale, place.zone.clone(), place.currency);
        let until = booking.request_expires_at.map(|at| words.when(at));
        let name = known.asked.name.full();
        let arguments = [
            ("name", Argument::from(name.as_str())),
            ("place", Argument::from(place.name.as_str())),
            ("space", Argument::from(space.facts.name.as_str())),
            ("when", Argument::from(words.period(booking.period()))),
            ("until", Argument::from(until.unwrap_or_default())),
        ];
        let say = |key: &str| words.text(key, &arguments);
        let mut paragraphs = vec![say("guests-mail-greeting"), say("guests-mail-proof-text")];
        if account.is_some() {
            paragraphs.push(say("guests-mail-proof-account"));
        }
        paragraphs.push(say("guests-mail-proof-after"));
        let link = format!("{}/guest-confirmations/{secret}", self.base_url);
        let button = say("guests-mail-proof-button");
        let subject = say("guests-mail-proof-subject");
        let (text, html) = mail::compose(&place, locale, &subject, &paragraphs, Some((&button, &link)))?;
        mail::enqueue(
            tx,
            Mail {
                place: place.id,
                person: None,
                to: email,
                name,
                subject,
                text,
                html,
                attachment: None,
                secret: true,
            },
        )?;
        Ok(true)
    }
}
