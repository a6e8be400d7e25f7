//! The meetings: their points and who wants to speak, as rows.

use crate::rules::event::EventId;
use crate::rules::powwow::{MotionId, Point, PointId};
use kernel::{Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct PointRow {
        id: PointId,
        event_id: EventId,
        person_id: Option<PersonId>,
        proposal_id: Option<MotionId>,
        title: String,
        body: String,
        minutes: i64,
        position: i64,
        notes: String,
    }

    struct FoundRow {
        id: PointId,
        event_id: EventId,
        title: String,
        notes: String,
        starts_at: Instant,
    }

    struct SpeakerRow {
        point_id: PointId,
        person_id: PersonId,
    }

    struct EventRow {
        id: EventId,
        starts_at: Instant,
    }
}

statement! {
    OF_EVENT -> PointRow = "
        select id, event_id, person_id, proposal_id, title, body, minutes, position, notes
        from powwow_point
        where place_id = $1 and event_id = $2 and withdrawn_at is null
        order by position, id";

    FIND -> PointRow = "
        select id, event_id, person_id, proposal_id, title, body, minutes, position, notes
        from powwow_point
        where place_id = $1 and id = $2 and withdrawn_at is null";

    INSERT = "
        insert into powwow_point (place_id, id, event_id, person_id, proposal_id, title, body, minutes, position, notes, search,
            added_at, withdrawn_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10, $11, null)";

    PLACE = "update powwow_point set position = $3 where place_id = $1 and id = $2";

    NOTE = "update powwow_point set notes = $3, search = $4 where place_id = $1 and id = $2";

    WITHDRAW = "update powwow_point set withdrawn_at = $3 where place_id = $1 and id = $2";

    CARRY = "
        update powwow_point
        set event_id = $3
        where place_id = $1 and event_id = $2 and withdrawn_at is null";

    SPEAK = "
        insert into powwow_speaker (place_id, point_id, person_id, asked_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, point_id, person_id) do nothing";

    BE_QUIET = "delete from powwow_speaker where place_id = $1 and point_id = $2 and person_id = $3";

    SPEAKERS -> SpeakerRow = "
        select one.point_id, one.person_id
        from powwow_point
        join powwow_speaker one on one.place_id = powwow_point.place_id and one.point_id = powwow_point.id
        where powwow_point.place_id = $1 and powwow_point.event_id = $2
        order by one.asked_at, one.person_id";

    SEARCH -> FoundRow = "
        select powwow_point.id, powwow_point.event_id, powwow_point.title, powwow_point.notes, event.starts_at
        from powwow_point
        join event on event.place_id = powwow_point.place_id and event.id = powwow_point.event_id
        where powwow_point.place_id = $1 and powwow_point.withdrawn_at is null
            and (powwow_point.search like $2 escape '\\'
                or exists (
                    select 1
                    from powwow_decision one
                    where one.place_id = powwow_point.place_id and one.point_id = powwow_point.id
                        and one.search like $2 escape '\\'))
        order by event.starts_at desc, powwow_point.position
        limit 100";

    NEXT -> EventRow = "
        select id, starts_at
        from event
        where place_id = $1 and starts_at > $2 and kind = 'powwow' and state = 'published'
        order by starts_at, id
        limit 1";

    MEETINGS -> EventRow = "
        select id, starts_at
        from event
        where place_id = $1 and starts_at <= $2 and kind = 'powwow' and state = 'published'
        order by starts_at desc, id desc
        limit 60";
}

/// A point found by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) point: PointId,
    pub(crate) event: EventId,
    pub(crate) title: String,
    pub(crate) notes: String,
    pub(crate) starts_at: Instant,
}

/// The points of a meeting, in order.
pub(crate) fn of_event(tx: &mut Tx<'_>, place: PlaceId, event: EventId) -> Result<Vec<Point>, DatabaseError> {
    let rows = tx.all(&OF_EVENT, &params![place, event])?;
    Ok(rows.into_iter().map(Point::from).collect())
}

/// A point that was not withdrawn.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: PointId) -> Result<Option<Point>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Point::from))
}

/// Keeps a new point; `search` is what it is found by.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    point: &Point,
    search: &str,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        point.id,
        point.event,
        point.person,
        point.motion,
        point.title.as_str(),
        point.body.as_str(),
        point.minutes,
        point.position,
        search,
        now
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Gives a point its place in the order.
pub(crate) fn place_at(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PointId,
    position: i64,
) -> Result<(), DatabaseError> {
    tx.run(&PLACE, &params![place, id, position])?;
    Ok(())
}

/// Keeps what was said on a point.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PointId,
    (notes, search): (&str, &str),
) -> Result<(), DatabaseError> {
    tx.run(&NOTE, &params![place, id, notes, search])?;
    Ok(())
}

/// Takes a point off the agenda.
pub(crate) fn withdraw(tx: &mut Tx<'_>, place: PlaceId, id: PointId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&WITHDRAW, &params![place, id, now])?;
    Ok(())
}

/// Puts the points of a meeting on another one.
pub(crate) fn carry(
    tx: &mut Tx<'_>,
    place: PlaceId,
    from: EventId,
    to: EventId,
) -> Result<u64, DatabaseError> {
    tx.run(&CARRY, &params![place, from, to])
}

/// Somebody wants to speak; said twice, they keep their turn.
pub(crate) fn speak(
    tx: &mut Tx<'_>,
    place: PlaceId,
    point: PointId,
    person: PersonId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&SPEAK, &params![place, point, person, now])?;
    Ok(())
}

/// Somebody wants to speak no more.
pub(crate) fn be_quiet(
    tx: &mut Tx<'_>,
    place: PlaceId,
    point: PointId,
    person: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&BE_QUIET, &params![place, point, person])?;
    Ok(())
}

/// Who wants to speak on the points of a meeting, in the order in which they said so.
pub(crate) fn speakers(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
) -> Result<BTreeMap<PointId, Vec<PersonId>>, DatabaseError> {
    let mut found: BTreeMap<PointId, Vec<PersonId>> = BTreeMap::new();
    for row in tx.all(&SPEAKERS, &params![place, event])? {
        found.entry(row.point_id).or_default().push(row.person_id);
    }
    Ok(found)
}

/// Points whose words, or whose decisions' words, hold these; the newest meeting first.
pub(crate) fn search(tx: &mut Tx<'_>, place: PlaceId, folded: &str) -> Result<Vec<Found>, DatabaseError> {
    // Folded text holds letters, digits and spaces alone: nothing that a pattern would take for its own.
    let pattern = format!("%{folded}%");
    let rows = tx.all(&SEARCH, &params![place, pattern])?;
    Ok(rows
        .into_iter()
        .map(|row| Found {
            point: row.id,
            event: row.event_id,
            title: row.title,
            notes: row.notes,
            starts_at: row.starts_at,
        })
        .collect())
}

/// The next meeting that is announced.
pub(crate) fn next(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<(EventId, Instant)>, DatabaseError> {
    let now = tx.now();
    let row = tx.optional(&NEXT, &params![place, now])?;
    Ok(row.map(|row| (row.id, row.starts_at)))
}

/// The last meetings that have begun, the newest first.
pub(crate) fn meetings(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(EventId, Instant)>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&MEETINGS, &params![place, now])?;
    Ok(rows.into_iter().map(|row| (row.id, row.starts_at)).collect())
}

impl From<PointRow> for Point {
    fn from(row: PointRow) -> Self {
        Self {
            id: row.id,
            event: row.event_id,
            person: row.person_id,
            motion: row.proposal_id,
            title: row.title,
            body: row.body,
            minutes: row.minutes,
            position: row.position,
            notes: row.notes,
        }
    }
}
