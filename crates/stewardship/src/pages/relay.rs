//! Notes of the desk, and its checklists.

use crate::actions::{add_checklist_line, leave_note, mark_note, retire_checklist_line, tick_checklist_line};
use crate::rules::relay::{ChecklistLine, Moment, Note, RelayRefused, Tick};
use crate::rules::text::{filled, filled_line};
use crate::store::relay;
use askama::Template;
use kernel::{Day, Id, PersonId, Refusal};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::convert::Infallible;

const NOTES: &str = "/front-desk/notes";
const CHECKLISTS: &str = "/front-desk/checklists";
const OFFICE: &str = "/office/checklists";

/// What who left has to say.
#[derive(Template)]
#[template(path = "notes.html")]
pub(super) struct NotesPage {
    shell: Shell,
    form: Form,
    unread: Vec<Note>,
    read: Vec<Note>,
    names: BTreeMap<PersonId, String>,
}

impl NotesPage {
    fn author(&self, note: &Note) -> &str {
        self.names.get(&note.author).map_or("", String::as_str)
    }

    fn reader(&self, note: &Note) -> &str {
        let by = note.read.and_then(|(_, by)| by);
        by.and_then(|by| self.names.get(&by)).map_or("", String::as_str)
    }
}

/// What is looked at today, or was on another day.
#[derive(Template)]
#[template(path = "checklists.html")]
pub(super) struct ChecklistsPage {
    shell: Shell,
    form: Form,
    lists: Vec<(Moment, Vec<Line>)>,
    day: Day,
    today: Day,
}

/// The lines of both lists, kept by the office.
#[derive(Template)]
#[template(path = "office_checklists.html")]
pub(super) struct OfficeChecklistsPage {
    shell: Shell,
    form: Form,
    lists: Vec<(Moment, Vec<Line>)>,
    moments: Vec<(String, String)>,
}

/// A line, and who ticked it when.
pub(super) struct Line {
    line: ChecklistLine,
    tick: Option<(Tick, String)>,
}

/// Which day is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct DayQuery {
    day: Option<String>,
}

pub(super) async fn notes(visit: Visit) -> Answer {
    notes_shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn notes_shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (unread, read, names) = visit
        .read(|tx, actor| {
            let (unread, read) = (relay::unread(tx, actor.place)?, relay::read(tx, actor.place)?);
            let all = || unread.iter().chain(&read);
            let readers = all().filter_map(|note| note.read?.1);
            let who: Vec<PersonId> = all().map(|note| note.author).chain(readers).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((unread, read, names))
        })
        .await?;
    let page = NotesPage {
        shell: visit.shell("stewardship-notes"),
        form,
        unread,
        read,
        names,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn leave(visit: Visit, mut form: Form) -> Answer {
    let Some(body) = form.parse("body", filled) else {
        return notes_shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            leave_note(tx, actor, body.clone())?;
            Ok::<_, Failure<Infallible>>(NOTES.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-note-left"))
}

pub(super) async fn mark(visit: Visit, Path(id): Path<Id<Note>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            mark_note(tx, actor, id)?;
            Ok(NOTES.to_owned())
        })
        .await;
    answer(&visit, NOTES, done, "stewardship-note-marked")
}

pub(super) async fn checklists(visit: Visit, Query(query): Query<DayQuery>) -> Answer {
    let today = visit.today();
    let asked = query.day.as_deref().and_then(|day| Day::parse(day).ok());
    let day = asked.unwrap_or(today).min(today);
    visit.page(&ChecklistsPage {
        lists: lists(&visit, day).await?,
        form: Form::blank(&visit).with("day", day),
        shell: visit.shell("stewardship-checklists"),
        day,
        today,
    })
}

pub(super) async fn tick(visit: Visit, Path(id): Path<Id<ChecklistLine>>, form: Form) -> Answer {
    ticked(&visit, id, &form, true).await
}

pub(super) async fn untick(visit: Visit, Path(id): Path<Id<ChecklistLine>>, form: Form) -> Answer {
    ticked(&visit, id, &form, false).await
}

async fn ticked(visit: &Visit, id: Id<ChecklistLine>, form: &Form, ticked: bool) -> Answer {
    let done = visit
        .submit(form, move |tx, actor| {
            tick_checklist_line(tx, actor, id, ticked)?;
            Ok(format!("{CHECKLISTS}#line-{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect(&to),
        done => answer(visit, CHECKLISTS, done, "stewardship-checklist-kept"),
    }
}

pub(super) async fn office(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("moment", Moment::Opening);
    office_shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn add(visit: Visit, mut form: Form) -> Answer {
    let moment = form.parse("moment", Moment::parse);
    let body = form.parse("body", filled_line);
    let (Some(moment), Some(body)) = (moment, body) else {
        return office_shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            add_checklist_line(tx, actor, moment, body.clone())?;
            Ok::<_, Failure<Infallible>>(OFFICE.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-checklist-kept"))
}

pub(super) async fn retire(visit: Visit, Path(id): Path<Id<ChecklistLine>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            retire_checklist_line(tx, actor, id)?;
            Ok(OFFICE.to_owned())
        })
        .await;
    answer(&visit, OFFICE, done, "stewardship-checklist-kept")
}

async fn office_shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let moment = |one: &Moment| (one.code().to_owned(), visit.text(one.message()));
    let page = OfficeChecklistsPage {
        shell: visit.shell("stewardship-checklists"),
        form,
        lists: lists(visit, visit.today()).await?,
        moments: Moment::ALL.iter().map(moment).collect(),
    };
    visit.page_with_status(status, &page)
}

/// What is looked at on a day, with what was ticked.
async fn lists(visit: &Visit, day: Day) -> Result<Vec<(Moment, Vec<Line>)>, Fault> {
    let (lines, ticks, names) = visit
        .read(move |tx, actor| {
            let lines = relay::lines(tx, actor.place, day)?;
            let ticks = relay::ticks(tx, actor.place, day)?;
            let who: Vec<PersonId> = ticks.iter().filter_map(|tick| tick.person).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((lines, ticks, names))
        })
        .await?;
    let with_tick = |line: &ChecklistLine| {
        let tick = ticks.iter().find(|tick| tick.line == line.id).cloned();
        Line {
            line: line.clone(),
            tick: tick.map(|tick| {
                let name = tick.person.and_then(|person| names.get(&person).cloned());
                (tick, name.unwrap_or_default())
            }),
        }
    };
    let of = |moment: &Moment| {
        let own = lines.iter().filter(|line| line.moment == *moment);
        (*moment, own.map(with_tick).collect())
    };
    Ok(Moment::ALL.iter().map(of).collect())
}

fn answer(visit: &Visit, to: &str, done: Result<String, Failure<RelayRefused>>, success: &str) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => visit.redirect_with(to, &Flash::error(refusal.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
