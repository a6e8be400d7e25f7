//! Adding, changing and retiring what is had with a room.

use crate::permissions::MANAGE;
use crate::rules::extras::{Extra, ExtraFacts, ExtraId, ExtraRefused};
use crate::store::{extras, resources};
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Adds an extra to what the place offers.
///
/// # Errors
/// [`ExtraRefused`].
pub fn create_extra(
    tx: &mut Tx<'_>,
    actor: &Actor,
    facts: ExtraFacts,
) -> Result<ExtraId, Failure<ExtraRefused>> {
    actor.require(MANAGE)?;
    let extra = Extra {
        facts: checked(tx, actor, facts)?,
        id: tx.new_id(),
        active: true,
    };
    tx.attempt(|tx| extras::insert(tx, actor.place, &extra))
        .map_err(taken)?;
    record(tx, actor, "extra.added", &extra)?;
    Ok(extra.id)
}

/// Changes an extra. Bookings keep the price they were made with.
///
/// # Errors
/// [`ExtraRefused`]; [`Fault::NotFound`].
pub fn change_extra(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ExtraId,
    facts: ExtraFacts,
) -> Result<(), Failure<ExtraRefused>> {
    actor.require(MANAGE)?;
    let mut extra = extras::find(tx, actor.place, id)?.or_not_found()?;
    extra.facts = checked(tx, actor, facts)?;
    tx.attempt(|tx| extras::update(tx, actor.place, &extra))
        .map_err(taken)?;
    record(tx, actor, "extra.changed", &extra)?;
    Ok(())
}

/// Offers an extra, or no longer. Bookings that have it keep it.
///
/// # Errors
/// [`Fault::NotFound`].
pub fn set_extra_active(tx: &mut Tx<'_>, actor: &Actor, id: ExtraId, active: bool) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let mut extra = extras::find(tx, actor.place, id)?.or_not_found()?;
    extra.active = active;
    extras::update(tx, actor.place, &extra)?;
    let verb = if active { "extra.restored" } else { "extra.retired" };
    record(tx, actor, verb, &extra)
}

/// The facts, if they can be kept and name what is of the place.
fn checked(tx: &mut Tx<'_>, actor: &Actor, facts: ExtraFacts) -> Result<ExtraFacts, Failure<ExtraRefused>> {
    let facts = facts.checked().map_err(Failure::Refused)?;
    match billing::product(tx, actor.place, facts.product) {
        Ok(_) => {}
        Err(Fault::NotFound) => return Err(Failure::Refused(ExtraRefused::UnknownProduct)),
        Err(fault) => return Err(fault.into()),
    }
    let known = resources::list(tx, actor.place)?;
    let every = facts
        .spaces
        .iter()
        .all(|space| known.iter().any(|one| one.id == *space));
    if every {
        Ok(facts)
    } else {
        Err(Failure::Refused(ExtraRefused::UnknownSpace))
    }
}

fn taken(error: DatabaseError) -> Failure<ExtraRefused> {
    match error.constraint() {
        Some(extras::NAME_UNIQUE) => Failure::Refused(ExtraRefused::NameTaken),
        _ => error.into(),
    }
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, extra: &Extra) -> Result<(), Fault> {
    let facts = json!({ "extra": extra.facts.name.as_str() });
    activity::record(tx, actor, verb, Subject::new("extra", extra.id), facts)?;
    Ok(())
}
