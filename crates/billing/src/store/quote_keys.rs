//! General conditions of quotes, and the secrets that show a quote.

use crate::rules::quote::{Conditions, Quote};
use kernel::{AccountId, Id, Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ConditionsRow {
        id: Id<Conditions>,
        version: i64,
        body: String,
        published_at: Instant,
    }

    struct IdRow {
        id: Id<Quote>,
    }
}

statement! {
    KEEP_KEY = "
        insert into quote_key (place_id, secret_hash, quote_id, made_at)
        values ($1, $2, $3, $4)";

    BY_KEY -> IdRow = "
        select quote_id as id
        from quote_key
        where place_id = $1 and secret_hash = $2";

    IN_FORCE -> ConditionsRow = "
        select id, version, body, published_at
        from quote_conditions
        where place_id = $1
        order by version desc
        limit 1";

    CONDITIONS -> ConditionsRow = "
        select id, version, body, published_at
        from quote_conditions
        where place_id = $1 and id = $2";

    PUBLISH = "
        insert into quote_conditions (place_id, id, version, body, published_at, published_by)
        values ($1, $2, $3, $4, $5, $6)";
}

pub(crate) fn keep_key(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hash: &str,
    id: Id<Quote>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&KEEP_KEY, &params![place, hash, id, now])?;
    Ok(())
}

pub(crate) fn by_key(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hash: &str,
) -> Result<Option<Id<Quote>>, DatabaseError> {
    Ok(tx.optional(&BY_KEY, &params![place, hash])?.map(|row| row.id))
}

/// The general conditions of today.
pub(crate) fn conditions_in_force(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<Option<Conditions>, DatabaseError> {
    Ok(tx.optional(&IN_FORCE, &params![place])?.map(Conditions::from))
}

pub(crate) fn conditions(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Conditions>,
) -> Result<Option<Conditions>, DatabaseError> {
    Ok(tx
        .optional(&CONDITIONS, &params![place, id])?
        .map(Conditions::from))
}

pub(crate) fn publish(
    tx: &mut Tx<'_>,
    place: PlaceId,
    conditions: &Conditions,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        conditions.id,
        conditions.version,
        conditions.body.as_str(),
        conditions.published_at,
        by
    ];
    tx.run(&PUBLISH, &values)?;
    Ok(())
}

impl From<ConditionsRow> for Conditions {
    fn from(row: ConditionsRow) -> Self {
        Self {
            id: row.id,
            version: row.version,
            body: row.body,
            published_at: row.published_at,
        }
    }
}
