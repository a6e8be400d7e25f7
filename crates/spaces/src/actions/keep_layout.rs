//! Adding, changing and retiring layouts of a room.

use crate::permissions::MANAGE;
use crate::rules::layout::{Layout, LayoutFacts, LayoutId, LayoutRefused};
use crate::rules::resource::ResourceId;
use crate::store::{layouts, resources};
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Adds a layout to a room.
///
/// # Errors
/// [`LayoutRefused`]; [`Fault::NotFound`] when the room is not of the place.
pub fn add_layout(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: ResourceId,
    facts: LayoutFacts,
) -> Result<LayoutId, Failure<LayoutRefused>> {
    actor.require(MANAGE)?;
    let facts = facts.checked().map_err(Failure::Refused)?;
    let resource = resources::lock(tx, actor.place, resource)?.or_not_found()?.id;
    let layout = Layout {
        id: tx.new_id(),
        resource,
        facts,
        active: true,
    };
    tx.attempt(|tx| layouts::insert(tx, actor.place, &layout))
        .map_err(taken)?;
    record(tx, actor, "resource.layout_added", &layout)?;
    Ok(layout.id)
}

/// Changes a layout. Bookings keep the time around them that they were made with.
///
/// # Errors
/// As [`add_layout`]; [`Fault::NotFound`] when it is not one of the room.
pub fn change_layout(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (resource, id): (ResourceId, LayoutId),
    facts: LayoutFacts,
) -> Result<(), Failure<LayoutRefused>> {
    let mut layout = held(tx, actor, resource, id)?;
    layout.facts = facts.checked().map_err(Failure::Refused)?;
    tx.attempt(|tx| layouts::update(tx, actor.place, &layout))
        .map_err(taken)?;
    record(tx, actor, "resource.layout_changed", &layout)?;
    Ok(())
}

/// Lets a layout be asked for, or no longer. Bookings that have it keep it.
///
/// # Errors
/// [`Fault::NotFound`] when it is not one of the room.
pub fn set_layout_active(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (resource, id): (ResourceId, LayoutId),
    active: bool,
) -> Result<(), Fault> {
    let mut layout = held(tx, actor, resource, id)?;
    layout.active = active;
    layouts::update(tx, actor.place, &layout)?;
    let verb = if active {
        "resource.layout_restored"
    } else {
        "resource.layout_retired"
    };
    record(tx, actor, verb, &layout)
}

/// A layout of that room, with the room held.
fn held(tx: &mut Tx<'_>, actor: &Actor, resource: ResourceId, id: LayoutId) -> Result<Layout, Fault> {
    actor.require(MANAGE)?;
    resources::lock(tx, actor.place, resource)?.or_not_found()?;
    let layout = layouts::find(tx, actor.place, id)?.or_not_found()?;
    if layout.resource == resource {
        Ok(layout)
    } else {
        Err(Fault::NotFound)
    }
}

fn taken(error: DatabaseError) -> Failure<LayoutRefused> {
    match error.constraint() {
        Some(layouts::NAME_UNIQUE) => Failure::Refused(LayoutRefused::NameTaken),
        _ => error.into(),
    }
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, layout: &Layout) -> Result<(), Fault> {
    let facts = json!({ "layout": layout.facts.name.as_str() });
    activity::record(tx, actor, verb, Subject::new("resource", layout.resource), facts)?;
    Ok(())
}
