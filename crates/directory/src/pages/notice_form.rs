//! Posting a need or an offer.

use super::insider;
use crate::actions::{NewNotice, post_notice};
use crate::rules::card::{LONGEST_TEXT, filled, text};
use crate::rules::lines;
use crate::rules::notice::{LONGEST_TITLE, NoticeKind, NoticeRefused, USUAL_DAYS};
use askama::Template;
use kernel::Day;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Query, Shell, Visit};
use serde::Deserialize;

/// A new notice.
#[derive(Template)]
#[template(path = "notice_form.html")]
pub(super) struct NoticeFormPage {
    shell: Shell,
    form: Form,
    kinds: Vec<(String, String, String)>,
}

/// What is to be posted.
#[derive(Debug, Default, Deserialize)]
pub(super) struct NewQuery {
    kind: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<NewQuery>) -> Answer {
    if !insider(&visit).await? {
        return visit.redirect("/members");
    }
    let asked = query
        .kind
        .as_deref()
        .and_then(|code| NoticeKind::parse(code).ok());
    let form = Form::blank(&visit)
        .with("kind", asked.unwrap_or(NoticeKind::Need))
        .with("until", visit.today().plus_days(USUAL_DAYS));
    visit.page(&page(&visit, form))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(new) = read(&mut form) else {
        return visit.refused(&page(&visit, form));
    };
    let posted = visit
        .submit(&form, move |tx, actor| {
            let id = post_notice(tx, actor, new.clone())?;
            Ok(format!("/board/{id}"))
        })
        .await;
    match posted {
        Ok(to) => visit.redirect_with(&to, &Flash::success("directory-notice-posted")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                NoticeRefused::Until { .. } => "until",
                _ => "title",
            };
            form.refuse(field, &refusal);
            visit.refused(&page(&visit, form))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn page(visit: &Visit, form: Form) -> NoticeFormPage {
    let kind = |kind: &NoticeKind| {
        let say = |part: &str| visit.text(&format!("directory-{}-{part}", kind.code()));
        (kind.code().to_owned(), say("choice"), say("choice-text"))
    };
    NoticeFormPage {
        shell: visit.shell("directory-notice-new"),
        form,
        kinds: NoticeKind::ALL.iter().map(kind).collect(),
    }
}

fn read(form: &mut Form) -> Option<NewNotice> {
    let kind = form.parse("kind", NoticeKind::parse);
    let title = form.parse("title", |typed| {
        filled(typed, LONGEST_TITLE).map(|title| title.replace('\n', " "))
    });
    let body = form.parse_optional("body", |typed| text(typed, LONGEST_TEXT));
    let skills = form.parse_optional("skills", lines::skills);
    let until = form.parse("until", Day::parse);
    Some(NewNotice {
        kind: kind?,
        title: title?,
        body: body?.unwrap_or_default(),
        skills: skills?.unwrap_or_default(),
        until: until?,
    })
}
