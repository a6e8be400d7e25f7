//! A week of spaces as the calendar shows it: what is open, what is taken, and what of it this person may know.

use crate::permissions::SEE_BOOKERS;
use crate::rules::availability::{full_or_bound, left};
use crate::rules::booking::BookingState;
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::schedule::Schedule;
use crate::store::bookings::{self, Slot};
use crate::store::{resources, schedule};
use kernel::{Actor, Audience, Day, Days, Instant, MinuteOfDay, Period, PersonId, PlaceId, Zone};
use platform::Fault;
use platform::database::Tx;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything a calendar of some days needs, read at once.
pub(super) struct Week {
    pub(super) days: Days,
    held: Arc<Held>,
    /// When each resource is open.
    open: BTreeMap<ResourceId, Vec<Period>>,
    audience: Audience,
    sees_all: bool,
    me: Option<PersonId>,
    now: Instant,
    /// How each slot looks to this person, in the order of the slots.
    looks: Vec<Look>,
}

/// What the house holds of some days, the same for whoever asks.
struct Held {
    resources: Vec<Resource>,
    slots: Vec<Slot>,
    /// The names of those who booked; [`Week::look`] says who may see them.
    names: BTreeMap<PersonId, String>,
    schedule: Schedule,
    /// Which of the slots are of which resource.
    of: BTreeMap<ResourceId, Vec<usize>>,
    /// Which of the slots keep a resource that they are not of from being taken, in order.
    bound: BTreeMap<ResourceId, Vec<usize>>,
    /// What the spaces are called.
    called: BTreeMap<ResourceId, String>,
}

impl Held {
    fn read(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Self, Fault> {
        let all = resources::list(tx, place)?;
        let called = all
            .iter()
            .map(|one| (one.id, one.facts.name.to_string()))
            .collect();
        let resources: Vec<Resource> = all.into_iter().filter(|resource| resource.active).collect();
        let schedule = schedule::schedule(tx, place, span)?;
        let slots = bookings::in_span(tx, place, span)?;
        let mut persons: Vec<PersonId> = slots.iter().filter_map(|slot| slot.person).collect();
        persons.sort_unstable();
        persons.dedup();
        let names = people::names_of(tx, place, &persons)?;
        let mut of: BTreeMap<ResourceId, Vec<usize>> = BTreeMap::new();
        for (number, slot) in slots.iter().enumerate() {
            of.entry(slot.resource).or_default().push(number);
        }
        let mut bound: BTreeMap<ResourceId, Vec<usize>> = BTreeMap::new();
        for (one, bond) in schedule.bonds.each() {
            let numbers = of.get(&bond.other).into_iter().flatten();
            bound.entry(one).or_default().extend(numbers);
        }
        bound.values_mut().for_each(|numbers| numbers.sort_unstable());
        Ok(Self {
            resources,
            slots,
            names,
            schedule,
            of,
            bound,
            called,
        })
    }
}

/// A booking, and how it looks to this person.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) slot: &'a Slot,
    pub(super) look: &'a Look,
}

/// One thing on a line of the calendar: hours that are free, or taken.
pub(super) struct Stretch<'a> {
    pub(super) hours: Period,
    pub(super) what: What<'a>,
}

/// What hours of a resource are.
pub(super) enum What<'a> {
    Free,
    /// Booked on the resource itself.
    Booked(Seen<'a>),
    /// Not to be had while this space is taken.
    Bound(&'a str),
}

/// How a booking looks to this person.
pub(super) struct Look {
    /// `mine`, `requested` or `confirmed`.
    pub(super) state: &'static str,
    /// What may be said of it; nothing when only that the hour is taken.
    pub(super) title: Option<String>,
    /// Whether its page may be opened.
    pub(super) opens: bool,
    /// Whether it may be dragged.
    pub(super) movable: bool,
}

/// Reads the days with a constant number of statements, however much is booked; with next to none while nobody writes.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, zone: &Zone, days: Days) -> Result<Week, Fault> {
    let place = actor.place;
    let span = zone.bounds(days);
    // A request lapses by the passing of time: what is remembered of it is a minute old at most.
    let minute = tx.now().seconds().div_euclid(60);
    let name = format!(
        "spaces.week {place} {}/{} {zone} {minute}",
        days.first(),
        days.last()
    );
    let held = tx.remembered(name, |tx| Held::read(tx, place, span))?;
    let sees_all = actor.may(SEE_BOOKERS);
    let today = tx.today(zone);
    let audience = match actor.person {
        Some(person) => offers::audience_of(tx, place, person, today)?,
        None => Audience::External,
    };
    // The team sees the hours of the team: it may book at any of them.
    let audience = if actor.may(crate::permissions::OVERRIDE) {
        Audience::Staff
    } else {
        audience
    };
    let open = held
        .resources
        .iter()
        .map(|one| (one.id, held.schedule.open(one.id, audience, zone, days)))
        .collect();
    let mut week = Week {
        days,
        open,
        held,
        audience,
        sees_all,
        me: actor.person,
        now: tx.now(),
        looks: vec![],
    };
    week.looks = week.slots().iter().map(|slot| week.look(slot)).collect();
    Ok(week)
}

impl Week {
    /// The spaces in use, in their order.
    pub(super) fn resources(&self) -> &[Resource] {
        &self.held.resources
    }

    /// Everything booked during these days, the earliest first.
    pub(super) fn slots(&self) -> &[Slot] {
        &self.held.slots
    }

    /// When a resource is open during these days.
    pub(super) fn open(&self, resource: &Resource) -> &[Period] {
        self.open.get(&resource.id).map_or(&[], Vec::as_slice)
    }

    /// How finely hours are chosen.
    pub(super) fn step(&self) -> i64 {
        let steps = self
            .held
            .resources
            .iter()
            .map(|one| self.held.schedule.window_of(one.id, self.audience).step_minutes);
        steps.min().unwrap_or(15)
    }

    /// The bookings of a resource, the earliest first.
    pub(super) fn of<'a>(&'a self, resource: &Resource) -> impl Iterator<Item = Seen<'a>> {
        let numbers = self.held.of.get(&resource.id);
        numbers.into_iter().flatten().filter_map(|number| {
            Some(Seen {
                slot: self.held.slots.get(*number)?,
                look: self.looks.get(*number)?,
            })
        })
    }

    /// The bookings of other resources during which this one cannot be had, the earliest first.
    pub(super) fn bound<'a>(&'a self, resource: &Resource) -> impl Iterator<Item = &'a Slot> {
        let numbers = self.held.bound.get(&resource.id);
        numbers
            .into_iter()
            .flatten()
            .filter_map(|number| self.held.slots.get(*number))
    }

    /// What the space of a booking is called.
    pub(super) fn called(&self, slot: &Slot) -> &str {
        self.held.called.get(&slot.resource).map_or("", String::as_str)
    }

    /// The hours of a day on a resource: taken and still free ones in order. With several units hours are taken
    /// when all of them are.
    pub(super) fn stretches<'a>(&'a self, resource: &Resource, day: Period) -> Vec<Stretch<'a>> {
        let taken: Vec<Seen<'a>> = self
            .of(resource)
            .filter(|seen| seen.slot.occupation.hours().overlaps(day))
            .collect();
        let shown = taken.iter().map(|seen| Stretch {
            hours: seen.slot.occupation.hours(),
            what: What::Booked(*seen),
        });
        let bound: Vec<&Slot> = self
            .bound(resource)
            .filter(|slot| slot.occupation.hours().overlaps(day))
            .collect();
        let elsewhere = bound.iter().map(|slot| Stretch {
            hours: slot.occupation.hours(),
            what: What::Bound(self.called(slot)),
        });
        let mut stretches: Vec<Stretch<'_>> = shown.chain(elsewhere).collect();
        for free in free_hours(resource, &taken, &bound, self.open(resource), day) {
            let not_over = Period::new(free.start().max(self.now), free.end());
            stretches.extend(not_over.ok().map(|hours| Stretch {
                hours,
                what: What::Free,
            }));
        }
        stretches.sort_by_key(|stretch| (stretch.hours.start(), stretch.hours.end()));
        stretches
    }

    /// What this person may know of a booking (RULES 13).
    fn look(&self, slot: &Slot) -> Look {
        let mine = slot.person.is_some() && slot.person == self.me;
        let state = match (mine, slot.state) {
            (true, _) => "mine",
            (false, BookingState::Requested) => "requested",
            (false, _) => "confirmed",
        };
        let name = slot.person.and_then(|person| self.held.names.get(&person));
        let name = name.map(String::as_str);
        let title = Some(slot.title.as_str()).filter(|title| !title.is_empty());
        let caller = Some(slot.caller_name.as_str()).filter(|name| !name.is_empty());
        let shown = if mine {
            title.map(str::to_owned)
        } else if self.sees_all {
            let who = name.or(caller);
            match (who, title) {
                (Some(who), Some(title)) => Some([who, " · ", title].concat()),
                (who, title) => who.or(title).map(str::to_owned),
            }
        } else {
            name.filter(|_| slot.visible).map(str::to_owned)
        };
        let opens = mine || self.sees_all;
        let movable = opens
            && matches!(slot.state, BookingState::Requested | BookingState::Confirmed)
            && self.now < slot.occupation.hours().start();
        Look {
            state,
            title: shown,
            opens,
            movable,
        }
    }

    /// From which hour to which the calendar is drawn: those that people come at, and every booking.
    pub(super) fn frame(&self, zone: &Zone) -> (MinuteOfDay, MinuteOfDay) {
        let usual = self
            .held
            .schedule
            .hours
            .iter()
            .filter(|line| line.audience == self.audience);
        let bounded = usual.filter(|line| {
            line.hours.opens != MinuteOfDay::MIDNIGHT && line.hours.closes != MinuteOfDay::END
        });
        let (mut opens, mut closes) = (480, 1_200);
        for line in bounded {
            opens = opens.min(line.hours.opens.minutes());
            closes = closes.max(line.hours.closes.minutes());
        }
        for slot in &self.held.slots {
            let hours = slot.occupation.hours();
            let (first, from) = zone.local(hours.start());
            let (last, until) = zone.local(hours.end());
            if first == last {
                opens = opens.min(from.minutes());
                closes = closes.max(until.minutes());
            }
        }
        let whole_hour =
            |minutes: u16| MinuteOfDay::from_minutes(minutes / 60 * 60).unwrap_or(MinuteOfDay::MIDNIGHT);
        let next_hour =
            |minutes: u16| MinuteOfDay::from_minutes(minutes.div_ceil(60) * 60).unwrap_or(MinuteOfDay::END);
        (whole_hour(opens), next_hour(closes))
    }
}

/// The open hours of a day in which at least one unit is free.
fn free_hours(
    resource: &Resource,
    taken: &[Seen<'_>],
    bound: &[&Slot],
    open: &[Period],
    day: Period,
) -> Vec<Period> {
    let open: Vec<Period> = open
        .iter()
        .filter_map(|period| period.intersection(day))
        .collect();
    let taken: Vec<Period> = taken.iter().map(|seen| seen.slot.occupation.whole()).collect();
    let bound = bound.iter().map(|slot| slot.occupation.whole()).collect();
    left(open, &full_or_bound(resource.facts.units, &taken, bound))
}

/// The days of the week that hold a day.
pub(super) fn days_of(day: Day) -> Days {
    let monday = day.monday_of_week();
    Days::spanning(monday, monday.plus_days(6))
}
