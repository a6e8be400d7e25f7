//! Plans of the levels, with what is free on them.

use crate::endpoint::{Call, Endpoint, get};
use crate::read::{Asked, One};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Listed, When, Wire};
use floors::{Plan, PlanId, PlanMark, Told};
use kernel::Instant;
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::{ResourceId, Standing};

/// How far one may look, in days.
const REACH: i64 = 1_100;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::SpacesRead, Access::Needs(spaces::READ));
    vec![
        get("/api/v1/floor-plans", "list_floor_plans", read, list),
        get("/api/v1/floor-plans/{id}", "show_floor_plan", read, show),
    ]
}

/// A level.
#[derive(Serialize, JsonSchema)]
struct FloorPlan {
    id: Wire<PlanId>,
    name: String,
    /// In squares of its grid.
    wide: i64,
    high: i64,
}

fn level(plan: &Plan) -> FloorPlan {
    FloorPlan {
        id: Wire(plan.id),
        name: plan.drawing.name.as_str().to_owned(),
        wide: plan.drawing.size.wide,
        high: plan.drawing.size.high,
    }
}

fn list(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<FloorPlan>, Trouble> {
    let all = floors::plans(call.tx, call.caller.place.id)?;
    Ok(Listed::whole(all.iter().map(level).collect()))
}

/// A rectangle of a level.
#[derive(Serialize, JsonSchema)]
struct DrawnShape {
    /// The space that it stands for; none for stairs, a kitchen.
    resource: Option<Wire<ResourceId>>,
    label: String,
    x: i64,
    y: i64,
    wide: i64,
    high: i64,
    /// `free`, `busy`, `closed` or `let`, at the moment asked for; none where there is no space.
    state: Option<String>,
    /// When that ends, if it is known and of the same day.
    until: Option<When>,
    /// Units that can be had, of a space with several.
    left: Option<i64>,
}

/// A level as it stands at a moment.
#[derive(Serialize, JsonSchema)]
struct FloorPlanAt {
    plan: FloorPlan,
    at: When,
    shapes: Vec<DrawnShape>,
}

/// At which moment; now when none is said.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MomentAsked {
    at: Option<Wire<Instant>>,
}

fn show(
    call: &mut Call<'_, '_>,
    (One(id), Asked(asked)): (One<PlanMark>, Asked<MomentAsked>),
) -> Result<FloorPlanAt, Trouble> {
    let (place, zone) = (call.caller.place.id, call.caller.place.zone.clone());
    let now = call.tx.now();
    let at = asked.at.map_or(now, |at| at.0);
    let far = REACH.saturating_mul(86_400);
    if at.since(now).seconds().saturating_abs() > far {
        return Err(Trouble::field("at", "api-refused-span"));
    }
    let plans = floors::plans(call.tx, place)?;
    let plan = plans.into_iter().find(|plan| plan.id == id).or_not_found()?;
    let standings = spaces::standings(call.tx, &call.caller.actor, &zone, at)?;
    let midnight = zone.day_bounds(zone.day_of(at)).end();
    let state_of = |resource: Option<ResourceId>| -> Option<(&Standing, Told)> {
        let found = standings.iter().find(|one| Some(one.resource.id) == resource)?;
        Some((found, floors::told(found, midnight)))
    };
    let shapes = plan.drawing.shapes.iter().map(|shape| {
        let state = state_of(shape.resource);
        let name = state.map(|(standing, _)| standing.resource.facts.name.as_str().to_owned());
        let label = if shape.label.is_empty() {
            name.unwrap_or_default()
        } else {
            shape.label.clone()
        };
        DrawnShape {
            resource: shape.resource.map(Wire),
            label,
            x: shape.area.x,
            y: shape.area.y,
            wide: shape.area.wide,
            high: shape.area.high,
            state: state.map(|(_, told)| told.state.to_owned()),
            until: state
                .and_then(|(_, told)| told.until)
                .map(|until| call.when(until)),
            left: state.and_then(|(_, told)| told.left),
        }
    });
    Ok(FloorPlanAt {
        shapes: shapes.collect(),
        at: call.when(at),
        plan: level(&plan),
    })
}
