//! The list of organisations: searched, sorted, a page at a time, or as a file.

use super::persons::{list_query, order};
use crate::rules::search::Query as Searched;
use crate::store::Window;
use crate::store::listing::{self, OrganisationLine};
use askama::Template;
use platform::Fault;
use platform::tables::write_csv;
use platform::web::listing::{PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;

const PATH: &str = "/office/organisations";
const COLUMNS: &[&str] = &["name", "city"];
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// The list of organisations.
#[derive(Template)]
#[template(path = "organisations.html")]
pub(super) struct OrganisationsPage {
    shell: Shell,
    form: Form,
    lines: Vec<OrganisationLine>,
    paging: Paging,
    narrowed: bool,
    may_write: bool,
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct OrganisationsQuery {
    page: Option<String>,
    sort: Option<String>,
    q: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<OrganisationsQuery>) -> Answer {
    let list = list_query(
        query.page.as_deref(),
        query.sort.as_ref(),
        query.q.as_ref(),
        query.format.as_ref(),
    );
    let window = if list.wants_csv() {
        Window {
            offset: 0,
            limit: LONGEST_FILE,
        }
    } else {
        Window {
            offset: list.offset(),
            limit: PAGE_LENGTH,
        }
    };
    let (searched, order) = (Searched::parse(list.text()), order(&list, COLUMNS));
    let narrowed = searched.is_some();
    let (lines, total) = visit
        .read(move |tx, actor| {
            let lines = listing::organisations(tx, actor.place, searched.as_ref(), &order, window)?;
            let total = listing::count_organisations(tx, actor.place, searched.as_ref())?;
            Ok::<_, Fault>((lines, total))
        })
        .await?;
    if list.wants_csv() {
        return file(&visit, &lines);
    }
    visit.page(&OrganisationsPage {
        shell: visit.shell("people-organisations-title"),
        form: Form::blank(&visit).with("q", list.text()),
        lines,
        paging: Paging::new(&list, total, PATH),
        narrowed,
        may_write: visit.actor.may(crate::WRITE),
    })
}

fn file(visit: &Visit, lines: &[OrganisationLine]) -> Answer {
    let heads = [
        "people-organisation-name",
        "people-siren",
        "people-email",
        "people-city",
        "people-persons-paid",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.name.to_string(),
                line.siren.as_ref().map(ToString::to_string).unwrap_or_default(),
                line.email.as_ref().map(ToString::to_string).unwrap_or_default(),
                line.city.clone(),
                line.persons.to_string(),
            ]
        })
        .collect();
    let name = visit.text("people-organisations-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
