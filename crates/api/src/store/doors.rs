//! Doors, and what they were answered.

use crate::rules::door::{Decision, Door, Reason};
use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::ResourceId;

row! {
    struct DoorRow {
        id: Id<Door>,
        name: String,
        resource_id: Option<ResourceId>,
        members: i64,
        margin: i64,
        secret: String,
        retired_at: Option<Instant>,
    }

    struct DecisionRow {
        id: Id<Decision>,
        door_id: Id<Door>,
        at: Instant,
        badge: String,
        person_id: Option<PersonId>,
        opened: i64,
        reason: Reason,
    }
}

statement! {
    DOORS -> DoorRow = "
        select id, name, resource_id, members, margin, secret, retired_at
        from door
        where place_id = $1 and retired_at is null
        order by name, id
        limit 500";

    DOOR -> DoorRow = "
        select id, name, resource_id, members, margin, secret, retired_at
        from door
        where place_id = $1 and id = $2";

    INSERT_DOOR = "
        insert into door (place_id, id, name, resource_id, members, margin, secret, created_at, retired_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null)";

    UPDATE_DOOR = "
        update door
        set secret = $3, retired_at = $4
        where place_id = $1 and id = $2";

    INSERT_DECISION = "
        insert into door_decision (place_id, id, door_id, at, badge, person_id, opened, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    DECISIONS -> DecisionRow = "
        select id, door_id, at, badge, person_id, opened, reason
        from door_decision
        where place_id = $1 and door_id = $2
        order by at desc, id desc
        limit 100";

    FORGET_DECISIONS = "
        delete from door_decision
        where place_id = $1 and at < $2";
}

/// The doors in use, by name.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Door>, DatabaseError> {
    let rows = tx.all(&DOORS, &params![place])?;
    Ok(rows.into_iter().map(Door::from).collect())
}

/// A door.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Door>) -> Result<Option<Door>, DatabaseError> {
    Ok(tx.optional(&DOOR, &params![place, id])?.map(Door::from))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Door) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        new.id,
        new.name.as_str(),
        new.resource,
        i64::from(new.members),
        new.margin,
        new.secret.as_str(),
        now
    ];
    tx.run(&INSERT_DOOR, &values)?;
    Ok(())
}

/// Keeps what may change of one.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, door: &Door) -> Result<(), DatabaseError> {
    let values = params![place, door.id, door.secret.as_str(), door.retired_at];
    tx.run(&UPDATE_DOOR, &values)?;
    Ok(())
}

/// Writes down what was answered.
pub(crate) fn note(tx: &mut Tx<'_>, place: PlaceId, decision: &Decision) -> Result<(), DatabaseError> {
    let values = params![
        place,
        decision.id,
        decision.door,
        decision.at,
        decision.badge.as_str(),
        decision.person,
        i64::from(decision.open),
        decision.reason
    ];
    tx.run(&INSERT_DECISION, &values)?;
    Ok(())
}

/// The last hundred answers to a door, the newest first.
pub(crate) fn decisions(
    tx: &mut Tx<'_>,
    place: PlaceId,
    door: Id<Door>,
) -> Result<Vec<Decision>, DatabaseError> {
    let rows = tx.all(&DECISIONS, &params![place, door])?;
    Ok(rows.into_iter().map(Decision::from).collect())
}

/// Forgets the answers before a moment, and says how many.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_DECISIONS, &params![place, before])
}

impl From<DoorRow> for Door {
    fn from(row: DoorRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            resource: row.resource_id,
            members: row.members != 0,
            margin: row.margin,
            secret: row.secret,
            retired_at: row.retired_at,
        }
    }
}

impl From<DecisionRow> for Decision {
    fn from(row: DecisionRow) -> Self {
        Self {
            id: row.id,
            door: row.door_id,
            at: row.at,
            badge: row.badge,
            person: row.person_id,
            open: row.opened != 0,
            reason: row.reason,
        }
    }
}
