//! Photographs of what is broken and of what the place bought.

use crate::permissions::{MANAGE, OWN, RUN};
use crate::rules::equipment::Equipment;
use crate::rules::incident::Incident;
use crate::store::{equipment, incidents};
use kernel::{Actor, Id, PlaceId};
use platform::activity::Subject;
use platform::database::Tx;
use platform::photos::{self, Photo, PhotoId, PhotoRefused, Prepared};
use platform::{Failure, Fault, OrNotFound};

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
                let own = actor.may(OWN) && actor.is(incident.reporter);
                if own || actor.may(RUN) {
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
    photos::add(tx, actor, of.subject(), alternative, prepared)
}

/// Removes a photograph for good.
///
/// # Errors
/// [`Fault::NotFound`] for who may not see it.
pub fn remove_photo(tx: &mut Tx<'_>, actor: &Actor, of: Photographed, photo: PhotoId) -> Result<(), Fault> {
    of.seen(tx, actor)?;
    let place: PlaceId = actor.place;
    photos::remove(tx, place, of.subject(), photo)
}
