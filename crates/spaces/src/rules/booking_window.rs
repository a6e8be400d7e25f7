//! How soon, how far ahead, how long: the limits of an audience (RULES 9).

use kernel::{Instant, Period, Zone};

/// The limits of one audience on one resource. Exactly at a limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookingWindow {
    /// Minutes between now and the beginning, at least.
    pub minimum_notice: i64,
    /// Days between today and the day of the beginning, at most.
    pub maximum_horizon_days: i64,
    /// Shortest booking, minutes.
    pub minimum_minutes: i64,
    /// Longest booking, minutes.
    pub maximum_minutes: i64,
    /// Beginnings and lengths are multiples of this many minutes.
    pub step_minutes: i64,
}

kernel::refusals! {
    /// Which limit a booking goes past.
    pub enum WindowRefused {
        /// It begins too soon.
        TooSoon {
            /// Minutes of notice wanted.
            minutes: i64
        } = "spaces-refused-too-soon",
        /// It begins in the past.
        Past = "spaces-refused-past",
        /// It lies too far ahead.
        TooFar {
            /// Days ahead allowed.
            days: i64
        } = "spaces-refused-too-far",
        /// It is too short.
        TooShort {
            /// Shortest, minutes.
            minutes: i64
        } = "spaces-refused-too-short",
        /// It is too long.
        TooLong {
            /// Longest, minutes.
            minutes: i64
        } = "spaces-refused-too-long",
        /// It does not begin or end on a step.
        OffStep {
            /// The step, minutes.
            minutes: i64
        } = "spaces-refused-off-step",
    }
}

impl BookingWindow {
    /// Whether a booking of `wanted` made at `now` keeps to the limits.
    pub fn admits(&self, wanted: Period, now: Instant, zone: &Zone) -> Result<(), WindowRefused> {
        if wanted.start() < now {
            return Err(WindowRefused::Past);
        }
        if wanted.start().since(now).seconds() < self.minimum_notice * 60 {
            return Err(WindowRefused::TooSoon { minutes: self.minimum_notice });
        }
        let (today, day) = (zone.day_of(now), zone.day_of(wanted.start()));
        if today.days_until(day) > self.maximum_horizon_days {
            return Err(WindowRefused::TooFar { days: self.maximum_horizon_days });
        }
        if wanted.minutes() < self.minimum_minutes {
            return Err(WindowRefused::TooShort { minutes: self.minimum_minutes });
        }
        if wanted.minutes() > self.maximum_minutes {
            return Err(WindowRefused::TooLong { minutes: self.maximum_minutes });
        }
        self.on_step(wanted, zone)
    }

    fn on_step(&self, wanted: Period, zone: &Zone) -> Result<(), WindowRefused> {
        let step = self.step_minutes.max(1);
        let begins = i64::from(zone.minute_of(wanted.start()).minutes());
        let whole_seconds = wanted.elapsed().seconds() % 60 == 0 && wanted.start().seconds() % 60 == 0;
        if !whole_seconds || begins % step != 0 || wanted.minutes() % step != 0 {
            return Err(WindowRefused::OffStep { minutes: self.step_minutes });
        }
        Ok(())
    }
}
