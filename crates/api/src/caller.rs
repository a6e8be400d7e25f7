//! Who calls: a key, with what its maker may do now.

use crate::rules::scope::Scope;
use crate::rules::token::{Token, hash_of};
use crate::store::tokens;
use crate::trouble::Trouble;
use kernel::{Actor, Id};
use platform::database::Tx;
use platform::permissions_of;
use platform::place::Place;
use platform::web::{RateLimit, Tally, Visit, count};
use std::collections::BTreeSet;

/// The setting that says how many calls one key may make in a minute; six hundred while it is not set.
pub const CALLS_SETTING: &str = "api_calls_a_minute";

/// Calls of one key in a minute while the place says nothing else.
const USUAL_CALLS: i64 = 600;

/// Seconds after which the use of a key is noted again.
const SECONDS_BETWEEN_NOTES: i64 = 60;

/// Who calls.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) actor: Actor,
    pub(crate) token: Id<Token>,
    pub(crate) scopes: BTreeSet<Scope>,
    pub(crate) place: Place,
    /// The address that links in letters begin with.
    pub(crate) base_url: String,
    /// How often the key may call.
    pub(crate) limit: RateLimit,
}

/// The secret that a request carries. Cookies are not looked at: a browser that is made to call us brings nothing.
pub(crate) fn bearer(headers: &axum::http::HeaderMap) -> Option<&str> {
    let line = headers.get(axum::http::header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, secret) = line.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

/// Who the secret lets in, after counting the call.
pub(crate) async fn admit(visit: &Visit, secret: &str) -> Result<(Caller, Tally), Trouble> {
    let hash = hash_of(secret).ok_or(Trouble::Unauthorized)?;
    let (place, app) = (visit.place.clone(), visit.app.clone());
    let known = visit
        .app
        .db
        .read(move |tx| known(tx, &place, &hash, &app))
        .await?;
    let (caller, stale) = known.ok_or(Trouble::Unauthorized)?;
    let (place, token, limit) = (caller.place.id, caller.token, caller.limit);
    let tally = visit
        .app
        .db
        .write(move |tx| {
            if stale {
                tokens::note_use(tx, place, token)?;
            }
            count(tx, place, &format!("api:{token}"), limit).map_err(Trouble::from)
        })
        .await?;
    Ok((caller, tally))
}

/// The caller behind a hash, and whether the use of the key was not noted for a while.
fn known(
    tx: &mut Tx<'_>,
    place: &Place,
    hash: &str,
    app: &platform::web::App,
) -> Result<Option<(Caller, bool)>, Trouble> {
    let now = tx.now();
    let Some(token) = tokens::by_hash(tx, place.id, hash)?.filter(|token| token.is_open_at(now)) else {
        return Ok(None);
    };
    let Some((account, roles)) = people::standing(tx, place.id, token.person)? else {
        return Ok(None);
    };
    let permissions = permissions_of(&roles, &app.grants);
    let stale = token
        .last_used_at
        .is_none_or(|last| now.since(last).seconds() >= SECONDS_BETWEEN_NOTES);
    let caller = Caller {
        actor: Actor::person(place.id, account, token.person, roles, permissions),
        token: token.id,
        scopes: token.scopes,
        place: place.clone(),
        base_url: app.settings.base_url.clone(),
        limit: limit(tx, place)?,
    };
    Ok(Some((caller, stale)))
}

fn limit(tx: &mut Tx<'_>, place: &Place) -> Result<RateLimit, Trouble> {
    let set = platform::place::setting(tx, place.id, CALLS_SETTING)?;
    let calls = set.and_then(|text| text.parse().ok()).unwrap_or(USUAL_CALLS);
    Ok(RateLimit {
        tries: calls.clamp(1, 1_000_000),
        seconds: 60,
    })
}
