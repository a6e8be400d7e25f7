//! Booking for somebody on the telephone: found by a few letters, or written down on the spot.

use askama::Template;
use kernel::{Email, Phone};
use people::{Found, NewPerson, Party, PersonName};
use platform::web::{Answer, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// Who calls?
#[derive(Template)]
#[template(path = "caller.html")]
pub(super) struct CallerPage {
    shell: Shell,
    form: Form,
    found: Vec<Caller>,
    searched: bool,
}

/// Somebody who may be the one.
pub(super) struct Caller {
    name: String,
    note: String,
    href: String,
}

/// What was typed, and the hours that were chosen before.
#[derive(Debug, Default, Deserialize)]
pub(super) struct CallerQuery {
    q: Option<String>,
    resource: Option<String>,
    start: Option<String>,
    end: Option<String>,
    day: Option<String>,
}

const KEPT: [&str; 4] = ["resource", "start", "end", "day"];

pub(super) async fn new(visit: Visit, Query(query): Query<CallerQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("q", query.q.unwrap_or_default());
    for (name, value) in KEPT
        .into_iter()
        .zip([query.resource, query.start, query.end, query.day])
    {
        form.set(name, value.unwrap_or_default());
    }
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let given = form.value("given").to_owned();
    let name = form.parse("family", |family| PersonName::parse(&given, family));
    let phone = form.parse_optional("phone", Phone::parse);
    let email = form.parse_optional("email", Email::parse);
    if form.value("phone").is_empty() && form.value("email").is_empty() {
        form.refuse_with("phone", "spaces-refused-no-contact");
    }
    let (true, Some(name), Some(phone), Some(email)) = (form.is_valid(), name, phone, email) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let person = NewPerson {
        phone,
        email,
        ..NewPerson::named(name)
    };
    let kept = kept(&form);
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = people::create_person(tx, actor, person.clone())?;
            Ok(format!("/bookings/new?person={id}{kept}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect(&to),
        Err(Failure::Refused(refusal)) => {
            form.refuse("email", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The hours chosen before, as the end of an address.
fn kept(form: &Form) -> String {
    let pairs: Vec<(&str, &str)> = KEPT
        .into_iter()
        .map(|name| (name, form.value(name)))
        .filter(|(_, value)| !value.is_empty() && value.len() <= 40)
        .filter(|(_, value)| {
            value
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | ':'))
        })
        .collect();
    pairs
        .iter()
        .map(|(name, value)| format!("&{name}={value}"))
        .collect()
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let typed = form.value("q").to_owned();
    let searched = !typed.is_empty();
    let found = visit
        .read(move |tx, actor| people::search_persons(tx, actor.place, &typed, 20).map_err(Fault::from))
        .await?;
    let kept = kept(&form);
    let page = CallerPage {
        shell: visit.shell("spaces-caller-title"),
        found: found.into_iter().filter_map(|one| caller(one, &kept)).collect(),
        form,
        searched,
    };
    visit.page_with_status(status, &page)
}

fn caller(found: Found, kept: &str) -> Option<Caller> {
    let Party::Person(id) = found.who else { return None };
    let phone = found.phone.map(|phone| phone.grouped());
    let email = found.email.map(|email| email.to_string());
    let note: Vec<String> = found.organisation.into_iter().chain(phone).chain(email).collect();
    Some(Caller {
        name: found.name,
        note: note.join(" · "),
        href: format!("/bookings/new?person={id}{kept}"),
    })
}
