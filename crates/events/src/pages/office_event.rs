//! One event, for the team: where it stands, who comes, what may be done.

use super::event_form;
use crate::actions::{self, kept_rooms};
use crate::permissions::MANAGE;
use crate::rules::event::{Event, EventId, EventRefused, EventState, KeptRoom};
use crate::rules::prose;
use crate::rules::registration::{Registration, RegistrationState};
use crate::rules::seats;
use crate::store::{events, registrations};
use askama::Template;
use kernel::{Instant, PersonId};
use platform::activity::{self, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// One event.
#[derive(Template)]
#[template(path = "office_event.html")]
pub(super) struct OfficeEventPage {
    shell: Shell,
    form: Form,
    event: Event,
    rooms: Vec<KeptRoom>,
    seated: Vec<Line>,
    waiting: Vec<Line>,
    gone: usize,
    taken: i64,
    came: i64,
    guests: Vec<(String, String)>,
    manages: bool,
    /// Whether people are arriving.
    arriving: bool,
    now: Instant,
    history: Vec<HistoryLine>,
}

/// A registration with the name it is shown by.
pub(super) struct Line {
    pub(super) one: Registration,
    pub(super) name: String,
}

impl OfficeEventPage {
    fn open(&self) -> bool {
        self.event.takes_registrations(self.now)
    }

    fn changeable(&self) -> bool {
        self.event.state != EventState::Cancelled && self.event.facts.period.end() > self.now
    }

    fn came_badge(&self, came: &i64) -> &'static str {
        if *came > 0 { "success" } else { "neutral" }
    }

    fn counts(&self, line: &Line) -> Vec<i64> {
        (0..=line.one.people()).collect()
    }

    fn is_chosen(&self, line: &Line, count: &i64) -> bool {
        line.one.came.unwrap_or(line.one.people()) == *count
    }
}

/// Before it is given up: who is told, and what becomes free.
#[derive(Template)]
#[template(path = "event_cancellation.html")]
pub(super) struct CancelPage {
    shell: Shell,
    form: Form,
    event: Event,
    people: i64,
    rooms: usize,
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn shown(visit: &Visit, id: EventId, form: Form, status: StatusCode) -> Answer {
    let (event, rooms, all, names, entries) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let event = events::find(tx, place, id)?.or_not_found()?;
            let rooms = kept_rooms(tx, place, id, event.facts.period)?;
            let all = registrations::of_event(tx, place, id)?;
            let entries = activity::history(tx, place, Subject::new("event", id))?;
            let mut persons: Vec<PersonId> = all.iter().filter_map(|one| one.attendee.person).collect();
            persons.extend(entries.iter().filter_map(|entry| entry.person_id));
            let names = people::names_of(tx, place, &persons)?;
            Ok::<_, Fault>((event, rooms, all, names, entries))
        })
        .await?;
    let now = visit.now;
    let taken = seats::taken(&all, now);
    let history = visit.history(&entries, &names);
    let came = all.iter().filter_map(|one| one.came).sum::<i64>();
    let gone = all.iter().filter(|one| !one.state_at(now).is_open()).count();
    let (mut seated, mut waiting) = (Vec::new(), Vec::new());
    for line in named(all, &names) {
        match line.one.state_at(now) {
            RegistrationState::Registered => seated.push(line),
            RegistrationState::Waiting | RegistrationState::Offered => waiting.push(line),
            _ => {}
        }
    }
    seated.sort_by_key(|line| kernel::fold(&line.name));
    let page = OfficeEventPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        guests: super::event::guest_choices(visit, event.facts.guests),
        manages: visit.actor.may(MANAGE),
        arriving: actions::is_arriving(&event, now) && event.state == EventState::Published,
        came: came.saturating_add(event.walk_ins),
        form,
        event,
        rooms,
        seated,
        waiting,
        gone,
        taken,
        now,
        history,
    };
    visit.page_with_status(status, &page)
}

/// Registrations with the names of their persons.
pub(super) fn named(all: Vec<Registration>, names: &BTreeMap<PersonId, String>) -> Vec<Line> {
    all.into_iter()
        .map(|one| {
            let known = one.attendee.person.and_then(|person| names.get(&person).cloned());
            Line {
                name: known.unwrap_or_else(|| one.attendee.name.clone()),
                one,
            }
        })
        .collect()
}

pub(super) async fn publish(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::publish_event(tx, actor, id)?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, id, form, done, "events-is-published").await
}

pub(super) async fn ask_cancel(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let form = Form::blank(&visit);
    cancel_shown(&visit, id, form, StatusCode::OK).await
}

async fn cancel_shown(visit: &Visit, id: EventId, form: Form, status: StatusCode) -> Answer {
    let (event, rooms, all) = visit
        .read(move |tx, actor| {
            let event = events::find(tx, actor.place, id)?.or_not_found()?;
            let rooms = kept_rooms(tx, actor.place, id, event.facts.period)?;
            Ok::<_, Fault>((event, rooms, registrations::of_event(tx, actor.place, id)?))
        })
        .await?;
    let open = all.iter().filter(|one| one.state_at(visit.now).is_open());
    let page = CancelPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        people: open.map(Registration::people).sum(),
        rooms: rooms.iter().filter(|room| room.holds).count(),
        form,
        event,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn cancel(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let Some(reason) = form.parse_optional("reason", prose::text) else {
        return cancel_shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let reason = reason.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::cancel_event(tx, actor, id, &reason)?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, id, form, done, "events-is-cancelled").await
}

async fn answered(
    visit: &Visit,
    id: EventId,
    mut form: Form,
    done: Result<String, Failure<EventRefused>>,
    flash: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            event_form::refuse(visit, &mut form, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
