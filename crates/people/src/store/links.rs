//! Links sent by mail.

use crate::rules::access::LinkPurpose;
use crate::rules::token::TokenHash;
use kernel::{AccountId, Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct AccountIdRow {
        account_id: AccountId,
    }
}

statement! {
    INSERT = "
        insert into access_link (place_id, token_hash, purpose, account_id, created_at, expires_at, used_at)
        values ($1, $2, $3, $4, $5, $6, null)";

    OPEN -> AccountIdRow = "
        select account_id
        from access_link
        where place_id = $1 and token_hash = $2 and purpose = $3 and used_at is null and expires_at > $4";

    USE -> AccountIdRow = "
        update access_link
        set used_at = $4
        where place_id = $1 and token_hash = $2 and purpose = $3 and used_at is null and expires_at > $4
        returning account_id";

    SPEND_ALL = "
        update access_link
        set used_at = $3
        where place_id = $1 and account_id = $2 and used_at is null";

    PURGE = "
        delete from access_link
        where place_id = $1 and expires_at < $2";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
    purpose: LinkPurpose,
    account: AccountId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let expires_at = now.plus_seconds(purpose.seconds());
    tx.run(
        &INSERT,
        &params![place, token.as_str(), purpose.code(), account, now, expires_at],
    )?;
    Ok(())
}

/// The account that a link still opens.
pub(crate) fn find_open(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
    purpose: LinkPurpose,
) -> Result<Option<AccountId>, DatabaseError> {
    let found = tx.optional(&OPEN, &params![place, token.as_str(), purpose.code(), tx.now()])?;
    Ok(found.map(|row| row.account_id))
}

/// Uses a link up and says which account it opens; of two who try at once, one gets it.
pub(crate) fn spend(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &TokenHash,
    purpose: LinkPurpose,
) -> Result<Option<AccountId>, DatabaseError> {
    let used = tx.optional(&USE, &params![place, token.as_str(), purpose.code(), tx.now()])?;
    Ok(used.map(|row| row.account_id))
}

/// Uses up every link of an account.
pub(crate) fn spend_all(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<(), DatabaseError> {
    tx.run(&SPEND_ALL, &params![place, account, tx.now()])?;
    Ok(())
}

/// Forgets the links of a place that ended before `before`.
pub(crate) fn purge(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&PURGE, &params![place, before])
}
