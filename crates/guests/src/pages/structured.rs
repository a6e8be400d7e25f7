//! A room as search engines read it (schema.org, JSON-LD). A data block: the content policy of pages lets it be, as it is no script.

use askama::filters::Safe;
use kernel::Weekday;
use platform::photos::Picture;
use platform::web::Visit;
use serde_json::{Value, json};
use spaces::{Resource, WeeklyHours};

/// The block. A `<` is written so that no text can end it.
pub(super) fn of(
    visit: &Visit,
    room: &Resource,
    pictures: &[Picture],
    hours: &[WeeklyHours],
    base_url: &str,
) -> Safe<String> {
    let facts = &room.facts;
    let address = format!("{base_url}/rooms/{}", room.id);
    let images: Vec<String> = pictures
        .iter()
        .map(|picture| format!("{base_url}{}", picture.widest))
        .collect();
    let things: Vec<Value> = facts
        .equipment_lines()
        .map(|line| json!({ "@type": "LocationFeatureSpecification", "name": line, "value": true }))
        .collect();
    let opened: Vec<Value> = hours.iter().map(opening).collect();
    let kind = facts.kind;
    if kind.is_equipment() {
        return written(&json!({
            "@context": "https://schema.org",
            "@type": "Product",
            "@id": address,
            "url": address,
            "name": facts.name.as_str(),
            "description": facts.description,
            "image": images,
        }));
    }
    let block = json!({
        "@context": "https://schema.org",
        "@type": if kind.is_for_meeting() && !kind.is_whole() { "MeetingRoom" } else { "Accommodation" },
        "@id": address,
        "url": address,
        "name": facts.name.as_str(),
        "description": facts.description,
        "maximumAttendeeCapacity": facts.capacity,
        "image": images,
        "amenityFeature": things,
        "openingHoursSpecification": opened,
        "containedInPlace": {
            "@type": "LocalBusiness",
            "name": visit.place.name,
            "url": format!("{base_url}/"),
        },
        "potentialAction": {
            "@type": "ReserveAction",
            "target": format!("{address}/booking"),
        },
    });
    written(&block)
}

fn written(block: &Value) -> Safe<String> {
    Safe(block.to_string().replace('<', "\\u003c"))
}

fn opening(line: &WeeklyHours) -> Value {
    json!({
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": format!("https://schema.org/{}", day(line.weekday)),
        "opens": line.opens.to_string(),
        "closes": line.closes.to_string(),
    })
}

const fn day(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
