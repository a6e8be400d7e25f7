//! Following one's own moments from a calendar program.

use crate::permissions::OWN;
use crate::store::feeds;
use kernel::Actor;
use people::TokenHash;
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::Tx;
use serde_json::json;

/// Makes an address whose secret has this hash; the one there was before is worth nothing any more.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn follow(tx: &mut Tx<'_>, actor: &Actor, secret: &TokenHash) -> Result<(), Fault> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    feeds::keep(tx, actor.place, person, secret)?;
    let subject = Subject::new("person", person);
    activity::record(tx, actor, "agenda.followed", subject, json!({}))?;
    Ok(())
}

/// Takes the address back.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn unfollow(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Fault> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if !feeds::end(tx, actor.place, person)? {
        return Err(Fault::NotFound);
    }
    let subject = Subject::new("person", person);
    activity::record(tx, actor, "agenda.unfollowed", subject, json!({}))?;
    Ok(())
}
