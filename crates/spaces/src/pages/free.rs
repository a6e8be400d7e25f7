//! What is left of a day on a space.

use crate::rules::availability::{full_or_bound, left};
use crate::rules::resource::ResourceId;
use crate::store::{bookings, links, resources, schedule};
use kernel::{Actor, Audience, Day, Days, Period, Zone};
use platform::Fault;
use platform::database::Tx;

/// The free hours of a day on a space, from the next step on; none when that day cannot be booked at all.
pub(super) fn free_on(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    resource: ResourceId,
    day: Day,
) -> Result<Vec<Period>, Fault> {
    let today = tx.today(zone);
    if !(today..=today.plus_days(1_100)).contains(&day) {
        return Ok(vec![]);
    }
    let Some(space) = resources::find(tx, actor.place, resource)? else {
        return Ok(vec![]);
    };
    let bounds = zone.day_bounds(day);
    let schedule = schedule::schedule(tx, actor.place, bounds)?;
    let audience = match actor.person {
        Some(person) => offers::audience_of(tx, actor.place, person, today)?,
        None => Audience::External,
    };
    let taken: Vec<Period> = bookings::occupying(tx, actor.place, resource, bounds)?
        .iter()
        .map(|slot| slot.occupation.whole())
        .collect();
    let bound = links::occupying_bound(tx, actor.place, resource, bounds)?;
    let bound = bound.iter().map(|slot| slot.occupation.whole()).collect();
    let free = left(
        schedule.open(resource, audience, zone, Days::one(day)),
        &full_or_bound(space.facts.units, &taken, bound),
    );
    let step = schedule.window_of(resource, audience).step_minutes.max(1) * 60;
    let now = tx.now();
    let on_step = |period: &Period| {
        let start = period
            .start()
            .max(now)
            .plus_seconds(step)
            .minus_seconds(1)
            .seconds()
            .div_euclid(step)
            * step;
        Period::new(kernel::Instant::from_seconds(start), period.end()).ok()
    };
    Ok(free.iter().filter_map(on_step).collect())
}
