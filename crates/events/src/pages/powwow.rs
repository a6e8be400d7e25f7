//! One meeting of everybody: its points in order, who wants to speak, what was said and decided (T35).

use crate::actions::{self, NewPoint};
use crate::rules::event::{Event, EventId};
use crate::rules::powwow::{Decision, Point, PointId, PowwowRefused};
use crate::rules::prose;
use crate::store::{decisions, powwow};
use askama::Template;
use kernel::{Day, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// The meeting.
#[derive(Template)]
#[template(path = "powwow.html")]
pub(super) struct PowwowPage {
    shell: Shell,
    form: Form,
    event: Event,
    points: Vec<PointLine>,
    /// Whether points are still added.
    open: bool,
    /// Whether the reader keeps the order and notes what is decided.
    keeps: bool,
    minutes: i64,
}

/// A point with who brings it, who wants to speak and what was decided.
struct PointLine {
    point: Point,
    who: String,
    speakers: Vec<String>,
    speaks: bool,
    mine: bool,
    decisions: Vec<Decision>,
}

impl PowwowPage {
    fn may_remove(&self, line: &PointLine) -> bool {
        self.open && (self.keeps || (line.mine && line.point.motion.is_none()))
    }

    /// The fields that note a decision belong to one point each.
    fn field(&self, name: &str, line: &PointLine) -> String {
        format!("{name}-{}", line.point.id)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let form = Form::blank(&visit).with("minutes", 10);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: EventId, form: Form, status: StatusCode) -> Answer {
    let (event, points, speakers, decisions, names, keeps) = visit
        .read(move |tx, actor| {
            let event = actions::meeting(tx, actor, id)?;
            let points = powwow::of_event(tx, actor.place, id)?;
            let speakers = powwow::speakers(tx, actor.place, id)?;
            let decisions = decisions::decisions(tx, actor.place, id)?;
            let mut persons: Vec<PersonId> = speakers.values().flatten().copied().collect();
            persons.extend(points.iter().filter_map(|point| point.person));
            let names = people::names_of(tx, actor.place, &persons)?;
            let keeps = actions::programmes(tx, actor)?;
            Ok::<_, Fault>((event, points, speakers, decisions, names, keeps))
        })
        .await?;
    let me = visit.actor.person;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let minutes = points.iter().map(|point| point.minutes).sum();
    let lines = points.into_iter().map(|point| {
        let own = speakers.get(&point.id).map(Vec::as_slice).unwrap_or_default();
        PointLine {
            who: point.person.as_ref().map(name).unwrap_or_default(),
            speakers: own.iter().map(name).collect(),
            speaks: me.is_some_and(|me| own.contains(&me)),
            mine: me.is_some() && me == point.person,
            decisions: decisions
                .iter()
                .filter(|one| one.point == point.id)
                .cloned()
                .collect(),
            point,
        }
    });
    let page = PowwowPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        points: lines.collect(),
        open: event.is_to_come(visit.now),
        form,
        event,
        keeps,
        minutes,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn add(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let title = form.parse("title", prose::filled_line);
    let body = form.parse_optional("body", prose::text);
    let minutes = form.number("minutes");
    let (Some(title), Some(body), Some(minutes)) = (title, body, minutes) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewPoint {
        title,
        body: body.unwrap_or_default(),
        minutes,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::add_point(tx, actor, id, &new)?;
            Ok(address(id))
        })
        .await;
    answered(&visit, id, form, (done, "events-point-added")).await
}

fn address(id: EventId) -> String {
    format!("/powwows/{id}")
}

pub(super) async fn order(visit: Visit, Path((id, point)): Path<(EventId, PointId)>, form: Form) -> Answer {
    let up = form.value("to") == "up";
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::of_meeting(tx, actor, id, point)?;
            actions::move_point(tx, actor, point, up)?;
            Ok(format!("{}#p{point}", address(id)))
        })
        .await;
    answered(&visit, id, form, (done, "events-noted")).await
}

pub(super) async fn remove(visit: Visit, Path((id, point)): Path<(EventId, PointId)>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::of_meeting(tx, actor, id, point)?;
            actions::withdraw_point(tx, actor, point)?;
            Ok(address(id))
        })
        .await;
    answered(&visit, id, form, (done, "events-point-removed")).await
}

pub(super) async fn speak(visit: Visit, Path((id, point)): Path<(EventId, PointId)>, form: Form) -> Answer {
    let wants = form.value("wants") != "no";
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::of_meeting(tx, actor, id, point)?;
            actions::want_to_speak(tx, actor, point, wants)?;
            Ok(format!("{}#p{point}", address(id)))
        })
        .await;
    answered(&visit, id, form, (done, "events-noted")).await
}

pub(super) async fn note(
    visit: Visit,
    Path((id, point)): Path<(EventId, PointId)>,
    mut form: Form,
) -> Answer {
    let field = format!("notes-{point}");
    let Some(notes) = form.parse_optional(&field, prose::text) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let notes = notes.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::of_meeting(tx, actor, id, point)?;
            actions::note_point(tx, actor, point, &notes)?;
            Ok(format!("{}#p{point}", address(id)))
        })
        .await;
    answered(&visit, id, form, (done, "events-noted")).await
}

pub(super) async fn decide(
    visit: Visit,
    Path((id, point)): Path<(EventId, PointId)>,
    mut form: Form,
) -> Answer {
    let body = form.parse(&format!("decision-{point}"), prose::filled_line);
    let owner = form.parse_optional(&format!("owner-{point}"), prose::line);
    let due_on = form.parse_optional(&format!("due-{point}"), Day::parse);
    let (Some(body), Some(owner), Some(due_on)) = (body, owner, due_on) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let owner = owner.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::of_meeting(tx, actor, id, point)?;
            actions::decide(tx, actor, point, (&body, &owner, due_on))?;
            Ok(format!("{}#p{point}", address(id)))
        })
        .await;
    answered(&visit, id, form, (done, "events-noted")).await
}

async fn answered(
    visit: &Visit,
    id: EventId,
    mut form: Form,
    (done, flash): (Result<String, Failure<PowwowRefused>>, &'static str),
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                PowwowRefused::Minutes => "minutes",
                _ => "title",
            };
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
