//! Who came.

use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Listed, When, Wire};
use kernel::{Day, PersonId};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::store::check_ins;
use spaces::{CHECK_IN, CheckIn, CheckInId, CheckInKind, NewCheckIn, Part, SEE_DESK, Welcome};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::CheckInsRead, Access::Needs(SEE_DESK));
    let write = (Scope::CheckInsWrite, Access::Needs(CHECK_IN));
    vec![
        get("/api/v1/check-ins", "list_check_ins", read, list),
        create("/api/v1/check-ins", "check_in", write, make),
        post(
            "/api/v1/check-ins/{id}/cancellation",
            "undo_check_in",
            write,
            undo,
        ),
    ]
}

/// Somebody who came.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CheckIn")]
struct CheckInOut {
    id: Wire<CheckInId>,
    person: Wire<PersonId>,
    day: Wire<Day>,
    part: Wire<Part>,
    /// On what grounds.
    kind: Wire<CheckInKind>,
    arrived_at: When,
    left_at: Option<When>,
    /// When it was undone: it counts no more.
    cancelled_at: Option<When>,
}

fn shown(call: &Call<'_, '_>, one: &CheckIn) -> CheckInOut {
    CheckInOut {
        id: Wire(one.id),
        person: Wire(one.person),
        day: Wire(one.day),
        part: Wire(one.part),
        kind: Wire(one.kind),
        arrived_at: call.when(one.arrived_at),
        left_at: one.left_at.map(|at| call.when(at)),
        cancelled_at: one.cancelled_at.map(|at| call.when(at)),
    }
}

/// Which day; today when none is said.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DayAsked {
    day: Option<Wire<Day>>,
}

fn list(call: &mut Call<'_, '_>, Asked(asked): Asked<DayAsked>) -> Result<Listed<CheckInOut>, Trouble> {
    let place = &call.caller.place;
    let day = asked.day.map_or_else(|| call.tx.today(&place.zone), |day| day.0);
    let all = check_ins::of_day(call.tx, place.id, day)?;
    Ok(Listed::whole(all.iter().map(|one| shown(call, one)).collect()))
}

/// Somebody who comes now.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CheckInIn {
    person: Wire<PersonId>,
    part: Wire<Part>,
    /// How they are received when they hold no offer.
    welcome: Option<Wire<Welcome>>,
}

fn make(call: &mut Call<'_, '_>, Sent(sent): Sent<CheckInIn>) -> Result<CheckInOut, Trouble> {
    let new = NewCheckIn {
        person: sent.person.0,
        part: sent.part.0,
        welcome: sent.welcome.map(|welcome| welcome.0),
    };
    let done = spaces::check_in(call.tx, &call.caller.actor, new)?;
    find(call, done.check_in)
}

fn undo(call: &mut Call<'_, '_>, One(id): One<CheckIn>) -> Result<CheckInOut, Trouble> {
    spaces::undo_check_in(call.tx, &call.caller.actor, id)?;
    find(call, id)
}

fn find(call: &mut Call<'_, '_>, id: CheckInId) -> Result<CheckInOut, Trouble> {
    let kept = check_ins::find(call.tx, call.caller.place.id, id)?.or_not_found()?;
    Ok(shown(call, &kept))
}
