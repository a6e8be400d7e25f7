//! Notices.

use super::{entries, lines};
use crate::rules::notice::{Notice, NoticeKind, Outcome};
use kernel::{Day, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct NoticeRow {
        id: Id<Notice>,
        person_id: PersonId,
        kind: NoticeKind,
        title: String,
        body: String,
        skills: String,
        posted_at: Instant,
        until_day: Day,
        closed_at: Option<Instant>,
        outcome: Option<Outcome>,
    }
}

statement! {
    FIND -> NoticeRow = "
        select id, person_id, kind, title, body, skills, posted_at, until_day, closed_at, outcome
        from notice
        where place_id = $1 and id = $2";

    LOCK -> NoticeRow = "
        select id, person_id, kind, title, body, skills, posted_at, until_day, closed_at, outcome
        from notice
        where place_id = $1 and id = $2
        for update";

    OPEN -> NoticeRow = "
        select id, person_id, kind, title, body, skills, posted_at, until_day, closed_at, outcome
        from notice
        where place_id = $1 and closed_at is null and until_day >= $2
        order by posted_at desc, id desc
        limit 500";

    OF_PERSON -> NoticeRow = "
        select id, person_id, kind, title, body, skills, posted_at, until_day, closed_at, outcome
        from notice
        where place_id = $1 and person_id = $2
        order by posted_at desc, id desc
        limit 200";

    INSERT = "
        insert into notice (place_id, id, person_id, kind, title, body, skills, posted_at, until_day, closed_at, outcome)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null)";

    CLOSE = "
        update notice
        set closed_at = $3, outcome = $4
        where place_id = $1 and id = $2 and closed_at is null";

    FORGET_INTRODUCTIONS = "
        delete from introduction
        where place_id = $1 and notice_id in (
            select id
            from notice
            where place_id = $1 and until_day < $2)";

    FORGET = "
        delete from notice
        where place_id = $1 and until_day < $2";
}

/// A notice.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Notice>) -> Result<Option<Notice>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Notice::from))
}

/// A notice, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Notice>) -> Result<Option<Notice>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Notice::from))
}

/// The notices on the board on a day, the newest first; five hundred at most.
pub(crate) fn open_on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<Notice>, DatabaseError> {
    Ok(tx
        .all(&OPEN, &params![place, day])?
        .into_iter()
        .map(Notice::from)
        .collect())
}

/// The notices of a person, the newest first; two hundred at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Notice>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Notice::from).collect())
}

/// Keeps a new notice.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, notice: &Notice) -> Result<(), DatabaseError> {
    let values = params![
        place,
        notice.id,
        notice.author,
        notice.kind,
        notice.title.as_str(),
        notice.body.as_str(),
        lines(&notice.skills),
        notice.posted_at,
        notice.until
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Closes a notice; whether it was open.
pub(crate) fn close(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Notice>,
    outcome: Outcome,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&CLOSE, &params![place, id, now, outcome])? > 0)
}

impl From<NoticeRow> for Notice {
    fn from(row: NoticeRow) -> Self {
        Self {
            id: row.id,
            author: row.person_id,
            kind: row.kind,
            title: row.title,
            body: row.body,
            skills: entries(&row.skills),
            posted_at: row.posted_at,
            until: row.until_day,
            closed: row.closed_at.zip(row.outcome),
        }
    }
}

/// Forgets the notices whose last day was before a day, and who was introduced by them; says how many notices.
pub(crate) fn forget_ended(tx: &mut Tx<'_>, place: PlaceId, before: Day) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_INTRODUCTIONS, &params![place, before])?;
    tx.run(&FORGET, &params![place, before])
}
