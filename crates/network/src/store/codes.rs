//! Visiting codes.

use crate::rules::agreement::PartnerId;
use crate::rules::code::VisitingCode;
use kernel::{Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct CodeRow {
        partner_id: PartnerId,
        code: String,
        expires_at: Instant,
    }

    struct HolderRow {
        person_id: PersonId,
        expires_at: Instant,
    }
}

statement! {
    KEEP = "
        insert into visiting_code (place_id, partner_id, person_id, code, made_at, expires_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (place_id, partner_id, person_id) do update
        set code = excluded.code, made_at = excluded.made_at, expires_at = excluded.expires_at";

    OF_PERSON -> CodeRow = "
        select partner_id, code, expires_at
        from visiting_code
        where place_id = $1 and person_id = $2 and expires_at > $3
        order by partner_id";

    HOLDER -> HolderRow = "
        select person_id, expires_at
        from visiting_code
        where place_id = $1 and partner_id = $2 and code = $3";

    USE = "
        delete from visiting_code
        where place_id = $1 and partner_id = $2 and person_id = $3 and code = $4";

    FORGET = "
        delete from visiting_code
        where place_id = $1 and expires_at < $2";
}

/// Keeps a code; the one that this person had for that place is good for nothing.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (partner, person): (PartnerId, PersonId),
    code: &VisitingCode,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&FORGET, &params![place, now])?;
    let values = params![place, partner, person, code.text.as_str(), now, code.expires_at];
    tx.run(&KEEP, &values)?;
    Ok(())
}

/// The codes of a person that are still good.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<(PartnerId, VisitingCode)>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&OF_PERSON, &params![place, person, now])?;
    let code = |row: CodeRow| {
        let code = VisitingCode {
            text: row.code,
            expires_at: row.expires_at,
        };
        (row.partner_id, code)
    };
    Ok(rows.into_iter().map(code).collect())
}

/// Whose code this is for that place, while it is good.
pub(crate) fn holder(
    tx: &mut Tx<'_>,
    place: PlaceId,
    partner: PartnerId,
    code: &str,
) -> Result<Option<PersonId>, DatabaseError> {
    let now = tx.now();
    let row = tx.optional(&HOLDER, &params![place, partner, code])?;
    Ok(row.filter(|row| now < row.expires_at).map(|row| row.person_id))
}

/// Uses up a code; false when somebody else did so first.
pub(crate) fn use_up(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (partner, person): (PartnerId, PersonId),
    code: &str,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&USE, &params![place, partner, person, code])? == 1)
}
