//! Does one more booking fit? The maximum simultaneous occupation decides, not the count over the range (RULES 6).

use kernel::{Instant, Period};

/// The first moment at which a resource with `units` could not also take `wanted`, given what already occupies it
/// (buffers included), or nothing when it fits.
///
/// `wanted` and `occupied` are half-open, so back-to-back never collide.
pub fn first_conflict(units: i64, occupied: &[Period], wanted: Period) -> Option<Instant> {
    peak_instants(occupied, wanted).find(|(_, count)| *count >= units).map(|(instant, _)| instant)
}

/// How many units are free during the whole of `wanted`, never below zero.
pub fn free_units(units: i64, occupied: &[Period], wanted: Period) -> i64 {
    let peak = peak_instants(occupied, wanted).map(|(_, count)| count).max().unwrap_or(0);
    (units - peak).max(0)
}

/// The occupation at each moment of `wanted` where it may rise: its beginning, and the beginnings inside it.
fn peak_instants(occupied: &[Period], wanted: Period) -> impl Iterator<Item = (Instant, i64)> {
    let mut moments: Vec<Instant> = occupied.iter().map(|period| period.start()).filter(|start| wanted.contains(*start)).collect();
    moments.push(wanted.start());
    moments.sort_unstable();
    moments.dedup();
    moments.into_iter().map(move |moment| (moment, occupation(occupied, moment)))
}

fn occupation(occupied: &[Period], moment: Instant) -> i64 {
    i64::try_from(occupied.iter().filter(|period| period.contains(moment)).count()).unwrap_or(i64::MAX)
}

/// How far the buffers of a resource widen a booking, in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Buffers {
    /// Setting up, before.
    pub before: i64,
    /// Cleaning, after.
    pub after: i64,
}

impl Buffers {
    /// The period really occupied by a booking of `own` hours.
    pub fn around(self, own: Period) -> Period {
        own.widen(self.before, self.after)
    }

    /// What an existing booking keeps a new one with these buffers from using (RULES 7): neither's hours may meet the other's
    /// buffers, but two buffers may overlap each other. To be compared with the new booking's own hours.
    pub fn blocked_by(self, existing_own: Period, existing_occupied: Period) -> Period {
        let mine = existing_own.widen(self.after, self.before);
        let (start, end) = (mine.start().min(existing_occupied.start()), mine.end().max(existing_occupied.end()));
        Period::new(start, end).unwrap_or(existing_occupied)
    }
}
