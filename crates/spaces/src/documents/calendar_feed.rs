//! Calendars that a program outside follows (RFC 5545, RFC 7986): it asks again now and then, and shows what it finds.

use super::calendar_file::{escaped, event, fold_into, moment};
use crate::rules::booking::Booking;
use crate::rules::resource::Resource;
use kernel::{Instant, Period};
use platform::place::Place;

/// A booking as a line of the calendar of those who may see who booked.
pub struct Entry<'a> {
    /// The booking.
    pub booking: &'a Booking,
    /// Its space.
    pub resource: &'a Resource,
    /// Who booked; empty on one's own calendar, where it is known.
    pub holder: String,
}

/// A calendar of bookings.
#[must_use]
pub fn bookings(place: &Place, name: &str, entries: &[Entry<'_>], base_url: &str) -> String {
    let events = entries.iter().flat_map(|entry| {
        let mut lines = event(place, entry.resource, entry.booking, base_url);
        if !entry.holder.is_empty() {
            let last = lines.len().saturating_sub(1);
            lines.insert(last, format!("DESCRIPTION:{}", escaped(&entry.holder)));
        }
        lines
    });
    calendar(name, events)
}

/// When a space is taken, and nothing else: `taken` is what each stretch is called.
#[must_use]
pub fn busy(
    place: &Place,
    resource: &Resource,
    taken: &str,
    stretches: &[(String, Period)],
    now: Instant,
) -> String {
    let events = stretches.iter().flat_map(|(name, period)| {
        [
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{name}@busy.tribu.{}", place.id),
            format!("DTSTAMP:{}", moment(now)),
            format!("DTSTART:{}", moment(period.start())),
            format!("DTEND:{}", moment(period.end())),
            format!("SUMMARY:{}", escaped(taken)),
            "TRANSP:OPAQUE".to_owned(),
            "END:VEVENT".to_owned(),
        ]
    });
    let name = format!("{} · {}", resource.facts.name, place.name);
    calendar(&name, events)
}

fn calendar(name: &str, events: impl Iterator<Item = String>) -> String {
    let name = escaped(name);
    let head = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Tribu//spaces//FR".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("NAME:{name}"),
        format!("X-WR-CALNAME:{name}"),
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned(),
        "X-PUBLISHED-TTL:PT1H".to_owned(),
    ];
    let lines = head.into_iter().chain(events).chain(["END:VCALENDAR".to_owned()]);
    lines.fold(String::new(), |mut file, line| {
        fold_into(&mut file, &line);
        file
    })
}
