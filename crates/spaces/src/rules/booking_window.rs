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
    /// Whether the place must say yes first.
    pub needs_approval: bool,
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

kernel::refusals! {
    /// Why limits are not kept.
    pub enum LimitsRefused {
        /// The notice is below nothing or over a year.
        Notice = "spaces-refused-notice",
        /// The horizon is below nothing or over three years.
        Horizon = "spaces-refused-horizon",
        /// The shortest is not above zero, or over the longest, or the longest over a month.
        Lengths = "spaces-refused-lengths",
        /// A day must hold a whole number of steps, of five minutes at least.
        Step = "spaces-refused-step",
    }
}

/// No booking is longer, whatever the settings and whoever asks: thirty-one days, in minutes.
pub const LONGEST_MINUTES: i64 = 31 * DAY;
const DAY: i64 = 24 * 60;

impl BookingWindow {
    /// What holds while a place has set nothing for an audience.
    pub const UNSET: Self = Self {
        minimum_notice: 0,
        maximum_horizon_days: 365,
        minimum_minutes: 15,
        maximum_minutes: DAY,
        step_minutes: 15,
        needs_approval: false,
    };

    /// The limits, if they can be kept.
    ///
    /// # Errors
    /// [`LimitsRefused`] names the one that makes no sense.
    pub fn checked(self) -> Result<Self, LimitsRefused> {
        if !(0..=365 * DAY).contains(&self.minimum_notice) {
            return Err(LimitsRefused::Notice);
        }
        if !(0..=1_100).contains(&self.maximum_horizon_days) {
            return Err(LimitsRefused::Horizon);
        }
        if !(1..=self.maximum_minutes).contains(&self.minimum_minutes)
            || self.maximum_minutes > LONGEST_MINUTES
        {
            return Err(LimitsRefused::Lengths);
        }
        if !(5..=DAY).contains(&self.step_minutes) || DAY % self.step_minutes != 0 {
            return Err(LimitsRefused::Step);
        }
        Ok(self)
    }

    /// Whether a booking of `wanted` made at `now` keeps to the limits.
    ///
    /// # Errors
    /// [`WindowRefused`] names the first limit it goes past.
    pub fn admits(&self, wanted: Period, now: Instant, zone: &Zone) -> Result<(), WindowRefused> {
        if wanted.start() < now {
            return Err(WindowRefused::Past);
        }
        if wanted.start() < now.plus_minutes(self.minimum_notice) {
            return Err(WindowRefused::TooSoon {
                minutes: self.minimum_notice,
            });
        }
        let (today, day) = (zone.day_of(now), zone.day_of(wanted.start()));
        if today.days_until(day) > self.maximum_horizon_days {
            return Err(WindowRefused::TooFar {
                days: self.maximum_horizon_days,
            });
        }
        if wanted.minutes() < self.minimum_minutes {
            return Err(WindowRefused::TooShort {
                minutes: self.minimum_minutes,
            });
        }
        if wanted.end() > wanted.start().plus_minutes(self.maximum_minutes) {
            return Err(WindowRefused::TooLong {
                minutes: self.maximum_minutes,
            });
        }
        self.on_step(wanted, zone)
    }

    /// Whether a booking that begins at the door of its space keeps to the limits: only the longest holds, since one stands before it.
    ///
    /// # Errors
    /// [`WindowRefused::TooLong`].
    pub fn admits_on_the_spot(&self, wanted: Period) -> Result<(), WindowRefused> {
        if wanted.minutes() > self.maximum_minutes {
            return Err(WindowRefused::TooLong {
                minutes: self.maximum_minutes,
            });
        }
        Ok(())
    }

    fn on_step(&self, wanted: Period, zone: &Zone) -> Result<(), WindowRefused> {
        let step = self.step_minutes.max(1);
        let begins = i64::from(zone.minute_of(wanted.start()).minutes());
        if !is_whole_minutes(wanted) || begins % step != 0 || wanted.minutes() % step != 0 {
            return Err(WindowRefused::OffStep {
                minutes: self.step_minutes,
            });
        }
        Ok(())
    }
}

/// Whether both ends fall on a minute.
#[must_use]
pub fn is_whole_minutes(period: Period) -> bool {
    const MINUTE: i64 = 60_000_000;
    period.start().micros() % MINUTE == 0 && period.end().micros() % MINUTE == 0
}
