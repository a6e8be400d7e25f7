//! The photographs of a space, and what is said beside them.

use crate::permissions::MANAGE;
use crate::rules::resource::{Resource, ResourceId, ResourceNotes, ResourceRefused};
use crate::store::{notes, resources};
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::photos::{self, PhotoId, PhotoRefused, Prepared};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// What the photographs of a space are photographs of.
#[must_use]
pub const fn photographed(id: ResourceId) -> Subject {
    Subject::new("resource", id)
}

/// Adds a photograph behind the others.
///
/// # Errors
/// [`PhotoRefused`]; [`Fault::NotFound`] when the space is not of the place.
pub fn add_photo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ResourceId,
    alternative: &str,
    prepared: &Prepared,
) -> Result<PhotoId, Failure<PhotoRefused>> {
    let resource = kept(tx, actor, id)?;
    let photo = photos::add(tx, actor, photographed(id), alternative, prepared)?;
    record(tx, actor, &resource, "resource.photographed")?;
    Ok(photo)
}

/// Says anew what a photograph shows.
///
/// # Errors
/// As [`add_photo`].
pub fn describe_photo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (id, photo): (ResourceId, PhotoId),
    alternative: &str,
) -> Result<(), Failure<PhotoRefused>> {
    kept(tx, actor, id)?;
    photos::describe(tx, actor.place, photographed(id), photo, alternative)
}

/// Puts a photograph one place further to the front.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn raise_photo(tx: &mut Tx<'_>, actor: &Actor, (id, photo): (ResourceId, PhotoId)) -> Result<(), Fault> {
    kept(tx, actor, id)?;
    photos::raise(tx, actor.place, photographed(id), photo)
}

/// Removes a photograph for good.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn remove_photo(tx: &mut Tx<'_>, actor: &Actor, (id, photo): (ResourceId, PhotoId)) -> Result<(), Fault> {
    let resource = kept(tx, actor, id)?;
    photos::remove(tx, actor.place, photographed(id), photo)?;
    record(tx, actor, &resource, "resource.photo_removed")
}

/// Keeps what is said of a space beside what it is.
///
/// # Errors
/// [`ResourceRefused::Text`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn keep_notes(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ResourceId,
    wanted: ResourceNotes,
) -> Result<(), Failure<ResourceRefused>> {
    let resource = kept(tx, actor, id)?;
    let wanted = wanted.checked().map_err(Failure::Refused)?;
    notes::keep(tx, actor.place, id, &wanted)?;
    record(tx, actor, &resource, "resource.changed")?;
    Ok(())
}

fn kept(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<Resource, Fault> {
    actor.require(MANAGE)?;
    resources::find(tx, actor.place, id)?.or_not_found()
}

fn record(tx: &mut Tx<'_>, actor: &Actor, resource: &Resource, verb: &str) -> Result<(), Fault> {
    let facts = json!({ "space": resource.facts.name.as_str() });
    activity::record(tx, actor, verb, photographed(resource.id), facts)?;
    Ok(())
}
