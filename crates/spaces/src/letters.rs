//! Letters about bookings: asked for in the transaction of the act, written in the background. What time does to a request is
//! noted in the background already: its letter is written in that very transaction, by a [`Writer`].

use crate::actions::extras::due_for;
use crate::documents::booking_mail::{BookingMail, Notice};
use crate::documents::calendar_file;
use crate::rules::booking::{Booking, BookingId};
use crate::rules::resource::Resource;
use crate::store::{bookings, extras, keys, layouts, resources};
use kernel::{Actor, DocumentId, Money, PlaceId};
use people::Token;
use platform::activity::Subject;
use platform::database::{Database, Tx};
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::{WebSettings, Words};
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "spaces.letter";

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Letter {
    booking: BookingId,
    notice: String,
    base_url: String,
    cents: i64,
    /// Why, in the words of the place; empty when the notice says it all.
    #[serde(default)]
    reason: String,
}

/// Asks for a letter about a booking to the person it is for, if they have an address. `cents` is what the notice speaks of: the
/// fee of a cancellation.
///
/// # Errors
/// As the database says.
pub fn notify(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: BookingId,
    notice: Notice,
    amount: Money,
    base_url: &str,
) -> Result<(), Fault> {
    let letter = Letter {
        booking,
        notice: notice.code().to_owned(),
        base_url: base_url.to_owned(),
        cents: amount.cents(),
        reason: String::new(),
    };
    ask(tx, actor, &letter)
}

/// Asks for a letter that tells why the house moved a booking or gave it up.
pub(crate) fn notify_why(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: BookingId,
    (notice, reason): (Notice, &str),
    base_url: &str,
) -> Result<(), Fault> {
    let letter = Letter {
        booking,
        notice: notice.code().to_owned(),
        base_url: base_url.to_owned(),
        cents: 0,
        reason: reason.to_owned(),
    };
    ask(tx, actor, &letter)
}

fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes letters in the transaction of the act, for acts that wait for nobody.
#[derive(Clone)]
pub(crate) struct Writer {
    messages: Arc<Catalogue>,
    base_url: String,
    database: Database,
}

impl Writer {
    /// With what the program hands in.
    pub(crate) fn of(context: &JobContext<'_>) -> Result<Self, Fault> {
        Ok(Self {
            messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
            base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
            database: context.db.clone(),
        })
    }

    fn tools(&self) -> Tools<'_> {
        Tools {
            messages: &self.messages,
            token: Token::from_bytes(self.database.entropy().bytes()),
        }
    }

    /// Tells the person that hours they waited for came free, and until when they are kept.
    pub(crate) fn offered(&self, tx: &mut Tx<'_>, place: PlaceId, booking: &Booking) -> Result<(), Fault> {
        self.write(tx, place, booking.id, Notice::Offered)
    }

    /// Reminds the person of a booking that is given back when nobody comes.
    pub(crate) fn reminded(&self, tx: &mut Tx<'_>, place: PlaceId, booking: BookingId) -> Result<(), Fault> {
        self.write(tx, place, booking, Notice::Reminder)
    }

    /// Tells the person that their booking was given back, since nobody came.
    pub(crate) fn released(&self, tx: &mut Tx<'_>, place: PlaceId, booking: BookingId) -> Result<(), Fault> {
        self.write(tx, place, booking, Notice::Released)
    }

    fn write(
        &self,
        tx: &mut Tx<'_>,
        place: PlaceId,
        booking: BookingId,
        notice: Notice,
    ) -> Result<(), Fault> {
        let letter = Letter {
            booking,
            notice: notice.code().to_owned(),
            base_url: self.base_url.clone(),
            cents: 0,
            reason: String::new(),
        };
        write_one(tx, place, &letter, &self.tools())?;
        Ok(())
    }

    /// Tells the person that nobody answered their request in time, and what they owe for it.
    ///
    /// Nothing is written about a request whose time was over before it was written down here, in a file taken over.
    pub(crate) fn lapsed(&self, tx: &mut Tx<'_>, place: PlaceId, booking: &Booking) -> Result<(), Fault> {
        if booking
            .request_expires_at
            .is_none_or(|expiry| expiry <= booking.created_at)
        {
            return Ok(());
        }
        let letter = Letter {
            booking: booking.id,
            notice: Notice::Lapsed.code().to_owned(),
            base_url: self.base_url.clone(),
            cents: match booking.fee {
                Some(_) => due_for(tx, place, booking)?.cents(),
                None => 0,
            },
            reason: String::new(),
        };
        write_one(tx, place, &letter, &self.tools())?;
        Ok(())
    }
}

/// Writes one letter; nobody to write to, nothing written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let place = context.place;
    let token = Token::from_bytes(context.db.entropy().bytes());
    let written = context.db.write_blocking(move |tx| {
        let tools = Tools {
            messages: &messages,
            token: token.clone(),
        };
        write_one(tx, place, &letter, &tools)
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// What writing a letter takes beside the rows.
struct Tools<'a> {
    messages: &'a Arc<Catalogue>,
    /// The secret by which a reader without an account comes back to the booking.
    token: Token,
}

fn write_one(tx: &mut Tx<'_>, place: PlaceId, letter: &Letter, tools: &Tools<'_>) -> Result<bool, Fault> {
    let notice = Notice::parse(&letter.notice).map_err(Fault::internal)?;
    let booking = bookings::find(tx, place, letter.booking)?.or_not_found()?;
    let Some(person) = booking.person else {
        return Ok(false);
    };
    let person = people::person(tx, place, person)?.or_not_found()?;
    let Some(to) = person.email.clone() else {
        return Ok(false);
    };
    let resource = resources::find(tx, place, booking.resource)?.or_not_found()?;
    let place = place::get(tx, place)?;
    let locale = person.language.unwrap_or(place.language);
    let words = Words::new(tools.messages.clone(), locale, place.zone.clone(), place.currency);
    let amount = Money::from_cents(letter.cents);
    // Who has no account cannot sign in: their letter carries a key to this one booking.
    let keyed = people::account_of(tx, place.id, person.id)?.is_none();
    if keyed {
        keys::insert(tx, place.id, &tools.token.hash(), booking.id)?;
    }
    let extras = extras::of_booking(tx, place.id, booking.id)?;
    let layout = match layouts::setup(tx, place.id, booking.id)?.and_then(|setup| setup.layout) {
        Some(layout) => layouts::find(tx, place.id, layout)?,
        None => None,
    };
    let mail = BookingMail {
        notice,
        booking: &booking,
        resource: &resource,
        layout: layout.as_ref().map(|one| &one.facts.name),
        extras: &extras,
        amount,
        reason: &letter.reason,
        now: tx.now(),
        base_url: &letter.base_url,
        key: keyed.then_some(tools.token.as_str()),
    };
    let written = mail.write(&place, &person.name.full(), &words)?;
    let attachment = match notice.carries_calendar() {
        true => Some(calendar(tx, &place, &resource, &booking, &letter.base_url)?),
        false => None,
    };
    let mail = Mail {
        place: place.id,
        person: Some(person.id),
        to,
        name: person.name.full(),
        subject: written.subject,
        text: written.text,
        html: written.html,
        attachment,
        secret: keyed,
    };
    mail::enqueue(tx, mail)?;
    Ok(true)
}

/// The calendar file that goes with a letter, filed.
fn calendar(
    tx: &mut Tx<'_>,
    place: &Place,
    resource: &Resource,
    booking: &Booking,
    base_url: &str,
) -> Result<(DocumentId, String), Fault> {
    let file = calendar_file::calendar(place, resource, booking, base_url);
    let new = NewDocument {
        kind: "booking",
        filename: calendar_file::FILENAME,
        media_type: calendar_file::MEDIA_TYPE,
        bytes: file.as_bytes(),
        subject: Subject::new("booking", booking.id),
    };
    let filed = documents::store(tx, place.id, &new)?;
    Ok((filed, calendar_file::FILENAME.to_owned()))
}
