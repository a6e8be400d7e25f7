//! Bringing two members together over a need.

use super::notices::record;
use super::{seen, today};
use crate::letters::{self, Letter};
use crate::permissions::ANIMATE;
use crate::rules::card::Viewer;
use crate::rules::matching::shared_skills;
use crate::rules::notice::{Notice, NoticeRefused};
use crate::store::{introductions, notices};
use kernel::{Actor, Id, PersonId};
use platform::database::Tx;
use platform::{Failure, OrNotFound, OrRefused};
use serde_json::json;

/// Writes to the author of a notice and to somebody whose skills match it, once: each learns of the other and finds their card.
///
/// # Errors
/// [`NoticeRefused`].
pub fn introduce(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Notice>,
    helper: PersonId,
) -> Result<(), Failure<NoticeRefused>> {
    actor.require(ANIMATE)?;
    let today = today(tx, actor)?;
    let notice = notices::lock(tx, actor.place, id)?.or_not_found()?;
    if !notice.is_open_on(today) {
        return Err(Failure::Refused(NoticeRefused::Closed));
    }
    let card = seen(tx, actor.place, helper, Viewer::Insider, today)?;
    let skills = card.filter(|card| card.letters && helper != notice.author);
    let skills = skills
        .map(|card| shared_skills(&notice.skills, &card))
        .unwrap_or_default();
    if skills.is_empty() {
        return Err(Failure::Refused(NoticeRefused::NoHelper));
    }
    tx.attempt(|tx| introductions::insert(tx, actor, id, helper))
        .or_refused(introductions::ONCE, NoticeRefused::Introduced)?;
    for (to, other) in [(notice.author, helper), (helper, notice.author)] {
        let letter = Letter::Introduction {
            notice: id,
            to,
            other,
            skills: skills.clone(),
        };
        letters::ask(tx, actor, &letter)?;
    }
    record(tx, actor, "notice.introduced", id, json!({ "person": helper }))?;
    Ok(())
}
