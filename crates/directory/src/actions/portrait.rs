//! The photograph of one's own card: one, for whom one chooses, and gone when one says so.

use super::{own, seen, today, viewer};
use crate::rules::card::{Seen, Viewer, Visibility};
use crate::store::portraits;
use kernel::{Actor, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::photos::{self, Photo, PhotoRefused, Prepared};
use platform::{Failure, Fault};
use serde_json::json;
use std::collections::BTreeMap;

/// What the photograph of a card is of: who is erased loses it.
const fn subject(person: PersonId) -> Subject {
    Subject::new("person", person)
}

/// Keeps the photograph of the actor's own card in the place of the one before, and who may see it. Without a new one, only that.
///
/// # Errors
/// [`PhotoRefused`]; [`Fault::Forbidden`] for who is not signed in.
pub fn keep_portrait(
    tx: &mut Tx<'_>,
    actor: &Actor,
    prepared: Option<(&str, &Prepared)>,
    seen_by: Visibility,
) -> Result<(), Failure<PhotoRefused>> {
    let person = own(actor)?;
    if let Some((alternative, prepared)) = prepared {
        photos::drop_all(tx, actor.place, subject(person))?;
        photos::add(tx, actor, subject(person), alternative, prepared)?;
    }
    portraits::keep(tx, actor.place, person, seen_by)?;
    let detail = json!({ "for": seen_by.code() });
    activity::record(tx, actor, "card.kept", Subject::new("person", person), detail)?;
    Ok(())
}

/// Removes the photograph of the actor's own card for good.
///
/// # Errors
/// [`Fault::Forbidden`] for who is not signed in.
pub fn remove_portrait(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Fault> {
    let person = own(actor)?;
    photos::drop_all(tx, actor.place, subject(person))
}

/// One's own photograph, and for whom it is.
pub(crate) fn own_portrait(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<(Option<Photo>, Visibility), Fault> {
    let photo = photos::of(tx, place, subject(person))?.into_iter().next();
    Ok((photo, portraits::of(tx, place, person)?))
}

/// The photographs that a viewer may see of these cards, which they may see.
pub(crate) fn portraits_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    viewer: Viewer,
    cards: &[&Seen],
) -> Result<BTreeMap<PersonId, Photo>, Fault> {
    let shown = portraits::all(tx, place)?;
    let persons: Vec<PersonId> = cards
        .iter()
        .map(|card| card.person)
        .filter(|person| shown.get(person).is_some_and(|seen_by| viewer.sees(*seen_by)))
        .collect();
    let photos = photos::first_of(tx, place, "person", &persons)?;
    Ok(photos
        .into_iter()
        .map(|(person, photo)| (PersonId::from_i64(person), photo))
        .collect())
}

/// The bytes of the photograph of somebody, if the actor may see their card and it; one's own always.
pub(crate) fn portrait_file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    name: &str,
) -> Result<Option<Vec<u8>>, Fault> {
    if !actor.is(person) {
        let today = today(tx, actor)?;
        let viewer = viewer(tx, actor, today)?;
        let card = seen(tx, actor.place, person, viewer, today)?;
        if card.is_none() || !viewer.sees(portraits::of(tx, actor.place, person)?) {
            return Ok(None);
        }
    }
    Ok(photos::file(tx, actor.place, subject(person), name)?)
}
