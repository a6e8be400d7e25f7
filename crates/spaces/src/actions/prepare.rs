//! Saying what is to be prepared for a booking that was made: its layout, words for the desk.

use super::book::{holder_of, zone_of};
use super::plan::{Demand, free};
use super::{Refused, hold_both, keep, lay_out, may_change, refused};
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::availability::{Buffers, Occupation};
use crate::rules::booking::{Booking, BookingId, SlotRefused};
use crate::rules::layout::{self, LayoutId, Setup};
use crate::rules::resource::Resource;
use crate::store::layouts;
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
}

/// Whether the preparation of a booking may still be changed: until it begins, by the team until it ends.
pub(crate) fn may_prepare(actor: &Actor, booking: &Booking, now: Instant) -> bool {
    let running = booking.is_running_at(now) && actor.may(BOOK_FOR_OTHERS);
    may_change(actor, booking).is_ok() && (booking.is_open_at(now) || running)
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
    if !may_prepare(actor, &booking, tx.now()) {
        return Err(refused(SlotRefused::NotOpen));
    }
    let note = layout::note(&asked.note).ok_or_else(|| refused(SlotRefused::Note))?;
    let before = layouts::setup(tx, actor.place, id)?.unwrap_or_default();
    if asked.layout != before.layout {
        booking.occupation = around(tx, actor, resource, &booking, asked.layout)?;
    }
    let after = Setup {
        layout: asked.layout,
        note,
        ..before.clone()
    };
    if after == before {
        return Ok(booking);
    }
    let after = Setup {
        done_at: None,
        done_by: None,
        ..after
    };
    layouts::keep_setup(tx, actor.place, id, &after)?;
    keep(tx, actor, booking, "booking.prepared")
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
