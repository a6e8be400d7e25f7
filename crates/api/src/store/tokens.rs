//! Keys.

use crate::rules::scope;
use crate::rules::token::Token;
use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct TokenRow {
        id: Id<Token>,
        person_id: PersonId,
        name: String,
        ending: String,
        scopes: String,
        created_at: Instant,
        expires_at: Instant,
        last_used_at: Option<Instant>,
        revoked_at: Option<Instant>,
    }
}

statement! {
    BY_HASH -> TokenRow = "
        select id, person_id, name, ending, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_token
        where place_id = $1 and hash = $2";

    OF_PERSON -> TokenRow = "
        select id, person_id, name, ending, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_token
        where place_id = $1 and person_id = $2
        order by created_at desc, id desc
        limit 200";

    ALL -> TokenRow = "
        select id, person_id, name, ending, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_token
        where place_id = $1
        order by created_at desc, id desc
        limit 500";

    LOCK -> TokenRow = "
        select id, person_id, name, ending, scopes, created_at, expires_at, last_used_at, revoked_at
        from api_token
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into api_token (place_id, id, person_id, name, hash, ending, scopes, created_at, expires_at, last_used_at,
            revoked_at, revoked_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null)";

    USE = "
        update api_token
        set last_used_at = $3
        where place_id = $1 and id = $2";

    REVOKE = "
        update api_token
        set revoked_at = $3, revoked_by = $4
        where place_id = $1 and id = $2 and revoked_at is null";
}

/// The key whose secret has this hash.
pub(crate) fn by_hash(tx: &mut Tx<'_>, place: PlaceId, hash: &str) -> Result<Option<Token>, DatabaseError> {
    Ok(tx.optional(&BY_HASH, &params![place, hash])?.map(Token::from))
}

/// The keys of a person, the newest first; two hundred at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Token>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// Every key of the place, the newest first; five hundred at most.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Token>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// A key, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Token>) -> Result<Option<Token>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Token::from))
}

/// Keeps a new one.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Token, hash: &str) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.person,
        new.name.as_str(),
        hash,
        new.ending.as_str(),
        scope::written(&new.scopes),
        new.created_at,
        new.expires_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that it is in use.
pub(crate) fn note_use(tx: &mut Tx<'_>, place: PlaceId, id: Id<Token>) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&USE, &params![place, id, now])?;
    Ok(())
}

/// Takes it back; whether it was still good.
pub(crate) fn revoke(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Token>,
    by: Option<PersonId>,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&REVOKE, &params![place, id, now, by])? > 0)
}

impl From<TokenRow> for Token {
    fn from(row: TokenRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            name: row.name,
            ending: row.ending,
            scopes: scope::read(&row.scopes),
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
            revoked_at: row.revoked_at,
        }
    }
}
