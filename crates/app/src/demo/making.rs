//! A year lived, from the first morning to this one.

use super::Scenario;
use super::acts::carry_out;
use super::agenda::{Agenda, Deed};
use super::chance::Chance;
use super::community;
use super::directory;
use super::events;
use super::floors;
use super::hires;
use super::joining;
use super::known::Known;
use super::network;
use super::opening;
use super::payments;
use super::plans;
use super::privacy;
use super::programs;
use super::rooms;
use super::story::Story;
use super::{coupons, reduced};
use crate::composition;
use billing::BeforeBilling;
use kernel::{Instant, Month, Role};
use platform::Fault;
use platform::database::Database;
use platform::mail::{self, Sender};
use press::Press;
use std::sync::Arc;

/// How far the making is, told once a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The month that begins.
    pub month: Month,
    /// Deeds done and to do, in hundredths.
    pub hundredths: i64,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// People known.
    pub people: usize,
    /// Check-ins that count.
    pub check_ins: usize,
    /// Bookings, those to come among them.
    pub bookings: usize,
    /// Invoices issued.
    pub invoices: usize,
    /// Payments received, and cheques taken back.
    pub payments: usize,
}

/// Makes the demonstration in an open and empty database whose clock is fixed. Without a press, no PDF and no mail is made.
///
/// # Errors
/// A fault that names the deed that could not be done: the story and the rules of the house disagree.
pub fn make(
    db: &Database,
    scenario: &Scenario,
    press: Option<&Press>,
    tell: &dyn Fn(Step),
) -> Result<Made, Fault> {
    if !db.clock().is_fixed() {
        return Err(Fault::internal(
            "a demonstration is made by a clock that can be moved",
        ));
    }
    let story = Arc::new(Story::draw(
        scenario,
        &composition::grants(),
        db.entropy().bytes(),
    )?);
    db.clock().set(story.year.at(story.year.first(), 6 * 60));
    let opened = story.clone();
    let known = db.write_blocking(move |tx| {
        let known = opening::open(tx, &opened)?;
        opening::show_logins(tx, &opened, &known)?;
        Ok::<_, Fault>(known)
    })?;
    let agenda = Agenda::of(&story);
    let chance = Chance::new(scenario.seed, "payments");
    let mut making = Making {
        db,
        story,
        press,
        known,
        agenda,
        chance,
        made: Made::default(),
    };
    making.live(tell)?;
    making.tell_directory()?;
    making.draw_floors()?;
    making.plan_rooms()?;
    joining::tell(db, &making.story, &making.known)?;
    plans::tell(db, &making.story, &making.known)?;
    let meetings = events::tell(db, &making.story, &making.known)?;
    community::tell(db, &making.story, &making.known, &meetings)?;
    privacy::tell(db, &making.story, &making.known)?;
    reduced::tell(db, &making.story, &making.known)?;
    coupons::tell(db, &making.story, &making.known)?;
    programs::tell(db, &making.story, &making.known)?;
    network::tell(db, &making.story, &making.known)?;
    hires::tell(db, &making.story, &making.known)?;
    let (known, made) = (making.known, making.made);
    Ok(Made {
        people: known.people.len(),
        check_ins: known.check_ins.len(),
        bookings: known.bookings.len(),
        ..made
    })
}

struct Making<'a> {
    db: &'a Database,
    story: Arc<Story>,
    press: Option<&'a Press>,
    known: Known,
    agenda: Agenda,
    chance: Chance,
    made: Made,
}

impl Making<'_> {
    fn live(&mut self, tell: &dyn Fn(Step)) -> Result<(), Fault> {
        let (mut done, mut month) = (0_usize, None);
        loop {
            if let Some((at, month)) = self.agenda.next_closing() {
                self.close_month(at, month)?;
                continue;
            }
            let deeds = self.agenda.next_day(&self.story);
            let Some((at, _)) = deeds.first() else { break };
            let of = self.story.year.zone.day_of(*at).month_of();
            if month.replace(of) != Some(of) {
                let all = done.saturating_add(self.agenda.len()).saturating_add(deeds.len());
                tell(Step {
                    month: of,
                    hundredths: hundredths(done, all),
                });
            }
            done = done.saturating_add(deeds.len());
            self.live_day(deeds)?;
        }
        self.db.clock().set(self.story.year.end());
        Ok(())
    }

    /// What people say of themselves, at the end of the year.
    fn tell_directory(&self) -> Result<(), Fault> {
        let (story, known) = (self.story.clone(), self.known.clone());
        self.db
            .write_blocking(move |tx| directory::tell(tx, &story, &known))
    }

    /// Where the spaces stand, with those of the end of the year.
    fn draw_floors(&self) -> Result<(), Fault> {
        let (story, known) = (self.story.clone(), self.known.clone());
        self.db.write_blocking(move |tx| floors::draw(tx, &story, &known))
    }

    /// What the rooms show of the time to come, at the end of the year.
    fn plan_rooms(&self) -> Result<(), Fault> {
        let (story, known) = (self.story.clone(), self.known.clone());
        self.db.write_blocking(move |tx| {
            rooms::open_wall(tx, &story, &known)?;
            super::kinds::add(tx, &story, &known)?;
            rooms::repeat_evenings(tx, &story, &known)?;
            super::preparing::lay_out(tx, &story, &known)?;
            rooms::wait_for_hours(tx, &story, &known)?;
            super::preparing::offer_extras(tx, &story, &known)?;
            super::preparing::ask_for_them(tx, &story, &known)?;
            super::invited::invite(tx, &known)?;
            super::guests::show_rooms(tx, &story, &known)?;
            super::guests::come_from_outside(tx, &story, &known)
        })
    }

    /// The deeds of a day, in one transaction that follows the clock from one to the next.
    fn live_day(&mut self, deeds: Vec<(Instant, Deed)>) -> Result<(), Fault> {
        let payments = deeds
            .iter()
            .filter(|(_, deed)| matches!(deed, Deed::Receives(_) | Deed::Bounces(..)))
            .count();
        let (story, before) = (self.story.clone(), self.known.clone());
        let clock = self.db.clock().clone();
        let (known, follows) = self.db.write_blocking(move |tx| {
            let (mut known, mut follows) = (before.clone(), Vec::new());
            for (at, deed) in &deeds {
                clock.set(*at);
                tx.follow_fixed_clock();
                let done = carry_out(tx, &story, &mut known, deed);
                follows.extend(done.map_err(|fault| Fault::Internal(format!("{deed:?} at {at}: {fault}")))?);
            }
            Ok::<_, Fault>((known, follows))
        })?;
        self.known = known;
        self.made.payments = self.made.payments.saturating_add(payments);
        for (at, deed) in follows {
            self.agenda.add(&self.story, at, deed);
        }
        Ok(())
    }

    /// Issues the invoices of a month, shows their letters as gone, and draws how each invoice will be paid.
    fn close_month(&mut self, at: Instant, month: Month) -> Result<(), Fault> {
        self.db.clock().set(at);
        let director = self.known.holder(&self.story, Role::ManagingDirector)?;
        let hooks = composition::capabilities()
            .into_iter()
            .filter_map(|capability| capability.before_billing);
        let hooks = BeforeBilling::new(hooks);
        billing::issue_run_blocking(self.db, self.press, &director, month, &hooks)
            .map_err(|failure| Fault::Internal(format!("closing {month}: {}", failure.unexpected())))?;
        let place = self.known.place;
        let issued = self
            .db
            .read_blocking(move |tx| billing::issued_invoices(tx, place))?;
        for invoice in issued.iter().skip(self.made.invoices) {
            payments::plan(&mut self.agenda, &self.story, invoice, &mut self.chance);
        }
        self.made.invoices = issued.len();
        self.db.clock().set(at.plus_minutes(1));
        mail::deliver_due(self.db, &Sender::Shown, || true)?;
        Ok(())
    }
}

fn hundredths(done: usize, all: usize) -> i64 {
    let share = done.saturating_mul(100).checked_div(all).unwrap_or_default();
    i64::try_from(share).unwrap_or_default()
}
