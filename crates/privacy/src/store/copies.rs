//! Copies made for somebody, for a while.

use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// A copy of everything about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonalCopy {
    /// Which one.
    pub id: Id<PersonalCopy>,
    /// When it was asked for.
    pub asked_at: Instant,
    /// When it dies.
    pub expires_at: Instant,
    /// Whether it can be fetched.
    pub ready: bool,
}

row! {
    struct CopyRow {
        id: Id<PersonalCopy>,
        asked_at: Instant,
        expires_at: Instant,
        ready: i64,
    }

    struct ContentRow {
        content: Vec<u8>,
    }
}

statement! {
    ASK = "
        insert into personal_copy (place_id, id, person_id, asked_at, expires_at, content)
        values ($1, $2, $3, $4, $5, null)";

    FILL = "
        update personal_copy
        set content = $4
        where place_id = $1 and id = $2 and person_id = $3";

    LIVING -> CopyRow = "
        select id, asked_at, expires_at, cast(case when content is null then 0 else 1 end as bigint) as ready
        from personal_copy
        where place_id = $1 and person_id = $2 and expires_at > $3
        order by asked_at desc
        limit 20";

    CONTENT -> ContentRow = "
        select content
        from personal_copy
        where place_id = $1 and id = $2 and person_id = $3 and expires_at > $4 and content is not null";

    FORGET_DEAD = "
        delete from personal_copy
        where place_id = $1 and expires_at <= $2";
}

/// Notes that somebody asked for a copy.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    expires_at: Instant,
) -> Result<Id<PersonalCopy>, DatabaseError> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(&ASK, &params![place, id, person, now, expires_at])?;
    Ok(id)
}

/// Keeps what was made.
pub(crate) fn fill(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    id: Id<PersonalCopy>,
    content: &[u8],
) -> Result<(), DatabaseError> {
    tx.run(&FILL, &params![place, id, person, content])?;
    Ok(())
}

/// The copies of somebody that did not die, the last first.
pub(crate) fn living(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<PersonalCopy>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&LIVING, &params![place, person, now])?;
    let copy = |row: CopyRow| PersonalCopy {
        id: row.id,
        asked_at: row.asked_at,
        expires_at: row.expires_at,
        ready: row.ready != 0,
    };
    Ok(rows.into_iter().map(copy).collect())
}

/// The content of a copy, for whom it was made and nobody else.
pub(crate) fn content(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    id: Id<PersonalCopy>,
) -> Result<Option<Vec<u8>>, DatabaseError> {
    let now = tx.now();
    let row = tx.optional(&CONTENT, &params![place, id, person, now])?;
    Ok(row.map(|row| row.content))
}

/// Forgets the copies that died.
pub(crate) fn forget_dead(tx: &mut Tx<'_>, place: PlaceId) -> Result<u64, DatabaseError> {
    let now = tx.now();
    tx.run(&FORGET_DEAD, &params![place, now])
}
