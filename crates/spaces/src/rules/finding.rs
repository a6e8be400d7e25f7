//! Which room suits best: large enough but no larger than needed, then the cheapest; and when, inside the hours somebody has.
//!
//! The hours that a booking may not touch are those of another one, widened by the longer of the two buffers that meet: what follows
//! begins after the cleaning of the one and its own setting up have both found their time (RULES 7).

use super::availability::{Buffers, Occupation, full_or_bound, left};
use super::booking_window::BookingWindow;
use super::resource::{ResourceFacts, ResourceKind};
use kernel::{Instant, Money, Period, Zone, fold};

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How many people come.
    pub people: i64,
    /// Which kind of space; none for any where people meet.
    pub kind: Option<ResourceKind>,
    /// What must be in it, as typed.
    pub things: Vec<String>,
    /// How long, in minutes.
    pub minutes: i64,
}

/// What a space lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing.
    Nothing,
    /// Some of the things.
    Things,
    /// Seats, or it is of another kind: it is not offered at all.
    Itself,
}

impl Wish {
    /// What a space lacks of it.
    #[must_use]
    pub fn lacks(&self, facts: &ResourceFacts) -> Lack {
        let kind = match self.kind {
            Some(kind) => facts.kind == kind,
            None => facts.kind.is_for_meeting(),
        };
        if !kind || facts.seats().is_some_and(|seats| seats < self.people) {
            return Lack::Itself;
        }
        let lines: Vec<String> = facts.equipment_lines().map(fold).collect();
        let has = |thing: &String| {
            let wanted = fold(thing);
            lines
                .iter()
                .any(|line| wanted.split(' ').all(|word| line.contains(word)))
        };
        if self.things.iter().all(has) {
            Lack::Nothing
        } else {
            Lack::Things
        }
    }
}

/// A space during the hours looked at.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// Its units.
    pub units: i64,
    /// Its buffers.
    pub buffers: Buffers,
    /// When it is open.
    pub open: Vec<Period>,
    /// The limits.
    pub window: BookingWindow,
    /// What is booked on it.
    pub own: &'a [Occupation],
    /// What is booked on spaces bound to it.
    pub bound: &'a [Occupation],
}

impl Candidate<'_> {
    /// The hours that a booking may use, in order.
    #[must_use]
    pub fn free(&self) -> Vec<Period> {
        let own: Vec<Period> = self.own.iter().map(|one| self.around(*one)).collect();
        let bound = self.bound.iter().map(|one| self.around(*one)).collect();
        left(self.open.clone(), &full_or_bound(self.units, &own, bound))
    }

    /// The hours that a booking may not touch because of another one.
    fn around(&self, other: Occupation) -> Period {
        let (hours, whole) = (other.hours(), other.whole());
        let before = hours
            .start()
            .since(whole.start())
            .minutes()
            .max(self.buffers.after);
        let after = whole.end().since(hours.end()).minutes().max(self.buffers.before);
        hours.widen(before, after)
    }

    /// The first hours of that length inside `within` that are free and keep to the limits.
    #[must_use]
    pub fn earliest(&self, within: Period, minutes: i64, now: Instant, zone: &Zone) -> Option<Period> {
        let soonest = now.plus_minutes(self.window.minimum_notice);
        self.free()
            .into_iter()
            .filter_map(|free| free.intersection(within))
            .filter_map(|free| {
                let start = on_step(free.start().max(soonest), self.window.step_minutes, zone);
                Period::new(start, start.plus_minutes(minutes))
                    .ok()
                    .filter(|period| free.contains_period(*period))
            })
            .find(|period| self.window.admits(*period, now, zone).is_ok())
    }
}

/// The first moment from `from` on whose time on the clock is a multiple of so many minutes.
fn on_step(from: Instant, step: i64, zone: &Zone) -> Instant {
    let whole = Instant::from_seconds((from.seconds() + 59).div_euclid(60) * 60);
    let whole = if whole < from {
        whole.plus_minutes(1)
    } else {
        whole
    };
    let past = i64::from(zone.minute_of(whole).minutes()).rem_euclid(step.max(1));
    if past == 0 {
        whole
    } else {
        whole.plus_minutes(step - past)
    }
}

/// The order in which spaces that fit are offered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The smallest that suffices first.
    pub capacity: i64,
    /// Then the cheapest.
    pub price: Money,
    /// Then the soonest.
    pub starts: Instant,
    /// Then as the place orders them.
    pub position: i64,
}
