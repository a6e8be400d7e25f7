//! Letters to who is invited to bookings (RFC 5546): each gets one with all that they do not know yet.
//!
//! The job reads what somebody was told last and what stands now, and writes the difference. Asked for twice, or late, it says nothing
//! twice; a series that moved is one letter to each, not one for each date.

use crate::documents::invitation_mail::{Happening, InvitationMail};
use crate::rules::booking::{Booking, BookingId};
use crate::rules::participants::{Method, Participant, gist, owed};
use crate::rules::resource::Resource;
use crate::rules::series::SeriesId;
use crate::store::{bookings, participants, resources, series};
use kernel::{Actor, DocumentId, Email, Instant, PlaceId};
use people::{Person, Token};
use platform::activity::Subject;
use platform::database::{Database, Tx};
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::{RateLimit, WebSettings, Words, allow};
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// The job that writes the letters about one booking, or about one series.
pub(crate) const KIND: &str = "spaces.invitations";

/// Letters that one account asks for in an hour: a booking is no way to write to the whole town.
const INVITATIONS: RateLimit = RateLimit {
    tries: 60,
    seconds: 3_600,
};

/// Letters in an hour that tell of changes: what is over that waits for the next hour, and tells of them all at once.
const CHANGES: RateLimit = RateLimit {
    tries: 200,
    seconds: 3_600,
};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct About {
    booking: BookingId,
    series: Option<SeriesId>,
}

/// Asks for what those invited to a booking do not know yet. Addresses stay in their table.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, booking: BookingId, at: Instant) -> Result<(), Fault> {
    let series = series::of_booking(tx, actor.place, booking)?;
    let payload = serde_json::to_value(About { booking, series }).map_err(Fault::internal)?;
    jobs::enqueue_at(tx, actor, KIND, &payload, None, at)?;
    Ok(())
}

/// Counts invitations against who asks for them; for how many seconds there are no more.
pub(crate) fn count_invitations(
    tx: &mut Tx<'_>,
    actor: &Actor,
    letters: usize,
) -> Result<Option<i64>, Fault> {
    counted(tx, actor, ("invitations", INVITATIONS), letters)
}

/// Counts news of changes against who makes them; for how many seconds they wait.
pub(crate) fn count_news(tx: &mut Tx<'_>, actor: &Actor, letters: usize) -> Result<Option<i64>, Fault> {
    counted(tx, actor, ("participants-told", CHANGES), letters)
}

fn counted(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (what, limit): (&str, RateLimit),
    letters: usize,
) -> Result<Option<i64>, Fault> {
    let who = actor
        .account
        .map_or_else(|| "-".to_owned(), |account| account.to_string());
    let mut wait = None;
    for _ in 0..letters {
        wait = wait.max(allow(tx, actor.place, &format!("{what}:{who}"), limit)?);
    }
    Ok(wait)
}

/// Writes the letters that are owed.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let about: About = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let office = Office {
        messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
        base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
        database: context.db.clone(),
        place: context.place,
    };
    let done = context
        .db
        .write_blocking(move |tx| office.clone().write_all(tx, &about))?;
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// One date of which somebody is told.
struct News {
    one: Participant,
    booking: Booking,
}

#[derive(Clone)]
struct Office {
    messages: Arc<Catalogue>,
    base_url: String,
    database: Database,
    place: PlaceId,
}

impl Office {
    fn write_all(&self, tx: &mut Tx<'_>, about: &About) -> Result<i64, Fault> {
        let mut letters: BTreeMap<(Email, Method), Vec<News>> = BTreeMap::new();
        for one in self.invited(tx, about)? {
            let booking = bookings::find(tx, self.place, one.booking)?.or_not_found()?;
            if let Some(method) = owed(&one, &booking, tx.now()) {
                let news = letters.entry((one.email.clone(), method)).or_default();
                news.push(News { one, booking });
            }
        }
        let mut written = 0;
        for ((_, method), news) in letters {
            written += i64::from(self.write(tx, method, news)?);
        }
        Ok(written)
    }

    fn invited(&self, tx: &mut Tx<'_>, about: &About) -> Result<Vec<Participant>, Fault> {
        Ok(match about.series {
            Some(series) => participants::of_series(tx, self.place, series)?,
            None => participants::of_booking(tx, self.place, about.booking)?,
        })
    }

    /// One letter to one address; none when another process was faster.
    fn write(&self, tx: &mut Tx<'_>, method: Method, mut news: Vec<News>) -> Result<bool, Fault> {
        let token = Token::from_bytes(self.database.entropy().bytes());
        let mut told = vec![];
        news.sort_by_key(|one| one.booking.period().start());
        for news in news {
            let now = tx.now();
            let gist = matches!(method, Method::Request).then(|| gist(&news.booking, now));
            let secret = matches!(method, Method::Request).then(|| token.hash());
            if participants::tell(tx, self.place, &news.one, gist.as_deref(), secret.as_ref())? {
                told.push(news);
            }
        }
        let Some(last) = told.last() else {
            return Ok(false);
        };
        let (last, to) = (last.one.id, last.one.email.clone());
        let place = place::get(tx, self.place)?;
        let first = told.first().or_not_found()?;
        let (host, organiser) = self.host(tx, first)?;
        let happenings = self.happenings(tx, &place, &told)?;
        let letter = InvitationMail {
            method,
            happenings: &happenings,
            host: host.as_ref(),
            organiser: organiser.as_ref(),
            now: tx.now(),
            base_url: &self.base_url,
            secret: token.as_str(),
        };
        let words = self.words(tx, &place, &first.one)?;
        let written = letter.write(&place, &words)?;
        let file = letter.calendar(&place);
        let new = NewDocument {
            kind: "booking",
            filename: InvitationMail::FILENAME,
            media_type: letter.media_type(),
            bytes: file.as_bytes(),
            subject: Subject::new("participant", last),
        };
        let document: DocumentId = documents::store(tx, place.id, &new)?;
        let mail = Mail {
            place: place.id,
            person: first.one.person,
            to,
            name: String::new(),
            subject: written.subject,
            text: written.text,
            html: written.html,
            attachment: Some((document, InvitationMail::FILENAME.to_owned())),
            secret: true,
        };
        mail::enqueue(tx, mail)?;
        Ok(true)
    }

    /// Who invites, and whose address stands for them: that of who booked, else of who put the names down.
    fn host(&self, tx: &mut Tx<'_>, news: &News) -> Result<(Option<Person>, Option<Email>), Fault> {
        let host = match news.booking.person {
            Some(person) => people::person(tx, self.place, person)?,
            None => None,
        };
        let own = host.as_ref().and_then(|host| host.email.clone());
        let organiser = match (own, news.one.invited_by) {
            (Some(own), _) => Some(own),
            (None, Some(by)) => people::person(tx, self.place, by)?.and_then(|by| by.email),
            (None, None) => None,
        };
        Ok((host, organiser))
    }

    fn words(&self, tx: &mut Tx<'_>, place: &Place, to: &Participant) -> Result<Words, Fault> {
        let known = match to.person {
            Some(person) => people::person(tx, self.place, person)?,
            None => people::person_by_email(tx, self.place, &to.email)?,
        };
        let locale = known.and_then(|known| known.language).unwrap_or(place.language);
        Ok(Words::new(
            self.messages.clone(),
            locale,
            place.zone.clone(),
            place.currency,
        ))
    }

    /// The dates with their spaces, and which date of which series each is.
    fn happenings<'a>(
        &self,
        tx: &mut Tx<'_>,
        place: &Place,
        told: &'a [News],
    ) -> Result<Vec<Happening<'a>>, Fault> {
        let mut spaces: BTreeMap<_, Resource> = BTreeMap::new();
        let mut all = vec![];
        for News { one, booking } in told {
            let resource = match spaces.entry(booking.resource) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(unknown) => {
                    let found = resources::find(tx, self.place, booking.resource)?.or_not_found()?;
                    unknown.insert(found).clone()
                }
            };
            all.push(Happening {
                to: one,
                booking,
                resource,
                of: series::place_of(tx, self.place, booking.id, &place.zone)?,
            });
        }
        Ok(all)
    }
}
