//! People with whom nothing happens any more: announced a month before, then erased, unless something happens or the place keeps them.
//!
//! What happened is read off the declarations: any row about somebody with a date. Letters that the place sends and lines of its log
//! do not count. Who is a member, of the team, or has anything open is never announced.

use super::erase::forget;
use super::{every_record, subject, today};
use crate::permissions::WRITE;
use crate::personal::{INACTIVE, INACTIVE_MONTHS, INACTIVE_TABLE};
use crate::rules::retention::{limit, months_on};
use crate::store::inactive::{self, Inactive};
use crate::store::retention;
use kernel::{Actor, Day, MinuteOfDay, PersonId, PlaceId};
use platform::database::{DatedColumns, Tx};
use platform::personal::{Declarations, Held, Limit};
use platform::{Catalogue, Fault, OrNotFound, activity, place};
use serde_json::json;
use std::collections::BTreeSet;

/// Days between the announcement and the erasure.
const NOTICE_DAYS: i64 = 30;
/// How many are announced, and how many erased, in one night.
const MOST_A_NIGHT: usize = 100;

/// The day and the moment since which something must have happened, counted from a day.
fn since(tx: &mut Tx<'_>, here: PlaceId, from: Day) -> Result<Limit, Fault> {
    let zone = place::get(tx, here)?.zone;
    let rules = retention::rules(tx, here)?;
    let decided = rules.get(INACTIVE).map(Vec::as_slice).unwrap_or_default();
    let day = limit(from, months_on(&INACTIVE_MONTHS, decided, from));
    let moment = zone.instant(day, MinuteOfDay::MIDNIGHT);
    Ok(Limit { moment, day })
}

/// The tables whose rows tell that something happened.
fn traces(declarations: &Declarations) -> impl Iterator<Item = &'static Held> {
    declarations
        .holdings()
        .filter(|holding| !holding.name.starts_with("shell-holding-"))
        .flat_map(|holding| holding.tables)
        .filter(|held| held.table != INACTIVE_TABLE)
}

fn is_quiet(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    dates: &DatedColumns,
    (person, since): (PersonId, Limit),
) -> Result<bool, Fault> {
    if !declarations.matters(tx, place, person)?.is_empty() {
        return Ok(false);
    }
    for record in every_record(tx, place, person)? {
        for held in traces(declarations) {
            if tx.is_dated_since(held, place, &record, dates, since)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Who is to be announced, with the day of their erasure. Writes nothing.
pub(crate) fn found(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
) -> Result<(Vec<PersonId>, Day), Fault> {
    let due = today(tx, place)?.plus_days(NOTICE_DAYS);
    let since = since(tx, place, due)?;
    let dates = tx.dated_columns()?;
    let known = people::known_without_tie(tx, place, since.moment)?;
    let mut quiet: BTreeSet<PersonId> = known.into_iter().collect();
    for announced in inactive::all(tx, place)? {
        quiet.remove(&announced.person);
    }
    for held in traces(declarations) {
        for person in tx.dated_since(held, place, &dates, since)? {
            quiet.remove(&person);
        }
    }
    let mut all = Vec::new();
    for person in quiet {
        if all.len() == MOST_A_NIGHT {
            break;
        }
        if is_quiet(tx, place, declarations, &dates, (person, since))? {
            all.push(person);
        }
    }
    Ok((all, due))
}

/// Announces them.
pub(crate) fn announce(tx: &mut Tx<'_>, place: PlaceId, who: &[PersonId], due: Day) -> Result<(), Fault> {
    for person in who {
        inactive::announce(tx, place, *person, due)?;
    }
    Ok(())
}

/// Erases those whose day has come and with whom nothing happened since; the others are no longer announced. How many went.
pub(crate) fn erase_due(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    messages: &Catalogue,
) -> Result<u64, Fault> {
    let today = today(tx, place)?;
    let since = since(tx, place, today)?;
    let dates = tx.dated_columns()?;
    let system = Actor::system(place);
    let due = inactive::all(tx, place)?.into_iter();
    let due = due.filter(|one| one.due <= today && one.kept.is_none());
    let mut erased = 0_u64;
    for Inactive { person, .. } in due.take(MOST_A_NIGHT) {
        inactive::forget(tx, place, person)?;
        let known = people::known_without_tie(tx, place, since.moment)?;
        if known.binary_search(&person).is_err()
            || !is_quiet(tx, place, declarations, &dates, (person, since))?
        {
            continue;
        }
        forget(tx, place, declarations, messages, person)?;
        activity::record(tx, &system, "person.forgotten", subject(person), json!({}))?;
        erased = erased.saturating_add(1);
    }
    Ok(erased)
}

/// The place keeps somebody who is announced, for as long again as the rule says.
///
/// # Errors
/// [`Fault::NotFound`] when they are not announced, or kept already.
pub fn keep_inactive(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<(), Fault> {
    actor.require(WRITE)?;
    let today = today(tx, actor.place)?;
    inactive::keep(tx, actor.place, person, today, actor.account)?
        .then_some(())
        .or_not_found()?;
    activity::record(tx, actor, "person.kept", subject(person), json!({}))?;
    Ok(())
}
