//! One request: answered in words, or, for an erasure, what it would do and what stands in the way.

use super::matters::{self, MatterLine};
use super::{declarations, my_data};
use crate::actions::{self, Preview};
use crate::permissions::WRITE;
use crate::rules::request::{PrivacyRefused, Request, RequestKind, RequestState};
use crate::store::requests;
use askama::Template;
use kernel::{Day, Id};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// One request.
#[derive(Template)]
#[template(path = "request.html")]
pub(super) struct RequestPage {
    shell: Shell,
    form: Form,
    request: Request,
    name: String,
    /// For an erasure that waits: what it would do.
    erasure: Option<Erasing>,
    open: bool,
    today: Day,
    may_write: bool,
}

/// What an erasure would do, in words.
struct Erasing {
    lines: Vec<FateLine>,
    matters: Vec<MatterLine>,
    kept_until: Option<Day>,
    hindered: bool,
}

/// What becomes of one kind of data.
struct FateLine {
    name: String,
    rows: i64,
    badge: &'static str,
    fate: String,
    law: String,
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Request>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: Id<Request>, form: Form, status: StatusCode) -> Answer {
    let known = declarations(visit)?;
    let (request, name, preview) = visit
        .read(move |tx, actor| {
            let request = requests::find(tx, actor.place, id)?.or_not_found()?;
            let person = people::person(tx, actor.place, request.person)?.or_not_found()?;
            let erasing = request.state == RequestState::Open && request.kind == RequestKind::Erasure;
            let preview = if erasing {
                Some(actions::preview(tx, actor.place, &known, request.person)?)
            } else {
                None
            };
            Ok::<_, Fault>((request, person.name.full(), preview))
        })
        .await?;
    let page = RequestPage {
        shell: visit.shell(&request.kind.message()),
        form,
        name,
        erasure: preview.map(|preview| told(visit, &preview)),
        open: request.state == RequestState::Open,
        request,
        today: visit.today(),
        may_write: visit.actor.may(WRITE),
    };
    visit.page_with_status(status, &page)
}

fn told(visit: &Visit, preview: &Preview) -> Erasing {
    use platform::personal::Fate;
    let line = |line: &actions::Line| FateLine {
        name: visit.text(line.holding.name),
        rows: line.rows,
        badge: match line.holding.fate {
            Fate::Deleted => "error",
            Fate::Anonymised => "warning",
            Fate::Kept => "info",
        },
        fate: visit.text(&format!("privacy-fate-{}", line.holding.fate.code())),
        law: my_data::law(visit, line.holding),
    };
    Erasing {
        lines: preview.lines.iter().map(line).collect(),
        matters: matters::lines(visit, &preview.matters),
        kept_until: preview.kept_until,
        hindered: preview.is_hindered(),
    }
}

pub(super) async fn answer(visit: Visit, Path(id): Path<Id<Request>>, form: Form) -> Answer {
    let granted = form.value("outcome") == "granted";
    let words = form.value("answer").to_owned();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::answer(tx, actor, id, granted, &words)?;
            Ok(format!("/office/personal-data/{id}"))
        })
        .await;
    after(&visit, id, form, done, "privacy-answered").await
}

pub(super) async fn erase(visit: Visit, Path(id): Path<Id<Request>>, form: Form) -> Answer {
    let (known, messages) = (declarations(&visit)?, visit.app.messages.clone());
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::erase(tx, actor, &known, &messages, id)?;
            Ok(format!("/office/personal-data/{id}"))
        })
        .await;
    after(&visit, id, form, done, "privacy-erased").await
}

async fn after(
    visit: &Visit,
    id: Id<Request>,
    mut form: Form,
    done: Result<String, Failure<PrivacyRefused>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(why)) => {
            form.refuse("answer", &why);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
