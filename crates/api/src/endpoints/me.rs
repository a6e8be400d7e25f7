//! Whose key this is.

use crate::endpoint::{Call, Endpoint, endpoint};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::Wire;
use kernel::{PersonId, PlaceId, Role};
use platform::OrNotFound as _;
use platform::web::{Access, Method};
use schemars::JsonSchema;
use serde::Serialize;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let anybody = (None, Access::SignedIn);
    vec![endpoint(Method::Get, "/api/v1/me", "show_me", anybody, show)]
}

/// Whose key this is, where, and what it opens.
#[derive(Serialize, JsonSchema)]
struct Me {
    place: Wire<PlaceId>,
    place_name: String,
    /// IANA name of the time zone of the place.
    zone: String,
    person: Wire<PersonId>,
    name: String,
    roles: Vec<Wire<Role>>,
    scopes: Vec<Wire<Scope>>,
}

fn show(call: &mut Call<'_, '_>, (): ()) -> Result<Me, Trouble> {
    let caller = call.caller;
    let person = caller.actor.person.or_not_found()?;
    let names = people::names_of(call.tx, caller.place.id, &[person])?;
    Ok(Me {
        place: Wire(caller.place.id),
        place_name: caller.place.name.clone(),
        zone: caller.place.zone.name().to_owned(),
        person: Wire(person),
        name: names.get(&person).cloned().unwrap_or_default(),
        roles: caller.actor.roles.iter().copied().map(Wire).collect(),
        scopes: caller.scopes.iter().copied().map(Wire).collect(),
    })
}
