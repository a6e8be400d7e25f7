//! What people do together, as `community.toml` says: the council and what is proposed to it, the Pow-Wow, workshops of members.

use super::events::Meeting;
use super::known::Known;
use super::story::Story;
use billing::{Basis, Family, NewProduct, Product, VatCategory};
use events::{EventFacts, EventKind, Idea, NewEvent, NewPoint, OpenTo, Terms};
use kernel::{Actor, Day, Id, MinuteOfDay, Money, Period, PersonId, Rate, Role};
use platform::clock::Clock;
use platform::database::{Database, Tx};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Debug, Clone, Deserialize)]
struct Script {
    council: Vec<String>,
    proposals: Vec<ProposalLine>,
    points: Vec<PointLine>,
    motions: Vec<MotionLine>,
    workshops: Vec<WorkshopLine>,
}

#[derive(Debug, Clone, Deserialize)]
struct ProposalLine {
    name: String,
    title: String,
    body: String,
    wish: String,
    /// Said among the council; empty for nothing.
    said: String,
    question: String,
    outcome: String,
    reason: String,
}

#[derive(Debug, Clone, Deserialize)]
struct PointLine {
    /// 0 for the next meeting, -1 for the last one held.
    meeting: i64,
    name: String,
    title: String,
    body: String,
    minutes: i64,
    notes: String,
    decision: String,
    owner: String,
    /// Days after the meeting.
    due: i64,
    done: bool,
}

#[derive(Debug, Clone, Deserialize)]
struct MotionLine {
    name: String,
    title: String,
    body: String,
    seconds: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct WorkshopLine {
    name: String,
    title: String,
    body: String,
    /// Days from the end of the year lived.
    days: i64,
    price: i64,
    share: String,
    registers: Vec<String>,
    paid: bool,
}

/// Everything of `community.toml`, each act at its time.
pub(super) fn tell(
    db: &Database,
    story: &Arc<Story>,
    known: &Known,
    meetings: &[Meeting],
) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("community.toml")).map_err(Fault::internal)?;
    let team = known.holder(story, Role::ManagingDirector)?;
    let mut members = Vec::new();
    for (who, one) in story.cast.all() {
        if one.until.is_none() && known.accounts.contains_key(&who) {
            members.push((one.name.full(), known.person(who)?, known.actor(story, who)?));
        }
    }
    let (end, story, meetings) = (story.year.end(), story.clone(), meetings.to_vec());
    let clock = db.clock().clone();
    let told = db.write_blocking(move |tx| {
        let house = Together {
            story: &story,
            team: &team,
            members: &members,
            clock: &clock,
        };
        for line in &script.points {
            house.point(tx, line, &meetings)?;
        }
        let product = sell(tx, &Actor::system(team.place))?;
        for line in &script.workshops {
            house.workshop(tx, line, product)?;
        }
        house.at(tx, end);
        house.name_council(tx, &script.council)?;
        for line in &script.proposals {
            house.propose(tx, line)?;
        }
        for line in &script.motions {
            house.motion(tx, line)?;
        }
        Ok::<_, Fault>(())
    });
    db.clock().set(end);
    told
}

/// The product by which seats of workshops are charged.
fn sell(tx: &mut Tx<'_>, system: &Actor) -> Result<Id<Product>, Fault> {
    let product = NewProduct {
        code: "ATELIER".to_owned(),
        name: "Atelier tenu par un membre".to_owned(),
        family: Family::Other,
        vat_category: VatCategory::Standard,
        basis: Basis::Gross,
        account_code: String::new(),
    };
    billing::create_product(tx, system, product).map_err(Failure::unexpected)
}

struct Together<'a> {
    story: &'a Story,
    team: &'a Actor,
    members: &'a [(String, PersonId, Actor)],
    clock: &'a Clock,
}

impl Together<'_> {
    /// The person of that name, if they still come.
    fn one(&self, name: &str) -> Option<(PersonId, &Actor)> {
        let found = self.members.iter().find(|(known, ..)| known == name);
        found.map(|(_, person, actor)| (*person, actor))
    }

    fn at(&self, tx: &mut Tx<'_>, moment: kernel::Instant) {
        self.clock.set(moment);
        tx.follow_fixed_clock();
    }

    fn name_council(&self, tx: &mut Tx<'_>, names: &[String]) -> Result<(), Fault> {
        let today = self.story.year.zone.day_of(tx.now());
        for (person, _) in names.iter().filter_map(|name| self.one(name)) {
            let days = (today, Some(today.plus_days(365)));
            events::name_councillor(tx, self.team, person, days).map_err(Failure::unexpected)?;
        }
        Ok(())
    }

    fn propose(&self, tx: &mut Tx<'_>, line: &ProposalLine) -> Result<(), Fault> {
        let Some((_, actor)) = self.one(&line.name) else {
            return Ok(());
        };
        let idea = Idea {
            title: line.title.clone(),
            body: line.body.clone(),
            wish: line.wish.clone(),
        };
        let one = events::propose(tx, actor, &idea)?;
        for (asks, body) in [(false, &line.said), (true, &line.question)] {
            if !body.is_empty() {
                events::remark(tx, self.team, one.id, (asks, body)).map_err(Failure::unexpected)?;
            }
        }
        match line.outcome.as_str() {
            "accepted" => {
                let today = self.story.year.zone.day_of(tx.now());
                let new = NewEvent {
                    facts: self.facts(line.title.clone(), line.body.clone(), today.plus_days(33))?,
                    rooms: vec![],
                    overriding: false,
                };
                events::accept_proposal(tx, self.team, one.id, &new).map_err(Failure::unexpected)?;
            }
            "refused" => {
                events::refuse_proposal(tx, self.team, one.id, &line.reason).map_err(Failure::unexpected)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn point(&self, tx: &mut Tx<'_>, line: &PointLine, meetings: &[Meeting]) -> Result<(), Fault> {
        let end = self.story.year.end();
        let held = meetings
            .iter()
            .filter(|meeting| meeting.period.start() <= end)
            .count();
        let wanted = i64::try_from(held)
            .unwrap_or_default()
            .saturating_add(line.meeting);
        let meeting = usize::try_from(wanted).ok().and_then(|at| meetings.get(at));
        let (Some(meeting), Some((_, actor))) = (meeting, self.one(&line.name)) else {
            return Ok(());
        };
        self.at(tx, meeting.period.start().plus_minutes(-26 * 60).min(end));
        let new = NewPoint {
            title: line.title.clone(),
            body: line.body.clone(),
            minutes: line.minutes,
        };
        let point = events::add_point(tx, actor, meeting.event, &new).map_err(Failure::unexpected)?;
        events::want_to_speak(tx, actor, point, true).map_err(Failure::unexpected)?;
        if line.notes.is_empty() || meeting.period.end() > end {
            return Ok(());
        }
        self.at(tx, meeting.period.end());
        events::note_point(tx, self.team, point, &line.notes).map_err(Failure::unexpected)?;
        let due = self
            .story
            .year
            .zone
            .day_of(meeting.period.start())
            .plus_days(line.due);
        let decided = (line.decision.as_str(), line.owner.as_str(), Some(due));
        let decision = events::decide(tx, self.team, point, decided).map_err(Failure::unexpected)?;
        if line.done {
            self.at(tx, end);
            events::decision_done(tx, self.team, decision)?;
        }
        Ok(())
    }

    fn motion(&self, tx: &mut Tx<'_>, line: &MotionLine) -> Result<(), Fault> {
        let Some((_, actor)) = self.one(&line.name) else {
            return Ok(());
        };
        let motion = events::move_motion(tx, actor, &line.title, &line.body)?;
        for (_, other) in line.seconds.iter().filter_map(|name| self.one(name)) {
            events::second_motion(tx, other, motion).map_err(Failure::unexpected)?;
        }
        Ok(())
    }

    fn workshop(&self, tx: &mut Tx<'_>, line: &WorkshopLine, product: Id<Product>) -> Result<(), Fault> {
        let (end, zone) = (self.story.year.end(), &self.story.year.zone);
        let Some((holder, _)) = self.one(&line.name) else {
            return Ok(());
        };
        let day = zone.day_of(end).plus_days(line.days);
        let facts = EventFacts {
            host: line.name.clone(),
            capacity: Some(10),
            product: Some(product),
            price: Some(Money::from_cents(line.price)),
            ..self.facts(line.title.clone(), line.body.clone(), day)?
        };
        let period = facts.period;
        self.at(tx, period.start().plus_minutes(-10 * 24 * 60).min(end));
        let new = NewEvent {
            facts,
            rooms: vec![],
            overriding: false,
        };
        let event = events::create_event(tx, self.team, &new).map_err(Failure::unexpected)?;
        events::publish_event(tx, self.team, event).map_err(Failure::unexpected)?;
        let share = Rate::parse(&line.share).map_err(Fault::internal)?;
        events::agree_workshop(tx, self.team, event, (holder, Terms::Share(share)))
            .map_err(Failure::unexpected)?;
        let mut due = Money::ZERO;
        for (_, actor) in line.registers.iter().filter_map(|name| self.one(name)) {
            let one = events::register(tx, actor, event, 0, None).map_err(Failure::unexpected)?;
            due += one.price.rate.net_from_gross(one.total());
        }
        if line.paid {
            self.at(tx, period.end());
            let member = due - due.percent(share);
            let on = zone.day_of(period.end());
            events::pay_out(tx, self.team, event, (on, member)).map_err(Failure::unexpected)?;
        }
        Ok(())
    }

    /// From six to eight in the evening, in the salon.
    fn facts(&self, title: String, body: String, day: Day) -> Result<EventFacts, Fault> {
        let at = |hour: u16| MinuteOfDay::from_minutes(hour.saturating_mul(60)).map_err(Fault::internal);
        let zone = &self.story.year.zone;
        let period = Period::new(zone.instant(day, at(18)?), zone.instant(day, at(20)?));
        Ok(EventFacts {
            kind: EventKind::Workshop,
            title,
            body,
            period: period.map_err(Fault::internal)?,
            venue: "Le salon, rez-de-chaussée".to_owned(),
            host: String::new(),
            open_to: OpenTo::Everybody,
            registers: true,
            capacity: None,
            guests: 0,
            product: None,
            price: None,
        })
    }
}
