//! The same again on other days: which, looked at before they are made.

use crate::actions::{self, kept_rooms};
use crate::rules::event::{Event, EventId, EventRefused};
use crate::store::events;
use askama::Template;
use kernel::{Day, Period, PlaceId};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use spaces::{Ending, Pattern, Recurrence, ResourceId};

/// The days, before the last word.
#[derive(Template)]
#[template(path = "event_copies.html")]
pub(super) struct CopiesPage {
    shell: Shell,
    form: Form,
    event: Event,
    days: Vec<DayLine>,
    rhythms: Vec<(String, String)>,
}

/// A day on which it may be held again.
struct DayLine {
    day: Day,
    /// What stands in the way: a room that is taken.
    taken: Option<String>,
}

kernel::codes! {
    /// How often something is held again.
    enum Rhythm {
        /// Every week.
        Weekly = "weekly",
        /// Every second week.
        Fortnightly = "fortnightly",
        /// The same weekday of each month.
        Monthly = "monthly",
    }
}

impl Rhythm {
    const fn message(self) -> &'static str {
        match self {
            Self::Weekly => "events-rhythm-weekly",
            Self::Fortnightly => "events-rhythm-fortnightly",
            Self::Monthly => "events-rhythm-monthly",
        }
    }
}

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct CopiesQuery {
    rhythm: Option<String>,
    until: Option<String>,
}

pub(super) async fn new(visit: Visit, Path(id): Path<EventId>, Query(query): Query<CopiesQuery>) -> Answer {
    let rhythm = query
        .rhythm
        .and_then(|code| Rhythm::parse(&code).ok())
        .unwrap_or(Rhythm::Weekly);
    let today = visit.today();
    let until = query.until.and_then(|day| Day::parse(&day).ok());
    let form = Form::blank(&visit)
        .with("rhythm", rhythm)
        .with("until", until.unwrap_or_else(|| today.plus_days(70)));
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: EventId, mut form: Form, status: StatusCode) -> Answer {
    let rhythm = Rhythm::parse(form.value("rhythm")).unwrap_or(Rhythm::Weekly);
    let today = visit.today();
    let until = Day::parse(form.value("until")).unwrap_or_else(|_| today.plus_days(70));
    let zone = visit.place.zone.clone();
    let (event, days) = visit
        .read(move |tx, actor| {
            let event = events::find(tx, actor.place, id)?.or_not_found()?;
            let first = zone.day_of(event.facts.period.start());
            let rooms: Vec<ResourceId> = kept_rooms(tx, actor.place, id, event.facts.period)?
                .into_iter()
                .map(|room| room.resource)
                .collect();
            let mut lines = Vec::new();
            for day in days(rhythm, first, until).into_iter().filter(|day| *day > today) {
                let period = actions::hours_on(event.facts.period, &zone, day)?;
                lines.push(DayLine {
                    day,
                    taken: taken(tx, actor.place, &rooms, period)?,
                });
            }
            Ok::<_, Fault>((event, lines))
        })
        .await?;
    if form.values("day").next().is_none() && status == StatusCode::OK {
        for line in days.iter().filter(|line| line.taken.is_none()) {
            form = form.and("day", line.day);
        }
    }
    let page = CopiesPage {
        shell: visit.shell("events-copy"),
        rhythms: Rhythm::ALL
            .iter()
            .map(|one| (one.code().to_owned(), visit.text(one.message())))
            .collect(),
        form,
        event,
        days,
    };
    visit.page_with_status(status, &page)
}

/// The days of a rhythm after the first, until a day; sixty at most.
fn days(rhythm: Rhythm, first: Day, until: Day) -> Vec<Day> {
    let (pattern, every) = match rhythm {
        Rhythm::Weekly => (Pattern::Weekly(vec![first.weekday()]), 1),
        Rhythm::Fortnightly => (Pattern::Weekly(vec![first.weekday()]), 2),
        Rhythm::Monthly => {
            let (nth, last) = spaces::rules::recurrence::place_in_month(first);
            let nth = if last && nth > 4 { -1 } else { nth };
            (Pattern::MonthlyNth(nth, first.weekday()), 1)
        }
    };
    let rule = Recurrence {
        pattern,
        every,
        ending: Ending::Until(until),
    };
    let mut days = rule.days(first);
    days.retain(|day| *day != first);
    days.truncate(60);
    days
}

/// The first of the rooms that somebody has at those hours.
fn taken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    rooms: &[ResourceId],
    period: Period,
) -> Result<Option<String>, Fault> {
    for room in rooms {
        let resource = spaces::store::resources::find(tx, place, *room)?.or_not_found()?;
        let own = spaces::store::bookings::occupying(tx, place, *room, period)?.len();
        let bound = spaces::store::links::occupying_bound(tx, place, *room, period)?.len();
        let units = usize::try_from(resource.facts.units).unwrap_or(1);
        if own >= units || bound > 0 {
            return Ok(Some(resource.facts.name.to_string()));
        }
    }
    Ok(None)
}

pub(super) async fn create(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let days: Result<Vec<Day>, _> = form.values("day").map(Day::parse).collect();
    let Ok(days) = days else {
        form.refuse("days", &EventRefused::Days);
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let overriding = form.checked("overriding", "yes");
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::copy_event(tx, actor, id, &days, overriding)?;
            Ok("/office/events".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-copied")),
        Err(Failure::Refused(refusal)) => {
            super::event_form::refuse(&visit, &mut form, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rhythm, days};
    use kernel::Day;

    #[test]
    fn a_rhythm_gives_the_days_after_the_first() {
        let day = |text: &str| Day::parse(text).unwrap();
        let told = |rhythm, first: &str, until: &str| {
            days(rhythm, day(first), day(until))
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            told(Rhythm::Weekly, "2026-06-16", "2026-06-30"),
            ["2026-06-23", "2026-06-30"]
        );
        assert_eq!(
            told(Rhythm::Fortnightly, "2026-06-16", "2026-06-30"),
            ["2026-06-30"]
        );
        assert_eq!(
            told(Rhythm::Monthly, "2026-06-09", "2026-08-31"),
            ["2026-07-14", "2026-08-11"]
        );
        assert_eq!(
            told(Rhythm::Monthly, "2026-06-30", "2026-08-31"),
            ["2026-07-28", "2026-08-25"],
            "the fifth is taken as the last"
        );
    }
}
