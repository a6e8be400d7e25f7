//! Making keys and taking them back.

use crate::permissions::{MANAGE, OWN};
use crate::rules::token::{NewToken, Token, TokenRefused, check, ending_of, hash_of};
use crate::store::tokens;
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Makes a key for the actor themselves: it may what they may, within its scopes. `secret` is 256 fresh random bits as
/// [`secret`](crate::rules::token::secret) writes them; only its hash is kept.
///
/// # Errors
/// [`TokenRefused`]; [`Fault::Forbidden`].
pub fn make_token(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewToken,
    secret: &str,
) -> Result<Id<Token>, Failure<TokenRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let now = tx.now();
    let known = tokens::of_person(tx, actor.place, person)?;
    let open = known.iter().filter(|token| token.is_open_at(now)).count();
    check(new, open).map_err(Failure::Refused)?;
    let hash = hash_of(secret).ok_or_else(|| Fault::internal("a secret that is none"))?;
    let token = Token {
        id: tx.new_id(),
        person,
        name: new.name.trim().to_owned(),
        ending: ending_of(secret),
        scopes: new.scopes.clone(),
        created_at: now,
        expires_at: now.plus_minutes(new.days * 24 * 60),
        last_used_at: None,
        revoked_at: None,
    };
    tokens::insert(tx, actor.place, &token, &hash)?;
    record(tx, actor, "api_token.made", &token)?;
    Ok(token.id)
}

/// Takes a key back at once: its maker, or who runs the place.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such key, or it is somebody else's.
pub fn revoke_token(tx: &mut Tx<'_>, actor: &Actor, id: Id<Token>) -> Result<(), Fault> {
    let token = tokens::lock(tx, actor.place, id)?.or_not_found()?;
    let own = actor.is(token.person) && actor.may(OWN);
    if !own && !actor.may(MANAGE) {
        return Err(Fault::NotFound);
    }
    if tokens::revoke(tx, actor.place, id, actor.person)? {
        record(tx, actor, "api_token.revoked", &token)?;
    }
    Ok(())
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, token: &Token) -> Result<(), Fault> {
    let subject = Subject::new("api_token", token.id);
    activity::record(tx, actor, verb, subject, json!({ "name": token.name }))?;
    Ok(())
}
