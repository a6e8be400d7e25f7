//! Who was erased: identifiers and nothing else.

use kernel::{Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::mail::MailId;
use serde::{Deserialize, Serialize};

row! {
    struct ErasureRow {
        place_id: PlaceId,
        person_id: PersonId,
        erased_at: Instant,
    }

    struct LetterRow {
        person_id: PersonId,
        letter_id: MailId,
    }
}

statement! {
    ALL -> ErasureRow = "
        select place_id, person_id, erased_at
        from erasure
        order by place_id, person_id";

    INSERT = "
        insert into erasure (place_id, person_id, erased_at, letter_id)
        values ($1, $2, $3, $4)
        on conflict (place_id, person_id) do nothing";

    LETTERS -> LetterRow = "
        select person_id, letter_id
        from erasure
        where place_id = $1 and letter_id is not null";

    FORGET_LETTER = "
        update erasure
        set letter_id = null
        where place_id = $1 and person_id = $2";
}

/// Somebody who was erased, in some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Where.
    pub place: PlaceId,
    /// Who it was.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

/// Everybody who was erased, in every place of the installation.
pub(crate) fn all(tx: &mut Tx<'_>) -> Result<Vec<Erasure>, DatabaseError> {
    let rows = tx.all(&ALL, &params![])?;
    let erasure = |row: ErasureRow| Erasure {
        place: row.place_id,
        person: row.person_id,
        at: row.erased_at,
    };
    Ok(rows.into_iter().map(erasure).collect())
}

/// Notes that somebody was erased; what was noted before stays.
pub(crate) fn insert(tx: &mut Tx<'_>, erasure: Erasure, letter: Option<MailId>) -> Result<(), DatabaseError> {
    let values = params![erasure.place, erasure.person, erasure.at, letter];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// The last letters to people who were erased.
pub(crate) fn letters(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(PersonId, MailId)>, DatabaseError> {
    let rows = tx.all(&LETTERS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person_id, row.letter_id))
        .collect())
}

/// The last letter to somebody is gone.
pub(crate) fn forget_letter(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), DatabaseError> {
    tx.run(&FORGET_LETTER, &params![place, person])?;
    Ok(())
}
