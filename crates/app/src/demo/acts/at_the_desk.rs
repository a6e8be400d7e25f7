//! The front desk: checking in, putting mistakes right, seeing people leave.

use super::coming_and_going::{described, sell_pass};
use super::desk;
use crate::demo::cast::Part as Role;
use crate::demo::known::Known;
use crate::demo::story::Story;
use crate::demo::visits::{Stay, Visit};
use kernel::Actor;
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::{CheckedIn, NewCheckIn, Part, Welcome};

/// Checks somebody in. Whoever holds no pass yet buys one first; whoever owes units buys one now, if they are that kind.
pub(super) fn check_in(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &mut Known,
    number: usize,
) -> Result<(), Fault> {
    let visit = visit(story, number)?;
    let desk = desk(tx, story, known)?;
    let one = story.cast.get(visit.who)?;
    let part = match visit.stay {
        Stay::Morning => Part::Morning,
        Stay::Afternoon => Part::Afternoon,
        Stay::Day => Part::Day,
    };
    if one.part == Role::Visitor {
        let done = spaces::walk_in(tx, &desk, described(one, None), part, Welcome::Trial);
        known
            .check_ins
            .insert(number, done.map_err(Failure::unexpected)?.check_in);
        return Ok(());
    }
    let person = known.person(visit.who)?;
    let on_passes = one.part == Role::Nomad;
    if on_passes && offers::lots_of(tx, known.place, person)?.is_empty() {
        sell_pass(tx, &desk, story, known, visit.who)?;
    }
    let new = NewCheckIn {
        person,
        part,
        welcome: None,
    };
    let done = spaces::check_in(tx, &desk, new).map_err(Failure::unexpected)?;
    known.check_ins.insert(number, done.check_in);
    settle(tx, &desk, story, known, (visit, &done))
}

fn settle(
    tx: &mut Tx<'_>,
    desk: &Actor,
    story: &Story,
    known: &Known,
    (visit, done): (&Visit, &CheckedIn),
) -> Result<(), Fault> {
    let owes = done.used.as_ref().is_some_and(|used| used.left.debt > 0);
    if owes && visit.buys {
        sell_pass(tx, desk, story, known, visit.who)
    } else {
        Ok(())
    }
}

/// Undoes a check-in.
pub(super) fn undo(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let desk = desk(tx, story, known)?;
    spaces::undo_check_in(tx, &desk, known.check_in(number)?).map_err(Failure::unexpected)?;
    Ok(())
}

/// Turns a morning into a day.
pub(super) fn widen(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let (visit, desk) = (visit(story, number)?, desk(tx, story, known)?);
    let done = spaces::widen_to_day(tx, &desk, known.check_in(number)?).map_err(Failure::unexpected)?;
    settle(tx, &desk, story, known, (visit, &done))
}

/// Notes that somebody has left.
pub(super) fn go_home(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let desk = desk(tx, story, known)?;
    spaces::leave(tx, &desk, known.check_in(number)?).map_err(Failure::unexpected)
}

fn visit(story: &Story, number: usize) -> Result<&Visit, Fault> {
    story
        .visits
        .get(number)
        .ok_or_else(|| Fault::internal("no visit of that number"))
}
