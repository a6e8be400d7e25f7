//! The queue of requests about personal data, the most urgent first.

use crate::permissions::WRITE;
use crate::rules::request::Request;
use crate::store::requests;
use askama::Template;
use kernel::{Day, PersonId};
use people::{Found, Party};
use platform::Fault;
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How many persons a search proposes.
const PROPOSED: usize = 10;

/// The queue.
#[derive(Template)]
#[template(path = "requests.html")]
pub(super) struct RequestsPage {
    shell: Shell,
    form: Form,
    open: Vec<Request>,
    answered: Vec<Request>,
    names: BTreeMap<PersonId, String>,
    found: Vec<(PersonId, Found)>,
    searched: bool,
    today: Day,
    may_write: bool,
}

impl RequestsPage {
    fn name(&self, person: &PersonId) -> &str {
        self.names.get(person).map_or("", String::as_str)
    }
}

/// Whom a request is noted for.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Searched {
    q: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(searched): Query<Searched>) -> Answer {
    let typed = searched.q.unwrap_or_default();
    let looked_for = typed.clone();
    let (open, answered, names, found) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let (open, answered) = (requests::open(tx, place)?, requests::answered(tx, place)?);
            let who: Vec<PersonId> = open.iter().chain(&answered).map(|one| one.person).collect();
            let names = people::names_of(tx, place, &who)?;
            let found = people::search_persons(tx, place, &looked_for, PROPOSED)?;
            Ok::<_, Fault>((open, answered, names, found))
        })
        .await?;
    let person = |found: Found| match found.who {
        Party::Person(id) => Some((id, found)),
        Party::Organisation(_) => None,
    };
    let page = RequestsPage {
        shell: visit.shell("privacy-title"),
        form: Form::blank(&visit).with("q", &typed),
        open,
        answered,
        names,
        found: found.into_iter().filter_map(person).collect(),
        searched: !typed.trim().is_empty(),
        today: visit.today(),
        may_write: visit.actor.may(WRITE),
    };
    visit.page(&page)
}
