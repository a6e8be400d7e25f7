//! Memberships.

use crate::rules::membership::Member;
use kernel::{Day, Id, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct MemberRow {
        id: Id<Member>,
        person_id: PersonId,
        joined_on: Day,
        left_on: Option<Day>,
    }

    struct CountRow {
        count: i64,
    }

    struct PersonIdRow {
        person_id: PersonId,
    }
}

statement! {
    OF_PERSON -> MemberRow = "
        select id, person_id, joined_on, left_on
        from member
        where place_id = $1 and person_id = $2
        order by joined_on, id";

    COUNT_ON -> CountRow = "
        select count(*) as count
        from member
        where place_id = $1 and person_id = $2 and joined_on <= $3 and (left_on is null or left_on >= $3)";

    ALL_ON -> PersonIdRow = "
        select distinct person_id
        from member
        where place_id = $1 and joined_on <= $2 and (left_on is null or left_on >= $2)
        order by person_id";

    INSERT = "
        insert into member (place_id, id, person_id, joined_on, left_on)
        values ($1, $2, $3, $4, null)";

    LEAVE = "
        update member
        set left_on = $3
        where place_id = $1 and id = $2";

    STAY = "
        update member
        set left_on = null
        where place_id = $1 and id = $2";

    WITHDRAW = "
        delete from member
        where place_id = $1 and id = $2";
}

/// The memberships of a person, the oldest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Member>, DatabaseError> {
    Ok(tx
        .all(&OF_PERSON, &params![place, person])?
        .into_iter()
        .map(Member::from)
        .collect())
}

pub(crate) fn is_member_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<bool, DatabaseError> {
    Ok(tx.one(&COUNT_ON, &params![place, person, day])?.count > 0)
}

/// Everybody who is a member on a day.
pub(crate) fn on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<PersonId>, DatabaseError> {
    Ok(tx
        .all(&ALL_ON, &params![place, day])?
        .into_iter()
        .map(|row| row.person_id)
        .collect())
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    joined_on: Day,
) -> Result<Id<Member>, DatabaseError> {
    let id = tx.new_id();
    tx.run(&INSERT, &params![place, id, person, joined_on])?;
    Ok(id)
}

pub(crate) fn leave(
    tx: &mut Tx<'_>,
    place: PlaceId,
    member: Id<Member>,
    left_on: Day,
) -> Result<(), DatabaseError> {
    tx.run(&LEAVE, &params![place, member, left_on])?;
    Ok(())
}

/// Takes the last day of a membership back.
pub(crate) fn stay(tx: &mut Tx<'_>, place: PlaceId, member: Id<Member>) -> Result<(), DatabaseError> {
    tx.run(&STAY, &params![place, member])?;
    Ok(())
}

/// Forgets a membership that never began.
pub(crate) fn withdraw(tx: &mut Tx<'_>, place: PlaceId, member: Id<Member>) -> Result<(), DatabaseError> {
    tx.run(&WITHDRAW, &params![place, member])?;
    Ok(())
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            joined_on: row.joined_on,
            left_on: row.left_on,
        }
    }
}
