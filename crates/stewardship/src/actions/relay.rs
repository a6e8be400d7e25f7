//! Notes for whoever comes next, and what is looked at when the place opens and closes.

use super::{same_words_since, today};
use crate::permissions::{MANAGE, RUN};
use crate::rules::relay::{ChecklistLine, Moment, Note, RelayRefused};
use crate::store::relay;
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Leaves a note for whoever comes next. The same words of the same person within some minutes are the note they left.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn leave_note(tx: &mut Tx<'_>, actor: &Actor, body: String) -> Result<Id<Note>, Fault> {
    actor.require(RUN)?;
    let author = actor.person.ok_or(Fault::Forbidden)?;
    let since = same_words_since(tx);
    if let Some(left) = relay::same(tx, actor.place, (author, &body), since)? {
        return Ok(left);
    }
    let note = Note {
        id: tx.new_id(),
        author,
        written_at: tx.now(),
        body,
        read: None,
    };
    relay::insert(tx, actor.place, &note)?;
    activity::record(tx, actor, "note.left", Subject::new("note", note.id), json!({}))?;
    Ok(note.id)
}

/// Marks a note as read.
///
/// # Errors
/// [`RelayRefused::Read`]; [`Fault::NotFound`] when there is none.
pub fn mark_note(tx: &mut Tx<'_>, actor: &Actor, id: Id<Note>) -> Result<(), Failure<RelayRefused>> {
    actor.require(RUN)?;
    let note = relay::lock(tx, actor.place, id)?.or_not_found()?;
    if note.read.is_some() {
        return Err(Failure::Refused(RelayRefused::Read));
    }
    relay::mark(tx, actor.place, id, actor.person)?;
    activity::record(tx, actor, "note.marked_read", Subject::new("note", id), json!({}))?;
    Ok(())
}

/// Adds a line to a checklist.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn add_checklist_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    moment: Moment,
    body: String,
) -> Result<Id<ChecklistLine>, Fault> {
    actor.require(MANAGE)?;
    let line = ChecklistLine {
        id: tx.new_id(),
        moment,
        body,
    };
    relay::insert_line(tx, actor.place, &line)?;
    let subject = Subject::new("checklist_line", line.id);
    activity::record(tx, actor, "checklist.line_added", subject, json!({}))?;
    Ok(line.id)
}

/// Takes a line off a checklist, from today on; what was ticked before stays.
///
/// # Errors
/// [`RelayRefused::Retired`]; [`Fault::NotFound`] when there is none.
pub fn retire_checklist_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<ChecklistLine>,
) -> Result<(), Failure<RelayRefused>> {
    actor.require(MANAGE)?;
    let today = today(tx, actor)?;
    if !relay::lock_line(tx, actor.place, id)?.or_not_found()? {
        return Err(Failure::Refused(RelayRefused::Retired));
    }
    relay::retire_line(tx, actor.place, id, today)?;
    let subject = Subject::new("checklist_line", id);
    activity::record(tx, actor, "checklist.line_retired", subject, json!({}))?;
    Ok(())
}

/// Ticks a line today, or takes the tick away. Ticked twice, it keeps the first tick.
///
/// # Errors
/// [`RelayRefused::Retired`]; [`Fault::NotFound`] when there is none.
pub fn tick_checklist_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<ChecklistLine>,
    ticked: bool,
) -> Result<(), Failure<RelayRefused>> {
    actor.require(RUN)?;
    let today = today(tx, actor)?;
    if !relay::lock_line(tx, actor.place, id)?.or_not_found()? {
        return Err(Failure::Refused(RelayRefused::Retired));
    }
    let subject = Subject::new("checklist_line", id);
    let detail = json!({ "day": today.to_string() });
    if ticked {
        if relay::tick(tx, actor.place, id, today, actor.person)? {
            activity::record(tx, actor, "checklist.ticked", subject, detail)?;
        }
    } else if relay::untick(tx, actor.place, id, today)? {
        activity::record(tx, actor, "checklist.unticked", subject, detail)?;
    }
    Ok(())
}
