//! Writing to a member without knowing their address.

use super::{seen, today, viewer};
use crate::letters::{self, Letter};
use crate::permissions::READ;
use crate::rules::card::{CardRefused, Viewer};
use kernel::{Actor, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Sends a letter of the actor to somebody whose card they may see. The address of the reader stays with the house; the
/// writer's goes with the letter, so that it can be answered. The log says that a letter was written, never what it says.
///
/// # Errors
/// [`CardRefused`]; [`Fault::NotFound`] when the card is not for the actor.
pub fn write_to(
    tx: &mut Tx<'_>,
    actor: &Actor,
    to: PersonId,
    text: &str,
) -> Result<(), Failure<CardRefused>> {
    actor.require(READ)?;
    let from = actor.person.ok_or(Fault::Forbidden)?;
    let today = today(tx, actor)?;
    if viewer(tx, actor, today)? == Viewer::Outsider {
        return Err(Fault::Forbidden.into());
    }
    let refused = |why| Err(Failure::Refused(why));
    if from == to {
        return refused(CardRefused::Oneself);
    }
    let card = seen(tx, actor.place, to, Viewer::Insider, today)?.or_not_found()?;
    let reader = people::person(tx, actor.place, to)?.or_not_found()?;
    if !card.letters || reader.email.is_none() {
        return refused(CardRefused::NoLetters);
    }
    let writer = people::person(tx, actor.place, from)?.or_not_found()?;
    if writer.email.is_none() {
        return refused(CardRefused::NoAddress);
    }
    let letter = Letter::Note {
        from,
        to,
        text: text.to_owned(),
    };
    letters::ask(tx, actor, &letter)?;
    activity::record(
        tx,
        actor,
        "card.written_to",
        Subject::new("person", to),
        json!({}),
    )?;
    Ok(())
}
