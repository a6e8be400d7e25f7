//! Doors with a controller, and what they asked.

use crate::actions::doors::{NewDoor, keep_door, renew_door_secret, retire_door};
use crate::rules::door::{Decision, Door, DoorRefused, secret};
use crate::store::doors;
use askama::Template;
use kernel::{Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound as _};
use spaces::store::resources;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

/// Minutes around a booking, unless another number is typed.
const USUAL_MARGIN: &str = "15";

/// Every door, and a form for another.
#[derive(Template)]
#[template(path = "doors.html")]
pub(super) struct DoorsPage {
    shell: Shell,
    form: Form,
    all: Vec<Door>,
    spaces: Vec<(String, String)>,
}

/// One door.
#[derive(Template)]
#[template(path = "door.html")]
pub(super) struct DoorPage {
    shell: Shell,
    door: Door,
    decisions: Vec<Decision>,
    names: BTreeMap<PersonId, String>,
    /// The secret that was made just now.
    fresh: Option<String>,
}

impl DoorsPage {
    fn behind(&self, door: &Door) -> String {
        let code = door
            .resource
            .map(|resource| resource.to_string())
            .unwrap_or_default();
        let space = self.spaces.iter().find(|(known, _)| *known == code);
        space.map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

impl DoorPage {
    fn who(&self, decision: &Decision) -> &str {
        let name = decision.person.and_then(|person| self.names.get(&person));
        name.map_or("", String::as_str)
    }
}

const fn members_key(door: &Door) -> &'static str {
    if door.members {
        "api-door-members-yes"
    } else {
        "api-door-members-no"
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("members", "yes")
        .with("margin", USUAL_MARGIN);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (all, known) = visit
        .read(|tx, actor| Ok::<_, Fault>((doors::all(tx, actor.place)?, resources::list(tx, actor.place)?)))
        .await?;
    let house = (String::new(), visit.text("api-door-house"));
    let space = |one: spaces::Resource| (one.id.to_string(), one.facts.name.as_str().to_owned());
    let page = DoorsPage {
        shell: visit.shell("api-doors-title"),
        form,
        all,
        spaces: std::iter::once(house)
            .chain(known.into_iter().map(space))
            .collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let (resource, margin) = (form.parse_optional("resource", Id::parse), form.number("margin"));
    let (Some(resource), Some(margin)) = (resource, margin) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewDoor {
        name: form.value("name").to_owned(),
        resource,
        members: form.checked("members", "yes"),
        margin,
    };
    let fresh = secret(visit.app.db.entropy().bytes());
    let made = fresh.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = keep_door(tx, actor, &new, &made)?;
            Ok(format!("/office/doors/{id}"))
        })
        .await;
    match done {
        Ok(to) => told_once(&visit, &to, fresh).await,
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                DoorRefused::Name => "name",
                DoorRefused::Margin => "margin",
                DoorRefused::NoSpace => "resource",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of a door with its secret, unless the same form had been sent before: that answer showed it.
async fn told_once(visit: &Visit, to: &str, fresh: String) -> Answer {
    let id = to
        .rsplit('/')
        .next()
        .and_then(|id| Id::parse(id).ok())
        .or_not_found()?;
    let page = page(visit, id).await?;
    if page.door.secret != fresh {
        return visit.redirect_with(to, &Flash::success("api-door-made-before"));
    }
    visit.page(&DoorPage {
        fresh: Some(fresh),
        ..page
    })
}

async fn page(visit: &Visit, id: Id<Door>) -> Result<DoorPage, Fault> {
    let (door, decisions, names) = visit
        .read(move |tx, actor| {
            let door = doors::find(tx, actor.place, id)?.or_not_found()?;
            let decisions = doors::decisions(tx, actor.place, id)?;
            let persons: BTreeSet<PersonId> = decisions.iter().filter_map(|one| one.person).collect();
            let persons: Vec<PersonId> = persons.into_iter().collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            Ok::<_, Fault>((door, decisions, names))
        })
        .await?;
    Ok(DoorPage {
        shell: visit.shell_titled(door.name.clone()),
        door,
        decisions,
        names,
        fresh: None,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Door>>) -> Answer {
    let page = page(&visit, id).await?;
    visit.page(&page)
}

pub(super) async fn renew(visit: Visit, Path(id): Path<Id<Door>>, form: Form) -> Answer {
    let fresh = secret(visit.app.db.entropy().bytes());
    let made = fresh.clone();
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            renew_door_secret(tx, actor, id, &made)?;
            Ok(format!("/office/doors/{id}"))
        })
        .await;
    told_once(&visit, &done.map_err(Failure::no_refusal)?, fresh).await
}

pub(super) async fn retire(visit: Visit, Path(id): Path<Id<Door>>, form: Form) -> Answer {
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            retire_door(tx, actor, id)?;
            Ok("/office/doors".to_owned())
        })
        .await;
    visit.redirect_with(
        &done.map_err(Failure::no_refusal)?,
        &Flash::success("api-door-retired"),
    )
}
