//! Following a calendar from outside: an address with a secret is given, and taken back.

use crate::permissions::{BOOK, SEE_BOOKERS};
use crate::rules::feed::FeedScope;
use crate::store::feeds;
use kernel::{Actor, PersonId};
use people::TokenHash;
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::Tx;
use serde_json::json;

/// Makes an address whose secret has this hash. Whoever had an address for the same before has it no longer.
///
/// # Errors
/// [`Fault::Forbidden`] for who may not see what it would show.
pub fn follow(tx: &mut Tx<'_>, actor: &Actor, scope: FeedScope, secret: &TokenHash) -> Result<(), Fault> {
    let person = follower(actor, scope)?;
    feeds::end(tx, actor.place, person, scope)?;
    feeds::insert(tx, actor.place, person, scope, secret)?;
    record(tx, actor, person, "calendar.followed", scope)
}

/// Takes the address back: programs that have it are told that there is nothing.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such address.
pub fn unfollow(tx: &mut Tx<'_>, actor: &Actor, scope: FeedScope) -> Result<(), Fault> {
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if !feeds::end(tx, actor.place, person, scope)? {
        return Err(Fault::NotFound);
    }
    record(tx, actor, person, "calendar.unfollowed", scope)
}

fn follower(actor: &Actor, scope: FeedScope) -> Result<PersonId, Fault> {
    actor.require(match scope {
        FeedScope::Own => BOOK,
        FeedScope::House => SEE_BOOKERS,
    })?;
    actor.person.ok_or(Fault::Forbidden)
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    verb: &str,
    scope: FeedScope,
) -> Result<(), Fault> {
    let facts = json!({ "scope": scope.code() });
    activity::record(tx, actor, verb, Subject::new("person", person), facts)?;
    Ok(())
}
