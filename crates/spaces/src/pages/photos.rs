//! The photographs of a space: as its keepers order them, and as everybody sees them.

use crate::actions::keep_photos::{
    add_photo, describe_photo, keep_notes, photographed, raise_photo, remove_photo,
};
use crate::rules::resource::{Resource, ResourceId, ResourceNotes};
use crate::store::{notes, resources};
use askama::Template;
use platform::photos::{self, PhotoId, PhotoRefused, Picture};
use platform::web::{
    Answer, Flash, Form, Path, Sharing, Shell, StatusCode, Visit, photo_answer, received_photo,
};
use platform::{Failure, Fault, OrNotFound};

/// The photographs of a space in the office.
#[derive(Template)]
#[template(path = "resource_photos.html")]
pub(super) struct PhotosPage {
    shell: Shell,
    form: Form,
    known: Resource,
    pictures: Vec<Picture>,
}

impl PhotosPage {
    fn base(&self) -> String {
        format!("/office/spaces/{}/photos", self.known.id)
    }
}

pub(super) async fn show(visit: Visit, Path((id, file)): Path<(ResourceId, String)>) -> Answer {
    let content = visit
        .read(move |tx, actor| photos::file(tx, actor.place, photographed(id), &file))
        .await?;
    photo_answer(content, Sharing::Everybody)
}

pub(super) async fn index(visit: Visit, Path(id): Path<ResourceId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: ResourceId, form: Form, status: StatusCode) -> Answer {
    let (known, all, said) = visit
        .read(move |tx, actor| {
            let known = resources::find(tx, actor.place, id)?.or_not_found()?;
            let said = notes::of(tx, actor.place, id)?;
            Ok::<_, Fault>((known, photos::of(tx, actor.place, photographed(id))?, said))
        })
        .await?;
    let mut form = form;
    if form.key().is_empty() || form.value("access").is_empty() && form.error("access").is_none() {
        form.set("access", &said.access);
        form.set("instructions", &said.instructions);
    }
    let base = format!("/rooms/{id}/photos");
    let page = PhotosPage {
        shell: visit.shell_titled(known.facts.name.as_str()),
        form,
        known,
        pictures: all.iter().map(|photo| photo.at(&base)).collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, Path(id): Path<ResourceId>, mut form: Form) -> Answer {
    let prepared = received_photo(&mut form, "photo").await;
    let alternative = form.required("alternative");
    let (Some(prepared), Some(alternative)) = (prepared, alternative) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            add_photo(tx, actor, id, &alternative, &prepared)?;
            Ok(format!("/office/spaces/{id}/photos"))
        })
        .await;
    answer(&visit, id, form, done, "shell-photo-added").await
}

pub(super) async fn update(
    visit: Visit,
    Path((id, photo)): Path<(ResourceId, PhotoId)>,
    form: Form,
) -> Answer {
    let alternative = form.value("alternative").to_owned();
    let done = visit
        .submit(&form, move |tx, actor| {
            describe_photo(tx, actor, (id, photo), &alternative)?;
            Ok(format!("/office/spaces/{id}/photos"))
        })
        .await;
    answer(&visit, id, form, done, "shell-photo-changed").await
}

pub(super) async fn raise(
    visit: Visit,
    Path((id, photo)): Path<(ResourceId, PhotoId)>,
    form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            raise_photo(tx, actor, (id, photo))?;
            Ok(format!("/office/spaces/{id}/photos"))
        })
        .await;
    answer(&visit, id, form, done, "shell-photo-changed").await
}

pub(super) async fn remove(
    visit: Visit,
    Path((id, photo)): Path<(ResourceId, PhotoId)>,
    form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            remove_photo(tx, actor, (id, photo))?;
            Ok(format!("/office/spaces/{id}/photos"))
        })
        .await;
    answer(&visit, id, form, done, "shell-photo-removed").await
}

pub(super) async fn keep_words(visit: Visit, Path(id): Path<ResourceId>, mut form: Form) -> Answer {
    let wanted = ResourceNotes {
        access: form.value("access").to_owned(),
        instructions: form.value("instructions").to_owned(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            keep_notes(tx, actor, id, wanted.clone())?;
            Ok(format!("/office/spaces/{id}/photos"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-resource-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("access", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn answer(
    visit: &Visit,
    id: ResourceId,
    mut form: Form,
    done: Result<String, Failure<PhotoRefused>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => {
            let field = if refusal == PhotoRefused::Alternative {
                "alternative"
            } else {
                "photo"
            };
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
