//! Accounts.

use crate::rules::access::Account;
use kernel::{AccountId, Email, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, batches, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct AccountRow {
        id: AccountId,
        person_id: PersonId,
        email: Email,
        password_hash: Option<String>,
        created_at: Instant,
        disabled_at: Option<Instant>,
    }

    struct HolderRow {
        id: AccountId,
        person_id: PersonId,
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

    PERSONS_OF -> HolderRow = "
        select id, person_id
        from account
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

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

/// Whose these accounts are.
pub(crate) fn persons_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[AccountId],
) -> Result<BTreeMap<AccountId, PersonId>, DatabaseError> {
    let mut found = BTreeMap::new();
    for values in batches(place, ids) {
        let rows = tx.all(&PERSONS_OF, &values)?;
        found.extend(rows.into_iter().map(|row| (row.id, row.person_id)));
    }
    Ok(found)
}

/// The names of those whose accounts these are.
///
/// # Errors
/// As the database says.
pub fn names_of_accounts(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[AccountId],
) -> Result<BTreeMap<AccountId, String>, DatabaseError> {
    let holders = persons_of(tx, place, ids)?;
    let persons: Vec<PersonId> = holders.values().copied().collect();
    let names = crate::names_of(tx, place, &persons)?;
    Ok(holders
        .into_iter()
        .filter_map(|(account, person)| Some((account, names.get(&person)?.clone())))
        .collect())
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
