//! Texts of the house, and who accepted them.

use crate::rules::text::{HouseText, TextKind};
use kernel::{AccountId, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct TextRow {
        id: Id<HouseText>,
        kind: TextKind,
        version: i64,
        body: String,
        published_at: Instant,
    }

    struct AcceptanceRow {
        text_id: Id<HouseText>,
        accepted_at: Instant,
    }

    struct CountRow {
        text_id: Id<HouseText>,
        count: i64,
    }
}

statement! {
    FIND -> TextRow = "
        select id, kind, version, body, published_at
        from house_text
        where place_id = $1 and id = $2";

    ALL -> TextRow = "
        select id, kind, version, body, published_at
        from house_text
        where place_id = $1
        order by kind, version desc";

    CURRENT -> TextRow = "
        select id, kind, version, body, published_at
        from house_text
        where place_id = $1 and version = (
            select max(other.version)
            from house_text as other
            where other.place_id = house_text.place_id and other.kind = house_text.kind)
        order by kind";

    INSERT = "
        insert into house_text (place_id, id, kind, version, body, published_at, published_by)
        values ($1, $2, $3, $4, $5, $6, $7)";

    ACCEPT = "
        insert into text_acceptance (place_id, text_id, person_id, accepted_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, text_id, person_id) do nothing";

    ACCEPTED -> AcceptanceRow = "
        select text_id, accepted_at
        from text_acceptance
        where place_id = $1 and person_id = $2
        order by accepted_at desc, text_id";

    COUNTS -> CountRow = "
        select text_id, count(*) as count
        from text_acceptance
        where place_id = $1
        group by text_id";
}

/// A text.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<HouseText>,
) -> Result<Option<HouseText>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(HouseText::from))
}

/// Every version of every text, the latest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<HouseText>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(HouseText::from).collect())
}

/// The version in force of each text that there is, the house rules first.
pub(crate) fn current(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<HouseText>, DatabaseError> {
    let rows = tx.all(&CURRENT, &params![place])?;
    Ok(rows.into_iter().map(HouseText::from).collect())
}

/// Keeps a new version.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    text: &HouseText,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        text.id,
        text.kind,
        text.version,
        text.body.as_str(),
        text.published_at,
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Somebody accepted a text; said twice, the first time stays.
pub(crate) fn accept(
    tx: &mut Tx<'_>,
    place: PlaceId,
    text: Id<HouseText>,
    person: PersonId,
    at: Instant,
) -> Result<(), DatabaseError> {
    tx.run(&ACCEPT, &params![place, text, person, at])?;
    Ok(())
}

/// The texts that a person accepted, with the moment, the latest first.
pub(crate) fn accepted(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<(Id<HouseText>, Instant)>, DatabaseError> {
    let rows = tx.all(&ACCEPTED, &params![place, person])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.text_id, row.accepted_at))
        .collect())
}

/// How many accepted each text; none where nobody did.
pub(crate) fn counts(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(Id<HouseText>, i64)>, DatabaseError> {
    let rows = tx.all(&COUNTS, &params![place])?;
    Ok(rows.into_iter().map(|row| (row.text_id, row.count)).collect())
}

impl From<TextRow> for HouseText {
    fn from(row: TextRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            version: row.version,
            body: row.body,
            published_at: row.published_at,
        }
    }
}
