//! What is announced: for everybody, and for members what is theirs too.

use crate::actions::{is_of_the_house, locations};
use crate::letters::where_it_is;
use crate::rules::event::{Event, EventKind, OpenTo};
use crate::store::{events, figures};
use askama::Template;
use kernel::{Actor, Month, Period};
use platform::Fault;
use platform::database::Tx;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;

/// How many moments the page shows.
const MOST: i64 = 150;

/// The agenda.
#[derive(Template)]
#[template(path = "agenda.html")]
pub(super) struct AgendaPage {
    shell: Shell,
    months: Vec<(Month, Vec<Line>)>,
    kinds: Vec<EventKind>,
    kind: Option<EventKind>,
    /// Whether the reader sees what is for members.
    inside: bool,
}

/// A moment to come, as lists show it.
pub(super) struct Line {
    pub(super) event: Event,
    pub(super) location: String,
    /// Seats left; none when there is no limit.
    pub(super) left: Option<i64>,
}

impl AgendaPage {
    fn shows(&self, kind: &EventKind) -> bool {
        self.kind == Some(*kind)
    }
}

/// What the address of the agenda says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AgendaQuery {
    kind: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<AgendaQuery>) -> Answer {
    let kind = query.kind.and_then(|code| EventKind::parse(&code).ok());
    let (inside, mut lines) = visit
        .read(|tx, actor| Ok::<_, Fault>((is_of_the_house(tx, actor)?, to_come(tx, actor)?)))
        .await?;
    let mut kinds: Vec<EventKind> = lines.iter().map(|line| line.event.facts.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    lines.retain(|line| kind.is_none_or(|kind| kind == line.event.facts.kind));
    let zone = visit.place.zone.clone();
    let mut months: Vec<(Month, Vec<Line>)> = Vec::new();
    for line in lines {
        let month = zone.day_of(line.event.facts.period.start()).month_of();
        match months.last_mut() {
            Some((last, lines)) if *last == month => lines.push(line),
            _ => months.push((month, vec![line])),
        }
    }
    visit.page(&AgendaPage {
        shell: visit.shell("events-agenda"),
        months,
        kinds,
        kind,
        inside,
    })
}

/// What is announced and not over, as far as the actor may see it.
pub(super) fn to_come(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Line>, Fault> {
    let inside = is_of_the_house(tx, actor)?;
    let mut coming = events::to_come(tx, actor.place, MOST)?;
    coming.retain(|event| inside || event.facts.open_to == OpenTo::Everybody);
    with_places(tx, actor, coming)
}

/// Events in the order of their beginning, with where they are and how many seats are left.
pub(super) fn with_places(tx: &mut Tx<'_>, actor: &Actor, found: Vec<Event>) -> Result<Vec<Line>, Fault> {
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return Ok(vec![]);
    };
    let (from, until) = (
        first.facts.period.start(),
        last.facts.period.start().plus_minutes(1),
    );
    let span = Period::new(from, until).map_err(Fault::internal)?;
    let rooms = locations(tx, actor.place, span)?;
    let counts = figures::in_span(tx, actor.place, span)?;
    let line = |event: Event| {
        let names: Vec<&str> = rooms
            .get(&event.id)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let count = counts.get(&event.id).copied().unwrap_or_default();
        Line {
            location: where_it_is(&names, &event.facts.venue),
            left: event.facts.capacity.map(|seats| {
                seats
                    .saturating_sub(count.registered.saturating_add(count.kept))
                    .max(0)
            }),
            event,
        }
    };
    Ok(found.into_iter().map(line).collect())
}
