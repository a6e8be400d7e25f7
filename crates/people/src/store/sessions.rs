//! Sessions.

use super::held;
use crate::rules::access::Session;
use crate::rules::name::PersonName;
use crate::rules::token::TokenHash;
use kernel::{AccountId, Day, Hat, Instant, PersonId, PlaceId, Role};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Who a token belongs to, with the roles given and their days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) account: AccountId,
    pub(crate) person: PersonId,
    pub(crate) name: PersonName,
    pub(crate) hat: Hat,
    pub(crate) seen_at: Instant,
    pub(crate) grants: Vec<(Role, Day, Option<Day>)>,
}

row! {
    struct KnownRow {
        account_id: AccountId,
        person_id: PersonId,
        given_name: String,
        family_name: String,
        hat: String,
        seen_at: Instant,
        role: Option<Role>,
        from_day: Option<Day>,
        until_day: Option<Day>,
    }

    struct SessionRow {
        token_hash: String,
        account_id: AccountId,
        hat: String,
        created_at: Instant,
        seen_at: Instant,
        expires_at: Instant,
        ends_at: Instant,
        address: String,
        agent: String,
        code_due: bool,
    }
}

statement! {
    // One row for each role ever given: a handful.
    KNOWN -> KnownRow = "
        select session.account_id, account.person_id, person.given_name, person.family_name, session.hat,
            session.seen_at, role_grant.role, role_grant.from_day, role_grant.until_day
        from session
        join account on account.place_id = session.place_id and account.id = session.account_id
        join person on person.place_id = account.place_id and person.id = account.person_id
        left join role_grant on role_grant.place_id = person.place_id and role_grant.person_id = person.id
        where session.place_id = $1 and session.token_hash = $2 and session.revoked_at is null
            and session.expires_at > $3 and session.code_due = 0 and account.disabled_at is null";

    OPEN -> SessionRow = "
        select token_hash, account_id, hat, created_at, seen_at, expires_at, ends_at, address, agent, code_due
        from session
        where place_id = $1 and token_hash = $2 and revoked_at is null and expires_at > $3 and code_due = 0
        for update";

    WAITING -> SessionRow = "
        select token_hash, account_id, hat, created_at, seen_at, expires_at, ends_at, address, agent, code_due
        from session
        where place_id = $1 and token_hash = $2 and revoked_at is null and expires_at > $3 and code_due = 1
        for update";

    OF_ACCOUNT -> SessionRow = "
        select token_hash, account_id, hat, created_at, seen_at, expires_at, ends_at, address, agent, code_due
        from session
        where place_id = $1 and account_id = $2 and revoked_at is null and expires_at > $3 and code_due = 0
        order by seen_at desc, token_hash
        limit 100";

    INSERT = "
        insert into session (
            place_id, token_hash, account_id, hat, created_at, seen_at, expires_at, ends_at, revoked_at, address,
            agent, code_due)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, $9, $10, $11)";

    SEEN = "
        update session
        set seen_at = $3, expires_at = $4
        where place_id = $1 and token_hash = $2 and revoked_at is null";

    REVOKE = "
        update session
        set revoked_at = $4
        where place_id = $1 and account_id = $2 and token_hash = $3 and revoked_at is null";

    REVOKE_OTHERS = "
        update session
        set revoked_at = $4
        where place_id = $1 and account_id = $2 and token_hash <> $3 and revoked_at is null";

    PURGE = "
        delete from session
        where place_id = $1 and ends_at < $2";
}

pub(crate) fn known(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
) -> Result<Option<Known>, DatabaseError> {
    let rows = tx.all(&KNOWN, &params![place, token.as_str(), tx.now()])?;
    let grants = rows
        .iter()
        .filter_map(|row| Some((row.role?, row.from_day?, row.until_day)))
        .collect();
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    Ok(Some(Known {
        account: row.account_id,
        person: row.person_id,
        name: held(
            "person.given_name",
            PersonName::parse(&row.given_name, &row.family_name),
        )?,
        hat: held("session.hat", Hat::parse(&row.hat))?,
        seen_at: row.seen_at,
        grants,
    }))
}

/// The session of a token while it is open, held until the end of the transaction.
pub(crate) fn lock_open(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
) -> Result<Option<Session>, DatabaseError> {
    tx.optional(&OPEN, &params![place, token.as_str(), tx.now()])?
        .map(Session::try_from)
        .transpose()
}

/// The session of a token while it waits for the second factor, held until the end of the transaction.
pub(crate) fn lock_waiting(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
) -> Result<Option<Session>, DatabaseError> {
    tx.optional(&WAITING, &params![place, token.as_str(), tx.now()])?
        .map(Session::try_from)
        .transpose()
}

/// The open sessions of an account, the last used first.
pub(crate) fn of_account(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
) -> Result<Vec<Session>, DatabaseError> {
    tx.all(&OF_ACCOUNT, &params![place, account, tx.now()])?
        .into_iter()
        .map(Session::try_from)
        .collect()
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, session: &Session) -> Result<(), DatabaseError> {
    let values = params![
        place,
        session.token_hash.as_str(),
        session.account,
        session.hat.code(),
        session.created_at,
        session.seen_at,
        session.expires_at,
        session.ends_at,
        session.address,
        session.agent,
        session.code_due
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that a session was used at `seen_at` and is now good until `expires_at`.
pub(crate) fn note_use(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
    seen_at: Instant,
    expires_at: Instant,
) -> Result<(), DatabaseError> {
    tx.run(&SEEN, &params![place, token.as_str(), seen_at, expires_at])?;
    Ok(())
}

/// Ends one session of an account; says whether it was open.
pub(crate) fn revoke(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    token: &TokenHash,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&REVOKE, &params![place, account, token.as_str(), tx.now()])? > 0)
}

/// Ends every session of an account but the one of `kept`.
pub(crate) fn revoke_others(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    kept: Option<&TokenHash>,
) -> Result<u64, DatabaseError> {
    let kept = kept.map_or("", TokenHash::as_str);
    tx.run(&REVOKE_OTHERS, &params![place, account, kept, tx.now()])
}

/// Forgets the sessions of a place that ended before `before`.
pub(crate) fn purge(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&PURGE, &params![place, before])
}

impl TryFrom<SessionRow> for Session {
    type Error = DatabaseError;

    fn try_from(row: SessionRow) -> Result<Self, DatabaseError> {
        let token_hash = TokenHash::parse(&row.token_hash).ok_or("not a SHA-256 in hexadecimal");
        Ok(Self {
            token_hash: held("session.token_hash", token_hash)?,
            account: row.account_id,
            hat: held("session.hat", Hat::parse(&row.hat))?,
            created_at: row.created_at,
            seen_at: row.seen_at,
            expires_at: row.expires_at,
            ends_at: row.ends_at,
            address: row.address,
            agent: row.agent,
            code_due: row.code_due,
        })
    }
}
