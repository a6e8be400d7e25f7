//! Adding, changing and retiring what can be booked.

use crate::permissions::MANAGE;
use crate::rules::availability::{Claim, peak};
use crate::rules::resource::{Resource, ResourceFacts, ResourceId, ResourceRefused};
use crate::store::{bookings, resources};
use kernel::{Actor, Period};
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Adds a resource. `external_ref` names the line of a file it comes from.
///
/// # Errors
/// [`ResourceRefused`]; the transaction may go on after it.
pub fn create_resource(
    tx: &mut Tx<'_>,
    actor: &Actor,
    facts: ResourceFacts,
    external_ref: Option<&str>,
) -> Result<ResourceId, Failure<ResourceRefused>> {
    actor.require(MANAGE)?;
    let facts = facts.checked().map_err(Failure::Refused)?;
    known_product(tx, actor, &facts)?;
    let resource = Resource {
        id: tx.new_id(),
        facts,
        units_from: tx.now(),
        active: true,
    };
    tx.attempt(|tx| resources::insert(tx, actor.place, &resource, external_ref))
        .map_err(taken)?;
    record(tx, actor, "resource.added", &resource)?;
    Ok(resource.id)
}

/// Changes a resource. Bookings keep the price and the buffers they were made with.
///
/// # Errors
/// [`ResourceRefused`], among which `UnitsInUse` when more bookings to come overlap than there would be units.
pub fn change_resource(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ResourceId,
    facts: ResourceFacts,
) -> Result<(), Failure<ResourceRefused>> {
    actor.require(MANAGE)?;
    let facts = facts.checked().map_err(Failure::Refused)?;
    known_product(tx, actor, &facts)?;
    let mut resource = resources::lock(tx, actor.place, id)?.or_not_found()?;
    if facts.units < resource.facts.units {
        let most = most_to_come(tx, actor, id)?;
        if most > facts.units {
            return Err(Failure::Refused(ResourceRefused::UnitsInUse { peak: most }));
        }
        resource.units_from = tx.now();
    }
    resource.facts = facts;
    tx.attempt(|tx| resources::update(tx, actor.place, &resource))
        .map_err(taken)?;
    record(tx, actor, "resource.changed", &resource)?;
    Ok(())
}

/// Lets a resource, or no longer. What is still booked keeps it let.
///
/// # Errors
/// [`ResourceRefused::StillBooked`].
pub fn set_active(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ResourceId,
    active: bool,
) -> Result<(), Failure<ResourceRefused>> {
    actor.require(MANAGE)?;
    let mut resource = resources::lock(tx, actor.place, id)?.or_not_found()?;
    let booked = to_come(tx, actor, id)?.len();
    if !active && booked > 0 {
        let count = i64::try_from(booked).unwrap_or(i64::MAX);
        return Err(Failure::Refused(ResourceRefused::StillBooked { count }));
    }
    resource.active = active;
    resources::update(tx, actor.place, &resource)?;
    let verb = if active {
        "resource.restored"
    } else {
        "resource.retired"
    };
    record(tx, actor, verb, &resource)?;
    Ok(())
}

/// SQLite does not say which reference does not hold: the product is looked up first.
fn known_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    facts: &ResourceFacts,
) -> Result<(), Failure<ResourceRefused>> {
    let Some(product) = facts.product else {
        return Ok(());
    };
    match billing::product(tx, actor.place, product) {
        Ok(_) => Ok(()),
        Err(Fault::NotFound) => Err(Failure::Refused(ResourceRefused::UnknownProduct)),
        Err(fault) => Err(fault.into()),
    }
}

fn most_to_come(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<i64, Fault> {
    Ok(peak(&to_come(tx, actor, id)?).map_or(0, |(count, _)| count))
}

/// What stands and is not over.
fn to_come(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<Vec<Claim>, Fault> {
    const YEARS: i64 = 10 * 366 * 1_440;
    let now = tx.now();
    let span = Period::new(now, now.plus_minutes(YEARS)).map_err(Fault::internal)?;
    let slots = bookings::occupying(tx, actor.place, id, span)?;
    let claims = slots.iter().filter(|slot| slot.occupation.hours().end() > now);
    Ok(claims
        .map(|slot| Claim {
            occupation: slot.occupation,
            overridden: slot.overridden,
        })
        .collect())
}

fn taken(error: DatabaseError) -> Failure<ResourceRefused> {
    let refusal = [
        (resources::NAME_UNIQUE, ResourceRefused::NameTaken),
        (resources::EXTERNAL_UNIQUE, ResourceRefused::AlreadyImported),
    ]
    .into_iter()
    .find(|(name, _)| error.refused_by(name));
    match refusal {
        Some((_, refusal)) => Failure::Refused(refusal),
        None => error.into(),
    }
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, resource: &Resource) -> Result<(), Fault> {
    let facts = json!({ "space": resource.facts.name.as_str() });
    activity::record(tx, actor, verb, Subject::new("resource", resource.id), facts)?;
    Ok(())
}
