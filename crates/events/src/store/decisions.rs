//! What was decided at the meetings, as rows.

use crate::rules::event::EventId;
use crate::rules::powwow::{Decision, DecisionId, PointId};
use kernel::{AccountId, Day, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct DecisionRow {
        id: DecisionId,
        point_id: PointId,
        body: String,
        owner: String,
        due_on: Option<Day>,
        done_on: Option<Day>,
    }

    struct OpenRow {
        id: DecisionId,
        event_id: EventId,
        point_id: PointId,
        body: String,
        owner: String,
        due_on: Option<Day>,
        done_on: Option<Day>,
    }
}

statement! {
    DECIDE = "
        insert into powwow_decision (place_id, id, point_id, body, owner, due_on, done_on, search, noted_at, noted_by)
        values ($1, $2, $3, $4, $5, $6, null, $7, $8, $9)";

    DONE = "update powwow_decision set done_on = $3 where place_id = $1 and id = $2 and done_on is null";

    DECISIONS -> DecisionRow = "
        select one.id, one.point_id, one.body, one.owner, one.due_on, one.done_on
        from powwow_point
        join powwow_decision one on one.place_id = powwow_point.place_id and one.point_id = powwow_point.id
        where powwow_point.place_id = $1 and powwow_point.event_id = $2
        order by one.noted_at, one.id";

    OPEN_DECISIONS -> OpenRow = "
        select one.id, powwow_point.event_id, one.point_id, one.body, one.owner, one.due_on, one.done_on
        from powwow_decision one
        join powwow_point on powwow_point.place_id = one.place_id and powwow_point.id = one.point_id
        where one.place_id = $1 and one.done_on is null and one.owner <> ''
        order by coalesce(one.due_on, '9999'), one.id
        limit 200";

    DECISION -> OpenRow = "
        select one.id, powwow_point.event_id, one.point_id, one.body, one.owner, one.due_on, one.done_on
        from powwow_decision one
        join powwow_point on powwow_point.place_id = one.place_id and powwow_point.id = one.point_id
        where one.place_id = $1 and one.id = $2";
}

/// Keeps a decision.
pub(crate) fn decide(
    tx: &mut Tx<'_>,
    place: PlaceId,
    decision: &Decision,
    (search, by): (&str, Option<AccountId>),
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        decision.id,
        decision.point,
        decision.body.as_str(),
        decision.owner.as_str(),
        decision.due_on,
        search,
        now,
        by
    ];
    tx.run(&DECIDE, &values)?;
    Ok(())
}

/// Notes that what was decided is done; whether it was not before.
pub(crate) fn done(tx: &mut Tx<'_>, place: PlaceId, id: DecisionId, on: Day) -> Result<bool, DatabaseError> {
    Ok(tx.run(&DONE, &params![place, id, on])? > 0)
}

/// The decisions of a meeting, in the order in which they were noted.
pub(crate) fn decisions(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
) -> Result<Vec<Decision>, DatabaseError> {
    let rows = tx.all(&DECISIONS, &params![place, event])?;
    Ok(rows
        .into_iter()
        .map(|row| Decision {
            id: row.id,
            point: row.point_id,
            body: row.body,
            owner: row.owner,
            due_on: row.due_on,
            done_on: row.done_on,
        })
        .collect())
}

/// What somebody has still to do, the soonest first, with the meeting that decided it.
pub(crate) fn open_decisions(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<Vec<(EventId, Decision)>, DatabaseError> {
    let rows = tx.all(&OPEN_DECISIONS, &params![place])?;
    Ok(rows.into_iter().map(decided).collect())
}

/// One decision, with its meeting.
pub(crate) fn decision(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: DecisionId,
) -> Result<Option<(EventId, Decision)>, DatabaseError> {
    Ok(tx.optional(&DECISION, &params![place, id])?.map(decided))
}

fn decided(row: OpenRow) -> (EventId, Decision) {
    let decision = Decision {
        id: row.id,
        point: row.point_id,
        body: row.body,
        owner: row.owner,
        due_on: row.due_on,
        done_on: row.done_on,
    };
    (row.event_id, decision)
}
