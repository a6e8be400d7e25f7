//! Events as a file that calendars understand (RFC 5545), once or followed (RFC 7986).

use crate::rules::event::{Event, EventState};
use platform::place::Place;
use spaces::calendar_file::{escaped, fold_into, moment};

/// The name under which it is saved.
pub(crate) const FILENAME: &str = "event.ics";

/// An event with the words for where it is.
pub(crate) struct Entry<'a> {
    /// The event.
    pub(crate) event: &'a Event,
    /// The rooms and what else is said of where.
    pub(crate) location: &'a str,
}

/// The calendar of these events; each, sent again after a change, replaces its own. With a `name`, a program may follow it.
pub(crate) fn calendar(place: &Place, name: Option<&str>, entries: &[Entry<'_>], base_url: &str) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Tribu//events//FR".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    if let Some(name) = name.map(escaped) {
        lines.push(format!("NAME:{name}"));
        lines.push(format!("X-WR-CALNAME:{name}"));
        lines.push("REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned());
        lines.push("X-PUBLISHED-TTL:PT1H".to_owned());
    }
    for entry in entries {
        lines.extend(lines_of(place, entry, base_url));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().fold(String::new(), |mut file, line| {
        fold_into(&mut file, line);
        file
    })
}

fn lines_of(place: &Place, entry: &Entry<'_>, base_url: &str) -> Vec<String> {
    let (event, facts) = (entry.event, &entry.event.facts);
    let status = match event.state {
        EventState::Cancelled => "CANCELLED",
        EventState::Draft => "TENTATIVE",
        EventState::Published => "CONFIRMED",
    };
    let location = [entry.location, place.name.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:event-{}@tribu.{}", event.id, place.id),
        format!("SEQUENCE:{}", event.version),
        format!("DTSTAMP:{}", moment(event.created_at)),
        format!("DTSTART:{}", moment(facts.period.start())),
        format!("DTEND:{}", moment(facts.period.end())),
        format!("SUMMARY:{}", escaped(&facts.title)),
        format!("LOCATION:{}", escaped(&location)),
    ];
    if !facts.body.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escaped(&facts.body)));
    }
    lines.push(format!("URL:{base_url}/agenda/{}", event.id));
    lines.push(format!("STATUS:{status}"));
    lines.push("END:VEVENT".to_owned());
    lines
}
