//! Texts of the house: published in versions, accepted by each.

use super::subject;
use crate::permissions::{MANAGE, OWN};
use crate::rules::application::ApplicationRefused;
use crate::rules::text::{HouseText, TextKind};
use crate::store::texts;
use kernel::{Actor, Id, PersonId, PlaceId};
use platform::activity;
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Publishes a text as it holds from now on. Members are asked to agree when they next come in; nobody is locked out.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn publish_text(
    tx: &mut Tx<'_>,
    actor: &Actor,
    kind: TextKind,
    body: &str,
) -> Result<Id<HouseText>, Fault> {
    actor.require(MANAGE)?;
    let current = texts::current(tx, actor.place)?;
    let before = current
        .iter()
        .find(|text| text.kind == kind)
        .map_or(0, |text| text.version);
    let text = HouseText {
        id: tx.new_id(),
        kind,
        version: before.saturating_add(1),
        body: body.to_owned(),
        published_at: tx.now(),
    };
    texts::insert(tx, actor.place, &text, actor.account)?;
    let detail = json!({ "text": kind.code(), "version": text.version });
    let about = activity::Subject::new("house_text", text.id);
    activity::record(tx, actor, "house_text.published", about, detail)?;
    Ok(text.id)
}

/// The actor agrees to a text, which must be the one in force.
///
/// # Errors
/// [`ApplicationRefused::TextChanged`] when another version holds by now.
pub fn accept_text(
    tx: &mut Tx<'_>,
    actor: &Actor,
    text: Id<HouseText>,
) -> Result<(), Failure<ApplicationRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let known = texts::find(tx, actor.place, text)?.or_not_found()?;
    let current = texts::current(tx, actor.place)?;
    if !current.iter().any(|one| one.id == text) {
        return Err(Failure::Refused(ApplicationRefused::TextChanged));
    }
    let now = tx.now();
    texts::accept(tx, actor.place, text, person, now)?;
    let detail = json!({ "text": known.kind.code(), "version": known.version });
    activity::record(tx, actor, "house_text.accepted", subject(person), detail)?;
    Ok(())
}

/// The texts in force, the house rules first.
///
/// # Errors
/// As the database says.
pub fn texts_in_force(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<HouseText>, DatabaseError> {
    texts::current(tx, place)
}

/// The texts in force to which a person has not agreed.
///
/// # Errors
/// As the database says.
pub fn to_accept(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<HouseText>, DatabaseError> {
    let accepted = texts::accepted(tx, place, person)?;
    let mut current = texts::current(tx, place)?;
    current.retain(|text| !accepted.iter().any(|(id, _)| *id == text.id));
    Ok(current)
}
