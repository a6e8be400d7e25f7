//! Shifts of volunteers, notes, and what is ticked when the place opens and closes.

use super::present;
use crate::demo::acts::desk;
use crate::demo::known::Known;
use crate::demo::story::Story;
use kernel::{Day, MinuteOfDay, Role, Weekday};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use stewardship::{Moment, NewShift};

/// The director writes down the shifts of the week, what they give, and both checklists.
pub(super) fn list(tx: &mut Tx<'_>, story: &Story, known: &mut Known) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    stewardship::set_duty_offer(tx, &director, known.offers()?.pass)?;
    let today = tx.today(&story.year.zone);
    for turn in &story.chores.shifts {
        let new = NewShift {
            weekday: Weekday::parse(&turn.weekday).map_err(Fault::internal)?,
            from: MinuteOfDay::parse(&turn.from).map_err(Fault::internal)?,
            until: MinuteOfDay::parse(&turn.until).map_err(Fault::internal)?,
            wanted: turn.wanted,
            label: turn.label.clone(),
            units: turn.units,
            from_day: today,
            until_day: None,
        };
        let id = stewardship::create_shift(tx, &director, new).map_err(Failure::unexpected)?;
        known.shifts.push(id);
    }
    for check in &story.chores.checks {
        let moment = Moment::parse(&check.moment).map_err(Fault::internal)?;
        let id = stewardship::add_checklist_line(tx, &director, moment, check.body.clone())?;
        known.checks.push((moment, id));
    }
    Ok(())
}

/// A shift, a day, and the turn of whoever takes it.
type Turn = (usize, Day, usize);

/// Somebody takes a shift; who left or is no member that day does not.
pub(super) fn take(tx: &mut Tx<'_>, story: &Story, known: &mut Known, turn: Turn) -> Result<(), Fault> {
    let shift = *known.shifts.get(turn.0).or_not_found()?;
    let name = story.chores.shifts.get(turn.0).and_then(|of| of.who(turn.2));
    let Some(person) = name.and_then(|name| present(story, known, name)) else {
        return Ok(());
    };
    let actor = desk(tx, story, known)?;
    if people::is_member_on(tx, actor.place, person, turn.1)? {
        let id = stewardship::take_duty(tx, &actor, shift, turn.1, person).map_err(Failure::unexpected)?;
        known.duties.insert(turn, id);
    }
    Ok(())
}

/// The desk notes that they came; one in eight did not.
pub(super) fn settle(tx: &mut Tx<'_>, story: &Story, known: &Known, turn: Turn) -> Result<(), Fault> {
    let Some(id) = known.duties.get(&turn) else {
        return Ok(());
    };
    let actor = desk(tx, story, known)?;
    let came = i64::from(turn.1.day()) % 8 != 5;
    stewardship::settle_duty(tx, &actor, *id, came, "permanence tenue").map_err(Failure::unexpected)
}

/// Every line of a list is ticked; the last one of the opening waits for somebody.
pub(super) fn tick(tx: &mut Tx<'_>, story: &Story, known: &Known, moment: Moment) -> Result<(), Fault> {
    let actor = desk(tx, story, known)?;
    let open = tx.today(&story.year.zone) == story.year.today();
    let lines: Vec<_> = known.checks.iter().filter(|(of, _)| *of == moment).collect();
    let ticked = if open {
        lines.len().saturating_sub(1)
    } else {
        lines.len()
    };
    for (_, id) in lines.into_iter().take(ticked) {
        stewardship::tick_checklist_line(tx, &actor, *id, true).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// Whoever leaves writes a note.
pub(super) fn leave_note(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &mut Known,
    number: usize,
) -> Result<(), Fault> {
    let note = story.chores.notes.get(number).or_not_found()?;
    let actor = desk(tx, story, known)?;
    let id = stewardship::leave_note(tx, &actor, note.body.clone())?;
    known.notes.insert(number, id);
    Ok(())
}

/// Whoever comes next reads it.
pub(super) fn read_note(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let id = *known.notes.get(&number).or_not_found()?;
    let actor = desk(tx, story, known)?;
    stewardship::mark_note(tx, &actor, id).map_err(Failure::unexpected)
}
