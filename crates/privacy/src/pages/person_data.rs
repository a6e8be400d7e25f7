//! What one person asked about their data, and noting what they ask.

use crate::actions;
use crate::permissions::WRITE;
use crate::rules::request::{Request, RequestKind};
use crate::store::requests;
use askama::Template;
use kernel::{Day, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The requests of one person.
#[derive(Template)]
#[template(path = "person_data.html")]
pub(super) struct PersonDataPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    requests: Vec<Request>,
    kinds: Vec<(String, String)>,
    erased: bool,
    today: Day,
    may_write: bool,
}

pub(super) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let form = Form::blank(&visit).with("asked_on", visit.today());
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: PersonId, form: Form, status: StatusCode) -> Answer {
    let (known, requests, erased) = visit
        .read(move |tx, actor| {
            let known = people::person(tx, actor.place, id)?.or_not_found()?;
            let requests = requests::of_person(tx, actor.place, id)?;
            Ok::<_, Fault>((known, requests, people::is_erased(tx, actor.place, id)?))
        })
        .await?;
    let kind = |kind: &RequestKind| (kind.code().to_owned(), visit.text(&kind.message()));
    let page = PersonDataPage {
        shell: visit.shell("privacy-person-title"),
        form,
        person: id,
        name: known.name.full(),
        requests,
        kinds: RequestKind::ALL.iter().map(kind).collect(),
        erased,
        today: visit.today(),
        may_write: visit.actor.may(WRITE),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn record(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let kind = form.parse("kind", RequestKind::parse);
    let asked_on = form.parse("asked_on", Day::parse);
    let note = form.value("note").to_owned();
    let (Some(kind), Some(asked_on)) = (kind, asked_on) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let request = actions::record_request(tx, actor, id, (kind, asked_on), &note)?;
            Ok(format!("/office/personal-data/{request}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-recorded")),
        Err(Failure::Refused(why)) => {
            form.refuse("asked_on", &why);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
