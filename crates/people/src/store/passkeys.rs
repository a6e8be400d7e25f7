//! Passkeys, and what browsers were asked to sign with them.

use super::held;
use crate::rules::token::TokenHash;
use crate::rules::webauthn::{
    CHALLENGE_SECONDS, Challenge, ChallengePurpose, CredentialId, NewCredential, Passkey, PasskeyName,
    PasskeyRefused, PublicKey, Used,
};
use data_encoding::BASE64URL_NOPAD;
use kernel::{AccountId, Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use platform::{Failure, OrRefused};

row! {
    struct PasskeyRow {
        id: Id<Passkey>,
        account_id: AccountId,
        credential_id: String,
        public_key: String,
        sign_count: i64,
        backup_eligible: bool,
        name: String,
        created_at: Instant,
        used_at: Option<Instant>,
    }

    struct ChallengeRow {
        challenge: String,
        expires_at: Instant,
    }
}

statement! {
    OF_ACCOUNT -> PasskeyRow = "
        select id, account_id, credential_id, public_key, sign_count, backup_eligible, name, created_at, used_at
        from passkey
        where place_id = $1 and account_id = $2
        order by created_at, id
        limit 100";

    LOCK_BY_CREDENTIAL -> PasskeyRow = "
        select id, account_id, credential_id, public_key, sign_count, backup_eligible, name, created_at, used_at
        from passkey
        where place_id = $1 and credential_id = $2
        for update";

    INSERT = "
        insert into passkey (
            place_id, id, account_id, credential_id, public_key, sign_count, backup_eligible, name, created_at,
            used_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)";

    USE = "
        update passkey
        set sign_count = $3, used_at = $4
        where place_id = $1 and id = $2";

    RENAME = "
        update passkey
        set name = $4
        where place_id = $1 and account_id = $2 and id = $3";

    REMOVE = "
        delete from passkey
        where place_id = $1 and account_id = $2 and id = $3";

    REMOVE_ALL = "
        delete from passkey
        where place_id = $1 and account_id = $2";

    REMOVE_OF_PERSON = "
        delete from passkey
        where place_id = $1 and account_id in (
            select id
            from account
            where place_id = $1 and person_id = $2)";

    ASK = "
        insert into passkey_challenge (place_id, purpose, bound_to, challenge, expires_at)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, purpose, bound_to) do update
        set challenge = excluded.challenge, expires_at = excluded.expires_at";

    TAKE -> ChallengeRow = "
        delete from passkey_challenge
        where place_id = $1 and purpose = $2 and bound_to = $3
        returning challenge, expires_at";

    PURGE = "
        delete from passkey_challenge
        where place_id = $1 and expires_at < $2";
}

/// The passkeys of an account, the oldest first.
pub(crate) fn of_account(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
) -> Result<Vec<Passkey>, DatabaseError> {
    tx.all(&OF_ACCOUNT, &params![place, account])?
        .into_iter()
        .map(Passkey::try_from)
        .collect()
}

/// A passkey by the name its authenticator gave it, held until the end of the transaction.
pub(crate) fn lock_by_credential(
    tx: &mut Tx<'_>,
    place: PlaceId,
    credential: &CredentialId,
) -> Result<Option<Passkey>, DatabaseError> {
    tx.optional(&LOCK_BY_CREDENTIAL, &params![place, credential.as_str()])?
        .map(Passkey::try_from)
        .transpose()
}

/// Keeps a new credential; refused when the place knows it already, whoever has it.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    new: &NewCredential,
    name: &PasskeyName,
) -> Result<Id<Passkey>, Failure<PasskeyRefused>> {
    let (id, now) = (tx.new_id(), tx.now());
    let values = params![
        place,
        id,
        account,
        new.id.as_str(),
        BASE64URL_NOPAD.encode(new.key.cose()),
        new.sign_count,
        new.backup_eligible,
        name.as_str(),
        now
    ];
    tx.run(&INSERT, &values)
        .or_refused("passkey_credential_unique", PasskeyRefused::There)?;
    Ok(id)
}

/// Notes that a passkey let somebody in now.
pub(crate) fn note_use(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Passkey>,
    used: Used,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&USE, &params![place, id, used.sign_count, now])?;
    Ok(())
}

/// Gives a passkey of an account another name; whether there is one.
pub(crate) fn rename(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    id: Id<Passkey>,
    name: &PasskeyName,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&RENAME, &params![place, account, id, name.as_str()])? > 0)
}

/// Forgets a passkey of an account; whether there was one.
pub(crate) fn remove(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    id: Id<Passkey>,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&REMOVE, &params![place, account, id])? > 0)
}

/// Forgets every passkey of an account; whether there was one.
pub(crate) fn remove_all(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<bool, DatabaseError> {
    Ok(tx.run(&REMOVE_ALL, &params![place, account])? > 0)
}

/// Forgets every passkey of somebody whose account goes.
pub(crate) fn remove_of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&REMOVE_OF_PERSON, &params![place, person])?;
    Ok(())
}

/// Notes what a browser is asked to sign, in place of what it was asked before for the same; forgets what is over.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    place: PlaceId,
    purpose: ChallengePurpose,
    bound_to: &TokenHash,
    challenge: &Challenge,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&PURGE, &params![place, now])?;
    let ends_at = now.plus_seconds(CHALLENGE_SECONDS);
    let values = params![
        place,
        purpose.code(),
        bound_to.as_str(),
        challenge.text(),
        ends_at
    ];
    tx.run(&ASK, &values)?;
    Ok(())
}

/// What a browser was asked to sign, if it is not too late; it is good this once.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    place: PlaceId,
    purpose: ChallengePurpose,
    bound_to: &TokenHash,
) -> Result<Option<Challenge>, DatabaseError> {
    let taken = tx.optional(&TAKE, &params![place, purpose.code(), bound_to.as_str()])?;
    let Some(row) = taken.filter(|row| tx.now() < row.expires_at) else {
        return Ok(None);
    };
    let challenge = Challenge::parse(&row.challenge).ok_or("not thirty-two bytes in base64url");
    Ok(Some(held("passkey_challenge.challenge", challenge)?))
}

impl TryFrom<PasskeyRow> for Passkey {
    type Error = DatabaseError;

    fn try_from(row: PasskeyRow) -> Result<Self, DatabaseError> {
        let credential = CredentialId::parse(&row.credential_id).ok_or("not bytes in base64url");
        let cose = BASE64URL_NOPAD.decode(row.public_key.as_bytes());
        let key =
            PublicKey::parse(&held("passkey.public_key", cose)?).map_err(|_| "not a key that is offered");
        Ok(Self {
            id: row.id,
            account: row.account_id,
            credential: held("passkey.credential_id", credential)?,
            key: held("passkey.public_key", key)?,
            sign_count: row.sign_count,
            backup_eligible: row.backup_eligible,
            name: held("passkey.name", PasskeyName::parse(&row.name))?,
            created_at: row.created_at,
            used_at: row.used_at,
        })
    }
}
