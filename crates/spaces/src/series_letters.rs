//! Letters about series: asked for in the transaction of the act, written in the background, one for all the bookings it changed.

use crate::actions::extras::due_for_all;
use crate::documents::calendar_file;
use crate::documents::series_mail::{SeriesMail, SeriesNotice};
use crate::rules::booking::{Booking, BookingId};
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::series::{Series, SeriesId};
use crate::store::{resources, series};
use kernel::{Actor, PlaceId};
use platform::activity::Subject;
use platform::database::Tx;
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::Words;
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The job that writes one letter about a series.
pub(crate) const KIND: &str = "spaces.series_letter";

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Letter {
    series: SeriesId,
    bookings: Vec<BookingId>,
    notice: String,
    base_url: String,
}

/// Asks for one letter about these bookings of a series to the person they are for, if they have an address.
///
/// # Errors
/// As the database says.
pub fn notify_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    series: SeriesId,
    bookings: &[Booking],
    notice: SeriesNotice,
    base_url: &str,
) -> Result<(), Fault> {
    let letter = Letter {
        series,
        bookings: bookings.iter().map(|booking| booking.id).collect(),
        notice: notice.code().to_owned(),
        base_url: base_url.to_owned(),
    };
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes one letter; nobody to write to, nothing written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let place = context.place;
    let written = context
        .db
        .write_blocking(move |tx| write_one(tx, place, &letter, &messages))?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

fn write_one(
    tx: &mut Tx<'_>,
    place: PlaceId,
    letter: &Letter,
    messages: &Arc<Catalogue>,
) -> Result<bool, Fault> {
    let notice = SeriesNotice::parse(&letter.notice).map_err(Fault::internal)?;
    let known = series::find(tx, place, letter.series)?.or_not_found()?;
    let Some(person) = known.person else {
        return Ok(false);
    };
    let person = people::person(tx, place, person)?.or_not_found()?;
    let Some(to) = person.email.clone() else {
        return Ok(false);
    };
    let mut bookings = series::bookings(tx, place, letter.series)?;
    bookings.retain(|booking| letter.bookings.contains(&booking.id));
    let resources: BTreeMap<ResourceId, Resource> = resources::list(tx, place)?
        .into_iter()
        .map(|one| (one.id, one))
        .collect();
    let place = place::get(tx, place)?;
    let locale = person.language.unwrap_or(place.language);
    let words = Words::new(messages.clone(), locale, place.zone.clone(), place.currency);
    let mail = SeriesMail {
        notice,
        series: &known,
        bookings: &bookings,
        resources: &resources,
        total: due_for_all(tx, place.id, &bookings)?,
        base_url: &letter.base_url,
    };
    let written = mail.write(&place, &person.name.full(), &words)?;
    let attachment = attached(tx, &place, &known, &bookings, &resources, &letter.base_url)?;
    let mail = Mail {
        place: place.id,
        person: Some(person.id),
        to,
        name: person.name.full(),
        subject: written.subject,
        text: written.text,
        html: written.html,
        attachment: Some((attachment, calendar_file::FILENAME.to_owned())),
        secret: false,
    };
    mail::enqueue(tx, mail)?;
    Ok(true)
}

/// The one calendar file with all the bookings.
fn attached(
    tx: &mut Tx<'_>,
    place: &Place,
    known: &Series,
    bookings: &[Booking],
    resources: &BTreeMap<ResourceId, Resource>,
    base_url: &str,
) -> Result<kernel::DocumentId, Fault> {
    let events: Vec<(&Resource, &Booking)> = bookings
        .iter()
        .filter_map(|booking| Some((resources.get(&booking.resource)?, booking)))
        .collect();
    let file = calendar_file::calendar_of(place, &events, base_url);
    let new = NewDocument {
        kind: "booking",
        filename: calendar_file::FILENAME,
        media_type: calendar_file::MEDIA_TYPE,
        bytes: file.as_bytes(),
        subject: Subject::new("series", known.id),
    };
    documents::store(tx, place.id, &new)
}
