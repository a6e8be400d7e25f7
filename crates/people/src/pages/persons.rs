//! The list of persons: searched, filtered, sorted, a page at a time, or as a file.

use crate::rules::search::Query as Searched;
use crate::store::Window;
use crate::store::listing::{self, Filter, PersonLine};
use askama::Template;
use kernel::{Phone, Role};
use platform::Fault;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;

const PATH: &str = "/office/people";
const COLUMNS: &[&str] = &["name", "organisation", "joined"];
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// The list of persons.
#[derive(Template)]
#[template(path = "persons.html")]
pub(super) struct PersonsPage {
    shell: Shell,
    form: Form,
    lines: Vec<PersonLine>,
    paging: Paging,
    roles: Vec<(String, String)>,
    members: Vec<(String, String)>,
    /// Whether something narrows the list.
    narrowed: bool,
    may_write: bool,
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct PersonsQuery {
    page: Option<String>,
    sort: Option<String>,
    q: Option<String>,
    format: Option<String>,
    member: Option<String>,
    role: Option<String>,
}

impl PersonsQuery {
    fn list(&self) -> ListQuery {
        list_query(
            self.page.as_deref(),
            self.sort.as_ref(),
            self.q.as_ref(),
            self.format.as_ref(),
        )
    }

    fn filter(&self) -> Filter {
        let member = match self.member.as_deref() {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        };
        let role = self.role.as_deref().and_then(|code| Role::parse(code).ok());
        Filter {
            query: Searched::parse(self.list().text()),
            member,
            role,
        }
    }
}

/// A list's address, an unreadable page taken for the first.
pub(super) fn list_query(
    page: Option<&str>,
    sort: Option<&String>,
    q: Option<&String>,
    format: Option<&String>,
) -> ListQuery {
    let page = page.and_then(|page| page.parse().ok());
    // A search holds no character zero: no text of the database does.
    let q = q.map(|q| q.replace('\0', " "));
    ListQuery {
        page,
        sort: sort.cloned(),
        q,
        format: format.cloned(),
    }
}

/// The order asked for, as the store reads it.
pub(super) fn order(list: &ListQuery, columns: &[&str]) -> String {
    let sort = list.order(columns);
    if sort.descending {
        format!("-{}", sort.column)
    } else {
        sort.column.to_owned()
    }
}

pub(super) async fn index(visit: Visit, Query(query): Query<PersonsQuery>) -> Answer {
    let (list, filter) = (query.list(), query.filter());
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
    let (today, order, narrowing) = (visit.today(), order(&list, COLUMNS), filter.clone());
    let (lines, total) = visit
        .read(move |tx, actor| {
            let lines = listing::persons(tx, actor.place, &narrowing, today, &order, window)?;
            let total = listing::count_persons(tx, actor.place, &narrowing, today)?;
            Ok::<_, Fault>((lines, total))
        })
        .await?;
    if list.wants_csv() {
        return file(&visit, &lines);
    }
    let paging = Paging::new(&list, total, PATH)
        .keeping("member", query.member.as_deref().unwrap_or_default())
        .keeping("role", query.role.as_deref().unwrap_or_default());
    visit.page(&page(&visit, &query, lines, paging, filter != Filter::default()))
}

fn page(
    visit: &Visit,
    query: &PersonsQuery,
    lines: Vec<PersonLine>,
    paging: Paging,
    narrowed: bool,
) -> PersonsPage {
    let form = Form::blank(visit)
        .with("q", query.list().text())
        .with("member", query.member.as_deref().unwrap_or_default())
        .with("role", query.role.as_deref().unwrap_or_default());
    let all = |key: &str| (String::new(), visit.text(key));
    let roles = Role::ALL
        .iter()
        .map(|role| (role.code().to_owned(), visit.text(role.message())));
    let members = [("yes", "people-filter-members"), ("no", "people-filter-others")];
    let members = members.map(|(value, key)| (value.to_owned(), visit.text(key)));
    PersonsPage {
        shell: visit.shell("people-persons-title"),
        form,
        lines,
        paging,
        roles: std::iter::once(all("people-filter-every-role"))
            .chain(roles)
            .collect(),
        members: std::iter::once(all("people-filter-everybody"))
            .chain(members)
            .collect(),
        narrowed,
        may_write: visit.actor.may(crate::WRITE),
    }
}

fn file(visit: &Visit, lines: &[PersonLine]) -> Answer {
    let heads = [
        "people-given-name",
        "people-family-name",
        "people-email",
        "people-phone",
        "people-organisation",
        "people-member-since",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.name.given().to_owned(),
                line.name.family().to_owned(),
                line.email.as_ref().map(ToString::to_string).unwrap_or_default(),
                line.phone.as_ref().map(Phone::grouped).unwrap_or_default(),
                line.organisation
                    .as_ref()
                    .map(|(_, name)| name.to_string())
                    .unwrap_or_default(),
                line.member_since.map(|day| day.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    let name = visit.text("people-persons-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
