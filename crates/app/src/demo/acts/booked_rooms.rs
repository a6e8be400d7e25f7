//! Rooms: booked, moved, given up, closed for works.

use super::coming_and_going::meet;
use super::desk;
use crate::demo::bookings::{Booked, Fate, Holder};
use crate::demo::known::Known;
use crate::demo::story::Story;
use kernel::{Actor, Days, Role};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::{Cancellation, Move, NewBooking, NewClosure};

/// Books a room, by whoever wants it or by the desk.
pub(super) fn book(tx: &mut Tx<'_>, story: &Story, known: &mut Known, number: usize) -> Result<(), Fault> {
    let booked = booked(story, number)?;
    let desk = desk(tx, story, known)?;
    let (actor, holder) = match booked.holder {
        Holder::House => (desk, spaces::Holder::House),
        Holder::Themself(who) => (
            known.actor(story, who)?,
            spaces::Holder::Person(known.person(who)?),
        ),
        Holder::ByTheDesk(who) => {
            let person = meet(tx, &desk, story, known, who)?;
            (desk, spaces::Holder::Person(person))
        }
    };
    let period = booked
        .slot
        .period(&story.year)
        .ok_or_else(|| Fault::internal("a booking of no length"))?;
    let new = NewBooking {
        title: booked.title.clone(),
        attendance: booked.attendance,
        visible: booked.visible,
        ..NewBooking::plain(known.room(booked.slot.room)?, period, holder)
    };
    let made = spaces::book(tx, &actor, &new).map_err(Failure::unexpected)?;
    known.bookings.insert(number, made.id);
    Ok(())
}

/// Gives a booking up.
pub(super) fn cancel(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let actor = holder(tx, story, known, booked(story, number)?)?;
    let wanted = Cancellation {
        fee_shown: None,
        waived: false,
    };
    spaces::cancel(tx, &actor, known.booking(number)?, wanted).map_err(Failure::unexpected)?;
    Ok(())
}

/// Moves a booking.
pub(super) fn move_on(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let booked = booked(story, number)?;
    let actor = holder(tx, story, known, booked)?;
    let Fate::Moved(_, slot) = booked.fate else {
        return Err(Fault::internal("a booking that stays is not moved"));
    };
    let period = slot
        .period(&story.year)
        .ok_or_else(|| Fault::internal("a booking of no length"))?;
    let to = Move {
        resource: known.room(slot.room)?,
        period,
        overriding: false,
        waived: false,
        price_shown: None,
    };
    spaces::move_booking(tx, &actor, known.booking(number)?, &to).map_err(Failure::unexpected)?;
    Ok(())
}

/// Notes that nobody came.
pub(super) fn note_no_show(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &Known,
    number: usize,
) -> Result<(), Fault> {
    let desk = desk(tx, story, known)?;
    spaces::note_no_show(tx, &desk, known.booking(number)?).map_err(Failure::unexpected)?;
    Ok(())
}

/// Ends a booking before its time.
pub(super) fn end_early(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let actor = holder(tx, story, known, booked(story, number)?)?;
    spaces::end_early(tx, &actor, known.booking(number)?).map_err(Failure::unexpected)?;
    Ok(())
}

/// Closes a room for works.
pub(super) fn close(tx: &mut Tx<'_>, story: &Story, known: &Known, number: usize) -> Result<(), Fault> {
    let works = story
        .bookings
        .works
        .get(number)
        .ok_or_else(|| Fault::internal("no works of that number"))?;
    let words = &story.house.closures;
    let reason = if works.first == works.last {
        &words.repair
    } else {
        &words.works
    };
    let closure = NewClosure {
        resource: Some(known.room(works.room)?),
        period: story.year.period(Days::spanning(works.first, works.last)),
        reason: reason.clone(),
    };
    spaces::block(tx, &known.holder(story, Role::ManagingDirector)?, &closure)
        .map_err(Failure::unexpected)?;
    Ok(())
}

/// Who changes a booking: those who made it.
fn holder(tx: &Tx<'_>, story: &Story, known: &Known, booked: &Booked) -> Result<Actor, Fault> {
    match booked.holder {
        Holder::Themself(who) => known.actor(story, who),
        Holder::House | Holder::ByTheDesk(_) => desk(tx, story, known),
    }
}

fn booked(story: &Story, number: usize) -> Result<&Booked, Fault> {
    story
        .bookings
        .made
        .get(number)
        .ok_or_else(|| Fault::internal("no booking of that number"))
}
