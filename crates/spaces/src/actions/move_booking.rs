//! Moving a booking to other hours or another space, in one act (RULES 12).

use super::book::{holder_of, request_expiry, zone_of};
use super::cancel::fee_share;
use super::invite::tell;
use super::plan::{Demand, Plan, plan};
use super::{Refused, charging, extras, lay_out, may_change, record, refused, save, when};
use crate::permissions::OVERRIDE;
use crate::rules::booking::{Booking, BookingId, BookingState, Price, PriceChange, SlotRefused};
use crate::rules::extras::{self as lines, ExtraLine};
use crate::rules::moving::{Agreed, Moved, moved, on_basis};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, extras as kept_lines, participants, resources};
use kernel::{Actor, Money, Name, Period, Rate, Zone};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Where a booking should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// To which space.
    pub resource: ResourceId,
    /// To which hours.
    pub period: Period,
    /// Whether to go past hours, limits and buffers.
    pub overriding: bool,
    /// Whether staff let go what moving late would keep due.
    pub waived: bool,
    /// The new price that was shown; another one is refused.
    pub price_shown: Option<Money>,
}

/// What moving would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveQuote {
    /// Where it would go.
    pub resource: Resource,
    /// What it would be.
    pub plan: Plan,
    /// What it costs before and after.
    pub price: PriceChange,
    /// Of the new price, what is kept for hours given up late.
    pub kept: Money,
    /// What giving it up afterwards would cost at least.
    pub floor: Money,
    /// The name of the layout that the other space does not have.
    pub layout_lost: Option<Name>,
}

/// What moving a booking would cost and whether it could be done now. Writes nothing.
///
/// # Errors
/// As [`move_booking`].
pub fn quote_move(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, to: &Move) -> Result<MoveQuote, Refused> {
    let booking = bookings::find(tx, actor.place, id)?.or_not_found()?;
    let zone = zone_of(tx, actor)?;
    let resource = resources::find(tx, actor.place, to.resource)?.or_not_found()?;
    let (plan, moved) = planned(tx, actor, &zone, &resource, &booking, to)?;
    let (before, after) = both_lines(tx, actor, &booking, to)?;
    let layout_lost = match lay_out::kept(tx, actor, &booking)? {
        Some(kept) if lay_out::there(tx, actor, &booking, &resource)?.is_none() => Some(kept.facts.name),
        _ => None,
    };
    let price = PriceChange {
        before: with_lines(&booking.price, &plan.price, &before),
        after: with_lines(&plan.price, &plan.price, &after),
    };
    let basis = plan.price.basis;
    let floors = |line: &ExtraLine| on_basis(basis, line.floor, &line.price);
    Ok(MoveQuote {
        resource,
        plan,
        price,
        kept: moved.kept,
        floor: moved.floor + after.iter().map(floors).sum::<Money>(),
        layout_lost,
    })
}

/// Frees the old hours and takes the new ones; the difference of price is charged or given back, but for what cancelling would
/// have cost. With the same space and length the price stays the one agreed. Where the place wants to be asked, it is asked again.
///
/// # Errors
/// [`BookingRefusal`](crate::BookingRefusal) when a rule says no, and then nothing changed; [`Fault::NotFound`].
pub fn move_booking(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, to: &Move) -> Result<Booking, Refused> {
    let zone = zone_of(tx, actor)?;
    let (resource, booking) = hold(tx, actor, id, to.resource)?;
    if let Some(person) = booking.person {
        offers::hold_relief(tx, actor.place, person)?;
    }
    let (plan, moved) = planned(tx, actor, &zone, &resource, &booking, to)?;
    let (_, extras) = both_lines(tx, actor, &booking, to)?;
    let due = with_lines(&plan.price, &plan.price, &extras);
    if !to.waived && to.price_shown.is_some_and(|shown| shown != due) {
        return Err(refused(SlotRefused::PriceChanged));
    }
    let share = if to.waived {
        Rate::ZERO
    } else {
        fee_share(tx, &booking, actor)?
    };
    let goal = Goal {
        resource: &resource,
        plan,
        floor: moved.floor,
        share,
        overriding: to.overriding,
        extras,
    };
    carry_out(tx, actor, &zone, booking, &goal)
}

/// Where a booking goes, decided.
pub(crate) struct Goal<'a> {
    pub(crate) resource: &'a Resource,
    pub(crate) plan: Plan,
    /// What giving it up costs at least from now on.
    pub(crate) floor: Money,
    /// The part of what it drew that giving it up costs from now on.
    pub(crate) share: Rate,
    pub(crate) overriding: bool,
    /// Its extras as they are there.
    pub(crate) extras: Vec<ExtraLine>,
}

/// Moves a booking that is held, with its spaces, to where it fits.
pub(crate) fn carry_out(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    mut booking: Booking,
    goal: &Goal<'_>,
) -> Result<Booking, Refused> {
    let Goal { resource, plan, .. } = goal;
    let (before, hours) = (when(zone, &booking), booking.period());
    charging::withdraw(tx, actor, &mut booking)?;
    extras::replace(tx, actor, &booking, &goal.extras)?;
    if booking.price.amount != plan.price.amount {
        charging::renew_payer(tx, actor, &mut booking)?;
    }
    booking.resource = resource.id;
    charging::redraw(
        tx,
        actor,
        zone,
        (&booking, plan.occupation),
        (plan.relief.as_ref(), goal.share),
    )?;
    booking.occupation = plan.occupation;
    booking.price = plan.price;
    booking.fee_floor = goal.floor;
    booking.overridden = goal.overriding;
    booking.overridden_by = actor.account.filter(|_| goal.overriding);
    let asks = plan.needs_approval || booking.state == BookingState::Requested && !goal.overriding;
    if asks {
        booking.state = BookingState::Requested;
        booking.request_expires_at = Some(request_expiry(tx, actor, booking.period())?);
    } else {
        booking.state = BookingState::Confirmed;
        booking.request_expires_at = None;
        // The key of the new charge names the version to come.
        booking.version += 1;
        let charged = charging::charge(tx, actor, zone, resource, &mut booking)
            .and_then(|()| extras::charge(tx, actor, zone, &mut booking));
        booking.version -= 1;
        charged?;
    }
    save(tx, actor, &booking)?;
    lay_out::follow(tx, actor, &booking, resource)?;
    booking.version += 1;
    let space = resource.facts.name.as_str();
    let facts = json!({ "space": space, "when": when(zone, &booking), "before": before });
    record(tx, actor, "booking.moved", &booking, &facts)?;
    if booking.period() != hours {
        participants::ask_again(tx, actor.place, booking.id)?;
    }
    tell(tx, actor, &booking)?;
    Ok(booking)
}

/// The extras of a booking as they are and as they would be there.
fn both_lines(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    to: &Move,
) -> Result<(Vec<ExtraLine>, Vec<ExtraLine>), Refused> {
    let share = if to.waived {
        None
    } else {
        Some(fee_share(tx, booking, actor)?)
    };
    let there = ((to.resource, to.period), to.overriding);
    let after = extras::moved(tx, actor, booking, there, share)?;
    Ok((kept_lines::of_booking(tx, actor.place, booking.id)?, after))
}

/// A price with extras, on the basis of another.
fn with_lines(price: &Price, beside: &Price, extras: &[ExtraLine]) -> Money {
    on_basis(beside.basis, price.amount, price) + lines::sum(beside, extras)
}

/// Holds the space it leaves, the one it goes to and all that is bound to them, then the booking.
fn hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: BookingId,
    to: ResourceId,
) -> Result<(Resource, Booking), Refused> {
    let seen = bookings::find(tx, actor.place, id)?.or_not_found()?;
    let mut held = super::hold(tx, actor, (seen.resource, to))?.into_iter();
    let target = held.find(|one| one.id == to);
    let booking = bookings::lock(tx, actor.place, id)?.or_not_found()?;
    if booking.resource != seen.resource {
        return Err(refused(SlotRefused::Changed));
    }
    Ok((target.or_not_found()?, booking))
}

fn planned(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: &Resource,
    booking: &Booking,
    to: &Move,
) -> Result<(Plan, Moved), Refused> {
    may_change(actor, booking).map_err(|_| Failure::Fault(Fault::NotFound))?;
    if to.overriding || to.waived {
        actor.require(OVERRIDE)?;
    }
    if !booking.is_open_at(tx.now()) {
        return Err(refused(SlotRefused::NotOpen));
    }
    let holder = holder_of(booking)?;
    let layout = lay_out::there(tx, actor, booking, resource)?;
    let laid_out = resource.clone().laid_out(layout.as_ref());
    let demand = Demand {
        resource: &laid_out,
        period: to.period,
        holder: &holder,
        overriding: to.overriding,
        on_the_spot: false,
        moving: Some(booking),
        planned: &[],
        coupon: None,
    };
    let mut plan = plan(tx, actor, zone, &demand)?;
    let agreed = if to.waived {
        Agreed {
            price: booking.price,
            floor: Money::ZERO,
            share: Rate::ZERO,
        }
    } else {
        Agreed {
            price: booking.price,
            floor: booking.fee_floor,
            share: fee_share(tx, booking, actor)?,
        }
    };
    let moved = moved(&agreed, plan.price);
    plan.price = moved.price;
    Ok((plan, moved))
}
