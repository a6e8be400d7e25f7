//! The board of the day: who is here, who is expected, rooms now and next.

use super::holding::{Holding, holdings};
use super::search::{Here, here};
use crate::actions::check_in::midday;
use crate::rules::board::{RoomNow, room_now};
use crate::rules::check_in::{CheckIn, Presence};
use crate::rules::links::Bonds;
use crate::rules::preparing::Prepared;
use crate::rules::resource::{ResourceId, ResourceKind};
use crate::store::board::{self, RoomRow, Slot};
use crate::store::{check_ins, preparing, schedule};
use kernel::{Audience, Day, Days, Instant, MinuteOfDay, Period, PersonId};
use offers::PlanContract;
use platform::messages::Argument;
use platform::web::Visit;
use platform::{Fault, place};
use std::collections::{BTreeMap, BTreeSet};

/// What the board shows, in words.
pub(super) struct Board {
    /// The civil day.
    pub(super) today: Day,
    /// Who is in the house, the last to come first.
    pub(super) here: Vec<Guest>,
    /// Who came for a morning that is over, and may still be here.
    pub(super) over: Vec<Guest>,
    /// Who has left.
    pub(super) gone: Vec<Guest>,
    /// Who has not come yet.
    pub(super) expected: Vec<Expected>,
    /// How many things are still to be prepared for today's bookings.
    pub(super) to_prepare: usize,
    /// The rooms, in their order.
    pub(super) rooms: Vec<RoomLine>,
}

/// Somebody who came today.
pub(super) struct Guest {
    /// Who.
    pub(super) person: PersonId,
    /// Their name.
    pub(super) name: String,
    /// When they came.
    pub(super) since: String,
    /// Where they stand.
    pub(super) here: Here,
    /// What they hold.
    pub(super) holding: String,
    /// What they owe.
    pub(super) owes: Option<String>,
}

/// Somebody expected today.
pub(super) struct Expected {
    /// Their name.
    pub(super) name: String,
    /// What to search to check them in, when they have a record.
    pub(super) search: Option<String>,
    /// From when; empty for who may come at any hour.
    pub(super) when: String,
    /// The hours, the room and what for, or the plan.
    pub(super) what: String,
}

/// A room now and next.
pub(super) struct RoomLine {
    /// Its name.
    pub(super) name: String,
    /// The floor.
    pub(super) level: String,
    /// `success`, `warning` or `neutral`.
    pub(super) state: &'static str,
    /// Free or busy.
    pub(super) word: String,
    /// Until when, and by whom.
    pub(super) now: String,
    /// What comes next today.
    pub(super) next: String,
}

struct Facts {
    today: Day,
    now: Instant,
    clock: MinuteOfDay,
    midday: MinuteOfDay,
    check_ins: Vec<CheckIn>,
    names: BTreeMap<PersonId, String>,
    holdings: BTreeMap<PersonId, Holding>,
    slots: Vec<Slot>,
    rooms: Vec<RoomRow>,
    residents: Vec<PlanContract>,
    to_prepare: usize,
    /// When each room is open to members today.
    open: BTreeMap<ResourceId, Vec<Period>>,
    /// When each room cannot be had because of what else is taken.
    bound: BTreeMap<ResourceId, Vec<Period>>,
    /// The end of the civil day.
    midnight: Instant,
}

/// Reads the day as it stands now.
pub(super) async fn load(visit: &Visit) -> Result<Board, Fault> {
    let facts = visit
        .read(|tx, actor| {
            let place = actor.place;
            let zone = place::get(tx, place)?.zone;
            let (now, today) = (tx.now(), tx.today(&zone));
            let check_ins: Vec<CheckIn> = check_ins::of_day(tx, place, today)?
                .into_iter()
                .filter(CheckIn::is_open)
                .collect();
            let slots = board::slots(tx, place, zone.day_bounds(today))?;
            let people: Vec<PersonId> = check_ins.iter().map(|one| one.person).collect();
            let holdings = holdings(tx, place, &people, today)?;
            let rooms = board::rooms(tx, place)?;
            let schedule = schedule::schedule(tx, place, zone.day_bounds(today))?;
            let hours = |room: &RoomRow| schedule.open(room.id, Audience::Nomad, &zone, Days::one(today));
            let bound = bound(&rooms, &slots, &schedule.bonds);
            let open = rooms.iter().map(|room| (room.id, hours(room))).collect();
            let residents = offers::residents_on(tx, place, today)?;
            let booked = slots.iter().filter_map(|slot| slot.person);
            let held = residents.iter().map(|contract| contract.person);
            let all: Vec<PersonId> = people.iter().copied().chain(booked).chain(held).collect();
            let prepared = preparing::beginning(tx, place, zone.day_bounds(today))?;
            Ok::<_, Fault>(Facts {
                to_prepare: prepared.iter().map(Prepared::left).sum(),
                today,
                now,
                clock: zone.minute_of(now),
                midday: midday(tx, place)?,
                names: people::names_of(tx, place, &all)?,
                midnight: zone.day_bounds(today).end(),
                open,
                bound,
                rooms,
                check_ins,
                holdings,
                slots,
                residents,
            })
        })
        .await?;
    Ok(Board::told(visit, &facts))
}

impl Board {
    fn told(visit: &Visit, facts: &Facts) -> Self {
        let mut board = Self {
            today: facts.today,
            here: Vec::new(),
            over: Vec::new(),
            gone: Vec::new(),
            expected: expected(visit, facts),
            to_prepare: facts.to_prepare,
            rooms: facts
                .rooms
                .iter()
                .map(|room| room_line(visit, facts, room))
                .collect(),
        };
        for (person, of_day) in by_person(&facts.check_ins) {
            let (Some(last), Some(here)) = (of_day.last(), here(visit, &of_day)) else {
                continue;
            };
            let shelf = match last.presence(facts.clock, facts.midday) {
                Presence::Here => &mut board.here,
                Presence::HalfOver => &mut board.over,
                Presence::Left => &mut board.gone,
            };
            shelf.push(guest(visit, facts, person, &of_day, here));
        }
        board
    }

    /// How many are in the house, those whose morning is over among them.
    pub(super) fn count(&self) -> usize {
        self.here.len() + self.over.len()
    }
}

/// The check-ins of each person, the last to come first.
fn by_person(check_ins: &[CheckIn]) -> Vec<(PersonId, Vec<CheckIn>)> {
    let mut people: Vec<(PersonId, Vec<CheckIn>)> = Vec::new();
    for one in check_ins {
        match people.iter_mut().find(|(person, _)| *person == one.person) {
            Some((_, of_day)) => of_day.push(one.clone()),
            None => people.push((one.person, vec![one.clone()])),
        }
    }
    people.reverse();
    people
}

fn guest(visit: &Visit, facts: &Facts, person: PersonId, of_day: &[CheckIn], here: Here) -> Guest {
    let held = facts.holdings.get(&person);
    let since = of_day.first().map(|first| visit.words().time(first.arrived_at));
    Guest {
        person,
        name: name(facts, person),
        since: since.unwrap_or_default(),
        here,
        holding: held.map(|held| held.words(visit)).unwrap_or_default(),
        owes: held.and_then(|held| held.owes(visit)),
    }
}

fn expected(visit: &Visit, facts: &Facts) -> Vec<Expected> {
    let came: BTreeSet<PersonId> = facts.check_ins.iter().map(|one| one.person).collect();
    let awaited = facts.slots.iter().filter(|slot| {
        slot.period.end() > facts.now && slot.person.is_none_or(|person| !came.contains(&person))
    });
    let lines = awaited.map(|slot| Expected {
        search: slot.person.map(|person| name(facts, person)),
        name: booker(facts, slot),
        when: visit.words().time(slot.period.start()),
        what: [
            visit.words().hours(slot.period),
            slot.resource_name.to_string(),
            slot.title.clone(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
    });
    let mut all: Vec<Expected> = lines.collect();
    let booked: BTreeSet<PersonId> = facts.slots.iter().filter_map(|slot| slot.person).collect();
    let mut residents: Vec<Expected> = facts
        .residents
        .iter()
        .filter(|contract| !came.contains(&contract.person) && !booked.contains(&contract.person))
        .map(|contract| Expected {
            search: Some(name(facts, contract.person)),
            name: name(facts, contract.person),
            when: String::new(),
            what: contract.plan_name.clone(),
        })
        .collect();
    residents.sort_by(|one, other| one.name.cmp(&other.name));
    all.extend(residents);
    all
}

/// The hours of the bookings that keep each room from being taken without being its own.
fn bound(rooms: &[RoomRow], slots: &[Slot], bonds: &Bonds) -> BTreeMap<ResourceId, Vec<Period>> {
    let of = |room: &RoomRow| {
        let others: BTreeSet<ResourceId> = bonds.of_one(room.id).collect();
        let taken = slots.iter().filter(|slot| others.contains(&slot.resource));
        (room.id, taken.map(|slot| slot.period).collect())
    };
    rooms.iter().map(of).collect()
}

fn room_line(visit: &Visit, facts: &Facts, room: &RoomRow) -> RoomLine {
    let slots: Vec<&Slot> = facts
        .slots
        .iter()
        .filter(|slot| slot.resource == room.id)
        .collect();
    let periods: Vec<Period> = slots.iter().map(|slot| slot.period).collect();
    let at = |key, time: Instant| visit.text_with(key, &[("time", Argument::from(visit.words().time(time)))]);
    let open = facts.open.get(&room.id).map(Vec::as_slice).unwrap_or_default();
    // What else is taken takes every unit.
    let bound = facts.bound.get(&room.id).into_iter().flatten();
    let each = usize::try_from(room.units).unwrap_or_default();
    let all: Vec<Period> = periods
        .into_iter()
        .chain(bound.flat_map(|period| std::iter::repeat_n(*period, each)))
        .collect();
    let (state, word, until) = match room_now(room.units, &all, facts.now).while_open(open, facts.now) {
        RoomNow::Closed { opens } => (
            "neutral",
            visit.text("spaces-closed"),
            opens.map_or_else(
                || visit.text("spaces-desk-room-closed"),
                |opens| at("spaces-desk-room-opens", opens),
            ),
        ),
        RoomNow::Busy { until } => (
            "warning",
            visit.text("spaces-desk-room-busy"),
            at("spaces-desk-room-until", until),
        ),
        RoomNow::Free { until: Some(until) } if until < facts.midnight => (
            "success",
            visit.text("spaces-desk-room-free"),
            at("spaces-desk-room-until", until),
        ),
        RoomNow::Free { .. } => (
            "success",
            visit.text("spaces-desk-room-free"),
            visit.text("spaces-desk-room-rest-of-day"),
        ),
    };
    let (now, next) = around(visit, facts, room, &slots);
    RoomLine {
        name: room.name.to_string(),
        level: room.level.clone(),
        state,
        word,
        now: if now.is_empty() {
            until
        } else {
            format!("{until} · {now}")
        },
        next,
    }
}

/// Who is in a room now, and who comes next; of a pool, how many units are taken.
fn around(visit: &Visit, facts: &Facts, room: &RoomRow, slots: &[&Slot]) -> (String, String) {
    let current: Vec<&&Slot> = slots
        .iter()
        .filter(|slot| slot.period.contains(facts.now))
        .collect();
    if room.units > 1 || room.kind == ResourceKind::DeskPool {
        let taken = [
            ("taken", Argument::from(current.len())),
            ("units", Argument::from(room.units)),
        ];
        return (visit.text_with("spaces-desk-units-taken", &taken), String::new());
    }
    let now = current
        .first()
        .map(|slot| booker(facts, slot))
        .unwrap_or_default();
    let next = slots.iter().find(|slot| slot.period.start() > facts.now);
    let next = next.map(|slot| {
        let booker = booker(facts, slot);
        let name = if booker.is_empty() {
            visit.text("spaces-house")
        } else {
            booker
        };
        let told = [
            ("hours", Argument::from(visit.words().hours(slot.period))),
            ("name", Argument::from(name)),
        ];
        visit.text_with("spaces-desk-room-next", &told)
    });
    (now, next.unwrap_or_default())
}

fn booker(facts: &Facts, slot: &Slot) -> String {
    match slot.person {
        Some(person) => name(facts, person),
        None => slot.caller.clone(),
    }
}

fn name(facts: &Facts, person: PersonId) -> String {
    facts.names.get(&person).cloned().unwrap_or_default()
}
