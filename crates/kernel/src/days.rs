//! Ranges of civil days, and halves of one.

use crate::Day;
use serde::{Deserialize, Serialize};

crate::refusals! {
    /// The last day is before the first.
    pub enum ReversedDays {
        /// Both ends, as they came.
        Reversed {
            /// The day given first.
            first: Day,
            /// The day given last.
            last: Day
        } = "refused-days-reversed",
    }
}

crate::codes! {
    /// Half of a day, as passes and presence count it.
    pub enum HalfDay {
        /// Before the middle of the day.
        Morning = "morning",
        /// After it.
        Afternoon = "afternoon",
    }
}

impl HalfDay {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Morning => "half-day-morning",
            Self::Afternoon => "half-day-afternoon",
        }
    }
}

/// A range of civil days, both ends included: never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Days {
    first: Day,
    last: Day,
}

#[derive(Deserialize)]
struct Ends {
    first: Day,
    last: Day,
}

impl TryFrom<Ends> for Days {
    type Error = ReversedDays;

    fn try_from(ends: Ends) -> Result<Self, Self::Error> {
        Self::new(ends.first, ends.last)
    }
}

impl Days {
    /// From the first day to the last, both included.
    ///
    /// # Errors
    /// [`ReversedDays`] when the last is before the first.
    pub fn new(first: Day, last: Day) -> Result<Self, ReversedDays> {
        if last < first {
            return Err(ReversedDays::Reversed { first, last });
        }
        Ok(Self { first, last })
    }

    /// One day.
    #[must_use]
    pub const fn one(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// The range between two days, whichever comes first.
    #[must_use]
    pub fn spanning(one: Day, other: Day) -> Self {
        Self {
            first: one.min(other),
            last: one.max(other),
        }
    }

    /// The first day.
    #[must_use]
    pub const fn first(self) -> Day {
        self.first
    }

    /// The last day.
    #[must_use]
    pub const fn last(self) -> Day {
        self.last
    }

    /// How many days, at least 1.
    #[must_use]
    pub fn len(self) -> i64 {
        self.first.days_until(self.last) + 1
    }

    /// Never: a range holds at least one day.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// Whether the day is in the range.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The days that both ranges hold, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last)).ok()
    }

    /// Each day in order.
    pub fn iter(self) -> impl Iterator<Item = Day> {
        let mut following = Some(self.first);
        std::iter::from_fn(move || {
            let day = following?;
            following = (day < self.last).then(|| day.next());
            Some(day)
        })
    }
}
