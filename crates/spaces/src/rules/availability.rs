//! Does one more booking fit? The most that overlap at one instant decides, not the count over the range (RULES 6).
//!
//! A booking uses its resource during its own hours, and before and after them for the time it takes to set up and to
//! clean. Two neighbours' buffers may overlap each other, but one's hours never meet the other's buffers (RULES 7). So it is enough
//! to look twice: with the time after each booking added, and with the time before; neither may go past the units.

use kernel::{Instant, Period};

/// How far the buffers of a resource widen a booking, in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Buffers {
    /// Setting up, before.
    pub before: i64,
    /// Cleaning, after.
    pub after: i64,
}

impl Buffers {
    /// No buffer.
    pub const NONE: Self = Self { before: 0, after: 0 };

    /// What a booking of these hours occupies.
    #[must_use]
    pub fn around(self, hours: Period) -> Occupation {
        Occupation {
            hours,
            whole: hours.widen(self.before, self.after),
        }
    }
}

/// The time a booking takes on its resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupation {
    hours: Period,
    whole: Period,
}

impl Occupation {
    /// Hours inside a whole that holds them; a whole that does not is taken as the hours alone.
    #[must_use]
    pub fn new(hours: Period, whole: Period) -> Self {
        let whole = if whole.contains_period(hours) {
            whole
        } else {
            hours
        };
        Self { hours, whole }
    }

    /// The hours of the booking itself.
    #[must_use]
    pub const fn hours(self) -> Period {
        self.hours
    }

    /// With its buffers.
    #[must_use]
    pub const fn whole(self) -> Period {
        self.whole
    }

    pub(super) fn hours_and_after(self) -> Period {
        Period::new(self.hours.start(), self.whole.end()).unwrap_or(self.hours)
    }

    pub(super) fn before_and_hours(self) -> Period {
        Period::new(self.whole.start(), self.hours.end()).unwrap_or(self.hours)
    }

    /// Whether the two could not follow each other on one unit.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.hours_and_after().overlaps(other.hours_and_after())
            || self.before_and_hours().overlaps(other.before_and_hours())
    }
}

/// The first moment at which a resource with `units` could not also take `wanted`, or nothing when it fits.
#[must_use]
pub fn first_conflict(units: i64, occupied: &[Occupation], wanted: Occupation) -> Option<Instant> {
    let over = |shape: fn(Occupation) -> Period| {
        let taken: Vec<Period> = occupied.iter().map(|one| shape(*one)).collect();
        first_over(units.saturating_sub(1), &taken, shape(wanted))
    };
    over(Occupation::hours_and_after)
        .into_iter()
        .chain(over(Occupation::before_and_hours))
        .min()
}

/// How many units are free during the whole of `wanted`, never below zero.
#[must_use]
pub fn free_units(units: i64, occupied: &[Occupation], wanted: Occupation) -> i64 {
    let peak_of = |shape: fn(Occupation) -> Period| {
        let taken: Vec<Period> = occupied.iter().map(|one| shape(*one)).collect();
        rises(&taken, shape(wanted))
            .map(|(_, count)| count)
            .max()
            .unwrap_or(0)
    };
    let peak = peak_of(Occupation::hours_and_after).max(peak_of(Occupation::before_and_hours));
    units.saturating_sub(peak).max(0)
}

/// A booking that stands, as the proof of the units counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The time it takes.
    pub occupation: Occupation,
    /// Whether somebody went past the buffers for it: only its own hours count then.
    pub overridden: bool,
}

/// The most claims that overlap at one instant, and the first instant at which they do: by their own hours all of them, by their
/// buffers those for which nobody went past.
#[must_use]
pub fn peak(claims: &[Claim]) -> Option<(i64, Instant)> {
    let hours = most(claims.iter().map(|claim| claim.occupation.hours()));
    let bound = || {
        claims
            .iter()
            .filter(|claim| !claim.overridden)
            .map(|claim| claim.occupation)
    };
    let after = most(bound().map(Occupation::hours_and_after));
    let before = most(bound().map(Occupation::before_and_hours));
    [hours, after, before]
        .into_iter()
        .flatten()
        .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
}

/// The most of these periods that overlap, and where they first do.
fn most(periods: impl Iterator<Item = Period>) -> Option<(i64, Instant)> {
    // At one instant ends come before beginnings: back to back is no overlap.
    let mut edges: Vec<(Instant, i64)> = periods
        .flat_map(|period| [(period.end(), -1), (period.start(), 1)])
        .collect();
    edges.sort_unstable();
    let mut count = 0;
    let counts = edges.into_iter().map(|(at, step)| {
        count += step;
        (count, at)
    });
    counts.max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
}

fn first_over(limit: i64, taken: &[Period], wanted: Period) -> Option<Instant> {
    rises(taken, wanted)
        .find(|(_, count)| *count > limit)
        .map(|(at, _)| at)
}

/// The moments of `wanted` at which the number of those taken may rise, in order, each with that number.
fn rises(taken: &[Period], wanted: Period) -> impl Iterator<Item = (Instant, i64)> {
    let near: Vec<Period> = taken
        .iter()
        .copied()
        .filter(|period| period.overlaps(wanted))
        .collect();
    let mut moments: Vec<Instant> = near
        .iter()
        .map(|period| period.start().max(wanted.start()))
        .chain([wanted.start()])
        .collect();
    moments.sort_unstable();
    moments.dedup();
    moments.into_iter().map(move |at| {
        let count = near.iter().filter(|period| period.contains(at)).count();
        (at, i64::try_from(count).unwrap_or(i64::MAX))
    })
}

/// When these periods take every one of the units, in order.
#[must_use]
pub fn full(units: i64, taken: &[Period]) -> Vec<Period> {
    let mut edges: Vec<(Instant, i64)> = taken
        .iter()
        .flat_map(|period| [(period.end(), -1), (period.start(), 1)])
        .collect();
    edges.sort_unstable();
    let (mut count, mut since, mut found) = (0, None, Vec::new());
    for (at, step) in edges {
        count += step;
        match since {
            None if count >= units => since = Some(at),
            Some(start) if count < units => {
                found.extend(Period::new(start, at).ok());
                since = None;
            }
            _ => {}
        }
    }
    Period::merge(found)
}

/// The same for a resource that is full too while a bound one is taken.
#[must_use]
pub fn full_or_bound(units: i64, taken: &[Period], bound: Vec<Period>) -> Vec<Period> {
    let mut full = full(units, taken);
    full.extend(bound);
    Period::merge(full)
}

/// What is left of the open hours when no unit is free during the full ones.
#[must_use]
pub fn left(open: Vec<Period>, full: &[Period]) -> Vec<Period> {
    full.iter().fold(open, |open, taken| {
        open.into_iter().flat_map(|period| period.minus(*taken)).collect()
    })
}
