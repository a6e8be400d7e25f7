//! Tours, for the team: those to come, those to note, the year in figures, and booking one for a caller (T7).

use super::tour::{choices, parse_moment, read_prospect};
use crate::actions::{self, NewTour};
use crate::rules::tour::{Slot, Tour, TourCount, TourState};
use crate::store::tours;
use askama::Template;
use kernel::{Day, Instant, MinuteOfDay, Month, Period};
use platform::tables::write_csv;
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// How many days back tours stand in the list.
const BACK_DAYS: i64 = 60;
/// How many days ahead.
const AHEAD_DAYS: i64 = 120;

/// The list and the year.
#[derive(Template)]
#[template(path = "desk_tours.html")]
pub(super) struct DeskToursPage {
    shell: Shell,
    /// To come, the next first.
    coming: Vec<Tour>,
    /// Over and not noted yet.
    unnoted: Vec<Tour>,
    /// Noted, the last first.
    noted: Vec<Tour>,
    year: i16,
    months: Vec<(Month, TourCount)>,
    total: TourCount,
}

/// A tour for a caller.
#[derive(Template)]
#[template(path = "desk_tour_new.html")]
pub(super) struct DeskNewTourPage {
    shell: Shell,
    form: Form,
    slots: Vec<(String, String)>,
}

/// Which year, and whether as a file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ToursQuery {
    year: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<ToursQuery>) -> Answer {
    let (today, now, zone) = (visit.today(), visit.now, visit.place.zone.clone());
    let year: i16 = query
        .year
        .and_then(|year| year.parse().ok())
        .unwrap_or(today.year());
    let year = year.clamp(2000, 2200);
    let span = Period::new(
        zone.day_bounds(today.plus_days(-BACK_DAYS)).start(),
        zone.day_bounds(today.plus_days(AHEAD_DAYS)).end(),
    )
    .map_err(Fault::internal)?;
    let (tours, months) = visit
        .read(move |tx, actor| {
            let months = actions::yearly(tx, actor.place, &zone, year)?;
            Ok::<_, Fault>((tours::in_span(tx, actor.place, span)?, months))
        })
        .await?;
    if query.format.as_deref() == Some("csv") {
        return file(&visit, year, &months);
    }
    let (coming, over): (Vec<Tour>, Vec<Tour>) = tours.into_iter().partition(|tour| tour.starts_at > now);
    let (unnoted, mut noted): (Vec<Tour>, Vec<Tour>) =
        over.into_iter().partition(|tour| tour.state == TourState::Booked);
    noted.reverse();
    let total = months
        .iter()
        .fold(TourCount::default(), |sum, (_, count)| sum.and(*count));
    visit.page(&DeskToursPage {
        shell: visit.shell("joining-tours"),
        coming,
        unnoted,
        noted,
        year,
        months,
        total,
    })
}

fn file(visit: &Visit, year: i16, months: &[(Month, TourCount)]) -> Answer {
    let heads = [
        "month",
        "booked",
        "cancelled",
        "came",
        "absent",
        "interested",
        "trials",
        "members",
    ]
    .map(|part| visit.text(&format!("joining-count-{part}")));
    let words = visit.words();
    let rows: Vec<Vec<String>> = months
        .iter()
        .map(|(month, count)| {
            let figures = [
                count.booked,
                count.cancelled,
                count.came,
                count.absent,
                count.interested,
                count.trials,
                count.members,
            ];
            std::iter::once(words.month(*month))
                .chain(figures.map(|figure| figure.to_string()))
                .collect()
        })
        .collect();
    let name = format!("{}-{year}.csv", visit.text("joining-tours-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}

pub(super) async fn new(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let slots: Vec<Slot> = visit
        .read(|tx, actor| actions::open_slots(tx, actor.place))
        .await?;
    let shell = visit.shell("joining-tour-new");
    let other = ("other".to_owned(), shell.t("joining-tour-other-hour"));
    let page = DeskNewTourPage {
        slots: choices(&shell, &slots)
            .into_iter()
            .chain(std::iter::once(other))
            .collect(),
        shell,
        form,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let prospect = read_prospect(&mut form, visit.place.language, false);
    let when = read_when(&visit, &mut form);
    let (Some(prospect), Some((starts_at, agreed))) = (prospect, when) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewTour {
        prospect,
        starts_at,
        agreed,
    };
    match super::tour::book(&visit, &form, new, |tour| format!("/office/tours/{tour}")).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-tour-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("starts_at", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// An hour proposed, or a day and a time that the team agreed to.
fn read_when(visit: &Visit, form: &mut Form) -> Option<(Instant, bool)> {
    if form.value("starts_at") != "other" {
        return form.parse("starts_at", parse_moment).map(|at| (at, false));
    }
    let day = form.parse("day", Day::parse);
    let time = form.parse("time", MinuteOfDay::parse);
    Some((visit.place.zone.instant(day?, time?), true))
}
