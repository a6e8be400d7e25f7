//! Opening and closing accounts.

use super::{another_administrator, is_of_the_team, links, locked, roles, subject, today};
use crate::permissions::{ROLES, WRITE};
use crate::rules::access::{Account, AccountRefusal};
use crate::rules::role::RoleRefusal;
use crate::store::{accounts, links as link_store, sessions};
use kernel::{AccountId, Actor, PersonId, Role};
use platform::database::Tx;
use platform::{Failure, OrNotFound, OrRefused, activity};
use serde_json::json;

/// Opens an account for a person, who then holds the role of a member: their own space. Without a password they come in
/// by links sent by mail. Handing a password in takes the right to give roles.
///
/// # Errors
/// [`AccountRefusal`] when the person has no address or has an account already, or belongs to the team and the actor
/// may not give roles.
pub fn create_account(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    password_hash: Option<&str>,
) -> Result<AccountId, Failure<AccountRefusal>> {
    actor.require(if password_hash.is_some() { ROLES } else { WRITE })?;
    refuse_protected(tx, actor, person)?;
    open(tx, actor, person, password_hash)
}

pub(super) fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    password_hash: Option<&str>,
) -> Result<AccountId, Failure<AccountRefusal>> {
    let place = actor.place;
    let known = locked(tx, place, person)?;
    let email = known.email.ok_or(Failure::Refused(AccountRefusal::NoEmail))?;
    if accounts::find_by_person(tx, place, person)?.is_some() {
        return Err(Failure::Refused(AccountRefusal::AlreadyExists));
    }
    let id = accounts::insert(tx, place, person, &email, password_hash)
        .or_refused("account_email_unique", AccountRefusal::EmailTaken)?;
    let today = today(tx, place)?;
    match roles::give(tx, actor, person, Role::Member, (today, None)) {
        Ok(()) | Err(Failure::Refused(RoleRefusal::AlreadyHeld)) => {}
        Err(failure) => return Err(failure.unexpected().into()),
    }
    activity::record(tx, actor, "account.opened", subject(person), json!({}))?;
    Ok(id)
}

/// Invites a person: opens their account when there is none, and sends a link, good for two weeks, that lets them in
/// and choose a password.
///
/// # Errors
/// As [`create_account`]; [`AccountRefusal::Disabled`] when the account is closed.
pub fn invite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
) -> Result<AccountId, Failure<AccountRefusal>> {
    actor.require(WRITE)?;
    refuse_protected(tx, actor, person)?;
    let account = match accounts::find_by_person(tx, actor.place, person)? {
        Some(account) if account.disabled_at.is_some() => {
            return Err(Failure::Refused(AccountRefusal::Disabled));
        }
        Some(account) => account.id,
        None => open(tx, actor, person, None)?,
    };
    links::ask_invitation(tx, actor, account)?;
    activity::record(tx, actor, "account.invited", subject(person), json!({}))?;
    Ok(account)
}

/// Closes an account: its sessions end at once, its links die, nobody signs in with it any more.
///
/// # Errors
/// [`AccountRefusal`] when it is closed already, belongs to the team and the actor may not give roles, or is the last
/// administrator's.
pub fn disable_account(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
) -> Result<(), Failure<AccountRefusal>> {
    let place = actor.place;
    let account = guarded(tx, actor, person)?;
    if account.disabled_at.is_some() {
        return Err(Failure::Refused(AccountRefusal::Disabled));
    }
    let administers = super::roles_held_or_coming(tx, place, person)?.contains(&Role::Administrator);
    if administers && !another_administrator(tx, place, person)? {
        return Err(Failure::Refused(AccountRefusal::LastAdministrator));
    }
    let now = tx.now();
    accounts::set_disabled(tx, place, account.id, Some(now))?;
    sessions::revoke_others(tx, place, account.id, None)?;
    link_store::spend_all(tx, place, account.id)?;
    activity::record(tx, actor, "account.closed", subject(person), json!({}))?;
    Ok(())
}

/// Opens a closed account again.
///
/// # Errors
/// [`AccountRefusal::AlreadyExists`] when it is open; [`AccountRefusal::Protected`] as for closing.
pub fn enable_account(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
) -> Result<(), Failure<AccountRefusal>> {
    let account = guarded(tx, actor, person)?;
    if account.disabled_at.is_none() {
        return Err(Failure::Refused(AccountRefusal::AlreadyExists));
    }
    accounts::set_disabled(tx, actor.place, account.id, None)?;
    activity::record(tx, actor, "account.reopened", subject(person), json!({}))?;
    Ok(())
}

/// The account of a person whom the actor may touch.
fn guarded(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Account, Failure<AccountRefusal>> {
    actor.require(WRITE)?;
    locked(tx, actor.place, person)?;
    refuse_protected(tx, actor, person)?;
    Ok(accounts::find_by_person(tx, actor.place, person)?.or_not_found()?)
}

/// The accounts of the team are an administrator's business: whoever opens one gets its rights.
fn refuse_protected(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Failure<AccountRefusal>> {
    if !actor.may(ROLES) && is_of_the_team(tx, actor.place, person)? {
        return Err(Failure::Refused(AccountRefusal::Protected));
    }
    Ok(())
}
