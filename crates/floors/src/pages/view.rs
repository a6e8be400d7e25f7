//! The levels of the place as they stand now, or at a day and an hour.

use super::drawing::{Level, Line, Pencil};
use crate::permissions::DRAW;
use crate::rules::{Plan, PlanId};
use crate::store;
use askama::Template;
use axum::http::header;
use axum::response::IntoResponse;
use kernel::{Day, Instant, MinuteOfDay};
use platform::web::{Answer, Path, Query, Shell, Visit};
use platform::{Fault, OrNotFound};
use serde::Deserialize;
use spaces::{BOOK, BOOK_FOR_OTHERS, Standing, standings};

/// The plan.
#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    shell: Shell,
    day: Day,
    time: String,
    /// Whether it follows the clock.
    live: bool,
    when: String,
    levels: Vec<Level>,
    rest: Vec<Line>,
    may_draw: bool,
}

/// The levels alone, for a screen that follows the day.
#[derive(Template)]
#[template(path = "plan_levels.html")]
struct LevelsPart {
    shell: Shell,
    when: String,
    levels: Vec<Level>,
    rest: Vec<Line>,
}

/// Which moment is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PlanQuery {
    #[serde(default)]
    day: String,
    #[serde(default)]
    time: String,
}

/// How far one may look, in days.
const REACH: i64 = 1_100;

/// `GET /plan`.
pub(super) async fn show(visit: Visit, Query(query): Query<PlanQuery>) -> Answer {
    let (at, live) = moment(&visit, &query);
    let (shell, levels, rest) = drawn(&visit, at).await?;
    let (day, minute) = visit.place.zone.local(at);
    visit.page(&PlanPage {
        when: shell.when(&at),
        shell,
        day,
        time: minute.to_string(),
        live,
        levels,
        rest,
        may_draw: visit.actor.may(DRAW),
    })
}

/// `GET /plan/now`: the levels as they stand now.
pub(super) async fn now(visit: Visit) -> Answer {
    let at = visit.now;
    let (shell, levels, rest) = drawn(&visit, at).await?;
    visit.page(&LevelsPart {
        when: shell.when(&at),
        shell,
        levels,
        rest,
    })
}

/// `GET /plan/live`: tells open plans that something was written.
#[allow(clippy::unused_async, reason = "a handler is asynchronous")]
pub(super) async fn live(visit: Visit) -> Answer {
    Ok(visit.app.live.stream(&visit))
}

/// `GET /plan/pictures/{id}`: what is drawn over. Its address changes with it, so that a browser may keep it.
pub(super) async fn picture(visit: Visit, Path(id): Path<PlanId>) -> Answer {
    let picture = visit
        .read(move |tx, actor| store::picture(tx, actor.place, id)?.or_not_found())
        .await?;
    let headers = [
        (header::CONTENT_TYPE, picture.kind.code()),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, picture.content).into_response())
}

/// The moment asked for; what cannot be read is now.
fn moment(visit: &Visit, query: &PlanQuery) -> (Instant, bool) {
    let zone = &visit.place.zone;
    let (today, minute) = zone.local(visit.now);
    let day = Day::parse(&query.day).ok();
    let time = MinuteOfDay::parse(&query.time).ok();
    if day.is_none() && time.is_none() {
        return (visit.now, true);
    }
    let day = day
        .unwrap_or(today)
        .clamp(today.plus_days(-REACH), today.plus_days(REACH));
    let last = zone.day_bounds(day).end().minus_minutes(1);
    let at = zone.instant(day, time.unwrap_or(minute)).min(last);
    (at, false)
}

async fn drawn(visit: &Visit, at: Instant) -> Result<(Shell, Vec<Level>, Vec<Line>), Fault> {
    let zone = visit.place.zone.clone();
    let (plans, standings): (Vec<Plan>, Vec<Standing>) = visit
        .read(move |tx, actor| {
            let plans = store::plans(tx, actor.place)?;
            Ok::<_, Fault>((plans, standings(tx, actor, &zone, at)?))
        })
        .await?;
    let shell = visit.shell("floors-title");
    let (levels, rest) = Pencil {
        shell: &shell,
        zone: &visit.place.zone,
        at,
        may_book: visit.actor.may(BOOK) || visit.actor.may(BOOK_FOR_OTHERS),
        standings: &standings,
    }
    .draw(&plans);
    Ok((shell, levels, rest))
}
