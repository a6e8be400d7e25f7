//! Photographs of how spaces were found after a hire, for the team.

use crate::actions::photos::{add_photo, album, file, remove_photo};
use crate::rules::hire::{At, Hire};
use askama::Template;
use kernel::Id;
use platform::Failure;
use platform::photos::{PhotoId, Picture};
use platform::web::{
    Answer, Flash, Form, Path, Sharing, Shell, StatusCode, Visit, photo_answer, received_photo,
};

/// The photographs of a hire, and the form for one more.
#[derive(Template)]
#[template(path = "hire_photos.html")]
struct PhotosPage {
    shell: Shell,
    form: Form,
    /// Whose hire it is.
    name: String,
    check: String,
    base: String,
    pictures: Vec<Picture>,
    /// Whether the deposit is settled: then nothing is added or taken away.
    settled: bool,
}

pub(super) fn base(id: Id<Hire>) -> String {
    format!("/front-desk/exclusive-hires/{id}/photos")
}

pub(super) async fn index(visit: Visit, Path(id): Path<Id<Hire>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: Id<Hire>, form: Form, status: StatusCode) -> Answer {
    let album = visit.read(move |tx, actor| album(tx, actor, id)).await?;
    let base = base(id);
    let page = PhotosPage {
        shell: visit.shell("hires-photos"),
        form,
        name: album.name,
        check: format!("/front-desk/exclusive-hires/{id}/check"),
        pictures: album.photos.iter().map(|photo| photo.at(&base)).collect(),
        base,
        settled: album.settled,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn add(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let prepared = received_photo(&mut form, "photo").await;
    let alternative = form.required("alternative");
    let (Some(prepared), Some(alternative)) = (prepared, alternative) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            add_photo(tx, actor, id, &alternative, &prepared)?;
            Ok(base(id))
        })
        .await;
    answered(&visit, id, form, done, "shell-photo-added").await
}

pub(super) async fn remove(visit: Visit, Path((id, photo)): Path<(Id<Hire>, PhotoId)>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            remove_photo(tx, actor, id, photo)?;
            Ok(base(id))
        })
        .await;
    answered(&visit, id, form, done, "shell-photo-removed").await
}

pub(super) async fn see(visit: Visit, Path((id, name)): Path<(Id<Hire>, String)>) -> Answer {
    let content = visit.read(move |tx, actor| file(tx, actor, id, &name)).await?;
    photo_answer(content, Sharing::Reader)
}

async fn answered(
    visit: &Visit,
    id: Id<Hire>,
    mut form: Form,
    done: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
