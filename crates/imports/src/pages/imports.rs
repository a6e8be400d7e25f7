//! The imports made so far, and the form to begin one.

use super::wording::{self, PastLine};
use crate::actions;
use crate::rules::kind::ImportKind;
use crate::rules::sheet;
use crate::store::imports;
use askama::Template;
use platform::Fault;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, StatusCode, Visit, WebError};

const PATH: &str = "/office/imports";

/// The imports made so far, and the form to begin one.
#[derive(Template)]
#[template(path = "imports.html")]
pub(super) struct ImportsPage {
    shell: Shell,
    form: Form,
    kinds: Vec<(String, String, String)>,
    past: Vec<PastLine>,
    paging: Paging,
}

pub(super) async fn index(visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let form = Form::blank(&visit).with("kind", ImportKind::People.code());
    page(&visit, form, &query, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let kind = form.parse("kind", ImportKind::parse);
    let file = form.file("file").cloned();
    if file.is_none() {
        form.refuse_with("file", "imports-file-missing");
    }
    let (Some(kind), Some(file)) = (kind, file) else {
        return page(
            &visit,
            form,
            &ListQuery::default(),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    // A large table takes seconds of one processor: not on the threads that answer everybody.
    let reading = tokio::task::spawn_blocking(move || {
        let sheet = sheet::read(&file.content, &file.filename);
        (file, sheet)
    });
    let (file, sheet) = reading.await.map_err(Fault::internal)?;
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(refused) => {
            form.refuse("file", &refused);
            return page(
                &visit,
                form,
                &ListQuery::default(),
                StatusCode::UNPROCESSABLE_ENTITY,
            )
            .await;
        }
    };
    let name = wording::filename(&file.filename);
    let to = visit
        .submit(&form, move |tx, actor| {
            let id = actions::deposit(tx, actor, kind, (&name, &file.content), &sheet)?;
            Ok::<_, platform::Failure<std::convert::Infallible>>(format!("{PATH}/{id}/mapping"))
        })
        .await?;
    visit.redirect(&to)
}

async fn page(visit: &Visit, form: Form, query: &ListQuery, status: StatusCode) -> Answer {
    let window = (query.offset(), PAGE_LENGTH);
    let (past, names, total) = visit
        .read(move |tx, actor| {
            let past = imports::list(tx, actor.place, window)?;
            let people: Vec<_> = past
                .iter()
                .filter_map(|import| import.applied_by.or(import.created_by))
                .collect();
            let names = people::names_of(tx, actor.place, &people)?;
            Ok::<_, Fault>((past, names, imports::count(tx, actor.place)?))
        })
        .await
        .map_err(WebError::from)?;
    let kinds = ImportKind::ALL.iter().map(|kind| {
        (
            kind.code().to_owned(),
            visit.text(kind.message()),
            visit.text(kind.explanation()),
        )
    });
    let page = ImportsPage {
        shell: visit.shell("imports-title"),
        kinds: kinds.collect(),
        past: past
            .iter()
            .map(|import| PastLine::new(visit, import, &names))
            .collect(),
        paging: Paging::new(query, total, PATH),
        form,
    };
    visit.page_with_status(status, &page)
}
