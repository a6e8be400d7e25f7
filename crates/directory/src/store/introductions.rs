//! Who was brought together over a notice.

use crate::rules::notice::Notice;
use kernel::{Actor, Id, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Refuses to bring the same two together twice.
pub(crate) const ONCE: &str = "introduction_pk";

row! {
    struct PersonRow {
        person_id: PersonId,
    }
}

statement! {
    OF_NOTICE -> PersonRow = "
        select person_id
        from introduction
        where place_id = $1 and notice_id = $2
        order by made_at, person_id";

    INSERT = "
        insert into introduction (place_id, notice_id, person_id, made_at, made_by)
        values ($1, $2, $3, $4, $5)";
}

/// Whom the author of a notice was brought together with.
pub(crate) fn of_notice(
    tx: &mut Tx<'_>,
    place: PlaceId,
    notice: Id<Notice>,
) -> Result<Vec<PersonId>, DatabaseError> {
    let rows = tx.all(&OF_NOTICE, &params![place, notice])?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Notes that two were brought together.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    notice: Id<Notice>,
    person: PersonId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&INSERT, &params![actor.place, notice, person, now, actor.account])?;
    Ok(())
}
