//! What people asked about their data.

use crate::rules::request::{Request, RequestKind, RequestState};
use kernel::{AccountId, Day, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct RequestRow {
        id: Id<Request>,
        person_id: PersonId,
        kind: RequestKind,
        asked_on: Day,
        due_on: Day,
        note: String,
        state: RequestState,
        answered_at: Option<Instant>,
        answer: String,
    }
}

statement! {
    FIND -> RequestRow = "
        select id, person_id, kind, asked_on, due_on, note, state, answered_at, answer
        from personal_request
        where place_id = $1 and id = $2";

    LOCK -> RequestRow = "
        select id, person_id, kind, asked_on, due_on, note, state, answered_at, answer
        from personal_request
        where place_id = $1 and id = $2
        for update";

    OPEN -> RequestRow = "
        select id, person_id, kind, asked_on, due_on, note, state, answered_at, answer
        from personal_request
        where place_id = $1 and state = 'open'
        order by due_on, id
        limit 500";

    ANSWERED -> RequestRow = "
        select id, person_id, kind, asked_on, due_on, note, state, answered_at, answer
        from personal_request
        where place_id = $1 and state <> 'open'
        order by answered_at desc
        limit 100";

    OF_PERSON -> RequestRow = "
        select id, person_id, kind, asked_on, due_on, note, state, answered_at, answer
        from personal_request
        where place_id = $1 and person_id = $2
        order by recorded_at desc
        limit 100";

    INSERT = "
        insert into personal_request (place_id, id, person_id, kind, asked_on, due_on, recorded_at, recorded_by, note, state,
            answered_at, answered_by, answer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', null, null, '')";

    ANSWER = "
        update personal_request
        set state = $3, answered_at = $4, answered_by = $5, answer = $6
        where place_id = $1 and id = $2 and state = 'open'";

    ANSWER_ALL = "
        update personal_request
        set state = 'granted', answered_at = $3, answered_by = $4
        where place_id = $1 and person_id = $2 and state = 'open'";

    // Where both asked to be erased, one request is enough.
    WITHDRAW_DOUBLE = "
        update personal_request
        set state = 'withdrawn', answered_at = $4
        where place_id = $1 and person_id = $3 and state = 'open' and kind = 'erasure' and exists (
            select 1
            from personal_request as kept
            where kept.place_id = $1 and kept.person_id = $2 and kept.state = 'open' and kept.kind = 'erasure')";

    MOVE = "
        update personal_request
        set person_id = $2
        where place_id = $1 and person_id = $3";
}

/// A request.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Request>,
) -> Result<Option<Request>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Request::from))
}

/// A request, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Request>,
) -> Result<Option<Request>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Request::from))
}

/// Those that wait, the most urgent first.
pub(crate) fn open(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Request>, DatabaseError> {
    all(tx.all(&OPEN, &params![place])?)
}

/// The last hundred that were answered.
pub(crate) fn answered(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Request>, DatabaseError> {
    all(tx.all(&ANSWERED, &params![place])?)
}

/// What somebody asked, the last first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Request>, DatabaseError> {
    all(tx.all(&OF_PERSON, &params![place, person])?)
}

/// Keeps a new one.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Request,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        new.id,
        new.person,
        new.kind,
        new.asked_on,
        new.due_on,
        now,
        by,
        new.note
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps the answer to one that waits; false when it waits no more.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Request>,
    (state, text): (RequestState, &str),
    by: Option<AccountId>,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&ANSWER, &params![place, id, state, now, by, text])? == 1)
}

/// Everything that somebody asked is done.
pub(crate) fn answer_all(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&ANSWER_ALL, &params![place, person, now, by])?;
    Ok(())
}

/// What one record asked, the other did.
pub(crate) fn take_over(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: PersonId,
    gone: PersonId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&WITHDRAW_DOUBLE, &params![place, kept, gone, now])?;
    tx.run(&MOVE, &params![place, kept, gone])?;
    Ok(())
}

fn all(rows: Vec<RequestRow>) -> Result<Vec<Request>, DatabaseError> {
    Ok(rows.into_iter().map(Request::from).collect())
}

impl From<RequestRow> for Request {
    fn from(row: RequestRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            kind: row.kind,
            asked_on: row.asked_on,
            due_on: row.due_on,
            note: row.note,
            state: row.state,
            answered_at: row.answered_at,
            answer: row.answer,
        }
    }
}
