//! From the cookie of a browser to the person behind it: one query for each request.

use crate::actions;
use crate::rules::access::SECONDS_BETWEEN_NOTES;
use crate::rules::token::TokenHash;
use crate::rules::{hats, role};
use crate::store::sessions;
use kernel::PlaceId;
use platform::database::Tx;
use platform::web::{NoteUse, SignedIn};
use platform::{Fault, place};

/// Who the session of a cookie belongs to, with the roles held today; nobody when it is over, revoked, or its account
/// closed. A hat that no role goes with any more is taken off.
///
/// # Errors
/// As the database says.
pub fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(hash) = TokenHash::of(token) else {
        return Ok(None);
    };
    let Some(known) = sessions::known(tx, place, &hash)? else {
        return Ok(None);
    };
    let zone = place::get(tx, place)?.zone;
    let roles = role::roles_on(known.grants, tx.today(&zone));
    let roles = actions::that_count(tx, place, known.account, roles)?;
    let hat = if hats::may_wear(&roles, known.hat) {
        known.hat
    } else {
        hats::first(&roles)
    };
    let stale = tx.now().since(known.seen_at).seconds() >= SECONDS_BETWEEN_NOTES;
    let note_use: Option<NoteUse> = if stale { Some(note_use) } else { None };
    Ok(Some(SignedIn {
        account: known.account,
        person: known.person,
        name: known.name.full(),
        roles,
        hat,
        // The language is the cookie's, set from the person's at each sign-in and by the switch of every page.
        language: None,
        note_use,
    }))
}

fn note_use(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<(), Fault> {
    match TokenHash::of(token) {
        Some(hash) => actions::note_use(tx, place, &hash),
        None => Ok(()),
    }
}

/// The first page of somebody signed in.
pub(crate) fn home_of(who: &SignedIn) -> &'static str {
    hats::home(who.hat)
}
