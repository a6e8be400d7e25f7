//! First visits: what was shown or given, by whom and when.

use super::subject;
use crate::permissions::ADMIT;
use crate::store::steps::{self, WelcomeStep};
use kernel::{Actor, Id, PersonId};
use platform::database::Tx;
use platform::{Fault, OrNotFound, activity};
use serde_json::json;

/// Ticks a step of somebody's first visit, or takes the tick back.
///
/// # Errors
/// [`Fault::NotFound`] when that person has no such step.
pub fn tick(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, step: i64, done: bool) -> Result<(), Fault> {
    actor.require(ADMIT)?;
    let id: Id<WelcomeStep> = Id::from_i64(step);
    let known = steps::of_person(tx, actor.place, person)?;
    let known = known.into_iter().find(|one| one.id == id).or_not_found()?;
    if known.done_at.is_some() == done {
        return Ok(());
    }
    let now = tx.now();
    steps::tick(tx, actor.place, person, id, done.then_some((now, actor.person)))?;
    let verb = if done { "welcome.done" } else { "welcome.undone" };
    activity::record(tx, actor, verb, subject(person), json!({ "step": known.label }))?;
    Ok(())
}
