//! The texts of the house, in versions, for the office.

use crate::actions;
use crate::rules::prose;
use crate::rules::text::{HouseText, TextKind};
use crate::store::texts;
use askama::Template;
use kernel::Id;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Every version, and the form of the next one.
#[derive(Template)]
#[template(path = "house_texts.html")]
pub(super) struct HouseTextsPage {
    shell: Shell,
    form: Form,
    kinds: Vec<(String, String)>,
    texts: Vec<HouseText>,
    accepted: BTreeMap<Id<HouseText>, i64>,
}

impl HouseTextsPage {
    fn count(&self, text: &HouseText) -> i64 {
        self.accepted.get(&text.id).copied().unwrap_or_default()
    }
}

/// One version.
#[derive(Template)]
#[template(path = "house_text.html")]
pub(super) struct HouseTextPage {
    shell: Shell,
    text: HouseText,
}

/// Which text the form begins with.
#[derive(Debug, Default, Deserialize)]
pub(super) struct TextsQuery {
    kind: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<TextsQuery>) -> Answer {
    let kind = query.kind.as_deref().and_then(|code| TextKind::parse(code).ok());
    let form = Form::blank(&visit).with("kind", kind.unwrap_or(TextKind::HouseRules));
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let (texts, counts) = visit
        .read(|tx, actor| Ok::<_, Fault>((texts::all(tx, actor.place)?, texts::counts(tx, actor.place)?)))
        .await?;
    if form.value("body").is_empty() && status == StatusCode::OK {
        let last = texts.iter().find(|text| text.kind.code() == form.value("kind"));
        let body = last.map(|text| text.body.clone()).unwrap_or_default();
        form.set("body", body);
    }
    let kinds = TextKind::ALL.iter();
    let page = HouseTextsPage {
        shell: visit.shell("joining-texts"),
        form,
        kinds: kinds
            .map(|kind| (kind.code().to_owned(), visit.text(kind.message())))
            .collect(),
        texts,
        accepted: counts.into_iter().collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let kind = form.parse("kind", TextKind::parse);
    let body = form.parse("body", |typed| prose::filled(typed, prose::LONGEST_TEXT));
    let (Some(kind), Some(body)) = (kind, body) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let to = visit
        .submit(&form, move |tx, actor| {
            actions::publish_text(tx, actor, kind, &body)?;
            Ok::<_, platform::Failure<std::convert::Infallible>>("/office/house-texts".to_owned())
        })
        .await
        .map_err(platform::Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("joining-text-published"))
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<HouseText>>) -> Answer {
    let text = visit
        .read(move |tx, actor| texts::find(tx, actor.place, id)?.or_not_found())
        .await?;
    visit.page(&HouseTextPage {
        shell: visit.shell(text.kind.message()),
        text,
    })
}
