//! What a person changes of themselves.

use super::{ask_letter, locked, persons, subject};
use crate::letters::Letter;
use crate::permissions::OWN;
use crate::rules::address::Address;
use crate::rules::name::PersonName;
use crate::rules::password::PasswordRefused;
use crate::rules::person::{NewPerson, PersonRefusal};
use crate::rules::token::TokenHash;
use crate::store::{accounts, links, sessions};
use kernel::{AccountId, Actor, Email, Locale, PersonId, Phone};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity};
use serde_json::json;

/// What a person may change of themselves without further proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDetails {
    /// How they are called.
    pub name: PersonName,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// Where they live or work.
    pub address: Address,
    /// The language of the pages and mails they get.
    pub language: Option<Locale>,
}

/// Keeps the actor's own details. Who pays for them and what the team noted stay as they are.
///
/// # Errors
/// [`Fault::Forbidden`] for who is not signed in.
pub fn update_own_details(
    tx: &mut Tx<'_>,
    actor: &Actor,
    details: OwnDetails,
) -> Result<(), Failure<PersonRefusal>> {
    let (person, _) = own(actor)?;
    let known = locked(tx, actor.place, person)?;
    let changed = NewPerson {
        name: details.name,
        phone: details.phone,
        address: details.address,
        language: details.language,
        ..NewPerson::from(known)
    };
    persons::change(tx, actor, person, changed, false)
}

/// An address that the holder of an account proved to be theirs by a link sent to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvenEmail {
    /// Whose account it was asked for.
    pub account: AccountId,
    /// The address of the account when it was asked.
    pub former: Email,
    /// The address that was proven.
    pub email: Email,
}

/// Changes the actor's own address, with which they sign in. Every other session ends, every link dies, and the former address
/// gets word of it.
///
/// # Errors
/// [`PersonRefusal::EmailTaken`]; [`PersonRefusal::EmailLinkSpent`] when it was asked for another account or the address changed
/// since.
pub fn change_own_email(
    tx: &mut Tx<'_>,
    actor: &Actor,
    proven: &ProvenEmail,
    kept: Option<&TokenHash>,
) -> Result<(), Failure<PersonRefusal>> {
    let (person, account) = own(actor)?;
    let place = actor.place;
    let before = locked(tx, place, person)?;
    let known = accounts::find(tx, place, account)?.or_not_found()?;
    if account != proven.account || known.email != proven.former {
        return Err(Failure::Refused(PersonRefusal::EmailLinkSpent));
    }
    let changed = NewPerson {
        email: Some(proven.email.clone()),
        ..NewPerson::from(before)
    };
    persons::change(tx, actor, person, changed, true)?;
    sessions::revoke_others(tx, place, account, kept)?;
    links::spend_all(tx, place, account)?;
    let word = Letter::EmailChanged {
        person,
        email: proven.former.clone(),
    };
    ask_letter(tx, place, &word)?;
    Ok(())
}

/// Changes the actor's own password. `verified_hash` is the hash that the present one was found to have; none for an
/// account that has no password yet. Every other session ends.
///
/// # Errors
/// [`PasswordRefused::Wrong`] when the present password is not the one that was verified.
pub fn change_password(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verified_hash: Option<&str>,
    new_hash: &str,
    kept: Option<&TokenHash>,
) -> Result<(), Failure<PasswordRefused>> {
    let (person, account) = own(actor)?;
    let place = actor.place;
    let known = accounts::find(tx, place, account)?.or_not_found()?;
    if known.password_hash.as_deref() != verified_hash {
        return Err(Failure::Refused(PasswordRefused::Wrong));
    }
    accounts::set_password(tx, place, account, new_hash)?;
    sessions::revoke_others(tx, place, account, kept)?;
    links::spend_all(tx, place, account)?;
    activity::record(tx, actor, "account.password_chosen", subject(person), json!({}))?;
    Ok(())
}

fn own(actor: &Actor) -> Result<(PersonId, AccountId), Fault> {
    actor.require(OWN)?;
    actor.person.zip(actor.account).ok_or(Fault::Forbidden)
}
