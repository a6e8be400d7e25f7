//! Works: the bookings that a closure hits go elsewhere, or are given up, in one act and at no cost to anybody.

use super::book::{holder_of, zone_of};
use super::cancel::{Cancellation, cancel};
use super::move_booking::{Goal, carry_out};
use super::plan::{Demand, Plan, free};
use super::price::price;
use super::{extras, lay_out};
use crate::permissions::{BOOK_FOR_OTHERS, CLOSE, OVERRIDE};
use crate::rules::booking::{Booking, BookingId};
use crate::rules::opening_hours::{days_around, lies_within};
use crate::rules::rehousing::{Need, price as price_there, ranked};
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::schedule::{Closure, ClosureId, Schedule};
use crate::store::{bookings, lists, resources, schedule};
use kernel::{Actor, Money, Rate, Zone};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// A space that could take a booking, with what it would cost there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which space.
    pub resource: Resource,
    /// What the booking would be there.
    pub plan: Plan,
}

/// A booking that a closure hits, and where it could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The booking.
    pub booking: Booking,
    /// The spaces that are open and free, the best first.
    pub ways: Vec<Way>,
    /// The one that is proposed: the best that meets its need and that no booking before this one is proposed.
    pub proposed: Option<ResourceId>,
}

/// What becomes of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes to another space, at the same hours.
    Moves(ResourceId),
    /// It is given up, for nothing.
    Cancelled,
}

/// What was decided about one booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which booking.
    pub booking: BookingId,
    /// The version that was seen.
    pub version: i64,
    /// What becomes of it.
    pub fate: Fate,
}

kernel::refusals! {
    /// Why nothing was re-housed.
    pub enum RehousingRefused {
        /// Somebody changed a booking meanwhile, or it has begun.
        Changed {
            /// Which booking.
            booking: BookingId
        } = "spaces-refused-rehousing-changed",
        /// The space chosen for a booking is closed or taken at its hours, perhaps by another booking re-housed with it.
        NoRoom {
            /// Which booking.
            booking: BookingId
        } = "spaces-refused-rehousing-no-room",
    }
}

impl RehousingRefused {
    /// The booking that stands against it.
    #[must_use]
    pub const fn booking(&self) -> BookingId {
        match self {
            Self::Changed { booking } | Self::NoRoom { booking } => *booking,
        }
    }
}

/// A closure with the bookings that can still be re-housed, and where each could go. Writes nothing.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such closure any more.
pub fn propose(tx: &mut Tx<'_>, actor: &Actor, id: ClosureId) -> Result<(Closure, Vec<Hit>), Fault> {
    actor.require(CLOSE)?;
    let closure = schedule::closure(tx, actor.place, id)?.or_not_found()?;
    let house = House::read(tx, actor, &closure)?;
    let mut given: Vec<(ResourceId, kernel::Period)> = Vec::new();
    let mut hits = Vec::new();
    for booking in hit(tx, actor, &closure)? {
        let Some(need) = house.need(&booking) else {
            continue;
        };
        let ways = house.ways(tx, actor, &booking, need)?;
        let is_free = |way: &&Way| {
            let span = way.plan.occupation.whole();
            let wanted = way.resource.id;
            let met = given
                .iter()
                .filter(|(of, taken)| {
                    (*of == wanted || house.schedule.bonds.share(wanted, *of)) && taken.overlaps(span)
                })
                .count();
            i64::try_from(met).is_ok_and(|met| met < way.resource.facts.units)
        };
        let best = ways
            .iter()
            .filter(|way| need.is_met_by(&way.resource))
            .find(is_free);
        given.extend(best.map(|way| (way.resource.id, way.plan.occupation.whole())));
        hits.push(Hit {
            proposed: best.map(|way| way.resource.id),
            booking,
            ways,
        });
    }
    Ok((closure, hits))
}

/// Does all that was decided, or nothing. Whoever moves pays no more than was agreed, and whoever is sent away pays nothing.
///
/// # Errors
/// [`RehousingRefused`]; [`Fault::NotFound`] for a booking that the closure does not hit.
pub fn rehouse(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ClosureId,
    decisions: &[Decision],
) -> Result<Vec<Booking>, Failure<RehousingRefused>> {
    actor.require(CLOSE)?;
    actor.require(BOOK_FOR_OTHERS)?;
    actor.require(OVERRIDE)?;
    // Bookings go to and fro between spaces: all are held, in the order of their identifiers.
    resources::lock_all(tx, actor.place)?;
    let closure = schedule::lock_closure(tx, actor.place, id)?.or_not_found()?;
    let house = House::read(tx, actor, &closure)?;
    let hit = hit(tx, actor, &closure)?;
    let mut done = Vec::new();
    for decision in decisions {
        let booking = decision.booking;
        let changed = || Failure::Refused(RehousingRefused::Changed { booking });
        let known = hit.iter().any(|one| one.id == booking);
        let held = bookings::lock(tx, actor.place, booking)?.or_not_found()?;
        if !known || held.version != decision.version {
            return Err(changed());
        }
        done.push(match decision.fate {
            Fate::Cancelled => {
                let waived = Cancellation {
                    waived: true,
                    fee_shown: None,
                };
                cancel(tx, actor, booking, waived)
                    .map_err(|failure| failure.map(|_| RehousingRefused::Changed { booking }))?
            }
            Fate::Moves(to) => house.move_to(tx, actor, held, to)?,
        });
    }
    let subject = Subject::new("closure", id);
    let facts = json!({ "count": done.len() });
    activity::record(tx, actor, "closure.rehoused", subject, facts)?;
    Ok(done)
}

/// The bookings to come that a closure hits, the earliest first.
fn hit(tx: &mut Tx<'_>, actor: &Actor, closure: &Closure) -> Result<Vec<Booking>, Fault> {
    let now = tx.now();
    let mut touched = lists::touching(tx, actor.place, closure.resource, closure.period)?;
    touched.retain(|booking| booking.is_open_at(now));
    Ok(touched)
}

/// What is asked again for each booking.
struct House {
    zone: Zone,
    spaces: Vec<Resource>,
    schedule: Schedule,
}

impl House {
    fn read(tx: &mut Tx<'_>, actor: &Actor, closure: &Closure) -> Result<Self, Fault> {
        let zone = zone_of(tx, actor)?;
        // A booking that touches the closure may begin before it and last 31 days.
        const LONGEST: i64 = 32 * 1_440;
        let (start, end) = (closure.period.start(), closure.period.end());
        let span = kernel::Period::new(start.minus_minutes(LONGEST), end.plus_minutes(LONGEST))
            .map_err(Fault::internal)?;
        Ok(Self {
            zone,
            spaces: resources::list(tx, actor.place)?,
            schedule: schedule::schedule(tx, actor.place, span)?,
        })
    }

    fn need(&self, booking: &Booking) -> Option<Need> {
        let left = self.spaces.iter().find(|space| space.id == booking.resource)?;
        Some(Need {
            leaves: left.id,
            kind: left.facts.kind,
            people: booking.attendance.unwrap_or(left.facts.capacity),
        })
    }

    fn ways(&self, tx: &mut Tx<'_>, actor: &Actor, booking: &Booking, need: Need) -> Result<Vec<Way>, Fault> {
        let mut ways = Vec::new();
        for space in ranked(need, &self.spaces) {
            let plan = self.plan(tx, actor, booking, space)?;
            ways.extend(plan.map(|plan| Way {
                resource: space.clone(),
                plan,
            }));
        }
        Ok(ways)
    }

    /// What the booking would be on that space, if it is open then and free: hours, closures and buffers count, limits do not, for it is
    /// the house that moves it.
    fn plan(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        booking: &Booking,
        space: &Resource,
    ) -> Result<Option<Plan>, Fault> {
        let period = booking.period();
        let days = days_around(period, &self.zone);
        let open = self.schedule.open(space.id, booking.audience, &self.zone, days);
        if !space.active || !lies_within(&open, period) {
            return Ok(None);
        }
        let holder = holder_of(booking)?;
        let layout = lay_out::there(tx, actor, booking, space)?;
        let laid_out = space.clone().laid_out(layout.as_ref());
        let demand = Demand {
            resource: &laid_out,
            period,
            holder: &holder,
            overriding: false,
            on_the_spot: false,
            moving: Some(booking),
            planned: &[],
            coupon: None,
        };
        let occupation = laid_out.facts.buffers.around(period);
        let priced = free(tx, actor, &self.zone, &demand, occupation)
            .and_then(|()| price(tx, actor, &self.zone, &demand, booking.audience));
        match priced {
            Ok((there, _)) => Ok(Some(Plan {
                audience: booking.audience,
                occupation,
                price: price_there(booking.price, there),
                relief: None,
                needs_approval: false,
            })),
            Err(Failure::Refused(_)) => Ok(None),
            Err(Failure::Fault(fault)) => Err(fault),
        }
    }

    fn move_to(
        &self,
        tx: &mut Tx<'_>,
        actor: &Actor,
        booking: Booking,
        to: ResourceId,
    ) -> Result<Booking, Failure<RehousingRefused>> {
        let id = booking.id;
        let space = self.spaces.iter().find(|space| space.id == to).or_not_found()?;
        let Some(plan) = self.plan(tx, actor, &booking, space)? else {
            return Err(Failure::Refused(RehousingRefused::NoRoom { booking: id }));
        };
        let there = ((to, booking.period()), true);
        let extras = extras::moved(tx, actor, &booking, there, None)
            .map_err(|failure| failure.map(|_| RehousingRefused::Changed { booking: id }))?;
        let goal = Goal {
            resource: space,
            floor: booking.fee_floor.min(plan.price.amount).max(Money::ZERO),
            plan,
            share: Rate::ZERO,
            overriding: false,
            extras,
        };
        carry_out(tx, actor, &self.zone, booking, &goal)
            .map_err(|failure| failure.map(|_| RehousingRefused::Changed { booking: id }))
    }
}
