//! Rooms now and next: until when each is free or taken.

use kernel::{Instant, Period};

/// Where a room stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomNow {
    /// It can be used.
    Free {
        /// Until the next booking that takes the last unit; none means for the rest of what is known.
        until: Option<Instant>,
    },
    /// Every unit is taken.
    Busy {
        /// Until a unit is given back; bookings back to back count as one.
        until: Instant,
    },
    /// The house or the room is closed.
    Closed {
        /// When it opens; none means not again in what is known.
        opens: Option<Instant>,
    },
}

impl RoomNow {
    /// The same, as far as the room is open: nothing is free beyond the hours, and who is there by leave still is.
    #[must_use]
    pub fn while_open(self, open: &[Period], now: Instant) -> Self {
        let current = open.iter().find(|period| period.contains(now));
        match (self, current) {
            (Self::Free { until }, Some(current)) => Self::Free {
                until: Some(until.map_or(current.end(), |until| until.min(current.end()))),
            },
            (Self::Free { .. }, None) => Self::Closed {
                opens: open
                    .iter()
                    .map(|period| period.start())
                    .filter(|start| *start > now)
                    .min(),
            },
            (other, _) => other,
        }
    }
}

/// Says where a room with so many units stands; `taken` are the periods during which one unit each is occupied.
#[must_use]
pub fn room_now(units: i64, taken: &[Period], now: Instant) -> RoomNow {
    if is_full(units, taken, now) {
        let mut ends: Vec<Instant> = taken
            .iter()
            .map(|one| one.end())
            .filter(|end| *end > now)
            .collect();
        ends.sort_unstable();
        let until = ends.into_iter().find(|end| !is_full(units, taken, *end));
        RoomNow::Busy {
            until: until.unwrap_or(now),
        }
    } else {
        let mut starts: Vec<Instant> = taken
            .iter()
            .map(|one| one.start())
            .filter(|start| *start > now)
            .collect();
        starts.sort_unstable();
        RoomNow::Free {
            until: starts.into_iter().find(|start| is_full(units, taken, *start)),
        }
    }
}

/// How many units are taken at a moment.
#[must_use]
pub fn taken_at(taken: &[Period], at: Instant) -> usize {
    taken.iter().filter(|one| one.contains(at)).count()
}

fn is_full(units: i64, taken: &[Period], at: Instant) -> bool {
    i64::try_from(taken_at(taken, at)).is_ok_and(|count| count >= units)
}
