//! Keeping the list of spaces.

use crate::endpoint::{Call, Endpoint, create, post};
use crate::endpoints::spaces::{ResourceOut, shown};
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::Wire;
use billing::Product;
use kernel::{Id, Name};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::Deserialize;
use spaces::rules::resource::ResourceMark;
use spaces::store::resources;
use spaces::{ResourceFacts, ResourceId, ResourceKind};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let keep = (Scope::SpacesWrite, Access::Needs(spaces::MANAGE));
    vec![
        create("/api/v1/resources", "add_resource", keep, add),
        post("/api/v1/resources/{id}/change", "change_resource", keep, change),
        post(
            "/api/v1/resources/{id}/activity",
            "set_resource_active",
            keep,
            set_active,
        ),
    ]
}

/// A space to be let.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ResourceIn {
    name: Wire<Name>,
    kind: Wire<ResourceKind>,
    /// How many people it holds.
    #[schemars(range(min = 1, max = 100_000))]
    capacity: i64,
    /// How many bookings it takes at the same time.
    #[schemars(range(min = 1, max = 10_000))]
    units: Option<i64>,
    #[serde(default)]
    #[schemars(length(max = 100))]
    level: String,
    #[serde(default)]
    #[schemars(length(max = 2000))]
    description: String,
    /// What is in it.
    #[serde(default)]
    #[schemars(length(max = 50))]
    equipment: Vec<String>,
    /// The product that gives its prices; none when it is free.
    product: Option<Wire<Id<Product>>>,
}

fn add(call: &mut Call<'_, '_>, Sent(sent): Sent<ResourceIn>) -> Result<ResourceOut, Trouble> {
    let facts = ResourceFacts {
        units: sent.units.unwrap_or(1),
        level: sent.level,
        description: sent.description,
        equipment: sent.equipment.join("\n"),
        product: sent.product.map(|product| product.0),
        ..ResourceFacts::named(sent.kind.0, sent.name.0, sent.capacity)
    };
    let id = spaces::create_resource(call.tx, &call.caller.actor, facts, None)?;
    found(call, id)
}

fn found(call: &mut Call<'_, '_>, id: ResourceId) -> Result<ResourceOut, Trouble> {
    let kept = resources::find(call.tx, call.caller.place.id, id)?.or_not_found()?;
    Ok(shown(kept))
}

/// What changes of a space; what is not named stays.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ResourceChange {
    name: Option<Wire<Name>>,
    /// How many people it holds.
    #[schemars(range(min = 1, max = 100_000))]
    capacity: Option<i64>,
    /// How many bookings it takes at the same time.
    #[schemars(range(min = 1, max = 10_000))]
    units: Option<i64>,
    #[schemars(length(max = 100))]
    level: Option<String>,
    #[schemars(length(max = 2000))]
    description: Option<String>,
    /// What is in it.
    #[schemars(length(max = 50))]
    equipment: Option<Vec<String>>,
    /// The product that gives its prices.
    product: Option<Wire<Id<Product>>>,
}

fn change(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<ResourceMark>, Sent<ResourceChange>),
) -> Result<ResourceOut, Trouble> {
    let kept = resources::find(call.tx, call.caller.place.id, id)?.or_not_found()?;
    let facts = kept.facts;
    let facts = ResourceFacts {
        name: sent.name.map_or(facts.name, |name| name.0),
        capacity: sent.capacity.unwrap_or(facts.capacity),
        units: sent.units.unwrap_or(facts.units),
        level: sent.level.unwrap_or(facts.level),
        description: sent.description.unwrap_or(facts.description),
        equipment: sent.equipment.map_or(facts.equipment, |lines| lines.join("\n")),
        product: sent.product.map_or(facts.product, |product| Some(product.0)),
        ..facts
    };
    spaces::change_resource(call.tx, &call.caller.actor, id, facts)?;
    found(call, id)
}

/// Whether a space is let.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ActivityIn {
    /// Whether it can be booked.
    active: bool,
}

fn set_active(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<ResourceMark>, Sent<ActivityIn>),
) -> Result<ResourceOut, Trouble> {
    spaces::set_active(call.tx, &call.caller.actor, id, sent.active)?;
    found(call, id)
}
