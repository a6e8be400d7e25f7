//! The second factor: set up by its holder, asked for when they sign in, taken away when it is lost.

use super::sessions::{Opened, begin_proven};
use super::subject;
use crate::permissions::{OWN, ROLES};
use crate::rules::access::Account;
use crate::rules::token::TokenHash;
use crate::rules::totp::{FactorRefused, TotpSecret, plain};
use crate::store::{accounts, factors, passkeys, sessions};
use kernel::{AccountId, Actor, PersonId, PlaceId, Role};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity, place};
use serde_json::json;

/// The setting by which administrators need a second factor: `yes` or `no`.
const REQUIRED_SETTING: &str = "second_factor_for_administrators";

/// How many recovery codes are given at once.
const CODES: usize = 10;
/// Random bytes of a recovery code: eighty bits, sixteen letters.
const CODE_BYTES: usize = 10;

/// Begins a second factor for the actor: a new secret, which counts once a code of it was typed.
///
/// # Errors
/// [`FactorRefused::There`] when one counts already.
pub fn begin_factor(tx: &mut Tx<'_>, actor: &Actor) -> Result<TotpSecret, Failure<FactorRefused>> {
    let account = own(actor)?;
    let secret = TotpSecret::from_bytes(tx.random_bytes());
    if !factors::begin(tx, actor.place, account, &secret)? {
        return Err(Failure::Refused(FactorRefused::There));
    }
    Ok(secret)
}

/// The actor's first code: the factor counts from now on. Answers the recovery codes, shown this once.
///
/// # Errors
/// [`FactorRefused`].
pub fn confirm_factor(
    tx: &mut Tx<'_>,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<String>, Failure<FactorRefused>> {
    let account = own(actor)?;
    let factor = factors::lock(tx, actor.place, account)?;
    let factor = factor.ok_or(Failure::Refused(FactorRefused::Missing))?;
    if factor.confirmed_at.is_some() {
        return Err(Failure::Refused(FactorRefused::There));
    }
    let step = factor.secret.accepted(&plain(typed), tx.now(), factor.last_step);
    let step = step.ok_or(Failure::Refused(FactorRefused::Wrong))?;
    factors::use_step(tx, actor.place, account, step)?;
    record(tx, actor, "account.factor_set", actor.person)?;
    Ok(give_codes(tx, actor.place, account)?)
}

/// New recovery codes in place of the old ones, for who types a code.
///
/// # Errors
/// [`FactorRefused`].
pub fn renew_codes(
    tx: &mut Tx<'_>,
    actor: &Actor,
    typed: &str,
) -> Result<Vec<String>, Failure<FactorRefused>> {
    let account = own(actor)?;
    check(tx, actor.place, account, typed)?;
    Ok(give_codes(tx, actor.place, account)?)
}

/// The actor's factor counts no more, for who types a code.
///
/// # Errors
/// [`FactorRefused`].
pub fn remove_factor(tx: &mut Tx<'_>, actor: &Actor, typed: &str) -> Result<(), Failure<FactorRefused>> {
    let account = own(actor)?;
    check(tx, actor.place, account, typed)?;
    if !factors::remove(tx, actor.place, account)? {
        return Err(Failure::Refused(FactorRefused::Missing));
    }
    without_codes_when_last(tx, actor.place, account)?;
    record(tx, actor, "account.factor_removed", actor.person)?;
    Ok(())
}

/// Takes the lost factors of somebody away, passkeys too: they sign in without. Their sessions end.
///
/// # Errors
/// [`Fault::NotFound`] when they have none; [`Fault::Forbidden`] but for who gives roles.
pub fn reset_factor(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Fault> {
    actor.require(ROLES)?;
    let account = accounts::find_by_person(tx, actor.place, person)?.or_not_found()?;
    let had_passkeys = !passkeys::of_account(tx, actor.place, account.id)?.is_empty();
    if !take_factors_away(tx, actor.place, account.id)? {
        return Err(Fault::NotFound);
    }
    if had_passkeys {
        super::passkeys::tell(tx, actor.place, Some(person), false)?;
    }
    if !actor.is(person) {
        sessions::revoke_others(tx, actor.place, account.id, None)?;
    }
    record(tx, actor, "account.factor_removed", Some(person))
}

/// Takes away all that stands beside the password of an account; whether there was anything.
pub(super) fn take_factors_away(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<bool, Fault> {
    let passkeys = passkeys::remove_all(tx, place, account)?;
    let codes = factors::remove(tx, place, account)?;
    factors::forget_codes(tx, place, account)?;
    Ok(passkeys || codes)
}

/// Recovery codes are for who has a second factor: with the last of them they go.
pub(super) fn without_codes_when_last(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
) -> Result<(), Fault> {
    if !factors::counts(tx, place, account)? {
        factors::forget_codes(tx, place, account)?;
    }
    Ok(())
}

/// Says whether administrators need a second factor. Who demands it has it first: nobody locks the place.
///
/// # Errors
/// [`FactorRefused::OneselfFirst`].
pub fn require_factor(tx: &mut Tx<'_>, actor: &Actor, required: bool) -> Result<(), Failure<FactorRefused>> {
    actor.require(ROLES)?;
    let account = own(actor)?;
    if required && !factors::counts(tx, actor.place, account)? {
        return Err(Failure::Refused(FactorRefused::OneselfFirst));
    }
    let value = if required { "yes" } else { "no" };
    place::set_setting(tx, actor.place, REQUIRED_SETTING, value)?;
    let about = activity::Subject::new("place", actor.place);
    activity::record(
        tx,
        actor,
        "account.factor_required",
        about,
        json!({ "required": value }),
    )?;
    Ok(())
}

/// Whether the place demands a second factor of administrators.
pub(crate) fn is_required(tx: &mut Tx<'_>, place: PlaceId) -> Result<bool, Fault> {
    Ok(place::setting(tx, place, REQUIRED_SETTING)?.as_deref() == Some("yes"))
}

/// The roles that count: that of an administrator waits for the second factor where the place demands it.
pub(crate) fn that_count(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    mut roles: Vec<Role>,
) -> Result<Vec<Role>, Fault> {
    if roles.contains(&Role::Administrator)
        && is_required(tx, place)?
        && !factors::counts(tx, place, account)?
    {
        roles.retain(|role| *role != Role::Administrator);
    }
    Ok(roles)
}

/// The code of somebody whose session waits for it: a new session begins, which opens everything.
///
/// # Errors
/// [`FactorRefused::Late`] when the session waits no more; [`FactorRefused::Wrong`].
pub fn prove(
    tx: &mut Tx<'_>,
    place: PlaceId,
    waiting: &TokenHash,
    typed: &str,
) -> Result<Opened, Failure<FactorRefused>> {
    let late = || Failure::Refused(FactorRefused::Late);
    let session = sessions::lock_waiting(tx, place, waiting)?.ok_or_else(late)?;
    let account: Account = accounts::find(tx, place, session.account)?.or_not_found()?;
    if account.disabled_at.is_some() {
        return Err(late());
    }
    check(tx, place, account.id, typed)?;
    sessions::revoke(tx, place, account.id, waiting)?;
    Ok(begin_proven(tx, place, &session)?)
}

/// Checks a code of the application, or a recovery code, and uses it up.
fn check(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    typed: &str,
) -> Result<(), Failure<FactorRefused>> {
    let factor = factors::lock(tx, place, account)?.filter(|factor| factor.confirmed_at.is_some());
    if factor.is_none() && !factors::counts(tx, place, account)? {
        return Err(Failure::Refused(FactorRefused::Missing));
    }
    let (typed, now) = (plain(typed), tx.now());
    let step = factor.and_then(|factor| factor.secret.accepted(&typed, now, factor.last_step));
    if let Some(step) = step {
        factors::use_step(tx, place, account, step)?;
        return Ok(());
    }
    if factors::use_code(tx, place, account, &TokenHash::of_code(&typed))? {
        return Ok(());
    }
    Err(Failure::Refused(FactorRefused::Wrong))
}

pub(super) fn give_codes(tx: &mut Tx<'_>, place: PlaceId, account: AccountId) -> Result<Vec<String>, Fault> {
    let mut codes = Vec::new();
    for _ in 0..CODES {
        let bytes: [u8; CODE_BYTES] = tx.random_bytes();
        codes.push(data_encoding::BASE32_NOPAD.encode(&bytes).to_ascii_lowercase());
    }
    let hashes: Vec<TokenHash> = codes.iter().map(|code| TokenHash::of_code(code)).collect();
    factors::set_codes(tx, place, account, &hashes)?;
    Ok(codes)
}

pub(super) fn own(actor: &Actor) -> Result<AccountId, Fault> {
    actor.require(OWN)?;
    actor.account.ok_or(Fault::Forbidden)
}

pub(super) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    person: Option<PersonId>,
) -> Result<(), Fault> {
    let person = person.ok_or(Fault::Forbidden)?;
    activity::record(tx, actor, verb, subject(person), json!({}))?;
    Ok(())
}
