//! Photographs of what is broken and of what the place bought.

use crate::permissions::{MANAGE, OWN, RUN};
use crate::rules::equipment::Equipment;
use crate::rules::incident::Incident;
use crate::store::{equipment, incidents};
use kernel::{Actor, Id, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::photos::{self, Photo, PhotoId, PhotoRefused, Prepared};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// What a photograph here is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photographed {
    /// Something broken: for the team and whoever reported it.
    Incident(Id<Incident>),
    /// Something bought: for who keeps the inventory.
    Equipment(Id<Equipment>),
}

impl Photographed {
    const fn subject(self) -> Subject {
        match self {
            Self::Incident(id) => Subject::new("incident", id),
            Self::Equipment(id) => Subject::new("equipment", id),
        }
    }

    /// Goes on when the thing is of the place and the actor may see it; to whom may not it does not exist. Answers its name.
    fn seen(self, tx: &mut Tx<'_>, actor: &Actor) -> Result<String, Fault> {
        match self {
            Self::Incident(id) => {
                let incident = incidents::find(tx, actor.place, id)?.or_not_found()?;
                if is_reporter(actor, &incident) || actor.may(RUN) {
                    Ok(incident.title)
                } else {
                    Err(Fault::NotFound)
                }
            }
            Self::Equipment(id) => {
                actor.require(MANAGE)?;
                let all = equipment::all(tx, actor.place)?;
                let thing = all.into_iter().find(|thing| thing.id == id);
                Ok(thing.or_not_found()?.name)
            }
        }
    }
}

/// The photographs of a thing that the actor may see, with its name.
///
/// # Errors
/// [`Fault::NotFound`] for who may not see it.
pub(crate) fn album(tx: &mut Tx<'_>, actor: &Actor, of: Photographed) -> Result<(String, Vec<Photo>), Fault> {
    let name = of.seen(tx, actor)?;
    Ok((name, photos::of(tx, actor.place, of.subject())?))
}

/// The bytes of a photograph that the actor may see.
///
/// # Errors
/// As [`album`].
pub(crate) fn file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    of: Photographed,
    name: &str,
) -> Result<Option<Vec<u8>>, Fault> {
    of.seen(tx, actor)?;
    Ok(photos::file(tx, actor.place, of.subject(), name)?)
}

/// Whether the actor reported it.
fn is_reporter(actor: &Actor, incident: &Incident) -> bool {
    actor.may(OWN) && actor.person.is_some_and(|person| incident.is_of(person))
}

/// Adds a photograph of something broken or bought.
///
/// # Errors
/// [`PhotoRefused`]; [`Fault::NotFound`] for who may not see it.
pub fn add_photo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    of: Photographed,
    alternative: &str,
    prepared: &Prepared,
) -> Result<PhotoId, Failure<PhotoRefused>> {
    of.seen(tx, actor)?;
    let photo = photos::add(tx, actor, of.subject(), alternative, prepared)?;
    if let Photographed::Incident(_) = of {
        activity::record(
            tx,
            actor,
            ADDED,
            of.subject(),
            json!({ "photo": photo.to_string() }),
        )?;
    }
    Ok(photo)
}

/// What the log calls a photograph added to an incident.
const ADDED: &str = "incident.photographed";

/// The photographs of an incident that the actor may remove: the team any of them; whoever reported it their own, while it is open.
///
/// # Errors
/// As [`album`].
pub(crate) fn removable(tx: &mut Tx<'_>, actor: &Actor, id: Id<Incident>) -> Result<Vec<PhotoId>, Fault> {
    let of = Photographed::Incident(id);
    let (_, all) = album(tx, actor, of)?;
    let all = all.into_iter().map(|photo| photo.id);
    if actor.may(RUN) {
        return Ok(all.collect());
    }
    let incident = incidents::find(tx, actor.place, id)?.or_not_found()?;
    if !incident.state.is_open() {
        return Ok(vec![]);
    }
    let told = activity::history(tx, actor.place, of.subject())?;
    let added: Vec<String> = told
        .into_iter()
        .filter(|entry| entry.verb == ADDED && entry.person_id == actor.person)
        .filter_map(|entry| entry.detail.get("photo")?.as_str().map(str::to_owned))
        .collect();
    Ok(all.filter(|photo| added.contains(&photo.to_string())).collect())
}

/// Removes a photograph for good.
///
/// # Errors
/// [`Fault::NotFound`] for who may not see it or may not remove it.
pub fn remove_photo(tx: &mut Tx<'_>, actor: &Actor, of: Photographed, photo: PhotoId) -> Result<(), Fault> {
    of.seen(tx, actor)?;
    if let Photographed::Incident(id) = of {
        if !removable(tx, actor, id)?.contains(&photo) {
            return Err(Fault::NotFound);
        }
        let detail = json!({ "photo": photo.to_string() });
        activity::record(tx, actor, "incident.photo_removed", of.subject(), detail)?;
    }
    let place: PlaceId = actor.place;
    photos::remove(tx, place, of.subject(), photo)
}
