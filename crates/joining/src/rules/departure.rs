//! Leaving: how long a notice lasts.

use kernel::{Day, Id, Instant, PersonId};

/// The notice that a place asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// Months from the day it is given.
    pub months: i64,
    /// Whether it then runs to the end of that month.
    pub to_the_end: bool,
}

/// The most months that a place may ask for.
pub(crate) const MOST_MONTHS: i64 = 12;

impl Notice {
    /// The first last day that a notice given on a day allows. A month counts from a day to the day before the same one of the next
    /// month, both included; in a shorter month to its last day.
    #[must_use]
    pub fn last_day(self, given_on: Day) -> Day {
        let over = given_on.plus_months(self.months);
        let last = if self.months == 0 {
            given_on
        } else {
            over.previous()
        };
        if self.to_the_end {
            last.last_of_month()
        } else {
            last
        }
    }
}

/// A notice given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Which one.
    pub id: Id<Departure>,
    /// Who leaves.
    pub person: PersonId,
    /// When they said so.
    pub given_on: Day,
    /// The last day on which they are a member.
    pub last_day: Day,
    /// What they said of it.
    pub reason: String,
    /// When it was written down.
    pub recorded_at: Instant,
}

kernel::refusals! {
    /// Why somebody cannot leave so.
    pub enum DepartureRefused {
        /// They are not a member.
        NotAMember = "joining-refused-not-a-member",
        /// Notice was given already.
        GivenAlready {
            /// The last day it gave.
            day: Day
        } = "joining-refused-notice-given",
        /// The day is over.
        Past = "joining-refused-past",
        /// A member leaves at the end of their notice, not before; the team may agree to another day.
        TooSoon {
            /// The first day possible.
            day: Day
        } = "joining-refused-too-soon",
        /// More than a year ahead.
        TooFar = "joining-refused-too-far",
        /// They belong to the team: an administrator ends their roles.
        OfTheTeam = "joining-refused-of-the-team",
    }
}

/// How far ahead somebody may leave, in days.
const FARTHEST: i64 = 366;

/// Checks the last day; `free` for the team, which may agree to any day to come.
pub(crate) fn check(last_day: Day, today: Day, notice: Notice, free: bool) -> Result<(), DepartureRefused> {
    if last_day < today {
        return Err(DepartureRefused::Past);
    }
    if today.days_until(last_day) > FARTHEST {
        return Err(DepartureRefused::TooFar);
    }
    let day = notice.last_day(today);
    if !free && last_day < day {
        return Err(DepartureRefused::TooSoon { day });
    }
    Ok(())
}
