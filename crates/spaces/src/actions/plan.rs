//! What a booking would be: whether it fits, whose rules apply, what it costs. The same answer serves the form and the act.

use super::price::price;
use super::{Refused, refused};
use crate::permissions::{BOOK_FOR_OTHERS, SEE_BOOKERS};
use crate::rules::availability::{Buffers, Occupation, first_conflict};
use crate::rules::booking::{Booking, BookingId, Price, SlotRefused};
use crate::rules::booking_window::{BookingWindow, LONGEST_MINUTES, WindowRefused, is_whole_minutes};
use crate::rules::opening_hours::{days_around, lies_within};
use crate::rules::resource::Resource;
use crate::rules::schedule::Schedule;
use crate::store::bookings::Slot;
use crate::store::{bookings, lettings, links, resources, schedule};
use kernel::{Actor, Audience, Instant, Name, Period, PersonId, Zone};
use offers::{HoursDrawn, Relief};
use platform::Fault;
use platform::database::Tx;

/// For whom a booking is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A person, by whose audience it goes and whose payer pays.
    Person(PersonId),
    /// The house itself: by the rules of the staff, and nobody pays.
    House,
    /// Somebody without a record, taken over from elsewhere: by the rules for external guests, and not charged.
    Caller(Name),
}

/// A booking asked for.
pub(crate) struct Demand<'a> {
    pub(crate) resource: &'a Resource,
    pub(crate) period: Period,
    pub(crate) holder: &'a Holder,
    /// Goes past hours, limits and buffers.
    pub(crate) overriding: bool,
    /// Begins this minute, at the door: notice and step do not hold.
    pub(crate) on_the_spot: bool,
    /// The booking that would be moved here.
    pub(crate) moving: Option<&'a Booking>,
    /// Hours that others of the same series would draw before it.
    pub(crate) planned: &'a [HoursDrawn],
    /// The code of a coupon that is given with it.
    pub(crate) coupon: Option<&'a str>,
}

/// A booking that could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Whose rules and prices apply.
    pub audience: Audience,
    /// When, with buffers.
    pub occupation: Occupation,
    /// What it costs.
    pub price: Price,
    /// What makes it cheaper; none when what was decided before stays.
    pub relief: Option<Relief>,
    /// Whether the place must say yes first.
    pub needs_approval: bool,
}

/// How far from now anybody may book, in days.
const REACH_BACK: i64 = 366;
const REACH_AHEAD: i64 = 1_100;

/// Decides; writes nothing. For the answer to stay true the resource must be held.
pub(crate) fn plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    demand: &Demand<'_>,
) -> Result<Plan, Refused> {
    if !demand.resource.active {
        return Err(refused(SlotRefused::Inactive));
    }
    sane(demand.period, tx.now())?;
    if !lettings::on_space(tx, actor.place, demand.resource.id, demand.period)?.is_empty() {
        return Err(refused(SlotRefused::Let));
    }
    let audience = audience(tx, actor, zone, demand)?;
    let needs_approval = if demand.overriding {
        false
    } else {
        let window = inside_limits(tx, actor, zone, demand, audience)?;
        window.needs_approval && !actor.may(BOOK_FOR_OTHERS)
    };
    let buffers = if demand.overriding {
        Buffers::NONE
    } else {
        demand.resource.facts.buffers
    };
    let occupation = buffers.around(demand.period);
    free(tx, actor, zone, demand, occupation)?;
    let (price, relief) = price(tx, actor, zone, demand, audience)?;
    Ok(Plan {
        audience,
        occupation,
        price,
        relief,
        needs_approval,
    })
}

fn sane(period: Period, now: Instant) -> Result<(), Refused> {
    const DAY: i64 = 1_440;
    if period.start() < now.minus_minutes(REACH_BACK * DAY)
        || period.end() > now.plus_minutes(REACH_AHEAD * DAY)
    {
        return Err(refused(SlotRefused::OutOfTime));
    }
    if period.minutes() > LONGEST_MINUTES {
        return Err(refused(WindowRefused::TooLong {
            minutes: LONGEST_MINUTES,
        }));
    }
    if !is_whole_minutes(period) {
        return Err(refused(WindowRefused::OffStep { minutes: 1 }));
    }
    Ok(())
}

fn audience(tx: &mut Tx<'_>, actor: &Actor, zone: &Zone, demand: &Demand<'_>) -> Result<Audience, Fault> {
    match (demand.moving, demand.holder) {
        (Some(booking), _) => Ok(booking.audience),
        (None, Holder::House) => Ok(Audience::Staff),
        (None, Holder::Caller(_)) => Ok(Audience::External),
        (None, Holder::Person(person)) => {
            let today = tx.today(zone);
            offers::audience_of(tx, actor.place, *person, today)
        }
    }
}

fn inside_limits(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    demand: &Demand<'_>,
    audience: Audience,
) -> Result<BookingWindow, Refused> {
    let days = days_around(demand.period, zone);
    let schedule = schedule::schedule(tx, actor.place, zone.bounds(days))?;
    let window = schedule.window_of(demand.resource.id, audience);
    if demand.on_the_spot {
        window.admits_on_the_spot(demand.period).map_err(refused)?;
    } else {
        window.admits(demand.period, tx.now(), zone).map_err(refused)?;
    }
    let open = schedule.open(demand.resource.id, audience, zone, days);
    if lies_within(&open, demand.period) {
        Ok(window)
    } else {
        Err(refused(why_closed(&schedule, &open, zone, demand)))
    }
}

fn why_closed(schedule: &Schedule, open: &[Period], zone: &Zone, demand: &Demand<'_>) -> SlotRefused {
    let mut closures = schedule.closures_of(demand.resource.id);
    if let Some(closure) = closures.find(|closure| closure.period.overlaps(demand.period)) {
        return SlotRefused::Closed {
            reason: closure.reason.clone(),
        };
    }
    let day = zone.day_bounds(zone.day_of(demand.period.start()));
    let hours: Vec<String> = open
        .iter()
        .filter_map(|period| period.intersection(day))
        .map(|period| {
            format!(
                "{}–{}",
                zone.minute_of(period.start()),
                zone.minute_of(period.end())
            )
        })
        .collect();
    if hours.is_empty() {
        SlotRefused::ClosedDay
    } else {
        SlotRefused::OutsideHours {
            hours: hours.join(", "),
        }
    }
}

/// Refuses when the units do not suffice at some instant.
pub(crate) fn free(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    demand: &Demand<'_>,
    wanted: Occupation,
) -> Result<(), Refused> {
    let itself = demand.moving.map(|booking| booking.id);
    let taken = others(tx, actor, demand.resource, wanted.whole(), itself)?;
    let units = demand.resource.facts.units;
    if let Some(at) = taken.conflict_by_hours(units, wanted.hours()) {
        return Err(refused(told(tx, actor, zone, demand, &taken, at)?));
    }
    if !demand.overriding && taken.conflict(units, |slot| slot.occupation, wanted).is_some() {
        let Buffers { before, after } = demand.resource.facts.buffers;
        return Err(refused(SlotRefused::Buffer {
            minutes: before.max(after).max(taken.longest_buffer()),
        }));
    }
    Ok(())
}

/// What stands in the way on a resource: one more booking on it takes a unit, one on what is bound to it takes all.
pub(crate) struct Others {
    own: Vec<Slot>,
    bound: Vec<Slot>,
}

impl Others {
    /// The first moment at which `wanted` does not fit, with what each slot takes.
    fn conflict(&self, units: i64, takes: fn(&Slot) -> Occupation, wanted: Occupation) -> Option<Instant> {
        let of = |slots: &[Slot]| slots.iter().map(takes).collect::<Vec<_>>();
        let own = first_conflict(units, &of(&self.own), wanted);
        let bound = first_conflict(1, &of(&self.bound), wanted);
        own.into_iter().chain(bound).min()
    }

    /// How long it takes at most to set up or clean around these, in minutes: layouts differ, and what is bound has buffers of its own.
    fn longest_buffer(&self) -> i64 {
        let around = |slot: &Slot| slot.occupation.whole().minus(slot.occupation.hours());
        let buffers = self.own.iter().chain(&self.bound).flat_map(around);
        buffers.map(Period::minutes).max().unwrap_or(0)
    }

    /// The same without any buffers.
    pub(crate) fn conflict_by_hours(&self, units: i64, hours: Period) -> Option<Instant> {
        let takes = |slot: &Slot| Buffers::NONE.around(slot.occupation.hours());
        self.conflict(units, takes, Buffers::NONE.around(hours))
    }
}

/// What else occupies the resource, or what is bound to it, around a span.
pub(crate) fn others(
    tx: &mut Tx<'_>,
    actor: &Actor,
    resource: &Resource,
    span: Period,
    itself: Option<BookingId>,
) -> Result<Others, Fault> {
    let mut own = bookings::occupying(tx, actor.place, resource.id, span)?;
    own.retain(|slot| Some(slot.id) != itself);
    let mut bound = links::occupying_bound(tx, actor.place, resource.id, span)?;
    bound.retain(|slot| Some(slot.id) != itself);
    Ok(Others { own, bound })
}

/// The conflict at that moment, as far as the person may know it (RULES 10, 13).
fn told(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    demand: &Demand<'_>,
    taken: &Others,
    at: Instant,
) -> Result<SlotRefused, Fault> {
    let mut all = taken.own.iter().chain(&taken.bound);
    let Some(slot) = all.find(|slot| slot.occupation.hours().contains(at)) else {
        return Ok(SlotRefused::Full);
    };
    let hours = slot.occupation.hours();
    let (from, until) = (zone.minute_of(hours.start()), zone.minute_of(hours.end()));
    let space = if slot.resource == demand.resource.id {
        None
    } else {
        resources::find(tx, actor.place, slot.resource)?.map(|space| space.facts.name.to_string())
    };
    let own = slot.person.is_some_and(|person| actor.is(person));
    if own {
        let title = if slot.title.is_empty() {
            space.unwrap_or_else(|| demand.resource.facts.name.to_string())
        } else {
            slot.title.clone()
        };
        return Ok(SlotRefused::TakenByYou { from, until, title });
    }
    if let Some(space) = space {
        return Ok(SlotRefused::TakenWith { from, until, space });
    }
    if !slot.visible && !actor.may(SEE_BOOKERS) {
        return Ok(SlotRefused::Taken { from, until });
    }
    let who = who(tx, actor, slot)?;
    Ok(
        who.map_or(SlotRefused::Taken { from, until }, |who| SlotRefused::TakenBy {
            from,
            until,
            who,
        }),
    )
}

fn who(tx: &mut Tx<'_>, actor: &Actor, slot: &Slot) -> Result<Option<String>, Fault> {
    let named = match slot.person {
        Some(person) => people::names_of(tx, actor.place, &[person])?.remove(&person),
        None => None,
    };
    let texts = [slot.caller_name.clone(), slot.title.clone()];
    Ok(named.into_iter().chain(texts).find(|text| !text.is_empty()))
}
