//! The letter to somebody invited to a booking, with the event for their calendar.

use super::booking_mail::Written;
use super::calendar_file::{escaped, event, fold_into};
use crate::invitations::Method;
use crate::rules::booking::Booking;
use crate::rules::participants::Participant;
use crate::rules::resource::Resource;
use people::Person;
use platform::place::Place;
use platform::web::Words;
use platform::{Argument, Fault, mail};

/// A letter to one participant.
pub(crate) struct InvitationMail<'a> {
    pub(crate) method: Method,
    pub(crate) booking: &'a Booking,
    pub(crate) resource: &'a Resource,
    /// Who booked, when that is somebody known.
    pub(crate) host: Option<&'a Person>,
    pub(crate) to: &'a Participant,
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
            .map_or_else(|| place.name.to_string(), |host| host.name.full())
    }

    /// Lays the letter out in a language.
    pub(crate) fn write(&self, place: &Place, words: &Words) -> Result<Written, Fault> {
        let host = self.host_name(place);
        let space = self.resource.facts.name.as_str();
        let title = if self.booking.title.is_empty() {
            space
        } else {
            self.booking.title.as_str()
        };
        let when = words.period(self.booking.period());
        let arguments = [
            ("host", Argument::from(host.as_str())),
            ("place", Argument::from(place.name.as_str())),
            ("title", Argument::from(title)),
        ];
        let say = |key: &str| words.text(key, &arguments);
        let stem = match self.method {
            Method::Request => "spaces-mail-invitation",
            Method::Cancel => "spaces-mail-invitation-off",
        };
        let subject = say(&format!("{stem}-subject"));
        let level = &self.resource.facts.level;
        let place_line = [space, level.as_str(), place.name.as_str()];
        let place_line: Vec<&str> = place_line.into_iter().filter(|part| !part.is_empty()).collect();
        let mut paragraphs = vec![
            say(&format!("{stem}-text")),
            format!("{title}\n{when}\n{}", place_line.join(", ")),
        ];
        let link = format!("{}/invitations/{}", self.base_url, self.secret);
        let button = say("spaces-mail-invitation-button");
        let act = matches!(self.method, Method::Request).then_some((button.as_str(), link.as_str()));
        if act.is_some() {
            paragraphs.push(say("spaces-mail-invitation-forgotten"));
        }
        let (text, html) = mail::compose(place, words.locale(), &subject, &paragraphs, act)?;
        Ok(Written { subject, text, html })
    }

    /// The event: the same from letter to letter, each change raising its number.
    pub(crate) fn calendar(&self, place: &Place) -> String {
        let method = match self.method {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        };
        let mut lines = vec![
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Tribu//spaces//FR".to_owned(),
            format!("METHOD:{method}"),
        ];
        for line in event(place, self.resource, self.booking, self.base_url) {
            // Who is invited has no page of the booking.
            if line.starts_with("URL:") {
                continue;
            }
            let off = line.starts_with("STATUS:") && matches!(self.method, Method::Cancel);
            let ends = line == "END:VEVENT";
            if ends {
                lines.extend(self.people(place));
            }
            lines.push(if off { "STATUS:CANCELLED".to_owned() } else { line });
        }
        lines.push("END:VCALENDAR".to_owned());
        lines.iter().fold(String::new(), |mut file, line| {
            fold_into(&mut file, line);
            file
        })
    }

    fn people(&self, place: &Place) -> Vec<String> {
        let name = escaped(&self.host_name(place)).replace(['"', ':'], "");
        let address = self.host.and_then(|host| host.email.as_ref());
        let organizer = address.map(|email| format!("ORGANIZER;CN=\"{name}\":mailto:{email}"));
        let status = self.to.answer.partstat();
        let attendee = format!(
            "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT={status};RSVP=TRUE:mailto:{}",
            self.to.email
        );
        organizer.into_iter().chain([attendee]).collect()
    }
}
