//! The verbs of plans: each authorises, loads, decides, saves and leaves a line in the activity log.

use crate::permissions::DRAW;
use crate::rules::{Drawing, MOST_PLANS, Picture, PlanId, PlanRefused};
use crate::store;
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;
use std::collections::BTreeSet;

type Refused = Failure<PlanRefused>;

/// Begins the plan of a level.
///
/// # Errors
/// [`PlanRefused`] when a rule says no.
pub fn create_plan(tx: &mut Tx<'_>, actor: &Actor, drawing: Drawing) -> Result<PlanId, Refused> {
    actor.require(DRAW)?;
    let drawing = drawing.checked().map_err(Failure::Refused)?;
    of_the_place(tx, actor, &drawing)?;
    if store::plans(tx, actor.place)?.len() >= MOST_PLANS {
        return Err(Failure::Refused(PlanRefused::Enough));
    }
    let id = tx.new_id();
    store::insert(tx, actor.place, (id, &drawing), actor.person)?;
    record(tx, actor, "plan.made", id, &drawing)?;
    Ok(id)
}

/// Writes a plan in the place of the version that `seen` names.
///
/// # Errors
/// [`PlanRefused::Changed`] when somebody saved another one meanwhile: nothing is written; [`Fault::NotFound`].
pub fn save_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PlanId,
    seen: i64,
    drawing: Drawing,
) -> Result<(), Refused> {
    actor.require(DRAW)?;
    let version = store::lock(tx, actor.place, id)?.or_not_found()?;
    if version != seen {
        return Err(Failure::Refused(PlanRefused::Changed));
    }
    let drawing = drawing.checked().map_err(Failure::Refused)?;
    of_the_place(tx, actor, &drawing)?;
    store::update(tx, actor.place, (id, &drawing), actor.person)?;
    record(tx, actor, "plan.drawn", id, &drawing)?;
    Ok(())
}

/// Takes a plan out of use.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn retire_plan(tx: &mut Tx<'_>, actor: &Actor, id: PlanId) -> Result<(), Fault> {
    actor.require(DRAW)?;
    store::lock(tx, actor.place, id)?.or_not_found()?;
    store::retire(tx, actor.place, id)?;
    activity::record(
        tx,
        actor,
        "plan.retired",
        Subject::new("floor_plan", id),
        json!({}),
    )?;
    Ok(())
}

/// Puts a picture under a plan.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn keep_picture(tx: &mut Tx<'_>, actor: &Actor, id: PlanId, picture: &Picture) -> Result<(), Fault> {
    actor.require(DRAW)?;
    store::lock(tx, actor.place, id)?.or_not_found()?;
    store::keep_picture(tx, actor.place, id, picture)?;
    let detail = json!({ "bytes": picture.content.len() });
    activity::record(tx, actor, "plan.picture", Subject::new("floor_plan", id), detail)?;
    Ok(())
}

/// Takes the picture from under a plan.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn drop_picture(tx: &mut Tx<'_>, actor: &Actor, id: PlanId) -> Result<(), Fault> {
    actor.require(DRAW)?;
    store::lock(tx, actor.place, id)?.or_not_found()?;
    store::forget_picture(tx, actor.place, id)?;
    let subject = Subject::new("floor_plan", id);
    activity::record(tx, actor, "plan.picture_dropped", subject, json!({}))?;
    Ok(())
}

/// Goes on if every space that is drawn is of the place.
fn of_the_place(tx: &mut Tx<'_>, actor: &Actor, drawing: &Drawing) -> Result<(), Refused> {
    let spaces = spaces::store::resources::list(tx, actor.place)?;
    let known: BTreeSet<_> = spaces.iter().map(|space| space.id).collect();
    let stranger = (1..)
        .zip(&drawing.shapes)
        .find(|(_, shape)| shape.resource.is_some_and(|resource| !known.contains(&resource)));
    match stranger {
        Some((line, _)) => Err(Failure::Refused(PlanRefused::UnknownSpace { line })),
        None => Ok(()),
    }
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, id: PlanId, drawing: &Drawing) -> Result<(), Fault> {
    let detail = json!({ "level": drawing.name.as_str(), "shapes": drawing.shapes.len() });
    activity::record(tx, actor, verb, Subject::new("floor_plan", id), detail)?;
    Ok(())
}
