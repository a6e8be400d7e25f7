//! Passkeys: added, named and taken away by their holder; signing in with one, alone or after a password.
//!
//! What a browser is asked to sign is taken in a transaction of its own ([`take_challenge`]), before the answer is looked at: an
//! answer that is refused has used it up all the same.

use super::second_factor::{give_codes, own, record, without_codes_when_last};
use super::sessions::{Door, Opened, begin_proven, open_proven};
use super::{ask_letter, subject};
use crate::letters::Letter;
use crate::rules::access::Account;
use crate::rules::token::TokenHash;
use crate::rules::webauthn::{
    AssertionAnswer, Challenge, ChallengePurpose, CredentialId, Passkey, PasskeyName, PasskeyRefused,
    RegistrationAnswer, RelyingParty, Verification, Wrong, assert, register, user_handle,
};
use crate::store::{accounts, factors, passkeys, persons, sessions};
use kernel::{AccountId, Actor, Id, PersonId, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity};
use serde_json::json;

/// The most passkeys of an account.
const MOST: usize = 20;
/// Seconds for which a session just begun stands for the password.
const RECENT_SECONDS: i64 = 900;

/// What shows that the holder of the account is at the browser: a session that just began, or the password.
#[derive(Debug, Clone)]
pub(crate) struct Presence {
    /// The session of the browser.
    pub(crate) session: Option<TokenHash>,
    /// The hash that the password was found to have.
    pub(crate) verified_hash: Option<String>,
}

/// What an authenticator is told when it is to make a passkey.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) challenge: Challenge,
    /// What it is to know the account by.
    pub(crate) handle: String,
    /// The address of the account.
    pub(crate) email: String,
    /// Whose it is.
    pub(crate) name: String,
    /// Those it has already.
    pub(crate) known: Vec<CredentialId>,
}

/// Whether a session of an account began so lately that nothing more need be shown.
pub(crate) fn is_recent(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    session: Option<&TokenHash>,
) -> Result<bool, Fault> {
    let now = tx.now();
    let open = sessions::of_account(tx, place, account)?;
    Ok(open.iter().any(|known| {
        Some(&known.token_hash) == session && now.since(known.created_at).seconds() < RECENT_SECONDS
    }))
}

fn require_presence(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: &Account,
    shown: &Presence,
) -> Result<(), Failure<PasskeyRefused>> {
    let by_password = shown.verified_hash.is_some() && shown.verified_hash == account.password_hash;
    if by_password || is_recent(tx, place, account.id, shown.session.as_ref())? {
        return Ok(());
    }
    Err(Failure::Refused(PasskeyRefused::SignInAgain))
}

/// Begins a passkey of the actor's own.
///
/// # Errors
/// [`PasskeyRefused::SignInAgain`] for who does not show that they are the holder; [`PasskeyRefused::TooMany`].
pub(crate) fn begin_passkey(
    tx: &mut Tx<'_>,
    actor: &Actor,
    shown: &Presence,
) -> Result<Asked, Failure<PasskeyRefused>> {
    let (account, place) = (own(actor)?, actor.place);
    let known = accounts::find(tx, place, account)?.or_not_found()?;
    require_presence(tx, place, &known, shown)?;
    let session = shown.session.as_ref().ok_or(Fault::Forbidden)?;
    let passkeys = passkeys::of_account(tx, place, account)?;
    if passkeys.len() >= MOST {
        return Err(Failure::Refused(PasskeyRefused::TooMany));
    }
    let person = persons::find(tx, place, known.person)?.or_not_found()?;
    Ok(Asked {
        challenge: ask(tx, place, ChallengePurpose::Register, session)?,
        handle: user_handle(place, account),
        email: known.email.to_string(),
        name: person.name.full(),
        known: passkeys.into_iter().map(|passkey| passkey.credential).collect(),
    })
}

/// Asks a browser, known by what it holds, to sign something new.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    place: PlaceId,
    purpose: ChallengePurpose,
    bound_to: &TokenHash,
) -> Result<Challenge, Fault> {
    let challenge = Challenge::from_bytes(tx.random_bytes());
    passkeys::ask(tx, place, purpose, bound_to, &challenge)?;
    Ok(challenge)
}

/// Asks the browser of somebody whose session waits for the second factor; also which passkeys they have.
///
/// # Errors
/// [`PasskeyRefused::Late`] when the session waits no more.
pub(crate) fn ask_waiting(
    tx: &mut Tx<'_>,
    place: PlaceId,
    waiting: &TokenHash,
) -> Result<(Challenge, Vec<CredentialId>), Failure<PasskeyRefused>> {
    let session = sessions::lock_waiting(tx, place, waiting)?;
    let session = session.ok_or(Failure::Refused(PasskeyRefused::Late))?;
    let known = passkeys::of_account(tx, place, session.account)?;
    let challenge = ask(tx, place, ChallengePurpose::SecondFactor, waiting)?;
    Ok((
        challenge,
        known.into_iter().map(|passkey| passkey.credential).collect(),
    ))
}

/// What a browser was asked to sign, once.
///
/// # Errors
/// As the database says.
pub(crate) fn take_challenge(
    tx: &mut Tx<'_>,
    place: PlaceId,
    purpose: ChallengePurpose,
    bound_to: &TokenHash,
) -> Result<Option<Challenge>, Fault> {
    Ok(passkeys::take(tx, place, purpose, bound_to)?)
}

/// Keeps a passkey of the actor's own. Answers new recovery codes when none were left, shown this once.
///
/// # Errors
/// [`PasskeyRefused`].
pub(crate) fn add_passkey(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (party, challenge): (&RelyingParty, &Challenge),
    name: &PasskeyName,
    answer: &RegistrationAnswer,
) -> Result<Vec<String>, Failure<PasskeyRefused>> {
    let (account, place) = (own(actor)?, actor.place);
    let new = register(answer, challenge, party).map_err(refused)?;
    if passkeys::of_account(tx, place, account)?.len() >= MOST {
        return Err(Failure::Refused(PasskeyRefused::TooMany));
    }
    passkeys::insert(tx, place, account, &new, name)?;
    record(tx, actor, "account.passkey_added", actor.person)?;
    tell(tx, place, actor.person, true)?;
    if factors::codes_left(tx, place, account)? > 0 {
        return Ok(vec![]);
    }
    Ok(give_codes(tx, place, account)?)
}

/// Gives a passkey of the actor's own another name.
///
/// # Errors
/// [`Fault::NotFound`] when no passkey of theirs is that one.
pub(crate) fn rename_passkey(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Passkey>,
    name: &PasskeyName,
) -> Result<(), Fault> {
    let account = own(actor)?;
    if !passkeys::rename(tx, actor.place, account, id, name)? {
        return Err(Fault::NotFound);
    }
    record(tx, actor, "account.passkey_renamed", actor.person)
}

/// Takes a passkey of the actor's own away; every other session ends, for the device that had it may be lost.
///
/// # Errors
/// [`PasskeyRefused::SignInAgain`] for who does not show that they are the holder; [`Fault::NotFound`].
pub(crate) fn remove_passkey(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Passkey>,
    shown: &Presence,
) -> Result<(), Failure<PasskeyRefused>> {
    let (account, place) = (own(actor)?, actor.place);
    let known = accounts::find(tx, place, account)?.or_not_found()?;
    let own = passkeys::of_account(tx, place, account)?;
    if !own.iter().any(|passkey| passkey.id == id) {
        return Err(Fault::NotFound.into());
    }
    require_presence(tx, place, &known, shown)?;
    if !passkeys::remove(tx, place, account, id)? {
        return Err(Fault::NotFound.into());
    }
    without_codes_when_last(tx, place, account)?;
    sessions::revoke_others(tx, place, account, shown.session.as_ref())?;
    record(tx, actor, "account.passkey_removed", actor.person)?;
    tell(tx, place, actor.person, false)?;
    Ok(())
}

/// Lets somebody in by a passkey alone: it made sure who they are, so it stands for both factors.
///
/// # Errors
/// [`PasskeyRefused::Wrong`], whatever is wrong; [`PasskeyRefused::Copied`].
pub(crate) fn sign_in_by_passkey(
    tx: &mut Tx<'_>,
    place: PlaceId,
    asked: (&RelyingParty, &Challenge),
    answer: &AssertionAnswer,
    door: &Door,
) -> Result<Opened, Failure<PasskeyRefused>> {
    let account = use_passkey(tx, place, asked, answer, Verification::Required)?;
    Ok(open_proven(tx, place, &account, door)?)
}

/// The passkey of somebody whose session waits for the second factor: a new session begins, which opens everything.
///
/// # Errors
/// [`PasskeyRefused::Late`] when the session waits no more; as [`sign_in_by_passkey`].
pub(crate) fn prove_by_passkey(
    tx: &mut Tx<'_>,
    place: PlaceId,
    waiting: &TokenHash,
    asked: (&RelyingParty, &Challenge),
    answer: &AssertionAnswer,
) -> Result<Opened, Failure<PasskeyRefused>> {
    let session = sessions::lock_waiting(tx, place, waiting)?;
    let session = session.ok_or(Failure::Refused(PasskeyRefused::Late))?;
    let account = use_passkey(tx, place, asked, answer, Verification::Preferred)?;
    if account.id != session.account {
        return Err(refused(Wrong::Holder));
    }
    sessions::revoke(tx, place, account.id, waiting)?;
    Ok(begin_proven(tx, place, &session)?)
}

/// The account of the passkey that signed, which notes its use.
fn use_passkey(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (party, challenge): (&RelyingParty, &Challenge),
    answer: &AssertionAnswer,
    verification: Verification,
) -> Result<Account, Failure<PasskeyRefused>> {
    let credential = answer.credential().ok_or_else(|| refused(Wrong::Malformed))?;
    let passkey = passkeys::lock_by_credential(tx, place, &credential)?;
    let passkey = passkey.ok_or_else(|| refused(Wrong::Credential))?;
    let handle = user_handle(place, passkey.account);
    let used = assert(answer, &passkey, (challenge, party), &handle, verification).map_err(refused)?;
    let account = accounts::find(tx, place, passkey.account)?.or_not_found()?;
    if account.disabled_at.is_some() {
        return Err(refused(Wrong::Holder));
    }
    passkeys::note_use(tx, place, passkey.id, used)?;
    Ok(account)
}

/// Notes in the history of its holder that a passkey was refused because its counter went back.
///
/// # Errors
/// As the database says.
pub(crate) fn note_copied(tx: &mut Tx<'_>, place: PlaceId, credential: &CredentialId) -> Result<(), Fault> {
    let Some(passkey) = passkeys::lock_by_credential(tx, place, credential)? else {
        return Ok(());
    };
    let account = accounts::find(tx, place, passkey.account)?.or_not_found()?;
    let about = subject(account.person);
    activity::record(
        tx,
        &Actor::visitor(place),
        "account.passkey_refused",
        about,
        json!({}),
    )?;
    Ok(())
}

/// Writes to the holder that a passkey came or went: it may not have been them.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: Option<PersonId>,
    added: bool,
) -> Result<(), Fault> {
    let person = person.ok_or(Fault::Forbidden)?;
    ask_letter(tx, place, &Letter::Passkey { person, added })
}

/// What is wrong is for the log: whoever sent it learns that it is, and no more.
fn refused(wrong: Wrong) -> Failure<PasskeyRefused> {
    tracing::info!(?wrong, "a passkey was refused");
    Failure::Refused(if wrong == Wrong::Counter {
        PasskeyRefused::Copied
    } else {
        PasskeyRefused::Wrong
    })
}
