//! Letters to who is invited to a booking: one to each, with the event as a request or as called off (RFC 5546).

use crate::documents::invitation_mail::InvitationMail;
use crate::rules::booking::BookingId;
use crate::rules::participants::{Participant, ParticipantId};
use crate::store::{bookings, participants, resources};
use kernel::{Actor, PlaceId};
use people::Token;
use platform::activity::Subject;
use platform::database::Tx;
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place;
use platform::web::{WebSettings, Words};
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes the letters about one booking.
pub(crate) const KIND: &str = "spaces.invitations";

kernel::codes! {
    /// What the letter says of the event.
    pub(crate) enum Method {
        /// It takes place, then and there.
        Request = "request",
        /// It is off, or it is off for them.
        Cancel = "cancel",
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Letters {
    booking: BookingId,
    method: String,
    /// To whom; to everybody who is invited when nobody is named.
    participants: Option<Vec<ParticipantId>>,
}

/// Asks for letters about a booking. Addresses stay in their table.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: BookingId,
    method: Method,
    participants: Option<Vec<ParticipantId>>,
) -> Result<(), Fault> {
    let letters = Letters {
        booking,
        method: method.code().to_owned(),
        participants,
    };
    let payload = serde_json::to_value(letters).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes the letters that were asked for.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letters: Letters = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let (place, database) = (context.place, context.db.clone());
    let done = context.db.write_blocking(move |tx| {
        let method = Method::parse(&letters.method).map_err(Fault::internal)?;
        let mut written = 0;
        for one in wanted(tx, place, &letters)? {
            let token = Token::from_bytes(database.entropy().bytes());
            let office = Office {
                messages: &messages,
                base_url: &base_url,
                place,
            };
            office.write(tx, &one, method, &token)?;
            written += 1;
        }
        Ok::<_, Fault>(written)
    })?;
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

fn wanted(tx: &mut Tx<'_>, place: PlaceId, letters: &Letters) -> Result<Vec<Participant>, Fault> {
    let mut all = participants::of_booking(tx, place, letters.booking)?;
    match &letters.participants {
        Some(named) => all.retain(|one| named.contains(&one.id)),
        None => all.retain(|one| one.removed_at.is_none()),
    }
    Ok(all)
}

struct Office<'a> {
    messages: &'a Arc<Catalogue>,
    base_url: &'a str,
    place: PlaceId,
}

impl Office<'_> {
    fn write(&self, tx: &mut Tx<'_>, one: &Participant, method: Method, token: &Token) -> Result<(), Fault> {
        let booking = bookings::find(tx, self.place, one.booking)?.or_not_found()?;
        let resource = resources::find(tx, self.place, booking.resource)?.or_not_found()?;
        let place = place::get(tx, self.place)?;
        let host = match booking.person {
            Some(person) => people::person(tx, self.place, person)?,
            None => None,
        };
        let known = people::person_by_email(tx, self.place, &one.email)?;
        let locale = known.and_then(|known| known.language).unwrap_or(place.language);
        let words = Words::new(self.messages.clone(), locale, place.zone.clone(), place.currency);
        let letter = InvitationMail {
            method,
            booking: &booking,
            resource: &resource,
            host: host.as_ref(),
            to: one,
            base_url: self.base_url,
            secret: token.as_str(),
        };
        let written = letter.write(&place, &words)?;
        let file = letter.calendar(&place);
        let new = NewDocument {
            kind: "booking",
            filename: InvitationMail::FILENAME,
            media_type: letter.media_type(),
            bytes: file.as_bytes(),
            subject: Subject::new("booking", booking.id),
        };
        let document = documents::store(tx, place.id, &new)?;
        if one.removed_at.is_some() {
            participants::forget(tx, self.place, one.id)?;
        } else {
            participants::set_secret(tx, self.place, one.id, &token.hash())?;
        }
        mail::enqueue(
            tx,
            Mail {
                place: place.id,
                person: None,
                to: one.email.clone(),
                name: String::new(),
                subject: written.subject,
                text: written.text,
                html: written.html,
                attachment: Some((document, InvitationMail::FILENAME.to_owned())),
                secret: true,
            },
        )?;
        Ok(())
    }
}
