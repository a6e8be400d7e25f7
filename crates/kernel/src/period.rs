//! Intervals of time.

use crate::{Elapsed, Instant};
use serde::{Deserialize, Serialize};

crate::refusals! {
    /// An interval must end after it starts.
    pub enum EmptyPeriod {
        /// The end is the start, or before it.
        Empty = "refused-period-empty",
    }
}

/// The interval from a start, included, to an end, excluded: never empty. Two periods back to back do
/// not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Period {
    start: Instant,
    end: Instant,
}

#[derive(Deserialize)]
struct Ends {
    start: Instant,
    end: Instant,
}

impl TryFrom<Ends> for Period {
    type Error = EmptyPeriod;

    fn try_from(ends: Ends) -> Result<Self, Self::Error> {
        Self::new(ends.start, ends.end)
    }
}

impl Period {
    /// From `start` to `end`, the end excluded.
    ///
    /// # Errors
    /// [`EmptyPeriod`] when the end is not after the start.
    pub fn new(start: Instant, end: Instant) -> Result<Self, EmptyPeriod> {
        if end <= start {
            return Err(EmptyPeriod::Empty);
        }
        Ok(Self { start, end })
    }

    /// Reads two RFC 3339 moments joined by a slash, as ISO 8601 does and as [`Period`] displays.
    ///
    /// # Errors
    /// [`EmptyPeriod`] when it is not two moments in order.
    pub fn parse(text: &str) -> Result<Self, EmptyPeriod> {
        let (start, end) = text.split_once('/').ok_or(EmptyPeriod::Empty)?;
        let instant = |text| Instant::parse(text).map_err(|_| EmptyPeriod::Empty);
        Self::new(instant(start)?, instant(end)?)
    }

    /// From `start` to `end`, or one microsecond when that would be empty.
    pub(crate) fn at_least_a_moment(start: Instant, end: Instant) -> Self {
        let start = start.min(Instant::from_micros(i64::MAX - 1));
        Self {
            start,
            end: end.max(Instant::from_micros(start.micros() + 1)),
        }
    }

    /// Where it starts: inside.
    #[must_use]
    pub const fn start(self) -> Instant {
        self.start
    }

    /// Where it ends: outside.
    #[must_use]
    pub const fn end(self) -> Instant {
        self.end
    }

    /// How long it lasts.
    #[must_use]
    pub const fn elapsed(self) -> Elapsed {
        self.end.since(self.start)
    }

    /// How long it lasts, in whole elapsed minutes.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.elapsed().minutes()
    }

    /// Whether the two share a moment.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the moment is inside.
    #[must_use]
    pub fn contains(self, instant: Instant) -> bool {
        self.start <= instant && instant < self.end
    }

    /// Whether the other lies wholly inside; a period contains itself.
    #[must_use]
    pub fn contains_period(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Starts so many minutes earlier and ends so many later: the buffers of a resource. A negative
    /// number counts as zero.
    #[must_use]
    pub fn widen(self, before_minutes: i64, after_minutes: i64) -> Self {
        Self {
            start: self.start.minus_minutes(before_minutes.max(0)),
            end: self.end.plus_minutes(after_minutes.max(0)),
        }
    }

    /// What both share, if anything.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end)).ok()
    }

    /// What is left when the other is taken away: nothing, one piece or two, in order.
    #[must_use]
    pub fn minus(self, other: Self) -> Vec<Self> {
        let before = Self::new(self.start, self.end.min(other.start));
        let after = Self::new(self.start.max(other.end), self.end);
        before.into_iter().chain(after).collect()
    }

    /// The union of the periods, in order: those that overlap or touch become one.
    #[must_use]
    pub fn merge(mut periods: Vec<Self>) -> Vec<Self> {
        periods.sort_unstable();
        let mut union: Vec<Self> = Vec::with_capacity(periods.len());
        for period in periods {
            match union.last_mut() {
                Some(last) if period.start <= last.end => last.end = last.end.max(period.end),
                _ => union.push(period),
            }
        }
        union
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}
