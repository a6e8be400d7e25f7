//! The layout and the words for the desk that go with a booking: when it is made, when it moves.

use super::book::NewBooking;
use super::{Refused, refused};
use crate::rules::booking::{Booking, SlotRefused};
use crate::rules::layout::{self, Layout, LayoutId, Setup, same_there};
use crate::rules::resource::Resource;
use crate::rules::waiting::WaitingEntry;
use crate::store::layouts;
use kernel::Actor;
use platform::Fault;
use platform::database::Tx;

/// A room laid out as somebody asks for it.
pub(crate) fn laid_out(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: Resource,
    asked: Option<LayoutId>,
) -> Result<Resource, Refused> {
    let Some(asked) = asked else {
        return Ok(resource);
    };
    let known = layouts::find(tx, actor.place, asked)?;
    match known.filter(|one| one.active && one.resource == resource.id) {
        Some(layout) => Ok(resource.laid_out(Some(&layout))),
        None => Err(refused(SlotRefused::Layout)),
    }
}

/// A room laid out as who waits for it asked, even if it is offered to nobody else by now, as with a booking that was made.
pub(crate) fn wished(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: Resource,
    entry: &WaitingEntry,
) -> Result<Resource, Fault> {
    let layout = match entry.layout {
        Some(layout) => layouts::find(tx, actor.place, layout)?,
        None => None,
    };
    Ok(resource.laid_out(layout.as_ref()))
}

/// What is said with a booking for the desk, if it can be kept.
pub(crate) fn check_note(new: &NewBooking) -> Result<(), Refused> {
    layout::note(&new.note)
        .map(drop)
        .ok_or_else(|| refused(SlotRefused::Note))
}

/// Keeps what is to be prepared for a booking that was just made.
pub(crate) fn keep(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking, new: &NewBooking) -> Result<(), Fault> {
    let setup = Setup {
        layout: new.layout,
        note: layout::note(&new.note).unwrap_or_default(),
        ..Setup::default()
    };
    if setup != Setup::default() {
        layouts::keep_setup(tx, actor.place, booking.id, &setup)?;
    }
    Ok(())
}

/// The layout that a booking has, if it has one.
pub(crate) fn kept(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<Option<Layout>, Fault> {
    let setup = layouts::setup(tx, actor.place, booking.id)?;
    match setup.and_then(|setup| setup.layout) {
        Some(layout) => Ok(layouts::find(tx, actor.place, layout)?),
        None => Ok(None),
    }
}

/// The layout that a booking would have in a room: its own there, or the one of the same name.
pub(crate) fn there(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    to: &Resource,
) -> Result<Option<Layout>, Fault> {
    let Some(own) = kept(tx, actor, booking)? else {
        return Ok(None);
    };
    let known = layouts::of(tx, actor.place, to.id)?;
    Ok(same_there(&own, to.id, &known))
}

/// A booking was moved: its layout goes with it as far as the room has it, and is set up anew.
pub(crate) fn follow(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking, to: &Resource) -> Result<(), Fault> {
    let Some(setup) = layouts::setup(tx, actor.place, booking.id)? else {
        return Ok(());
    };
    let layout = there(tx, actor, booking, to)?;
    let setup = Setup {
        layout: layout.map(|layout| layout.id),
        note: setup.note,
        done_at: None,
        done_by: None,
    };
    layouts::keep_setup(tx, actor.place, booking.id, &setup)?;
    Ok(())
}
