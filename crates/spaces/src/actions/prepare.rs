//! Saying what is to be prepared for a booking that was made: its layout, words for the desk.

use super::book::{holder_of, zone_of};
use super::cancel::fee_share;
use super::extras::{self, With};
use super::plan::{Demand, free};
use super::{Refused, hold_both, keep, lay_out, may_change, refused};
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::availability::{Buffers, Occupation};
use crate::rules::booking::{Booking, BookingId, BookingState, SlotRefused};
use crate::rules::extras::{ExtraAsked, ExtraLine};
use crate::rules::layout::{self, LayoutId, Setup};
use crate::rules::resource::Resource;
use crate::store::{extras as kept, layouts};
use kernel::{Actor, Instant};
use platform::Fault;
use platform::database::Tx;

/// What is asked of the desk for a booking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// How the room is laid out.
    pub layout: Option<LayoutId>,
    /// Words for the desk; may be empty.
    pub note: String,
    /// What is had with it; what is not named stays as it is, a count of nothing gives it up.
    pub extras: Vec<ExtraAsked>,
}

/// Whether the preparation of a booking may still be changed: until it begins or is done, by the team until it ends.
pub(crate) fn may_prepare(actor: &Actor, booking: &Booking, done: bool, now: Instant) -> bool {
    let open = if actor.may(BOOK_FOR_OTHERS) {
        booking.is_open_at(now) || booking.is_running_at(now)
    } else {
        booking.is_open_at(now) && !done
    };
    may_change(actor, booking).is_ok() && open
}

/// Changes what is prepared for a booking. What was ticked as done is to be done again.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when the time around it does not suffice for another layout, a text is too long or the
/// booking has begun; [`Fault::NotFound`].
pub fn prepare(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    asked: &Preparation,
) -> Result<Booking, Refused> {
    let (resource, mut booking) = hold_both(tx, actor, id)?;
    may_change(actor, &booking).map_err(|_| Fault::NotFound)?;
    let before = layouts::setup(tx, actor.place, id)?.unwrap_or_default();
    let lines = kept::of_booking(tx, actor.place, id)?;
    let done = before.done_at.is_some() || lines.iter().any(|line| line.done_at.is_some());
    if !may_prepare(actor, &booking, done, tx.now()) {
        return Err(refused(SlotRefused::NotOpen));
    }
    let note = layout::note(&asked.note).ok_or_else(|| refused(SlotRefused::Note))?;
    if asked.layout != before.layout {
        booking.occupation = around(tx, actor, resource, &booking, asked.layout)?;
    }
    let after = Setup {
        layout: asked.layout,
        note,
        ..before.clone()
    };
    let changed = changed_lines(tx, actor, &booking, &lines, &asked.extras)?;
    if after == before && changed.is_empty() {
        return Ok(booking);
    }
    if !changed.is_empty() {
        let zone = zone_of(tx, actor)?;
        extras::replace(tx, actor, &booking, &changed)?;
        if booking.state != BookingState::Requested {
            // The keys of the new charges name the version to come.
            booking.version += 1;
            let charged = extras::charge(tx, actor, &zone, &mut booking);
            booking.version -= 1;
            charged?;
        }
    }
    if after == before {
        return keep(tx, actor, booking, "booking.prepared");
    }
    let after = Setup {
        done_at: None,
        done_by: None,
        ..after
    };
    layouts::keep_setup(tx, actor.place, id, &after)?;
    keep(tx, actor, booking, "booking.prepared")
}

/// The lines of a booking that are asked for otherwise than they are, and new ones: what is given up late stays due in part.
fn changed_lines(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    lines: &[ExtraLine],
    asked: &[ExtraAsked],
) -> Result<Vec<ExtraLine>, Refused> {
    let holder = holder_of(booking)?;
    let with = With {
        holder: &holder,
        audience: booking.audience,
        space: booking.resource,
        hours: booking.period(),
        overriding: true,
    };
    let zone = zone_of(tx, actor)?;
    let share = if actor.may(BOOK_FOR_OTHERS) && booking.is_running_at(tx.now()) {
        kernel::Rate::ZERO
    } else {
        fee_share(tx, booking, actor)?
    };
    let mut changed = Vec::new();
    for one in asked {
        match lines.iter().find(|line| line.extra == one.extra) {
            Some(line) if line.count == one.count => {}
            Some(line) => {
                extras::may_become(tx, actor, line, (one.count, &with))?;
                changed.push(line.changed(one.count, with.hours.minutes(), share));
            }
            None => changed.extend(extras::priced(
                tx,
                actor,
                &zone,
                std::slice::from_ref(one),
                &with,
            )?),
        }
    }
    Ok(changed)
}

/// What a booking occupies with another layout, if the room is free for as long.
fn around(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: Resource,
    booking: &Booking,
    asked: Option<LayoutId>,
) -> Result<Occupation, Refused> {
    let resource = lay_out::laid_out(tx, actor, resource, asked)?;
    let zone = zone_of(tx, actor)?;
    let buffers = if booking.overridden {
        Buffers::NONE
    } else {
        resource.facts.buffers
    };
    let occupation = buffers.around(booking.period());
    let holder = holder_of(booking)?;
    let demand = Demand {
        resource: &resource,
        period: booking.period(),
        holder: &holder,
        overriding: booking.overridden,
        on_the_spot: false,
        moving: Some(booking),
        planned: &[],
        coupon: None,
    };
    free(tx, actor, &zone, &demand, occupation)?;
    Ok(occupation)
}
