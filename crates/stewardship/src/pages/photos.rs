//! Photographs of what is broken and of what the place bought, each seen by those who see the thing.

use crate::actions::photos::{Photographed, add_photo, album, file, removable, remove_photo};
use crate::rules::equipment::Equipment;
use crate::rules::incident::Incident;
use askama::Template;
use kernel::Id;
use platform::photos::{PhotoId, PhotoRefused, Picture};
use platform::web::{
    Answer, Flash, Form, Path, Sharing, Shell, StatusCode, Visit, photo_answer, received_photo,
};
use platform::{Failure, Fault};

/// The photographs of an incident, for the desk.
#[derive(Template)]
#[template(path = "photos_desk.html")]
struct DeskPage {
    shell: Shell,
    form: Form,
    album: Album,
}

/// The photographs of one's own report.
#[derive(Template)]
#[template(path = "photos_own.html")]
struct OwnPage {
    shell: Shell,
    form: Form,
    album: Album,
    /// Those that may be removed from here.
    removable: Vec<PhotoId>,
}

/// The photographs of a thing in the inventory.
#[derive(Template)]
#[template(path = "photos_office.html")]
struct OfficePage {
    shell: Shell,
    form: Form,
    album: Album,
}

struct Album {
    name: String,
    pictures: Vec<Picture>,
    /// Where the thing itself is.
    thing: String,
}

impl Album {
    fn base(&self) -> String {
        format!("{}/photos", self.thing)
    }
}

/// From where somebody looks at a thing.
#[derive(Clone, Copy)]
enum Door {
    Desk(Id<Incident>),
    Own(Id<Incident>),
    Office(Id<Equipment>),
}

impl Door {
    const fn of(self) -> Photographed {
        match self {
            Self::Desk(id) | Self::Own(id) => Photographed::Incident(id),
            Self::Office(id) => Photographed::Equipment(id),
        }
    }

    fn thing(self) -> String {
        match self {
            Self::Desk(id) => format!("/front-desk/incidents/{id}"),
            Self::Own(id) => format!("/me/incidents/{id}"),
            Self::Office(id) => format!("/office/equipment/{id}"),
        }
    }
}

pub(super) async fn of_incident(visit: Visit, Path(id): Path<Id<Incident>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, Door::Desk(id), form, StatusCode::OK).await
}

pub(super) async fn of_own(visit: Visit, Path(id): Path<Id<Incident>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, Door::Own(id), form, StatusCode::OK).await
}

pub(super) async fn of_equipment(visit: Visit, Path(id): Path<Id<Equipment>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, Door::Office(id), form, StatusCode::OK).await
}

async fn shown(visit: &Visit, from: Door, form: Form, status: StatusCode) -> Answer {
    let (name, photos) = visit.read(move |tx, actor| album(tx, actor, from.of())).await?;
    let thing = from.thing();
    let files = format!("{thing}/photos");
    let album = Album {
        pictures: photos.iter().map(|photo| photo.at(&files)).collect(),
        name,
        thing,
    };
    let shell = visit.shell("stewardship-photos");
    match from {
        Door::Desk(_) => visit.page_with_status(status, &DeskPage { shell, form, album }),
        Door::Own(id) => {
            let page = OwnPage {
                removable: visit.read(move |tx, actor| removable(tx, actor, id)).await?,
                shell,
                form,
                album,
            };
            visit.page_with_status(status, &page)
        }
        Door::Office(_) => visit.page_with_status(status, &OfficePage { shell, form, album }),
    }
}

pub(super) async fn add_to_incident(visit: Visit, Path(id): Path<Id<Incident>>, form: Form) -> Answer {
    add(visit, Door::Desk(id), form).await
}

pub(super) async fn add_to_own(visit: Visit, Path(id): Path<Id<Incident>>, form: Form) -> Answer {
    add(visit, Door::Own(id), form).await
}

pub(super) async fn add_to_equipment(visit: Visit, Path(id): Path<Id<Equipment>>, form: Form) -> Answer {
    add(visit, Door::Office(id), form).await
}

async fn add(visit: Visit, from: Door, mut form: Form) -> Answer {
    let prepared = received_photo(&mut form, "photo").await;
    let alternative = form.required("alternative");
    let (Some(prepared), Some(alternative)) = (prepared, alternative) else {
        return shown(&visit, from, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            add_photo(tx, actor, from.of(), &alternative, &prepared)?;
            Ok(format!("{}/photos", from.thing()))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("shell-photo-added")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                PhotoRefused::Alternative => "alternative",
                _ => "photo",
            };
            form.refuse(field, &refusal);
            shown(&visit, from, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remove_of_incident(
    visit: Visit,
    Path((id, photo)): Path<(Id<Incident>, PhotoId)>,
    form: Form,
) -> Answer {
    remove(visit, Door::Desk(id), photo, form).await
}

pub(super) async fn remove_of_own(
    visit: Visit,
    Path((id, photo)): Path<(Id<Incident>, PhotoId)>,
    form: Form,
) -> Answer {
    remove(visit, Door::Own(id), photo, form).await
}

pub(super) async fn remove_of_equipment(
    visit: Visit,
    Path((id, photo)): Path<(Id<Equipment>, PhotoId)>,
    form: Form,
) -> Answer {
    remove(visit, Door::Office(id), photo, form).await
}

async fn remove(visit: Visit, from: Door, photo: PhotoId, form: Form) -> Answer {
    let done: Result<String, Failure<PhotoRefused>> = visit
        .submit(&form, move |tx, actor| {
            remove_photo(tx, actor, from.of(), photo)?;
            Ok(format!("{}/photos", from.thing()))
        })
        .await;
    let to = done.map_err(Failure::unexpected)?;
    visit.redirect_with(&to, &Flash::success("shell-photo-removed"))
}

pub(super) async fn see_incident(visit: Visit, Path((id, name)): Path<(Id<Incident>, String)>) -> Answer {
    see(visit, Photographed::Incident(id), name).await
}

pub(super) async fn see_equipment(visit: Visit, Path((id, name)): Path<(Id<Equipment>, String)>) -> Answer {
    see(visit, Photographed::Equipment(id), name).await
}

async fn see(visit: Visit, of: Photographed, name: String) -> Answer {
    let content = visit.read(move |tx, actor| file(tx, actor, of, &name)).await?;
    photo_answer(content, Sharing::Reader)
}

/// The photographs of an incident, as its own page shows them.
pub(super) async fn pictures(visit: &Visit, id: Id<Incident>, base: &str) -> Result<Vec<Picture>, Fault> {
    let of = Photographed::Incident(id);
    let (_, photos) = visit.read(move |tx, actor| album(tx, actor, of)).await?;
    let files = format!("{base}/{id}/photos");
    Ok(photos.iter().map(|photo| photo.at(&files)).collect())
}
