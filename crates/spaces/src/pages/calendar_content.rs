//! What the script of the calendar reads: spaces, bookings and closed hours of some days, as JSON inside the page.

use super::calendar::{Sheet, civil};
use super::week::{Seen, Week};
use super::words;
use crate::rules::resource::Resource;
use crate::store::bookings::Slot;
use askama::filters::Safe;
use kernel::{Day, Instant, Period, Zone};
use platform::web::WebError;
use serde::Serialize;

#[derive(Serialize)]
struct Content<'a> {
    locale: &'static str,
    date: String,
    view: &'static str,
    step: i64,
    open: String,
    close: String,
    offset: String,
    hidden: Vec<u8>,
    resources: Vec<Room<'a>>,
    events: Vec<Event<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'static str>,
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    moves: Option<&'static str>,
}

#[derive(Serialize)]
struct Room<'a> {
    id: &'a str,
    title: &'a str,
    note: String,
}

#[derive(Default, Serialize)]
struct Event<'a> {
    id: String,
    resource: &'a str,
    start: String,
    end: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    movable: bool,
}

/// Room for the content while it is written, in bytes.
const USUAL_CONTENT: usize = 48 * 1024;

impl<'a> Sheet<'a> {
    /// The content that the calendar's script reads. A `<` is written so that no text can end its block.
    pub(super) fn content(&self, by_day: bool) -> Result<Safe<String>, WebError> {
        let (week, zone) = (self.week, self.zone);
        let (open, close) = week.frame(zone);
        let content = Content {
            locale: self.shell.lang(),
            date: week.days.first().to_string(),
            view: if by_day { "day" } else { "week" },
            step: week.step(),
            open: open.to_string(),
            close: close.to_string(),
            offset: offset(zone, zone.day_bounds(week.days.first()).start()),
            hidden: hidden(week, zone, by_day),
            resources: self.rooms(),
            events: self.events(),
            book: self.may_book.then_some("/bookings/new"),
            moves: self.may_book.then_some("/bookings/{id}/move"),
        };
        let mut text = Vec::with_capacity(USUAL_CONTENT);
        serde_json::to_writer(&mut text, &content).map_err(|error| WebError::internal(error.to_string()))?;
        let text = String::from_utf8(text).map_err(|error| WebError::internal(error.to_string()))?;
        Ok(Safe(if text.contains('<') {
            text.replace('<', "\\u003c")
        } else {
            text
        }))
    }

    fn rooms(&self) -> Vec<Room<'a>> {
        let room = |(resource, id): (&'a Resource, &'a str)| Room {
            id,
            title: resource.facts.name.as_str(),
            note: words::seats(self.shell, &resource.facts),
        };
        self.resources().map(room).collect()
    }

    fn events(&self) -> Vec<Event<'a>> {
        let span = self.zone.bounds(self.week.days);
        let mut events = Vec::new();
        for (resource, id) in self.resources() {
            let closed = self.week.open(resource).iter().fold(vec![span], |rest, open| {
                rest.into_iter().flat_map(|period| period.minus(*open)).collect()
            });
            let closed = closed.into_iter().enumerate();
            events.extend(closed.map(|(number, period)| self.ground("closed", id, number, period)));
            for seen in self.week.of(resource) {
                let occupation = &seen.slot.occupation;
                let buffers = occupation.whole().minus(occupation.hours());
                let buffers = (events.len()..).zip(buffers);
                events.extend(buffers.map(|(number, period)| self.ground("buffer", id, number, period)));
                events.push(self.event(seen, id));
            }
            let bound = (events.len()..).zip(self.week.bound(resource));
            let taken = bound.map(|(number, slot)| self.bound_event(slot, id, number));
            events.extend(taken.collect::<Vec<_>>());
        }
        events
    }

    /// Hours that nobody can take, drawn behind the bookings.
    fn ground(&self, state: &'static str, resource: &'a str, number: usize, period: Period) -> Event<'a> {
        Event {
            id: format!("{state}-{resource}-{number}"),
            resource,
            start: civil(self.zone, period.start()),
            end: civil(self.zone, period.end()),
            state,
            ..Event::default()
        }
    }

    /// Hours that cannot be had because another space is taken, whose name is all that is said.
    fn bound_event(&self, slot: &Slot, resource: &'a str, number: usize) -> Event<'a> {
        let hours = slot.occupation.hours();
        Event {
            id: format!("bound-{resource}-{number}"),
            resource,
            start: civil(self.zone, hours.start()),
            end: civil(self.zone, hours.end()),
            title: self.week.called(slot),
            href: self.form_for(resource, hours),
            state: "confirmed",
            ..Event::default()
        }
    }

    /// The form of hours that are taken, where one may wait for them.
    fn form_for(&self, resource: &str, hours: Period) -> Option<String> {
        self.may_wait(hours).then(|| {
            let (start, end) = (civil(self.zone, hours.start()), civil(self.zone, hours.end()));
            [
                "/bookings/new?resource=",
                resource,
                "&start=",
                &start,
                "&end=",
                &end,
            ]
            .concat()
        })
    }

    fn event(&self, seen: Seen<'a>, resource: &'a str) -> Event<'a> {
        let hours = seen.slot.occupation.hours();
        let id = seen.slot.id.to_string();
        Event {
            resource,
            start: civil(self.zone, hours.start()),
            end: civil(self.zone, hours.end()),
            title: self.said.of(seen),
            state: seen.look.state,
            href: if seen.look.opens {
                Some(["/bookings/", &id].concat())
            } else {
                self.form_for(resource, hours)
            },
            movable: seen.look.movable,
            id,
        }
    }
}

/// Days of the end of the week on which nothing is open and nothing is booked; Sunday is 0.
fn hidden(week: &Week, zone: &Zone, by_day: bool) -> Vec<u8> {
    if by_day {
        return vec![];
    }
    let free = |day: Day| {
        let bounds = zone.day_bounds(day);
        let booked = week
            .slots()
            .iter()
            .any(|slot| slot.occupation.hours().overlaps(bounds));
        let open = week
            .resources()
            .iter()
            .any(|one| week.open(one).iter().any(|period| period.overlaps(bounds)));
        !booked && !open
    };
    let ends = week.days.iter().filter(|day| day.weekday().number() >= 6);
    ends.filter(|day| free(*day))
        .map(|day| day.weekday().number() % 7)
        .collect()
}

/// How far the clocks of a zone are from UTC at a moment: `+02:00`.
fn offset(zone: &Zone, at: Instant) -> String {
    let ((here, local), (there, utc)) = (zone.local(at), Zone::utc().local(at));
    let days = there.days_until(here);
    let minutes = days * 1_440 + i64::from(local.minutes()) - i64::from(utc.minutes());
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
