//! Saying which spaces contain or exclude others, and no longer.

use crate::permissions::MANAGE;
use crate::rules::availability::Claim;
use crate::rules::links::{Bonds, Link, LinkRefused, clash, with};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, links, resources};
use kernel::{Actor, Period};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;
use std::collections::BTreeMap;

/// Links two spaces: from now on neither is booked while the other is, nor what contains them.
///
/// # Errors
/// [`LinkRefused`], among which `InUse` when bookings to come would stand in each other's way; [`Fault::NotFound`] when one of them is
/// not of the place.
pub fn link(tx: &mut Tx<'_>, actor: &Actor, new: Link) -> Result<(), Failure<LinkRefused>> {
    actor.require(MANAGE)?;
    // Whoever books holds what is bound as it was: all that could become so waits.
    resources::lock_all(tx, actor.place)?;
    let (one, other) = both(tx, actor, &new)?;
    let all = with(&links::links(tx, actor.place)?, new).map_err(Failure::Refused)?;
    let (before, bonds) = (links::bonds(tx, actor.place)?, Bonds::of(&all));
    free_of_each_other(tx, actor, &before, &bonds)?;
    links::insert(tx, actor.place, &new)?;
    links::keep_bonds(tx, actor.place, &bonds)?;
    record(tx, actor, "resource.linked", &one, &other)?;
    Ok(())
}

/// Takes a link between two spaces back.
///
/// # Errors
/// [`Fault::NotFound`] when these two are not linked.
pub fn unlink(tx: &mut Tx<'_>, actor: &Actor, one: ResourceId, other: ResourceId) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    resources::lock_all(tx, actor.place)?;
    let (gone, kept): (Vec<Link>, Vec<Link>) = links::links(tx, actor.place)?
        .into_iter()
        .partition(|link| link.joins(one, other));
    let gone = gone.first().or_not_found()?;
    links::forget(tx, actor.place, gone)?;
    links::keep_bonds(tx, actor.place, &Bonds::of(&kept))?;
    let (one, other) = both(tx, actor, gone)?;
    record(tx, actor, "resource.unlinked", &one, &other)
}

fn both(tx: &mut Tx<'_>, actor: &Actor, link: &Link) -> Result<(Resource, Resource), Fault> {
    let one = resources::find(tx, actor.place, link.resource)?.or_not_found()?;
    let other = resources::find(tx, actor.place, link.other)?.or_not_found()?;
    Ok((one, other))
}

/// Refuses bonds that bookings to come would break.
fn free_of_each_other(
    tx: &mut Tx<'_>,
    actor: &Actor,
    before: &Bonds,
    bonds: &Bonds,
) -> Result<(), Failure<LinkRefused>> {
    let claims = claims_to_come(tx, actor)?;
    let of = |id: &ResourceId| claims.get(id).map_or(&[][..], Vec::as_slice);
    let fresh = bonds
        .each()
        .filter(|(one, bond)| !before.of_one(*one).any(|other| other == bond.other));
    for (one, bond) in fresh {
        if clash(of(&one), of(&bond.other)).is_some() {
            let name =
                |found: Option<Resource>| found.map(|one| one.facts.name.to_string()).unwrap_or_default();
            let refusal = LinkRefused::InUse {
                one: name(resources::find(tx, actor.place, one)?),
                other: name(resources::find(tx, actor.place, bond.other)?),
            };
            return Err(Failure::Refused(refusal));
        }
    }
    Ok(())
}

/// What stands and is not over, by resource.
fn claims_to_come(tx: &mut Tx<'_>, actor: &Actor) -> Result<BTreeMap<ResourceId, Vec<Claim>>, Fault> {
    const YEARS: i64 = 10 * 366 * 1_440;
    let now = tx.now();
    let span = Period::new(now, now.plus_minutes(YEARS)).map_err(Fault::internal)?;
    let mut claims: BTreeMap<ResourceId, Vec<Claim>> = BTreeMap::new();
    for slot in bookings::in_span(tx, actor.place, span)? {
        claims.entry(slot.resource).or_default().push(Claim {
            occupation: slot.occupation,
            overridden: slot.overridden,
        });
    }
    Ok(claims)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, one: &Resource, other: &Resource) -> Result<(), Fault> {
    for (subject, named) in [(one, other), (other, one)] {
        let facts = json!({ "space": subject.facts.name.as_str(), "other": named.facts.name.as_str() });
        activity::record(tx, actor, verb, Subject::new("resource", subject.id), facts)?;
    }
    Ok(())
}
