//! Accounts.

use crate::rules::access::Account;
use kernel::{AccountId, Email, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct AccountRow {
        id: AccountId,
        person_id: PersonId,
        email: Email,
        password_hash: Option<String>,
        created_at: Instant,
        disabled_at: Option<Instant>,
    }
}

statement! {
    BY_ID -> AccountRow = "
        select id, person_id, email, password_hash, created_at, disabled_at
        from account
        where place_id = $1 and id = $2";

    BY_EMAIL -> AccountRow = "
        select id, person_id, email, password_hash, created_at, disabled_at
        from account
        where place_id = $1 and email = $2";

    BY_PERSON -> AccountRow = "
        select id, person_id, email, password_hash, created_at, disabled_at
        from account
        where place_id = $1 and person_id = $2";

    INSERT = "
        insert into account (place_id, id, person_id, email, password_hash, created_at, disabled_at)
        values ($1, $2, $3, $4, $5, $6, null)";

    SET_PASSWORD = "
        update account
        set password_hash = $3
        where place_id = $1 and id = $2";

    SET_EMAIL = "
        update account
        set email = $3
        where place_id = $1 and id = $2";

    SET_DISABLED = "
        update account
        set disabled_at = $3
        where place_id = $1 and id = $2";
}

pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: AccountId) -> Result<Option<Account>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(Account::from))
}

pub(crate) fn find_by_email(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
) -> Result<Option<Account>, DatabaseError> {
    Ok(tx.optional(&BY_EMAIL, &params![place, email])?.map(Account::from))
}

pub(crate) fn find_by_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<Account>, DatabaseError> {
    Ok(tx
        .optional(&BY_PERSON, &params![place, person])?
        .map(Account::from))
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    email: &Email,
    password_hash: Option<&str>,
) -> Result<AccountId, DatabaseError> {
    let id = tx.new_id();
    tx.run(
        &INSERT,
        &params![place, id, person, email, password_hash, tx.now()],
    )?;
    Ok(id)
}

pub(crate) fn set_password(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: AccountId,
    password_hash: &str,
) -> Result<(), DatabaseError> {
    tx.run(&SET_PASSWORD, &params![place, id, password_hash])?;
    Ok(())
}

pub(crate) fn set_email(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: AccountId,
    email: &Email,
) -> Result<(), DatabaseError> {
    tx.run(&SET_EMAIL, &params![place, id, email])?;
    Ok(())
}

/// Closes the account at a moment, or opens it again.
pub(crate) fn set_disabled(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: AccountId,
    at: Option<Instant>,
) -> Result<(), DatabaseError> {
    tx.run(&SET_DISABLED, &params![place, id, at])?;
    Ok(())
}

impl From<AccountRow> for Account {
    fn from(row: AccountRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            email: row.email,
            password_hash: row.password_hash,
            created_at: row.created_at,
            disabled_at: row.disabled_at,
        }
    }
}
