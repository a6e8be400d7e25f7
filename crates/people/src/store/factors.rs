//! Second factors and recovery codes.

use super::held;
use crate::rules::token::TokenHash;
use crate::rules::totp::TotpSecret;
use kernel::{AccountId, Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// A second factor; it counts once it was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Factor {
    pub(crate) secret: TotpSecret,
    pub(crate) confirmed_at: Option<Instant>,
    pub(crate) last_step: i64,
}

row! {
    struct FactorRow {
        secret: String,
        confirmed_at: Option<Instant>,
        last_step: i64,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    FIND -> FactorRow = "
        select secret, confirmed_at, last_step
        from second_factor
        where place_id = $1 and account_id = $2";

    LOCK -> FactorRow = "
        select secret, confirmed_at, last_step
        from second_factor
        where place_id = $1 and account_id = $2
        for update";

    BEGIN = "
        insert into second_factor (place_id, account_id, secret, created_at, confirmed_at, last_step)
        values ($1, $2, $3, $4, null, 0)
        on conflict (place_id, account_id) do update
        set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
        where second_factor.confirmed_at is null";

    USE_STEP = "
        update second_factor
        set last_step = $3, confirmed_at = coalesce(confirmed_at, $4)
        where place_id = $1 and account_id = $2";

    REMOVE = "delete from second_factor where place_id = $1 and account_id = $2";

    REMOVE_CODES = "delete from recovery_code where place_id = $1 and account_id = $2";

    INSERT_CODE = "
        insert into recovery_code (place_id, account_id, code_hash, used_at)
        values ($1, $2, $3, null)";

    USE_CODE = "
        update recovery_code
        set used_at = $4
        where place_id = $1 and account_id = $2 and code_hash = $3 and used_at is null";

    // Codes of an application and passkeys, each of which is a second factor.
    COUNT -> CountRow = "
        select (
            select count(*)
            from second_factor
            where place_id = $1 and account_id = $2 and confirmed_at is not null) + (
            select count(*)
            from passkey
            where place_id = $1 and account_id = $2) as count";

    CODES_LEFT -> CountRow = "
        select count(*) as count
        from recovery_code
        where place_id = $1 and account_id = $2 and used_at is null";
}

/// The second factor of an account, confirmed or begun.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
) -> Result<Option<Factor>, DatabaseError> {
    tx.optional(&FIND, &params![place, account])?
        .map(Factor::try_from)
        .transpose()
}

/// The second factor of an account, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
) -> Result<Option<Factor>, DatabaseError> {
    tx.optional(&LOCK, &params![place, account])?
        .map(Factor::try_from)
        .transpose()
}

/// Whether an account has one that counts.
pub(crate) fn counts(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<bool, DatabaseError> {
    Ok(tx.one(&COUNT, &params![place, account])?.count > 0)
}

/// Begins one, in place of one that was never confirmed; whether none counts already.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    secret: &TotpSecret,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&BEGIN, &params![place, account, secret.base32(), now])? > 0)
}

/// Notes that the code of a half-minute was used, which confirms the factor.
pub(crate) fn use_step(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    step: i64,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&USE_STEP, &params![place, account, step, now])?;
    Ok(())
}

/// Forgets the codes of the application; whether there were any.
pub(crate) fn remove(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<bool, DatabaseError> {
    Ok(tx.run(&REMOVE, &params![place, account])? > 0)
}

/// Forgets the recovery codes.
pub(crate) fn forget_codes(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<(), DatabaseError> {
    tx.run(&REMOVE_CODES, &params![place, account])?;
    Ok(())
}

/// Keeps these recovery codes and no other.
pub(crate) fn set_codes(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    codes: &[TokenHash],
) -> Result<(), DatabaseError> {
    tx.run(&REMOVE_CODES, &params![place, account])?;
    for code in codes {
        tx.run(&INSERT_CODE, &params![place, account, code.as_str()])?;
    }
    Ok(())
}

/// Uses a recovery code up; whether it was one and not used.
pub(crate) fn use_code(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    code: &TokenHash,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&USE_CODE, &params![place, account, code.as_str(), now])? > 0)
}

/// How many recovery codes are left.
pub(crate) fn codes_left(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&CODES_LEFT, &params![place, account])?.count)
}

impl TryFrom<FactorRow> for Factor {
    type Error = DatabaseError;

    fn try_from(row: FactorRow) -> Result<Self, DatabaseError> {
        let secret = TotpSecret::parse(&row.secret).ok_or("not twenty bytes in base32");
        Ok(Self {
            secret: held("second_factor.secret", secret)?,
            confirmed_at: row.confirmed_at,
            last_step: row.last_step,
        })
    }
}
