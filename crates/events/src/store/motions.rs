//! Proposals to the meeting and who seconds them, as rows.

use crate::rules::powwow::{Motion, MotionId, MotionState};
use kernel::{Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct MotionRow {
        id: MotionId,
        person_id: PersonId,
        title: String,
        body: String,
        needed: i64,
        state: MotionState,
        made_at: Instant,
    }

    struct SecondRow {
        proposal_id: MotionId,
        person_id: PersonId,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    LISTED -> MotionRow = "
        select id, person_id, title, body, needed, state, made_at
        from powwow_proposal
        where place_id = $1 and state in ('open', 'ready')
        order by made_at, id
        limit 100";

    READY -> MotionRow = "
        select id, person_id, title, body, needed, state, made_at
        from powwow_proposal
        where place_id = $1 and state = 'ready'
        order by made_at, id
        limit 100";

    LOCK -> MotionRow = "
        select id, person_id, title, body, needed, state, made_at
        from powwow_proposal
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into powwow_proposal (place_id, id, person_id, title, body, needed, state, made_at)
        values ($1, $2, $3, $4, $5, $6, 'open', $7)";

    STAND = "update powwow_proposal set state = $3 where place_id = $1 and id = $2";

    SECOND = "
        insert into powwow_second (place_id, proposal_id, person_id, seconded_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, proposal_id, person_id) do nothing";

    COUNT -> CountRow = "
        select count(*) as count
        from powwow_second
        where place_id = $1 and proposal_id = $2";

    SECONDS -> SecondRow = "
        select one.proposal_id, one.person_id
        from powwow_proposal
        join powwow_second one on one.place_id = powwow_proposal.place_id and one.proposal_id = powwow_proposal.id
        where powwow_proposal.place_id = $1 and powwow_proposal.state in ('open', 'ready')
        order by one.seconded_at, one.person_id";
}

/// Proposals that are not on a meeting yet, the oldest first.
pub(crate) fn listed(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Motion>, DatabaseError> {
    let rows = tx.all(&LISTED, &params![place])?;
    Ok(rows.into_iter().map(Motion::from).collect())
}

/// Those seconded by enough that wait for a meeting to be announced.
pub(crate) fn ready(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Motion>, DatabaseError> {
    let rows = tx.all(&READY, &params![place])?;
    Ok(rows.into_iter().map(Motion::from).collect())
}

/// A proposal, held until the end of the transaction: the one who seconds last is alone in doing so.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: MotionId) -> Result<Option<Motion>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Motion::from))
}

/// Keeps a new proposal.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Motion) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.person,
        new.title.as_str(),
        new.body.as_str(),
        new.needed,
        new.made_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps where a proposal stands.
pub(crate) fn stand(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: MotionId,
    state: MotionState,
) -> Result<(), DatabaseError> {
    tx.run(&STAND, &params![place, id, state])?;
    Ok(())
}

/// Somebody seconds a proposal, once; how many do now.
pub(crate) fn second(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: MotionId,
    person: PersonId,
) -> Result<i64, DatabaseError> {
    let now = tx.now();
    tx.run(&SECOND, &params![place, id, person, now])?;
    Ok(tx.one(&COUNT, &params![place, id])?.count)
}

/// Who seconds the proposals that are not on a meeting yet.
pub(crate) fn seconds(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<BTreeMap<MotionId, Vec<PersonId>>, DatabaseError> {
    let mut found: BTreeMap<MotionId, Vec<PersonId>> = BTreeMap::new();
    for row in tx.all(&SECONDS, &params![place])? {
        found.entry(row.proposal_id).or_default().push(row.person_id);
    }
    Ok(found)
}

impl From<MotionRow> for Motion {
    fn from(row: MotionRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            title: row.title,
            body: row.body,
            needed: row.needed,
            state: row.state,
            made_at: row.made_at,
        }
    }
}
