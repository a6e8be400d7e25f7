//! The collective moments of the year and those to come, as `events.toml` says: announced, registered for, counted.

use super::known::Known;
use super::rooms;
use super::story::Story;
use events::{EventFacts, EventId, EventKind, NewEvent, OpenTo};
use kernel::{Actor, Day, MinuteOfDay, Period, Role, Weekday};
use platform::clock::Clock;
use platform::database::{Database, Tx};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Debug, Clone, Deserialize)]
struct Script {
    rhythms: Vec<Rhythm>,
    coming: Vec<Coming>,
}

#[derive(Debug, Clone, Deserialize)]
struct Rhythm {
    kind: String,
    title: String,
    body: String,
    weekday: String,
    weeks: i64,
    starts: String,
    ends: String,
    venue: String,
    open_to: String,
    capacity: Option<i64>,
    guests: i64,
    /// How many members register for each.
    came: usize,
    /// How many come without, more or less.
    walk_ins: i64,
}

#[derive(Debug, Clone, Deserialize)]
struct Coming {
    kind: String,
    title: String,
    body: String,
    /// Days after the end of the year lived.
    days: i64,
    starts: String,
    ends: String,
    /// The key of a room; empty for none.
    room: String,
    venue: String,
    host: String,
    open_to: String,
    /// 0 for no limit.
    capacity: i64,
    guests: i64,
    #[serde(default)]
    draft: bool,
    registers: Vec<String>,
}

/// How many weeks of the year lived are told, and how many are announced ahead.
const BACK_WEEKS: i64 = 40;
const AHEAD_WEEKS: i64 = 5;

/// A Pow-Wow of the demonstration.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    pub(super) event: EventId,
    pub(super) period: Period,
}

/// Everything of `events.toml`, each moment at its time; the Pow-Wows among them, in order.
pub(super) fn tell(db: &Database, story: &Arc<Story>, known: &Known) -> Result<Vec<Meeting>, Fault> {
    let script: Script = toml::from_str(include_str!("events.toml")).map_err(Fault::internal)?;
    let team = known.holder(story, Role::ManagingDirector)?;
    let members = present(story, known)?;
    let (end, story, known) = (story.year.end(), story.clone(), known.clone());
    let clock = db.clock().clone();
    let told = db.write_blocking(move |tx| {
        let year = Telling {
            story: &story,
            known: &known,
            team: &team,
            members: &members,
            clock: &clock,
        };
        let mut meetings = Vec::new();
        for rhythm in &script.rhythms {
            meetings.extend(year.repeat(tx, rhythm)?);
        }
        clock.set(end);
        tx.follow_fixed_clock();
        for coming in &script.coming {
            year.announce(tx, coming)?;
        }
        Ok::<_, Fault>(meetings)
    });
    db.clock().set(end);
    told
}

/// Those who still come and may sign in, in the order of the cast.
fn present(story: &Story, known: &Known) -> Result<Vec<(String, Actor)>, Fault> {
    let inside = story
        .cast
        .all()
        .filter(|(who, one)| one.until.is_none() && known.accounts.contains_key(who));
    inside
        .map(|(who, one)| Ok((one.name.full(), known.actor(story, who)?)))
        .collect()
}

struct Telling<'a> {
    story: &'a Story,
    known: &'a Known,
    team: &'a Actor,
    members: &'a [(String, Actor)],
    clock: &'a Clock,
}

impl Telling<'_> {
    /// What comes back: announced a week before, registered for by some, counted; the next ones are announced already.
    fn repeat(&self, tx: &mut Tx<'_>, rhythm: &Rhythm) -> Result<Vec<Meeting>, Fault> {
        let mut meetings = Vec::new();
        let (zone, end) = (&self.story.year.zone, self.story.year.end());
        let weekday = Weekday::parse(&rhythm.weekday).map_err(Fault::internal)?;
        let monday = zone.day_of(end).monday_of_week();
        let first = monday.plus_days(i64::from(weekday.number()).saturating_sub(1));
        for week in (-BACK_WEEKS..=AHEAD_WEEKS).filter(|week| week.rem_euclid(rhythm.weeks) == 0) {
            let day = first.plus_days(week.saturating_mul(7));
            let period = self.hours(day, &rhythm.starts, &rhythm.ends)?;
            self.at(tx, period.start().plus_minutes(-7 * 24 * 60).min(end));
            if period.start() <= tx.now() {
                continue;
            }
            let facts = EventFacts {
                kind: EventKind::parse(&rhythm.kind).map_err(Fault::internal)?,
                title: rhythm.title.clone(),
                body: rhythm.body.clone(),
                period,
                venue: rhythm.venue.clone(),
                host: String::new(),
                open_to: OpenTo::parse(&rhythm.open_to).map_err(Fault::internal)?,
                registers: rhythm.came > 0,
                capacity: rhythm.capacity,
                guests: rhythm.guests,
                product: None,
                price: None,
            };
            let event = self.write_down(tx, facts, None)?;
            events::publish_event(tx, self.team, event).map_err(Failure::unexpected)?;
            self.live(tx, event, (rhythm, week), period)?;
            if rhythm.kind == EventKind::Powwow.code() {
                meetings.push(Meeting { event, period });
            }
        }
        Ok(meetings)
    }

    /// Who registers, who comes. The numbers go up and down with the weeks.
    fn live(
        &self,
        tx: &mut Tx<'_>,
        event: EventId,
        (rhythm, week): (&Rhythm, i64),
        period: Period,
    ) -> Result<(), Fault> {
        let swing = week.saturating_mul(7).rem_euclid(5);
        let skip = usize::try_from(week.saturating_mul(3).rem_euclid(11)).unwrap_or_default();
        let wanted = rhythm
            .came
            .saturating_sub(usize::try_from(swing).unwrap_or_default());
        let mut seated = Vec::new();
        for (_, member) in self
            .members
            .iter()
            .cycle()
            .skip(skip)
            .take(wanted.min(self.members.len()))
        {
            if let Ok(one) = tx.attempt(|tx| events::register(tx, member, event, 0, None)) {
                seated.push(one.id);
            }
        }
        if period.end() >= self.story.year.end() {
            return Ok(());
        }
        self.at(tx, period.end());
        for (number, one) in seated.into_iter().enumerate() {
            let came = i64::from(number % 6 != 5);
            events::note_attendance(tx, self.team, one, Some(came)).map_err(Failure::unexpected)?;
        }
        let people = rhythm.walk_ins.saturating_add(swing);
        events::count_walk_ins(tx, self.team, event, people).map_err(Failure::unexpected)
    }

    fn announce(&self, tx: &mut Tx<'_>, coming: &Coming) -> Result<(), Fault> {
        let today = self.story.year.zone.day_of(tx.now());
        let facts = EventFacts {
            kind: EventKind::parse(&coming.kind).map_err(Fault::internal)?,
            title: coming.title.clone(),
            body: coming.body.clone(),
            period: self.hours(today.plus_days(coming.days), &coming.starts, &coming.ends)?,
            venue: coming.venue.clone(),
            host: coming.host.clone(),
            open_to: OpenTo::parse(&coming.open_to).map_err(Fault::internal)?,
            registers: true,
            capacity: Some(coming.capacity).filter(|seats| *seats > 0),
            guests: coming.guests,
            product: None,
            price: None,
        };
        let room = Some(coming.room.as_str()).filter(|key| !key.is_empty());
        let event = self.write_down(tx, facts, room)?;
        if coming.draft {
            return Ok(());
        }
        events::publish_event(tx, self.team, event).map_err(Failure::unexpected)?;
        for name in &coming.registers {
            if let Some((_, member)) = self.members.iter().find(|(known, _)| known == name) {
                let done = tx.attempt(|tx| events::register(tx, member, event, 0, None));
                match done {
                    Ok(_) | Err(Failure::Refused(_) | Failure::Fault(Fault::NotFound)) => {}
                    Err(Failure::Fault(fault)) => return Err(fault),
                }
            }
        }
        Ok(())
    }

    /// In the room, if it is free then; else it is said where.
    fn write_down(&self, tx: &mut Tx<'_>, facts: EventFacts, room: Option<&str>) -> Result<EventId, Fault> {
        if let Some(key) = room {
            let new = NewEvent {
                facts: facts.clone(),
                rooms: vec![rooms::room(self.story, self.known, key)?],
                overriding: true,
            };
            match tx.attempt(|tx| events::create_event(tx, self.team, &new)) {
                Ok(event) => return Ok(event),
                Err(Failure::Refused(_)) => {}
                Err(Failure::Fault(fault)) => return Err(fault),
            }
        }
        let venue = if facts.venue.is_empty() {
            "Rez-de-chaussée".to_owned()
        } else {
            facts.venue.clone()
        };
        let new = NewEvent {
            facts: EventFacts { venue, ..facts },
            rooms: vec![],
            overriding: false,
        };
        events::create_event(tx, self.team, &new).map_err(Failure::unexpected)
    }

    fn hours(&self, day: Day, starts: &str, ends: &str) -> Result<Period, Fault> {
        let zone = &self.story.year.zone;
        let at = |text: &str| {
            let minute = MinuteOfDay::parse(text).map_err(Fault::internal)?;
            Ok::<_, Fault>(zone.instant(day, minute))
        };
        Period::new(at(starts)?, at(ends)?).map_err(Fault::internal)
    }

    fn at(&self, tx: &mut Tx<'_>, moment: kernel::Instant) {
        self.clock.set(moment);
        tx.follow_fixed_clock();
    }
}
