//! The same again on other days: each copy is an event of its own, changed and given up alone.

use super::programme::{self, NewEvent};
use super::rooms;
use crate::permissions::RUN;
use crate::rules::event::{EventFacts, EventId, EventRefused, EventState};
use crate::store::events;
use kernel::{Actor, Day};
use platform::database::Tx;
use platform::{Failure, OrNotFound, place};

/// The most copies made in one act: a year of Tuesdays, and a few.
pub(crate) const MOST_DAYS: usize = 60;

/// Copies an event to other days, with its rooms, hours and seats: all of them or none. A copy of what is announced is announced.
///
/// # Errors
/// [`EventRefused::RoomOn`] names the first day that does not go; [`EventRefused::Days`]; [`platform::Fault::NotFound`].
pub fn copy_event(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: EventId,
    days: &[Day],
    overriding: bool,
) -> Result<Vec<EventId>, Failure<EventRefused>> {
    actor.require(RUN)?;
    if days.is_empty() || days.len() > MOST_DAYS {
        return Err(Failure::Refused(EventRefused::Days));
    }
    let zone = place::get(tx, actor.place)?.zone;
    let event = events::find(tx, actor.place, id)?.or_not_found()?;
    let kept = rooms::kept_rooms(tx, actor.place, id, event.facts.period)?;
    let mut made = Vec::new();
    for day in days {
        let new = NewEvent {
            facts: EventFacts {
                period: programme::hours_on(event.facts.period, &zone, *day)?,
                ..event.facts.clone()
            },
            rooms: kept.iter().map(|room| room.resource).collect(),
            overriding,
        };
        let copy = programme::create_event(tx, actor, &new).map_err(|failure| {
            failure.map(|refusal| match refusal {
                EventRefused::Room { room, .. } => EventRefused::RoomOn { day: *day, room },
                other => other,
            })
        })?;
        if event.state == EventState::Published {
            programme::publish_event(tx, actor, copy)?;
        }
        made.push(copy);
    }
    Ok(made)
}
