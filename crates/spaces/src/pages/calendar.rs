//! The week of the spaces, or one day of it: a page that reads without a script, and the content of the calendar over it.

use super::week::{self, Look, Week};
use crate::permissions::{BOOK, BOOK_FOR_OTHERS};
use askama::Template;
use askama::filters::Safe;
use kernel::{Day, Days, Instant, Period, Zone};
use platform::web::{Answer, Query, Shell, Visit};
use serde::{Deserialize, Serialize};

/// The calendar of some days.
#[derive(Template)]
#[template(path = "calendar.html")]
pub(super) struct CalendarPage {
    shell: Shell,
    days: Days,
    today: Day,
    by_day: bool,
    columns: Vec<Column>,
    may_book: bool,
    content: Safe<String>,
}

/// A day with every space.
pub(super) struct Column {
    day: Day,
    past: bool,
    lanes: Vec<Lane>,
}

/// A space on one day.
pub(super) struct Lane {
    id: String,
    name: String,
    closed: bool,
    lines: Vec<Line>,
}

/// Hours of a space, free or taken.
pub(super) struct Line {
    hours: String,
    /// `free`, `mine`, `requested` or `confirmed`.
    state: &'static str,
    text: Option<String>,
    href: Option<String>,
}

impl CalendarPage {
    fn first(&self) -> Day {
        self.days.first()
    }

    fn last(&self) -> Day {
        self.days.last()
    }

    fn title(&self) -> String {
        let (first, last) = (self.first(), self.last());
        if self.by_day {
            self.shell.day_long(&first)
        } else {
            self.shell.words().days(first, last)
        }
    }

    fn address(&self, days: i64) -> String {
        let step = if self.by_day { days } else { days * 7 };
        let view = if self.by_day { "&view=day" } else { "" };
        format!("/calendar?day={}{view}", self.first().plus_days(step))
    }

    fn other_view(&self) -> String {
        let day = if self.days.contains(self.today) {
            self.today
        } else {
            self.first()
        };
        if self.by_day {
            format!("/calendar?day={day}")
        } else {
            format!("/calendar?day={day}&view=day")
        }
    }

    fn is_empty(&self) -> bool {
        self.columns.iter().all(|column| column.lanes.is_empty())
    }

    fn column_head(&self, day: &Day) -> String {
        self.shell.words().day_column(*day)
    }
}

/// Which days are asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct CalendarQuery {
    day: Option<String>,
    view: Option<String>,
}

pub(super) async fn show(visit: Visit, Query(query): Query<CalendarQuery>) -> Answer {
    let today = visit.today();
    let asked = query
        .day
        .as_deref()
        .and_then(|day| Day::parse(day).ok())
        .unwrap_or(today);
    // Further away nothing can be booked.
    let day = asked.clamp(today.plus_days(-1_100), today.plus_days(1_100));
    let by_day = query.view.as_deref() == Some("day");
    let days = if by_day {
        Days::one(day)
    } else {
        week::days_of(day)
    };
    let zone = visit.place.zone.clone();
    let week = visit
        .read(move |tx, actor| week::read(tx, actor, &zone, days))
        .await?;
    let may_book = visit.actor.may(BOOK) || visit.actor.may(BOOK_FOR_OTHERS);
    let shell = visit.shell("spaces-calendar-title");
    let zone = &visit.place.zone;
    visit.page(&CalendarPage {
        columns: columns(&shell, &week, zone, visit.now, may_book),
        content: content(&shell, &week, zone, by_day, may_book)?,
        shell,
        days,
        today,
        by_day,
        may_book,
    })
}

fn columns(shell: &Shell, week: &Week, zone: &Zone, now: Instant, may_book: bool) -> Vec<Column> {
    let column = |day: Day| {
        let bounds = zone.day_bounds(day);
        let lanes = week.resources().iter().map(|resource| {
            let id = resource.id.to_string();
            let stretches = week.stretches(resource, bounds);
            let lines: Vec<Line> = stretches
                .into_iter()
                .map(|stretch| match stretch.slot {
                    Some(slot) => taken(shell, &week.look(slot), stretch.hours, &slot.id.to_string()),
                    None => free(shell, zone, &id, stretch.hours, may_book),
                })
                .collect();
            let closed = !week.open(resource).iter().any(|period| period.overlaps(bounds));
            Lane {
                id,
                name: resource.facts.name.to_string(),
                closed,
                lines,
            }
        });
        Column {
            day,
            past: bounds.end() <= now,
            lanes: lanes.collect(),
        }
    };
    week.days.iter().map(column).collect()
}

fn taken(shell: &Shell, look: &Look, hours: Period, id: &str) -> Line {
    Line {
        hours: shell.words().hours(hours),
        state: look.state,
        text: look.title.clone(),
        href: look.opens.then(|| ["/bookings/", id].concat()),
    }
}

fn free(shell: &Shell, zone: &Zone, resource: &str, hours: Period, may_book: bool) -> Line {
    let start = next_quarter(hours.start());
    let end = start.plus_minutes(60).min(hours.end());
    let long_enough = Period::new(start, end).is_ok();
    let hours = Period::new(start, hours.end()).unwrap_or(hours);
    let href = || {
        let (start, end) = (civil(zone, start), civil(zone, end));
        [
            "/bookings/new?resource=",
            resource,
            "&start=",
            &start,
            "&end=",
            &end,
        ]
        .concat()
    };
    Line {
        hours: shell.words().hours(hours),
        state: "free",
        text: None,
        href: (may_book && long_enough).then(href),
    }
}

fn next_quarter(instant: Instant) -> Instant {
    const QUARTER: i64 = 900;
    let seconds = instant.plus_seconds(QUARTER).minus_seconds(1).seconds();
    Instant::from_seconds(seconds.div_euclid(QUARTER) * QUARTER)
}

/// `2026-06-15T09:00` on the clock of the place.
pub(super) fn civil(zone: &Zone, instant: Instant) -> String {
    let (day, time) = zone.local(instant);
    [day.to_string().as_str(), "T", time.to_string().as_str()].concat()
}

#[derive(Serialize)]
struct Content {
    locale: &'static str,
    date: String,
    view: &'static str,
    step: i64,
    open: String,
    close: String,
    offset: String,
    hidden: Vec<u8>,
    resources: Vec<Room>,
    events: Vec<Event>,
    #[serde(skip_serializing_if = "Option::is_none")]
    book: Option<&'static str>,
    #[serde(rename = "move", skip_serializing_if = "Option::is_none")]
    moves: Option<&'static str>,
}

#[derive(Serialize)]
struct Room {
    id: String,
    title: String,
    note: String,
}

#[derive(Default, Serialize)]
struct Event {
    id: String,
    resource: String,
    start: String,
    end: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    movable: bool,
}

/// The content that the calendar's script reads. A `<` is written so that no text can end its block.
fn content(
    shell: &Shell,
    week: &Week,
    zone: &Zone,
    by_day: bool,
    may_book: bool,
) -> Result<Safe<String>, platform::web::WebError> {
    let (open, close) = week.frame(zone);
    let content = Content {
        locale: shell.lang(),
        date: week.days.first().to_string(),
        view: if by_day { "day" } else { "week" },
        step: week.step(),
        open: open.to_string(),
        close: close.to_string(),
        offset: offset(zone, zone.day_bounds(week.days.first()).start()),
        hidden: hidden(week, zone, by_day),
        resources: week
            .resources()
            .iter()
            .map(|resource| room(shell, resource))
            .collect(),
        events: events(shell, week, zone),
        book: may_book.then_some("/bookings/new"),
        moves: may_book.then_some("/bookings/{id}/move"),
    };
    let text = serde_json::to_string(&content)
        .map_err(|error| platform::web::WebError::internal(error.to_string()))?;
    Ok(Safe(text.replace('<', "\\u003c")))
}

fn room(shell: &Shell, resource: &crate::rules::resource::Resource) -> Room {
    let note = shell.t1("spaces-seats", "count", resource.facts.capacity);
    Room {
        id: resource.id.to_string(),
        title: resource.facts.name.to_string(),
        note,
    }
}

fn events(shell: &Shell, week: &Week, zone: &Zone) -> Vec<Event> {
    let taken = shell.t("spaces-taken");
    let mine = shell.t("spaces-mine");
    let span = zone.bounds(week.days);
    let mut events = Vec::new();
    for resource in week.resources() {
        let id = resource.id.to_string();
        let ground = |state: &'static str, number: usize, period: Period| Event {
            id: format!("{state}-{id}-{number}"),
            resource: id.clone(),
            start: civil(zone, period.start()),
            end: civil(zone, period.end()),
            state,
            ..Event::default()
        };
        let closed = week.open(resource).iter().fold(vec![span], |rest, open| {
            rest.into_iter().flat_map(|period| period.minus(*open)).collect()
        });
        events.extend(
            closed
                .into_iter()
                .enumerate()
                .map(|(number, period)| ground("closed", number, period)),
        );
        for slot in week.of(resource) {
            let look = week.look(slot);
            let hours = slot.occupation.hours();
            let buffers = slot.occupation.whole().minus(hours);
            let start = events.len();
            events.extend(
                buffers
                    .into_iter()
                    .enumerate()
                    .map(|(number, period)| ground("buffer", start + number, period)),
            );
            let unnamed = if look.state == "mine" { &mine } else { &taken };
            events.push(Event {
                id: slot.id.to_string(),
                resource: id.clone(),
                start: civil(zone, hours.start()),
                end: civil(zone, hours.end()),
                title: look.title.unwrap_or_else(|| unnamed.clone()),
                state: look.state,
                href: look.opens.then(|| format!("/bookings/{}", slot.id)),
                movable: look.movable,
            });
        }
    }
    events
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
