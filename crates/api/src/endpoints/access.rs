//! Doors: may this badge open this door now?

use crate::actions::doors::{answer_door, list_for_door};
use crate::endpoint::{Call, Endpoint, get, post};
use crate::permissions::MANAGE;
use crate::read::{One, Sent};
use crate::rules::door::{ANSWER_SECONDS, Decision, Door, Reason, answer_text, list_text, sign};
use crate::rules::scope::Scope;
use crate::store::doors;
use crate::trouble::Trouble;
use crate::wire::{Listed, Wire};
use kernel::Id;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::ResourceId;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let decide = (Scope::AccessDecide, Access::Needs(MANAGE));
    vec![
        get("/api/v1/access/doors", "list_doors", decide, list),
        get(
            "/api/v1/access/doors/{id}/list",
            "show_door_list",
            decide,
            show_list,
        ),
        post("/api/v1/access/decisions", "decide_access", decide, answer),
    ]
}

/// A door with a controller.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Door")]
struct DoorOut {
    id: Wire<Id<Door>>,
    name: String,
    /// The space behind it; none for the way into the house.
    resource: Option<Wire<ResourceId>>,
}

fn list(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<DoorOut>, Trouble> {
    let shown = |door: Door| DoorOut {
        id: Wire(door.id),
        name: door.name,
        resource: door.resource.map(Wire),
    };
    let all = doors::all(call.tx, call.caller.place.id)?;
    Ok(Listed::whole(all.into_iter().map(shown).collect()))
}

/// What was read at a door.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BadgeRead {
    door: Wire<Id<Door>>,
    /// What is written on the badge.
    #[schemars(length(min = 1, max = 60))]
    badge: String,
}

/// Whether a door opens. The signature is the HMAC-SHA256, in base 64, of
/// `decision.ID.DOOR.AT.UNTIL.open-or-shut.BADGE` with the secret of the door.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
struct DecisionOut {
    id: Wire<Id<Decision>>,
    door: Wire<Id<Door>>,
    badge: String,
    open: bool,
    reason: Wire<Reason>,
    /// When it was decided, in seconds since 1970.
    at: i64,
    /// Until when the answer may be acted on, in seconds since 1970.
    until: i64,
    signature: String,
}

fn answer(call: &mut Call<'_, '_>, Sent(sent): Sent<BadgeRead>) -> Result<DecisionOut, Trouble> {
    let badge = sent.badge.trim();
    if badge.is_empty() || badge.chars().count() > crate::rules::door::LONGEST_BADGE {
        return Err(Trouble::field("badge", "api-refused-badge"));
    }
    let (door, decision) = answer_door(call.tx, &call.caller.actor, sent.door.0, badge)?;
    let until = decision.at.plus_seconds(ANSWER_SECONDS);
    Ok(DecisionOut {
        signature: sign(&door.secret, &answer_text(&decision, until)),
        id: Wire(decision.id),
        door: Wire(decision.door),
        open: decision.open,
        reason: Wire(decision.reason),
        at: decision.at.seconds(),
        until: until.seconds(),
        badge: decision.badge,
    })
}

/// Which badges open a door during the next day, for when it has no network. The signature is the HMAC-SHA256, in base 64, of the
/// line `list.DOOR.MADE.UNTIL` and a line `FROM.UNTIL.BADGE` for each opening, each ended by a line feed.
#[derive(Serialize, JsonSchema)]
struct DoorListOut {
    door: Wire<Id<Door>>,
    /// When it was made, in seconds since 1970.
    made: i64,
    /// When it is worth nothing any more, in seconds since 1970.
    until: i64,
    openings: Vec<OpeningOut>,
    signature: String,
}

/// A time during which a badge opens a door.
#[derive(Serialize, JsonSchema)]
struct OpeningOut {
    badge: String,
    /// In seconds since 1970.
    from: i64,
    /// In seconds since 1970.
    until: i64,
    reason: Wire<Reason>,
}

fn show_list(call: &mut Call<'_, '_>, One(id): One<Door>) -> Result<DoorListOut, Trouble> {
    let list = list_for_door(call.tx, &call.caller.actor, id)?;
    let text = list_text(list.door.id, (list.made, list.until), &list.lines);
    let opening = |(badge, opening): &(String, crate::rules::door::Opening)| OpeningOut {
        badge: badge.clone(),
        from: opening.period.start().seconds(),
        until: opening.period.end().seconds(),
        reason: Wire(opening.reason),
    };
    Ok(DoorListOut {
        door: Wire(list.door.id),
        made: list.made.seconds(),
        until: list.until.seconds(),
        openings: list.lines.iter().map(opening).collect(),
        signature: sign(&list.door.secret, &text),
    })
}
