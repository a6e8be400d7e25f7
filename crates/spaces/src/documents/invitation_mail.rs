//! The letter to somebody invited to a booking, or to several of one series, with the events for their calendar.

use super::booking_mail::Written;
use super::calendar_file::{escaped, fold_into, location, moment, summary};
use crate::rules::booking::{Booking, BookingState};
use crate::rules::participants::{Method, Participant, may_answer};
use crate::rules::resource::Resource;
use crate::rules::series::SeriesId;
use kernel::{Email, Instant};
use people::Person;
use platform::place::Place;
use platform::web::Words;
use platform::{Argument, Fault, mail};

/// One date to which somebody is invited.
pub(crate) struct Happening<'a> {
    /// Their invitation, as it was before this letter.
    pub(crate) to: &'a Participant,
    pub(crate) booking: &'a Booking,
    pub(crate) resource: Resource,
    /// The series that it is of, and when the rule of that series has this date begin: it stays so when the date is moved.
    pub(crate) of: Option<(SeriesId, Instant)>,
}

/// A letter to one participant.
pub(crate) struct InvitationMail<'a> {
    pub(crate) method: Method,
    /// The dates of which it tells, the first first.
    pub(crate) happenings: &'a [Happening<'a>],
    /// Who booked, when that is somebody known.
    pub(crate) host: Option<&'a Person>,
    /// Whose address calendars name.
    pub(crate) organiser: Option<&'a Email>,
    pub(crate) now: Instant,
    /// What links begin with.
    pub(crate) base_url: &'a str,
    /// The end of the link to answer by.
    pub(crate) secret: &'a str,
}

impl InvitationMail<'_> {
    /// The name of the file that goes with it.
    pub(crate) const FILENAME: &'static str = "invitation.ics";

    /// The type of that file: calendars answer a request by its method.
    pub(crate) const fn media_type(&self) -> &'static str {
        match self.method {
            Method::Request => "text/calendar; charset=utf-8; method=REQUEST",
            Method::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
        }
    }

    fn host_name(&self, place: &Place) -> String {
        self.host
            .map_or_else(|| place.name.clone(), |host| host.name.full())
    }

    /// Whether they were told of none of these dates before.
    fn is_first(&self) -> bool {
        self.happenings.iter().all(|one| one.to.told.is_none())
    }

    /// What the bookings are for; the space where nobody said.
    fn title(&self) -> &str {
        let first = self.happenings.first();
        first.map_or("", |one| match one.booking.title.as_str() {
            "" => one.resource.facts.name.as_str(),
            title => title,
        })
    }

    /// Whether all that is off takes place without them.
    fn is_withdrawn(&self) -> bool {
        self.happenings
            .iter()
            .all(|one| may_answer(one.booking, self.now))
    }

    /// The middle of its message keys, `spaces-mail-…-subject` and `-text`.
    fn stem(&self) -> &'static str {
        match self.method {
            Method::Request if self.is_first() => "invitation",
            Method::Request => "invitation-changed",
            Method::Cancel if self.is_withdrawn() => "invitation-withdrawn",
            Method::Cancel => "invitation-off",
        }
    }

    /// Lays the letter out in a language.
    pub(crate) fn write(&self, place: &Place, words: &Words) -> Result<Written, Fault> {
        let host = self.host_name(place);
        let arguments = [
            ("host", Argument::from(host.as_str())),
            ("place", Argument::from(place.name.as_str())),
            ("title", Argument::from(self.title())),
            ("count", Argument::from(self.happenings.len())),
        ];
        let say = |key: &str| words.text(key, &arguments);
        let stem = format!("spaces-mail-{}", self.stem());
        let subject = say(&format!("{stem}-subject"));
        let mut paragraphs = vec![say(&format!("{stem}-text")), self.dates(place, words)];
        let link = format!("{}/invitations/{}", self.base_url, self.secret);
        let button = say("spaces-mail-invitation-button");
        let act = matches!(self.method, Method::Request).then_some((button.as_str(), link.as_str()));
        if act.is_some() {
            paragraphs.push(say("spaces-mail-invitation-how"));
            paragraphs.push(say("spaces-mail-invitation-forgotten"));
        }
        let (text, html) = mail::compose(place, words.locale(), &subject, &paragraphs, act)?;
        Ok(Written { subject, text, html })
    }

    /// What, when and where; where once when it is the same everywhere.
    fn dates(&self, place: &Place, words: &Words) -> String {
        let mut lines = vec![self.title().to_owned()];
        let places: Vec<String> = self
            .happenings
            .iter()
            .map(|one| location(place, &one.resource))
            .collect();
        let common = places
            .first()
            .filter(|first| places.iter().all(|one| one == *first));
        for (one, there) in self.happenings.iter().zip(&places) {
            let when = words.period(one.booking.period());
            lines.push(match common {
                Some(_) => when,
                None => format!("{when} · {there}"),
            });
        }
        lines.extend(common.cloned());
        lines.join("\n")
    }

    /// The events: the same from letter to letter, each letter raising their numbers.
    pub(crate) fn calendar(&self, place: &Place) -> String {
        let method = match self.method {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        };
        let head = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Tribu//spaces//FR".to_owned(),
            format!("METHOD:{method}"),
        ];
        let events = self.happenings.iter().flat_map(|one| self.event(place, one));
        let lines = head.into_iter().chain(events);
        lines
            .chain(["END:VCALENDAR".to_owned()])
            .fold(String::new(), |mut file, line| {
                fold_into(&mut file, &line);
                file
            })
    }

    /// All events of one message share their name, as RFC 5546 (3.2.2) demands: a date of a series is named by the series and by when
    /// its rule has it begin.
    fn event(&self, place: &Place, one: &Happening<'_>) -> Vec<String> {
        let (booking, period) = (one.booking, one.booking.period());
        let status = match self.method {
            Method::Cancel => "CANCELLED",
            Method::Request if booking.state == BookingState::Requested => "TENTATIVE",
            Method::Request => "CONFIRMED",
        };
        let mut lines = vec!["BEGIN:VEVENT".to_owned()];
        match one.of {
            Some((series, planned)) => lines.extend([
                format!("UID:series-{series}@tribu.{}", place.id),
                format!("RECURRENCE-ID:{}", moment(planned)),
            ]),
            None => lines.push(format!("UID:{}@tribu.{}", booking.id, place.id)),
        }
        lines.extend([
            format!("SEQUENCE:{}", one.to.sequence),
            format!("DTSTAMP:{}", moment(self.now)),
            format!("DTSTART:{}", moment(period.start())),
            format!("DTEND:{}", moment(period.end())),
            format!("SUMMARY:{}", escaped(&summary(&one.resource, booking))),
            format!("LOCATION:{}", escaped(&location(place, &one.resource))),
            format!("STATUS:{status}"),
            self.organizer(place),
            attendee(one.to),
            "END:VEVENT".to_owned(),
        ]);
        lines
    }

    /// Who invites. A name in quotes holds none of its own (RFC 5545, 3.2); who has no address is the house, by its own.
    fn organizer(&self, place: &Place) -> String {
        let quoted = |letter: char| letter == '"' || letter.is_control();
        let name = self.host_name(place).replace(quoted, "");
        match self.organiser {
            Some(email) => format!("ORGANIZER;CN=\"{name}\":mailto:{email}"),
            None => format!("ORGANIZER;CN=\"{name}\":{}", self.base_url),
        }
    }
}

/// Answers come by the link, so calendars need not send any.
fn attendee(to: &Participant) -> String {
    format!(
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={};RSVP=FALSE:mailto:{}",
        to.answer.partstat(),
        to.email
    )
}
