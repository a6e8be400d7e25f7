//! A week of spaces as the calendar shows it: what is open, what is taken, and what of it this person may know.

use crate::permissions::SEE_BOOKERS;
use crate::rules::availability::{full, left};
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
}

/// What the house holds of some days, the same for whoever asks.
struct Held {
    resources: Vec<Resource>,
    slots: Vec<Slot>,
    /// The names of those who booked; [`Week::look`] says who may see them.
    names: BTreeMap<PersonId, String>,
    schedule: Schedule,
}

impl Held {
    fn read(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Self, Fault> {
        let resources: Vec<Resource> = resources::list(tx, place)?
            .into_iter()
            .filter(|resource| resource.active)
            .collect();
        let schedule = schedule::schedule(tx, place, span)?;
        let slots = bookings::in_span(tx, place, span)?;
        let mut persons: Vec<PersonId> = slots.iter().filter_map(|slot| slot.person).collect();
        persons.sort_unstable();
        persons.dedup();
        let names = people::names_of(tx, place, &persons)?;
        Ok(Self {
            resources,
            slots,
            names,
            schedule,
        })
    }
}

/// One thing on a line of the calendar: hours that are free, or taken.
pub(super) struct Stretch<'a> {
    pub(super) hours: Period,
    /// Nothing when free.
    pub(super) slot: Option<&'a Slot>,
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
    Ok(Week {
        days,
        open,
        held,
        audience,
        sees_all,
        me: actor.person,
        now: tx.now(),
    })
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
    pub(super) fn of<'a>(&'a self, resource: &'a Resource) -> impl Iterator<Item = &'a Slot> {
        self.held.slots.iter().filter(|slot| slot.resource == resource.id)
    }

    /// The hours of a day on a resource: taken and still free ones in order. With several units hours are taken
    /// when all of them are.
    pub(super) fn stretches<'a>(&'a self, resource: &'a Resource, day: Period) -> Vec<Stretch<'a>> {
        let taken: Vec<&Slot> = self
            .of(resource)
            .filter(|slot| slot.occupation.hours().overlaps(day))
            .collect();
        let shown = taken.iter().map(|slot| Stretch {
            hours: slot.occupation.hours(),
            slot: Some(slot),
        });
        let mut stretches: Vec<Stretch<'_>> = shown.collect();
        for free in free_hours(resource, &taken, self.open(resource), day) {
            let not_over = Period::new(free.start().max(self.now), free.end());
            stretches.extend(not_over.ok().map(|hours| Stretch { hours, slot: None }));
        }
        stretches.sort_by_key(|stretch| (stretch.hours.start(), stretch.hours.end()));
        stretches
    }

    /// What this person may know of a booking (RULES 13).
    pub(super) fn look(&self, slot: &Slot) -> Look {
        let mine = slot.person.is_some() && slot.person == self.me;
        let state = match (mine, slot.state) {
            (true, _) => "mine",
            (false, BookingState::Requested) => "requested",
            (false, _) => "confirmed",
        };
        let name = slot
            .person
            .and_then(|person| self.held.names.get(&person).cloned());
        let title = Some(slot.title.clone()).filter(|title| !title.is_empty());
        let caller = Some(slot.caller_name.clone()).filter(|name| !name.is_empty());
        let shown = if mine {
            title
        } else if self.sees_all {
            let who = name.or(caller);
            match (who, title) {
                (Some(who), Some(title)) => Some(format!("{who} · {title}")),
                (who, title) => who.or(title),
            }
        } else {
            name.filter(|_| slot.visible)
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
fn free_hours(resource: &Resource, taken: &[&Slot], open: &[Period], day: Period) -> Vec<Period> {
    let open: Vec<Period> = open
        .iter()
        .filter_map(|period| period.intersection(day))
        .collect();
    let taken: Vec<Period> = taken.iter().map(|slot| slot.occupation.whole()).collect();
    left(open, &full(resource.facts.units, &taken))
}

/// The days of the week that hold a day.
pub(super) fn days_of(day: Day) -> Days {
    let monday = day.monday_of_week();
    Days::spanning(monday, monday.plus_days(6))
}
