//! Links sent by mail: asking for one, and using it.
//!
//! Whoever asks gets the same answer at the same speed whether the address has an account or not: asking only leaves a
//! job ([`crate::letters`]), which looks, makes the link and writes the mail.

use super::{Door, Opened, open_session, subject};
use crate::letters::{self, Letter};
use crate::rules::access::{Account, AccountRefusal, LinkPurpose};
use crate::rules::token::{Token, TokenHash};
use crate::store::{accounts, links, sessions};
use kernel::{AccountId, Actor, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, activity, jobs};
use serde_json::json;

/// Asks for a letter to be written, if there is somebody to write to.
///
/// # Errors
/// As the database says.
pub fn ask_letter(tx: &mut Tx<'_>, place: PlaceId, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, &Actor::system(place), letters::KIND, &payload, None)?;
    Ok(())
}

pub(super) fn ask_invitation(tx: &mut Tx<'_>, actor: &Actor, account: AccountId) -> Result<(), Fault> {
    let known = accounts::find(tx, actor.place, account)?.or_not_found()?;
    let letter = Letter::Access {
        purpose: LinkPurpose::Invitation,
        email: known.email,
    };
    ask_letter(tx, actor.place, &letter)
}

/// Makes a link for an account and answers its secret; older links of the account stay as they are.
pub(crate) fn issue_link(
    tx: &mut Tx<'_>,
    place: PlaceId,
    account: AccountId,
    purpose: LinkPurpose,
) -> Result<Token, Fault> {
    let token = Token::from_bytes(tx.random_bytes());
    links::insert(tx, place, &token.hash(), purpose, account)?;
    Ok(token)
}

/// Lets in whoever holds a link for it, once.
///
/// # Errors
/// [`AccountRefusal::LinkSpent`] when the link is used, too old or unknown; [`AccountRefusal::Disabled`].
pub fn sign_in_by_link(
    tx: &mut Tx<'_>,
    place: PlaceId,
    link: &TokenHash,
    door: &Door,
) -> Result<Opened, Failure<AccountRefusal>> {
    let account = spend(tx, place, link, LinkPurpose::SignIn)?;
    open_session(tx, place, &account, door)
}

/// Chooses a password with a link for it (a reset or an invitation) and lets its holder in. Every other session ends and
/// every other link dies. Without a hash, an invitation lets in and leaves the account without password.
///
/// # Errors
/// As [`sign_in_by_link`].
pub fn choose_password(
    tx: &mut Tx<'_>,
    place: PlaceId,
    link: &TokenHash,
    purpose: LinkPurpose,
    password_hash: Option<&str>,
    door: &Door,
) -> Result<Opened, Failure<AccountRefusal>> {
    let account = spend(tx, place, link, purpose)?;
    if account.disabled_at.is_some() {
        return Err(Failure::Refused(AccountRefusal::Disabled));
    }
    if let Some(hash) = password_hash {
        accounts::set_password(tx, place, account.id, hash)?;
        sessions::revoke_others(tx, place, account.id, None)?;
        links::spend_all(tx, place, account.id)?;
        let visitor = Actor::visitor(place);
        activity::record(
            tx,
            &visitor,
            "account.password_chosen",
            subject(account.person),
            json!({}),
        )?;
    }
    open_session(tx, place, &account, door)
}

fn spend(
    tx: &mut Tx<'_>,
    place: PlaceId,
    link: &TokenHash,
    purpose: LinkPurpose,
) -> Result<Account, Failure<AccountRefusal>> {
    let account =
        links::spend(tx, place, link, purpose)?.ok_or(Failure::Refused(AccountRefusal::LinkSpent))?;
    Ok(accounts::find(tx, place, account)?.or_not_found()?)
}
