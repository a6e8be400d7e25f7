//! Keeping one's own card.

use super::own;
use crate::rules::card::{Card, Shown, Told};
use crate::store::cards;
use kernel::Actor;
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::Tx;
use serde_json::json;

/// Keeps the actor's own card. The log says that it was kept and who may see it, never what it says.
///
/// # Errors
/// [`Fault::Forbidden`] for who is not signed in.
pub fn keep_card(
    tx: &mut Tx<'_>,
    actor: &Actor,
    told: Told,
    shown: Shown,
    letters: bool,
) -> Result<(), Fault> {
    let person = own(actor)?;
    let card = Card {
        person,
        told,
        shown,
        letters,
    };
    cards::keep(tx, actor.place, &card)?;
    let detail = json!({ "for": card.shown.card.code() });
    activity::record(tx, actor, "card.kept", Subject::new("person", person), detail)?;
    Ok(())
}
