//! Coming in and going out.

use crate::permissions::OWN;
use crate::rules::access::{
    ABSOLUTE_DAYS_SETTING, Account, AccountRefusal, CODE_SECONDS, IDLE_DAYS_SETTING, SECONDS_BETWEEN_NOTES,
    Session, SessionTerms,
};
use crate::rules::role::RoleGrant;
use crate::rules::token::{Token, TokenHash};
use crate::rules::{hats, role};
use crate::store::{accounts, factors, roles, sessions};
use kernel::{AccountId, Actor, Hat, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};

/// Where somebody comes in from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The network address.
    pub address: String,
    /// What the browser says it is.
    pub agent: String,
}

/// A session just opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What the browser keeps.
    pub token: Token,
    /// For how many seconds at most.
    pub seconds: i64,
    /// The hat worn.
    pub hat: Hat,
    /// Whose.
    pub account: AccountId,
    /// Whether it waits for the second factor, and opens nothing until then.
    pub code_due: bool,
}

impl Opened {
    /// The first page after coming in.
    #[must_use]
    pub const fn home(&self) -> &'static str {
        hats::home(self.hat)
    }
}

/// Lets somebody in whose password was found right. `verified_hash` is the hash it was compared with: it must still be
/// the account's.
///
/// # Errors
/// [`AccountRefusal::Disabled`] when the account was closed or its password changed meanwhile.
pub fn sign_in_by_password(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    verified_hash: &str,
    door: &Door,
) -> Result<Opened, Failure<AccountRefusal>> {
    let known = accounts::find(tx, place, account)?.or_not_found()?;
    if known.password_hash.as_deref() != Some(verified_hash) {
        return Err(Failure::Refused(AccountRefusal::Disabled));
    }
    open_session(tx, place, &known, door)
}

/// Opens a session for an account that has just been proven, with the hat of its day's work.
///
/// # Errors
/// [`AccountRefusal::Disabled`].
pub fn open_session(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: &Account,
    door: &Door,
) -> Result<Opened, Failure<AccountRefusal>> {
    if account.disabled_at.is_some() {
        return Err(Failure::Refused(AccountRefusal::Disabled));
    }
    let hat = first_hat(tx, place, account)?;
    Ok(begin(tx, place, account.id, hat, door)?)
}

/// Opens a session for an account that was proven by both factors at once.
pub(super) fn open_proven(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: &Account,
    door: &Door,
) -> Result<Opened, Fault> {
    let hat = first_hat(tx, place, account)?;
    start(tx, place, account.id, hat, door, false)
}

fn first_hat(tx: &mut Tx<'_>, place: PlaceId, account: &Account) -> Result<Hat, Fault> {
    let today = super::today(tx, place)?;
    let given = roles::of_person(tx, place, account.person)?;
    let held = role::roles_on(given.iter().map(RoleGrant::term), today);
    let held = super::that_count(tx, place, account.id, held)?;
    Ok(hats::first(&held))
}

fn begin(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    hat: Hat,
    door: &Door,
) -> Result<Opened, Fault> {
    let code_due = factors::counts(tx, place, account)?;
    start(tx, place, account, hat, door, code_due)
}

/// Begins the session of who has typed the code that another one waited for, at the same door.
pub(super) fn begin_proven(tx: &mut Tx<'_>, place: PlaceId, waited: &Session) -> Result<Opened, Fault> {
    let door = Door {
        address: waited.address.clone(),
        agent: waited.agent.clone(),
    };
    start(tx, place, waited.account, waited.hat, &door, false)
}

fn start(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    hat: Hat,
    door: &Door,
    code_due: bool,
) -> Result<Opened, Fault> {
    let terms = terms(tx, place)?;
    let (token, now) = (Token::from_bytes(tx.random_bytes()), tx.now());
    let ends_at = if code_due {
        now.plus_seconds(CODE_SECONDS)
    } else {
        terms.end(now)
    };
    let session = Session {
        token_hash: token.hash(),
        account,
        hat,
        created_at: now,
        seen_at: now,
        expires_at: terms.expiry(now, ends_at),
        ends_at,
        address: door.address.chars().take(100).collect(),
        agent: door.agent.chars().take(300).collect(),
        code_due,
    };
    sessions::insert(tx, place, &session)?;
    Ok(Opened {
        token,
        seconds: terms.absolute_seconds,
        hat,
        account,
        code_due,
    })
}

/// Puts on another hat; the session gets a new token, with the end it had.
///
/// # Errors
/// [`Fault::Forbidden`] when no role of the actor goes with the hat; [`Fault::NotFound`] when the session is over.
pub fn wear_hat(tx: &mut Tx<'_>, actor: &Actor, token: &TokenHash, hat: Hat) -> Result<Opened, Fault> {
    if !hats::may_wear(&actor.roles, hat) {
        return Err(Fault::Forbidden);
    }
    renew(tx, actor, token, Some(hat))
}

/// Gives a session a new token, with the end it had: after its rights changed.
///
/// # Errors
/// [`Fault::NotFound`] when the session is over.
pub fn renew_session(tx: &mut Tx<'_>, actor: &Actor, token: &TokenHash) -> Result<Opened, Fault> {
    renew(tx, actor, token, None)
}

fn renew(tx: &mut Tx<'_>, actor: &Actor, token: &TokenHash, hat: Option<Hat>) -> Result<Opened, Fault> {
    let place = actor.place;
    let account = actor.account.ok_or(Fault::Forbidden)?;
    let old = sessions::lock_open(tx, place, token)?
        .filter(|session| session.account == account)
        .or_not_found()?;
    sessions::revoke(tx, place, account, token)?;
    let (fresh, now) = (Token::from_bytes(tx.random_bytes()), tx.now());
    let hat = hat.unwrap_or(old.hat);
    let seconds = old.ends_at.since(now).seconds();
    let expires_at = terms(tx, place)?.expiry(now, old.ends_at);
    sessions::insert(
        tx,
        place,
        &Session {
            token_hash: fresh.hash(),
            hat,
            seen_at: now,
            expires_at,
            ..old
        },
    )?;
    Ok(Opened {
        token: fresh,
        seconds,
        hat,
        account,
        code_due: false,
    })
}

/// Ends the session of this browser.
///
/// # Errors
/// As the database says.
pub fn sign_out(tx: &mut Tx<'_>, actor: &Actor, token: &TokenHash) -> Result<(), Fault> {
    if let Some(account) = actor.account {
        sessions::revoke(tx, actor.place, account, token)?;
    }
    Ok(())
}

/// Ends every session of the actor but the one of this browser; says how many.
///
/// # Errors
/// [`Fault::Forbidden`] for who is not signed in.
pub fn sign_out_everywhere(tx: &mut Tx<'_>, actor: &Actor, kept: Option<&TokenHash>) -> Result<u64, Fault> {
    actor.require(OWN)?;
    let account = actor.account.ok_or(Fault::Forbidden)?;
    Ok(sessions::revoke_others(tx, actor.place, account, kept)?)
}

/// Ends one of the actor's own sessions.
///
/// # Errors
/// [`Fault::NotFound`] when no open session of theirs has this hash.
pub fn revoke_session(tx: &mut Tx<'_>, actor: &Actor, session: &TokenHash) -> Result<(), Fault> {
    actor.require(OWN)?;
    let account = actor.account.ok_or(Fault::Forbidden)?;
    if sessions::revoke(tx, actor.place, account, session)? {
        Ok(())
    } else {
        Err(Fault::NotFound)
    }
}

/// Notes that a session is in use, which moves its end on; at most once in five minutes.
///
/// # Errors
/// As the database says.
pub fn note_use(tx: &mut Tx<'_>, place: PlaceId, token: &TokenHash) -> Result<(), Fault> {
    let Some(session) = sessions::lock_open(tx, place, token)? else {
        return Ok(());
    };
    let now = tx.now();
    if now.since(session.seen_at).seconds() < SECONDS_BETWEEN_NOTES {
        return Ok(());
    }
    let expires_at = terms(tx, place)?.expiry(now, session.ends_at);
    Ok(sessions::note_use(tx, place, token, now, expires_at)?)
}

fn terms(tx: &mut Tx<'_>, place: PlaceId) -> Result<SessionTerms, Fault> {
    let idle = place::setting(tx, place, IDLE_DAYS_SETTING)?;
    let absolute = place::setting(tx, place, ABSOLUTE_DAYS_SETTING)?;
    Ok(SessionTerms::from_settings(idle.as_deref(), absolute.as_deref()))
}
