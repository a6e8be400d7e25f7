//! Who sees the photograph of a card.

use crate::rules::card::Visibility;
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct PortraitRow {
        person_id: PersonId,
        photo_for: Visibility,
    }
}

statement! {
    ALL -> PortraitRow = "
        select person_id, photo_for
        from card_photo
        where place_id = $1 and photo_for <> 'nobody'";

    ONE -> PortraitRow = "
        select person_id, photo_for
        from card_photo
        where place_id = $1 and person_id = $2";

    KEEP = "
        insert into card_photo (place_id, person_id, photo_for)
        values ($1, $2, $3)
        on conflict (place_id, person_id) do update set photo_for = $3";
}

/// Whose photograph is for somebody, and for whom.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<BTreeMap<PersonId, Visibility>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.person_id, row.photo_for))
        .collect())
}

/// For whom the photograph of somebody is.
pub(crate) fn of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Visibility, DatabaseError> {
    let row = tx.optional(&ONE, &params![place, person])?;
    Ok(row.map_or(Visibility::Nobody, |row| row.photo_for))
}

pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    seen_by: Visibility,
) -> Result<(), DatabaseError> {
    tx.run(&KEEP, &params![place, person, seen_by])?;
    Ok(())
}
