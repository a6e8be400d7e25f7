//! Where the spaces of a place stand at a moment, for a plan or a door: one reading of the day for all of them.

use crate::permissions::OVERRIDE;
use crate::rules::board::{RoomNow, room_now, taken_at};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::bookings::{self, Slot};
use crate::store::{resources, schedule};
use kernel::{Actor, Audience, Days, Instant, Period, Zone};
use platform::Fault;
use platform::database::Tx;
use std::collections::BTreeSet;

/// A space at a moment.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Which space.
    pub resource: Resource,
    /// Whether it can be had, and until when.
    pub now: RoomNow,
    /// Whether it is let by the month then.
    pub let_out: bool,
    /// How many of its units can be had.
    pub free_units: i64,
    /// What is booked on it from then to the end of the day, the earliest first.
    pub slots: Vec<Slot>,
}

/// The longest time to set up or clean, in minutes: what ended before may still be in the way.
const LONGEST_BUFFER: i64 = 1_440;

/// Every space in use at a moment, in their order, with a constant number of statements. What is bound to a space that is taken is
/// busy too. The hours are those of who asks.
///
/// # Errors
/// As the database says.
pub fn standings(tx: &mut Tx<'_>, actor: &Actor, zone: &Zone, at: Instant) -> Result<Vec<Standing>, Fault> {
    let day = zone.day_of(at);
    let bounds = zone.day_bounds(day);
    let around = bounds.widen(LONGEST_BUFFER, LONGEST_BUFFER);
    let spaces = resources::list(tx, actor.place)?;
    let schedule = schedule::schedule(tx, actor.place, bounds)?;
    let slots = bookings::in_span(tx, actor.place, around)?;
    let audience = audience(tx, actor, zone)?;
    let told = spaces.into_iter().filter(|space| space.active).map(|space| {
        let bound: BTreeSet<ResourceId> = schedule.bonds.of_one(space.id).collect();
        let open = schedule.open(space.id, audience, zone, Days::one(day));
        let let_out = schedule.is_let(space.id, at);
        Standing {
            let_out,
            ..standing(space, &slots, &bound, &open, at, bounds)
        }
    });
    Ok(told.collect())
}

/// As whom somebody would book.
fn audience(tx: &mut Tx<'_>, actor: &Actor, zone: &Zone) -> Result<Audience, Fault> {
    if actor.may(OVERRIDE) {
        return Ok(Audience::Staff);
    }
    match actor.person {
        Some(person) => {
            let today = tx.today(zone);
            offers::audience_of(tx, actor.place, person, today)
        }
        None => Ok(Audience::External),
    }
}

fn standing(
    resource: Resource,
    slots: &[Slot],
    bound: &BTreeSet<ResourceId>,
    open: &[Period],
    at: Instant,
    day: Period,
) -> Standing {
    let units = resource.facts.units;
    let own: Vec<&Slot> = slots.iter().filter(|slot| slot.resource == resource.id).collect();
    // What is bound takes every unit.
    let each = usize::try_from(units).unwrap_or_default();
    let others = slots.iter().filter(|slot| bound.contains(&slot.resource));
    let taken: Vec<Period> = own
        .iter()
        .map(|slot| slot.occupation.whole())
        .chain(others.flat_map(|slot| std::iter::repeat_n(slot.occupation.whole(), each)))
        .collect();
    let now = room_now(units, &taken, at).while_open(open, at);
    let used = i64::try_from(taken_at(&taken, at)).unwrap_or(i64::MAX);
    let free_units = match now {
        RoomNow::Free { .. } => units.saturating_sub(used).max(0),
        RoomNow::Busy { .. } | RoomNow::Closed { .. } => 0,
    };
    let to_come = |slot: &&Slot| {
        let hours = slot.occupation.hours();
        hours.end() > at && hours.start() < day.end()
    };
    Standing {
        slots: own.into_iter().filter(to_come).cloned().collect(),
        resource,
        now,
        let_out: false,
        free_units,
    }
}
