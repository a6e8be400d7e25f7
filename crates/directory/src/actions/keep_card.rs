//! Keeping one's own card.

use super::own;
use crate::rules::card::{Card, Shown};
use crate::store::cards;
use kernel::Actor;
use platform::Fault;
use platform::activity::{self, Subject};
use platform::database::Tx;
use serde_json::json;

/// What somebody tells of themselves, read and found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCard {
    /// What they do, in a few words.
    pub trade: String,
    /// What they are good at.
    pub skills: Vec<String>,
    /// Where more is to be read.
    pub links: Vec<String>,
    /// What they offer.
    pub offers: String,
    /// What they need.
    pub needs: String,
    /// Who sees which part.
    pub shown: Shown,
    /// Whether members may write to them.
    pub letters: bool,
}

/// Keeps the actor's own card. The log says that it was kept and who may see it, never what it says.
///
/// # Errors
/// [`Fault::Forbidden`] for who is not signed in.
pub fn keep_card(tx: &mut Tx<'_>, actor: &Actor, new: NewCard) -> Result<(), Fault> {
    let person = own(actor)?;
    let card = Card {
        person,
        trade: new.trade,
        skills: new.skills,
        links: new.links,
        offers: new.offers,
        needs: new.needs,
        shown: new.shown,
        letters: new.letters,
        kept_at: tx.now(),
    };
    cards::keep(tx, actor.place, &card)?;
    let detail = json!({ "for": card.shown.card.code() });
    activity::record(tx, actor, "card.kept", Subject::new("person", person), detail)?;
    Ok(())
}
