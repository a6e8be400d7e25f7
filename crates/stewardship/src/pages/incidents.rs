//! What is broken: reported by anybody, followed up by the desk.

use super::photos;
use crate::actions::{FollowUp, NewIncident, follow_up, report_incident};
use crate::rules::equipment::Equipment;
use crate::rules::incident::{Incident, IncidentRefused, IncidentState, Step, Subject, Urgency};
use crate::rules::text::{filled_line, text};
use crate::store::{equipment, incidents};
use crate::tell_of_incident;
use askama::Template;
use kernel::{Actor, Id, Money, PersonId};
use platform::database::Tx;
use platform::photos::Picture;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeMap;

const MINE: &str = "/me/incidents";

/// Everything that is broken, or what ended.
#[derive(Template)]
#[template(path = "incidents.html")]
pub(super) struct IncidentsPage {
    shell: Shell,
    lines: Vec<Line>,
    /// Whether what ended is shown.
    ended: bool,
    may_manage: bool,
}

/// One incident, for the desk.
#[derive(Template)]
#[template(path = "incident.html")]
pub(super) struct IncidentPage {
    shell: Shell,
    form: Form,
    line: Line,
    pictures: Vec<Picture>,
    steps: Vec<(Step, String)>,
    states: Vec<(String, String)>,
    may_close_space: bool,
}

/// One's own reports, and a form for one more.
#[derive(Template)]
#[template(path = "my_incidents.html")]
pub(super) struct MyIncidentsPage {
    shell: Shell,
    form: Form,
    lines: Vec<Line>,
    subjects: Vec<(String, String)>,
    urgencies: Vec<(String, String, String)>,
}

/// One of one's own reports.
#[derive(Template)]
#[template(path = "my_incident.html")]
pub(super) struct MyIncidentPage {
    shell: Shell,
    line: Line,
    pictures: Vec<Picture>,
    steps: Vec<(Step, String)>,
}

/// An incident with the names it takes to show it.
pub(super) struct Line {
    pub(super) incident: Incident,
    /// The room or the thing; empty for neither.
    pub(super) about: String,
    reporter: String,
    owner: String,
}

impl Line {
    /// Where the thing stands in the inventory.
    fn thing(&self) -> Option<Id<Equipment>> {
        match self.incident.subject {
            Subject::Thing(thing) => Some(thing),
            Subject::Space(_) | Subject::Other => None,
        }
    }

    fn is_of_space(&self) -> bool {
        matches!(self.incident.subject, Subject::Space(_))
    }
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct IncidentsQuery {
    show: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<IncidentsQuery>) -> Answer {
    let ended = query.show.as_deref() == Some("ended");
    let mut all = visit
        .read(move |tx, actor| {
            let all = if ended {
                incidents::closed(tx, actor.place)?
            } else {
                incidents::open(tx, actor.place)?
            };
            Ok::<_, Fault>(all)
        })
        .await?;
    if !ended {
        // What presses comes first; the sort keeps the oldest before the newest.
        all.sort_by_key(|incident| std::cmp::Reverse(incident.urgency));
    }
    visit.page(&IncidentsPage {
        lines: lines(&visit, all).await?,
        ended,
        may_manage: visit.actor.may(crate::MANAGE),
        shell: visit.shell("stewardship-incidents"),
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Incident>>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn follow(visit: Visit, Path(id): Path<Id<Incident>>, mut form: Form) -> Answer {
    let state = form.parse("state", IncidentState::parse);
    let cost = form.parse("cost", Money::parse);
    let body = form.parse_optional("body", text);
    let (Some(state), Some(cost), Some(body)) = (state, cost, body) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = FollowUp {
        state,
        mine: form.checked("mine", "yes"),
        cost,
        body: body.unwrap_or_default(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            if follow_up(tx, actor, id, new.clone())? {
                tell_of_incident(tx, actor, id)?;
            }
            Ok(format!("/front-desk/incidents/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-incident-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                IncidentRefused::Cost => "cost",
                IncidentRefused::State => "state",
                IncidentRefused::Nothing | IncidentRefused::NoSubject => "body",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Id<Incident>, mut form: Form, status: StatusCode) -> Answer {
    let incident = visit
        .read(move |tx, actor| incidents::find(tx, actor.place, id)?.or_not_found())
        .await?;
    if form.pairs().is_empty() {
        form.set("state", incident.state);
        form.set("cost", incident.cost.field(visit.locale));
        if incident.owner.is_some() && incident.owner == visit.actor.person {
            form.set("mine", "yes");
        }
    }
    let before = incident.state;
    let state = |next: &&IncidentState| before.may_become(**next);
    let states = IncidentState::ALL.iter().filter(state);
    let page = IncidentPage {
        shell: visit.shell_titled(incident.title.clone()),
        states: states
            .map(|state| (state.code().to_owned(), visit.text(state.message())))
            .collect(),
        pictures: photos::pictures(visit, id, "/front-desk/incidents").await?,
        steps: steps(visit, id).await?,
        line: lines(visit, vec![incident]).await?.pop().or_not_found()?,
        may_close_space: visit.actor.may(spaces::CLOSE),
        form,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn mine(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("urgency", Urgency::Normal);
    mine_shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn report(visit: Visit, mut form: Form) -> Answer {
    let title = form.parse("title", filled_line);
    let detail = form.parse_optional("detail", text);
    let urgency = form.parse("urgency", Urgency::parse);
    let subject = subject(form.value("subject"));
    let (Some(title), Some(detail), Some(urgency)) = (title, detail, urgency) else {
        return mine_shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewIncident {
        subject,
        title,
        detail: detail.unwrap_or_default(),
        urgency,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            report_incident(tx, actor, new.clone())?;
            Ok(MINE.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-incident-is-reported")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("subject", &refusal);
            mine_shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn one_of_mine(visit: Visit, Path(id): Path<Id<Incident>>) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let incident = visit
        .read(move |tx, actor| {
            let found = incidents::find(tx, actor.place, id)?;
            found.filter(|incident| incident.is_of(person)).or_not_found()
        })
        .await?;
    visit.page(&MyIncidentPage {
        shell: visit.shell_titled(incident.title.clone()),
        pictures: photos::pictures(&visit, id, MINE).await?,
        steps: steps(&visit, id).await?,
        line: lines(&visit, vec![incident]).await?.pop().or_not_found()?,
    })
}

async fn mine_shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let (all, rooms, things) = visit
        .read(move |tx, actor| {
            let all = incidents::of_reporter(tx, actor.place, person)?;
            let rooms = spaces::store::resources::list(tx, actor.place)?;
            Ok::<_, Fault>((all, rooms, equipment::all(tx, actor.place)?))
        })
        .await?;
    let neither = (String::new(), visit.text("stewardship-incident-elsewhere"));
    let rooms = rooms
        .into_iter()
        .map(|room| (format!("space:{}", room.id), room.facts.name.to_string()));
    let things = things
        .into_iter()
        .filter(|thing| thing.gone.is_none())
        .map(|thing| (format!("thing:{}", thing.id), placed(&thing)));
    let urgency = |one: &Urgency| {
        let hint = visit.text(&format!("{}-text", one.message()));
        (one.code().to_owned(), visit.text(one.message()), hint)
    };
    let page = MyIncidentsPage {
        shell: visit.shell("stewardship-incidents"),
        lines: lines(visit, all).await?,
        subjects: std::iter::once(neither).chain(rooms).chain(things).collect(),
        urgencies: Urgency::ALL.iter().map(urgency).collect(),
        form,
    };
    visit.page_with_status(status, &page)
}

/// "Imprimante (premier étage)".
fn placed(thing: &Equipment) -> String {
    if thing.stands.is_empty() {
        thing.name.clone()
    } else {
        format!("{} ({})", thing.name, thing.stands)
    }
}

/// What a report is about; whatever cannot be read is about nothing of the place, and refused.
fn subject(typed: &str) -> Subject {
    let unknown = Subject::Thing(Id::from_i64(0));
    match typed.split_once(':') {
        None if typed.is_empty() => Subject::Other,
        Some(("space", id)) => Id::parse(id).map_or(unknown, Subject::Space),
        Some(("thing", id)) => Id::parse(id).map_or(unknown, Subject::Thing),
        None | Some(_) => unknown,
    }
}

async fn steps(visit: &Visit, id: Id<Incident>) -> Result<Vec<(Step, String)>, Fault> {
    visit
        .read(move |tx, actor| {
            let steps = incidents::steps(tx, actor.place, id)?;
            let who: Vec<PersonId> = steps.iter().filter_map(|step| step.person).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            let name = |step: &Step| step.person.and_then(|person| names.get(&person).cloned());
            Ok(steps
                .into_iter()
                .map(|step| {
                    let name = name(&step).unwrap_or_default();
                    (step, name)
                })
                .collect())
        })
        .await
}

/// Incidents with every name they need.
pub(super) async fn lines(visit: &Visit, all: Vec<Incident>) -> Result<Vec<Line>, Fault> {
    let incidents = all.clone();
    let (names, about) = visit
        .read(move |tx, actor| {
            let reporters = incidents.iter().map(|incident| incident.reporter);
            let owners = incidents.iter().filter_map(|incident| incident.owner);
            let who: Vec<PersonId> = reporters.chain(owners).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((names, subjects(tx, actor, &incidents)?))
        })
        .await?;
    let name = |person: Option<PersonId>| {
        person
            .and_then(|person| names.get(&person).cloned())
            .unwrap_or_default()
    };
    let line = |incident: Incident| Line {
        about: about.get(&incident.id).cloned().unwrap_or_default(),
        reporter: match incident.unnamed {
            true => visit.text("stewardship-incident-unnamed"),
            false => name(Some(incident.reporter)),
        },
        owner: name(incident.owner),
        incident,
    };
    Ok(all.into_iter().map(line).collect())
}

/// What each incident is about, in words.
fn subjects(
    tx: &mut Tx<'_>,
    actor: &Actor,
    all: &[Incident],
) -> Result<BTreeMap<Id<Incident>, String>, Fault> {
    let rooms = spaces::store::resources::list(tx, actor.place)?;
    let things = equipment::all(tx, actor.place)?;
    let about = |incident: &Incident| match incident.subject {
        Subject::Space(id) => rooms
            .iter()
            .find(|room| room.id == id)
            .map(|room| room.facts.name.to_string()),
        Subject::Thing(id) => things.iter().find(|thing| thing.id == id).map(placed),
        Subject::Other => None,
    };
    Ok(all
        .iter()
        .filter_map(|incident| Some((incident.id, about(incident)?)))
        .collect())
}
