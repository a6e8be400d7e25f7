//! People with whom nothing has happened for long, from the day they are announced.

use kernel::{AccountId, Day, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct InactiveRow {
        person_id: PersonId,
        due_on: Day,
        kept_on: Option<Day>,
    }
}

statement! {
    ALL -> InactiveRow = "
        select person_id, due_on, kept_on
        from inactive_person
        where place_id = $1
        order by due_on, person_id";

    ANNOUNCE = "
        insert into inactive_person (place_id, person_id, noted_at, due_on, kept_on, kept_by)
        values ($1, $2, $3, $4, null, null)
        on conflict (place_id, person_id) do nothing";

    KEEP = "
        update inactive_person
        set kept_on = $3, kept_by = $4
        where place_id = $1 and person_id = $2 and kept_on is null";

    FORGET = "
        delete from inactive_person
        where place_id = $1 and person_id = $2";

    FORGET_KEPT = "
        delete from inactive_person
        where place_id = $1 and kept_on < $2";
}

/// Somebody announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inactive {
    pub(crate) person: PersonId,
    /// The day they are erased.
    pub(crate) due: Day,
    /// The day the place decided to keep them.
    pub(crate) kept: Option<Day>,
}

/// Everybody announced, the next to go first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Inactive>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    let inactive = |row: InactiveRow| Inactive {
        person: row.person_id,
        due: row.due_on,
        kept: row.kept_on,
    };
    Ok(rows.into_iter().map(inactive).collect())
}

/// Announces somebody; who is announced already stays as they are.
pub(crate) fn announce(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    due: Day,
) -> Result<u64, DatabaseError> {
    let now = tx.now();
    tx.run(&ANNOUNCE, &params![place, person, now, due])
}

/// The place keeps somebody who is announced; false when nobody waits under that name.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    today: Day,
    by: Option<AccountId>,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&KEEP, &params![place, person, today, by])? > 0)
}

/// Somebody is not announced any more.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, person])?;
    Ok(())
}

/// Decisions to keep somebody that are older than a day: they may be announced again.
pub(crate) fn forget_kept(tx: &mut Tx<'_>, place: PlaceId, before: Day) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_KEPT, &params![place, before])
}
