//! Somebody new at the desk: a name is enough (T2).

use super::acts::usual;
use crate::actions::walk_in::{WalkInRefusal, walk_in};
use crate::rules::check_in::{Part, Welcome};
use askama::Template;
use kernel::{Email, Phone};
use people::{NewPerson, PersonName};
use platform::web::{Answer, Form, Query, Shell, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// The form for somebody new.
#[derive(Template)]
#[template(path = "walk_in.html")]
struct WalkInPage {
    shell: Shell,
    form: Form,
    parts: Vec<(String, String)>,
    welcomes: Vec<(String, String, String)>,
}

/// What the address of the form says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct NewQuery {
    /// The name typed in the search field.
    #[serde(default)]
    name: String,
}

/// `GET /front-desk/walk-ins/new`.
pub(super) async fn new(visit: Visit, Query(query): Query<NewQuery>) -> Answer {
    let part = visit.read(|tx, actor| usual(tx, actor.place)).await?;
    let (given, family) = split(&query.name);
    let form = Form::blank(&visit)
        .with("given_name", given)
        .with("family_name", family)
        .with("part", part)
        .with("welcome", Welcome::Trial);
    visit.page(&page(&visit, form))
}

/// `POST /front-desk/walk-ins`.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some((person, part, welcome)) = read(&mut form) else {
        return visit.refused(&page(&visit, form));
    };
    let done = visit.submit(&form, move |tx, actor| {
        let done = walk_in(tx, actor, person.clone(), part, welcome)?;
        Ok(format!("/front-desk?last={}", done.check_in))
    });
    match done.await {
        Ok(to) => visit.redirect(&to),
        Err(Failure::Refused(WalkInRefusal::Person(refusal))) => {
            form.refuse("email", &refusal);
            visit.refused(&page(&visit, form))
        }
        Err(Failure::Refused(WalkInRefusal::CheckIn(refusal))) => {
            form.refuse("welcome", &refusal);
            visit.refused(&page(&visit, form))
        }
        Err(Failure::Fault(fault)) => Err(Fault::into(fault)),
    }
}

fn read(form: &mut Form) -> Option<(NewPerson, Part, Welcome)> {
    let given = form.value("given_name").to_owned();
    let family = form.value("family_name").to_owned();
    let name = match PersonName::parse(&given, &family) {
        Ok(name) => Some(name),
        Err(refusal) => {
            form.refuse("given_name", &refusal);
            None
        }
    };
    let email = form.parse_optional("email", Email::parse);
    let phone = form.parse_optional("phone", Phone::parse);
    let part = form.parse("part", Part::parse);
    let welcome = form.parse("welcome", Welcome::parse);
    let person = NewPerson {
        email: email?,
        phone: phone?,
        ..NewPerson::named(name?)
    };
    Some((person, part?, welcome?))
}

/// What was typed, taken for a given name and what follows it.
fn split(typed: &str) -> (String, String) {
    let typed: String = typed
        .chars()
        .filter(|letter| !letter.is_control())
        .take(100)
        .collect();
    match typed.trim().split_once(' ') {
        Some((given, family)) => (capitalised(given), capitalised(family.trim())),
        None => (capitalised(typed.trim()), String::new()),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn page(visit: &Visit, form: Form) -> WalkInPage {
    let part = |part: &Part| {
        let label = match part {
            Part::Morning => "spaces-desk-morning",
            Part::Afternoon => "spaces-desk-afternoon",
            Part::Day => "spaces-desk-day",
        };
        (part.code().to_owned(), visit.text(label))
    };
    let welcome = |welcome: &Welcome| {
        let (label, text) = match welcome {
            Welcome::Trial => ("spaces-desk-trial", "spaces-desk-trial-text"),
            Welcome::Debt => ("spaces-desk-owed", "spaces-desk-owed-text"),
        };
        (welcome.code().to_owned(), visit.text(label), visit.text(text))
    };
    WalkInPage {
        shell: visit.shell("spaces-desk-new-person"),
        form,
        parts: Part::ALL.iter().map(part).collect(),
        welcomes: Welcome::ALL.iter().map(welcome).collect(),
    }
}
