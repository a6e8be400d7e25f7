//! The programme, for the team: what comes, what was, the year in figures.

use super::agenda::{Line, with_places};
use crate::permissions::MANAGE;
use crate::rules::event::{EventKind, EventState};
use crate::store::events;
use crate::store::figures::{self, Count};
use askama::Template;
use kernel::{Day, Instant, Period};
use platform::Fault;
use platform::tables::write_csv;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;

/// The list and the year.
#[derive(Template)]
#[template(path = "office_events.html")]
pub(super) struct OfficeEventsPage {
    shell: Shell,
    lines: Vec<(Line, Count)>,
    year: i16,
    kind: Option<EventKind>,
    /// Whether what is over is shown, the last first.
    past: bool,
    kinds: Vec<(EventKind, KindCount)>,
    total: KindCount,
    now: Instant,
    may_manage: bool,
}

/// A year of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct KindCount {
    /// Moments that took place.
    events: i64,
    /// People who came, registered or not.
    people: i64,
}

impl KindCount {
    const fn and(self, other: Self) -> Self {
        Self {
            events: self.events.saturating_add(other.events),
            people: self.people.saturating_add(other.people),
        }
    }
}

impl OfficeEventsPage {
    fn shows(&self, kind: &EventKind) -> bool {
        self.kind == Some(*kind)
    }

    fn address(&self, kind: Option<&EventKind>, past: &bool) -> String {
        let kind = kind
            .map(|kind| format!("&kind={}", kind.code()))
            .unwrap_or_default();
        let past = if *past { "&show=past" } else { "" };
        format!("/office/events?year={}{kind}{past}", self.year)
    }

    fn own_kind(&self) -> Option<&EventKind> {
        self.kind.as_ref()
    }
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct EventsQuery {
    year: Option<String>,
    kind: Option<String>,
    show: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<EventsQuery>) -> Answer {
    let (today, now, zone) = (visit.today(), visit.now, visit.place.zone.clone());
    let asked: Option<i16> = query.year.and_then(|year| year.parse().ok());
    let year = asked.unwrap_or(today.year()).clamp(2000, 2200);
    let kind = query.kind.and_then(|code| EventKind::parse(&code).ok());
    let first = Day::new(year, 1, 1).map_err(Fault::internal)?;
    let next = Day::new(year.saturating_add(1), 1, 1).map_err(Fault::internal)?;
    let span = Period::new(zone.day_bounds(first).start(), zone.day_bounds(next).start());
    let span = span.map_err(Fault::internal)?;
    let lines = visit
        .read(move |tx, actor| {
            let found = events::in_span(tx, actor.place, span)?;
            let counts = figures::in_span(tx, actor.place, span)?;
            let lines = with_places(tx, actor, found)?.into_iter().map(|line| {
                let count = counts.get(&line.event.id).copied().unwrap_or_default();
                (line, count)
            });
            Ok::<_, Fault>(lines.collect::<Vec<_>>())
        })
        .await?;
    let kinds = by_kind(&lines, now);
    let total = kinds
        .iter()
        .fold(KindCount::default(), |sum, (_, count)| sum.and(*count));
    if query.format.as_deref() == Some("csv") {
        return file(&visit, year, &lines);
    }
    let past = query.show.as_deref() == Some("past") || year < today.year();
    let mut lines = lines;
    lines.retain(|(line, _)| kind.is_none_or(|kind| kind == line.event.facts.kind));
    lines.retain(|(line, _)| (line.event.facts.period.end() <= now) == past);
    if past {
        lines.reverse();
    }
    visit.page(&OfficeEventsPage {
        shell: visit.shell("events-programme"),
        lines,
        year,
        kind,
        past,
        kinds,
        total,
        now,
        may_manage: visit.actor.may(MANAGE),
    })
}

/// What took place, kind by kind.
fn by_kind(lines: &[(Line, Count)], now: Instant) -> Vec<(EventKind, KindCount)> {
    let held = |kind: EventKind| {
        lines
            .iter()
            .filter(move |(line, _)| {
                line.event.facts.kind == kind
                    && line.event.state == EventState::Published
                    && line.event.has_begun(now)
            })
            .map(|(line, count)| KindCount {
                events: 1,
                people: count.came.saturating_add(line.event.walk_ins),
            })
            .fold(KindCount::default(), KindCount::and)
    };
    EventKind::ALL
        .iter()
        .map(|kind| (*kind, held(*kind)))
        .filter(|(_, count)| count.events > 0)
        .collect()
}

fn file(visit: &Visit, year: i16, lines: &[(Line, Count)]) -> Answer {
    let heads = [
        "day",
        "hours",
        "title",
        "kind",
        "where",
        "open-to",
        "state",
        "registered",
        "waiting",
        "came",
        "walk-ins",
    ]
    .map(|part| visit.text(&format!("events-column-{part}")));
    let words = visit.words();
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|(line, count)| {
            let (event, facts) = (&line.event, &line.event.facts);
            vec![
                visit.place.zone.day_of(facts.period.start()).to_string(),
                words.hours(facts.period),
                facts.title.clone(),
                visit.text(facts.kind.message()),
                line.location.clone(),
                visit.text(facts.open_to.message()),
                visit.text(event.standing(visit.now)),
                count.registered.to_string(),
                count.waiting.to_string(),
                count.came.to_string(),
                event.walk_ins.to_string(),
            ]
        })
        .collect();
    let name = format!("{}-{year}.csv", visit.text("events-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
