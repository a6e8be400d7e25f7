//! The living page of components, in development only: what a page may be made of, seen at once.

use super::listing::{ListQuery, Paging};
use super::{Answer, Form, HistoryLine, Query, Shell, Visit, WebError};
use askama::Template;

#[derive(Template)]
#[template(path = "components.html")]
struct ComponentsPage {
    shell: Shell,
    form: Form,
    states: Vec<(String, String)>,
    cards: Vec<(String, String, String)>,
    sort: Paging,
    pager: Paging,
    entries: Vec<HistoryLine>,
}

/// `GET /development/components`.
pub(crate) async fn show(visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    if !visit.app.settings.development {
        return Err(WebError::NotFound);
    }
    let mut form = Form::blank(&visit)
        .with("email", "camille@example.org")
        .with("state", "b");
    form.refuse_with("amount", "shell-field-missing");
    let paging = Paging::new(&query, 180, "/development/components");
    let pair = |value: &str| (value.to_owned(), format!("option {value}"));
    visit.page(&ComponentsPage {
        shell: visit.shell("shell-components"),
        form,
        states: ["a", "b"].map(pair).to_vec(),
        cards: ["a", "b"]
            .map(|value| (value.to_owned(), format!("card {value}"), "small".to_owned()))
            .to_vec(),
        sort: paging.clone(),
        pager: paging,
        entries: vec![HistoryLine {
            at: visit.now,
            who: "Camille".to_owned(),
            text: "entry".to_owned(),
        }],
    })
}
