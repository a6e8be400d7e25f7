//! The photograph of a card: one's own form, and the file as others may see it.

use crate::actions::{keep_portrait, own_portrait, portrait_file, remove_portrait};
use crate::rules::card::Visibility;
use askama::Template;
use kernel::PersonId;
use platform::photos::{PhotoRefused, Picture};
use platform::web::{
    Answer, Flash, Form, Path, Sharing, Shell, StatusCode, Visit, WebError, photo_answer, received_photo,
};
use platform::{Failure, Fault};

/// One's own photograph.
#[derive(Template)]
#[template(path = "my_portrait.html")]
pub(super) struct PortraitPage {
    shell: Shell,
    form: Form,
    picture: Option<Picture>,
    visibilities: Vec<(String, String)>,
}

pub(super) async fn see(visit: Visit, Path((person, name)): Path<(PersonId, String)>) -> Answer {
    let content = visit
        .read(move |tx, actor| portrait_file(tx, actor, person, &name))
        .await?;
    photo_answer(content, Sharing::Reader)
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let (photo, seen_by) = visit
        .read(move |tx, actor| own_portrait(tx, actor.place, person))
        .await?;
    if form.value("photo_for").is_empty() {
        let usual = if photo.is_some() {
            seen_by
        } else {
            Visibility::Members
        };
        form.set("photo_for", usual);
        let said = photo.as_ref().map(|photo| photo.alternative.clone());
        let name = visit.text_with(
            "directory-portrait-of",
            &[("name", visit.shell("directory-portrait").person_name().into())],
        );
        form.set("alternative", said.unwrap_or(name));
    }
    let base = format!("/directory/{person}/photo");
    let visibility = |one: &Visibility| {
        let text = visit.text(&format!("directory-for-{}", one.code()));
        (one.code().to_owned(), text)
    };
    let page = PortraitPage {
        shell: visit.shell("directory-portrait"),
        form,
        picture: photo.map(|photo| photo.at(&base)),
        visibilities: Visibility::ALL.iter().rev().map(visibility).collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let seen_by = form.parse("photo_for", Visibility::parse);
    let prepared = match form.file("photo").is_some() {
        true => received_photo(&mut form, "photo").await,
        false => None,
    };
    let Some(seen_by) = seen_by.filter(|_| form.is_valid()) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let alternative = form.value("alternative").to_owned();
    let done: Result<String, Failure<PhotoRefused>> = visit
        .submit(&form, move |tx, actor| {
            let new = prepared.as_ref().map(|prepared| (alternative.as_str(), prepared));
            keep_portrait(tx, actor, new, seen_by)?;
            Ok("/me/card/photo".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("directory-card-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("alternative", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remove(visit: Visit, form: Form) -> Answer {
    let done: Result<String, Failure<std::convert::Infallible>> = visit
        .submit(&form, move |tx, actor| {
            remove_portrait(tx, actor)?;
            Ok("/me/card/photo".to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("shell-photo-removed"))
}
