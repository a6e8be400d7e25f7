//! A booking as a file that calendars understand (RFC 5545).

use crate::rules::booking::{Booking, BookingState};
use crate::rules::resource::Resource;
use kernel::Instant;
use platform::place::Place;
use std::fmt::Write as _;

/// The name under which it is saved.
pub const FILENAME: &str = "reservation.ics";
/// Its media type.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The calendar with one event; sent again after a change, it replaces the first.
#[must_use]
pub fn calendar(place: &Place, resource: &Resource, booking: &Booking, base_url: &str) -> String {
    calendar_of(place, &[(resource, booking)], base_url)
}

/// The calendar of several bookings, each an event of its own: changed alone later, one replaces its own.
#[must_use]
pub fn calendar_of(place: &Place, bookings: &[(&Resource, &Booking)], base_url: &str) -> String {
    let head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tribu//spaces//FR",
        "METHOD:PUBLISH",
    ];
    let events = bookings
        .iter()
        .flat_map(|(resource, booking)| event(place, resource, booking, base_url));
    let lines = head.into_iter().map(str::to_owned).chain(events);
    lines
        .chain(["END:VCALENDAR".to_owned()])
        .fold(String::new(), |mut file, line| {
            fold_into(&mut file, &line);
            file
        })
}

/// What an event is called: what for, and where.
pub(super) fn summary(resource: &Resource, booking: &Booking) -> String {
    let space = resource.facts.name.as_str();
    if booking.title.is_empty() {
        space.to_owned()
    } else {
        format!("{} · {space}", booking.title)
    }
}

/// Where it is: the space, its floor, the house.
pub(super) fn location(place: &Place, resource: &Resource) -> String {
    let facts = &resource.facts;
    [facts.name.as_str(), facts.level.as_str(), place.name.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn event(place: &Place, resource: &Resource, booking: &Booking, base_url: &str) -> Vec<String> {
    let status = match booking.state {
        BookingState::Requested => "TENTATIVE",
        BookingState::Confirmed | BookingState::CheckedIn | BookingState::Done => "CONFIRMED",
        _ => "CANCELLED",
    };
    let period = booking.period();
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@tribu.{}", booking.id, place.id),
        format!("SEQUENCE:{}", booking.version),
        format!("DTSTAMP:{}", moment(booking.created_at)),
        format!("DTSTART:{}", moment(period.start())),
        format!("DTEND:{}", moment(period.end())),
        format!("SUMMARY:{}", escaped(&summary(resource, booking))),
        format!("LOCATION:{}", escaped(&location(place, resource))),
        format!("URL:{base_url}/bookings/{}", booking.id),
        format!("STATUS:{status}"),
        "END:VEVENT".to_owned(),
    ]
}

/// `20260614T070000Z`.
#[must_use]
pub fn moment(instant: Instant) -> String {
    let text = Instant::from_seconds(instant.seconds()).to_string();
    text.chars()
        .filter(|letter| !matches!(letter, '-' | ':'))
        .collect()
}

/// A text as the value of a line (RFC 5545, 3.3.11).
#[must_use]
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, letter| {
        match letter {
            '\\' | ';' | ',' => {
                let _ = write!(out, "\\{letter}");
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
        out
    })
}

/// A line holds at most 75 octets and goes on after a line break and a space (RFC 5545, 3.1).
pub fn fold_into(file: &mut String, line: &str) {
    const LONGEST: usize = 75;
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}
