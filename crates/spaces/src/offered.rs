//! What of a space can still be booked, day by day, by an audience: for pages that show it to people outside.

use crate::rules::availability::Occupation;
use crate::rules::booking_window::BookingWindow;
use crate::rules::finding::Candidate;
use crate::rules::resource::Resource;
use crate::rules::schedule::Schedule;
use crate::store::{bookings, links, schedule};
use kernel::{Audience, Day, Days, Period, PlaceId, Zone};
use platform::Fault;
use platform::database::Tx;

/// A day of a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedDay {
    /// Which day.
    pub day: Day,
    /// The hours in order, each with whether it is free; none when closed. Nothing that is over is said.
    pub hours: Vec<(Period, bool)>,
}

/// What an audience may do with a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The limits.
    pub window: BookingWindow,
    /// The days looked at.
    pub days: Vec<OfferedDay>,
    /// The weekly hours and closures from which this comes.
    pub schedule: Schedule,
}

/// The days of a space from now on, for an audience, without a word on by whom it is taken.
///
/// # Errors
/// As the database says.
pub fn offered(
    tx: &mut Tx<'_>,
    place: PlaceId,
    zone: &Zone,
    (space, audience): (&Resource, Audience),
    days: Days,
) -> Result<Offered, Fault> {
    let bounds = zone.bounds(days);
    let schedule = schedule::schedule(tx, place, bounds)?;
    let own = occupations(bookings::occupying(tx, place, space.id, bounds)?);
    let bound = occupations(links::occupying_bound(tx, place, space.id, bounds)?);
    let window = schedule.window_of(space.id, audience);
    let now = tx.now();
    let days = days
        .iter()
        .map(|day| {
            let open: Vec<Period> = schedule
                .open(space.id, audience, zone, Days::one(day))
                .into_iter()
                .filter_map(|period| Period::new(period.start().max(now), period.end()).ok())
                .collect();
            let free = Candidate {
                units: space.facts.units,
                buffers: space.facts.buffers,
                open: open.clone(),
                window,
                own: &own,
                bound: &bound,
            }
            .free();
            OfferedDay {
                day,
                hours: told(&open, free),
            }
        })
        .collect();
    Ok(Offered {
        window,
        days,
        schedule,
    })
}

/// The hours of a space that hold one booking more, on one day.
///
/// # Errors
/// As the database says.
pub fn free_hours(
    tx: &mut Tx<'_>,
    place: PlaceId,
    zone: &Zone,
    space: (&Resource, Audience),
    day: Day,
) -> Result<Vec<Period>, Fault> {
    let offered = offered(tx, place, zone, space, Days::one(day))?;
    let hours = offered.days.into_iter().flat_map(|day| day.hours);
    Ok(hours
        .filter_map(|(period, free)| free.then_some(period))
        .collect())
}

fn occupations(slots: Vec<bookings::Slot>) -> Vec<Occupation> {
    slots.into_iter().map(|slot| slot.occupation).collect()
}

/// The free hours and, between them, what of the open ones is not.
fn told(open: &[Period], free: Vec<Period>) -> Vec<(Period, bool)> {
    let taken = free.iter().fold(open.to_vec(), |left, one| {
        left.into_iter().flat_map(|period| period.minus(*one)).collect()
    });
    let mut hours: Vec<(Period, bool)> = free
        .into_iter()
        .map(|period| (period, true))
        .chain(taken.into_iter().map(|period| (period, false)))
        .collect();
    hours.sort_unstable();
    hours
}
