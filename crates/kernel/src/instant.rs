//! Moments.

use serde::{Deserialize, Serialize};

crate::refusals! {
    /// Why a text is not a moment.
    pub enum InstantRefused {
        /// Not an RFC 3339 date and time with its offset.
        Malformed = "refused-instant-malformed",
    }
}

/// A moment, in microseconds since 1 January 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

const MICROS_PER_SECOND: i64 = 1_000_000;
const SECONDS_PER_MINUTE: i64 = 60;

impl Instant {
    /// 1 January 1970, midnight UTC.
    pub const EPOCH: Self = Self(0);

    /// A moment so many microseconds after the epoch.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// A moment so many seconds after the epoch.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(MICROS_PER_SECOND))
    }

    /// Whole seconds since the epoch, rounded towards the past.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(MICROS_PER_SECOND)
    }

    /// So many elapsed seconds later; earlier when negative. Stops at the ends of time.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(MICROS_PER_SECOND)))
    }

    /// So many elapsed minutes later; earlier when negative.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(SECONDS_PER_MINUTE))
    }

    /// So many elapsed seconds earlier.
    #[must_use]
    pub const fn minus_seconds(self, seconds: i64) -> Self {
        self.plus_seconds(seconds.saturating_neg())
    }

    /// So many elapsed minutes earlier.
    #[must_use]
    pub const fn minus_minutes(self, minutes: i64) -> Self {
        self.plus_minutes(minutes.saturating_neg())
    }

    /// The time elapsed since another moment; negative when that moment is later.
    #[must_use]
    pub const fn since(self, other: Self) -> Elapsed {
        Elapsed(self.0.saturating_sub(other.0))
    }

    /// Reads an RFC 3339 date and time with its offset: `2026-06-14T09:00:00+02:00`.
    ///
    /// # Errors
    /// [`InstantRefused`] when it is anything else.
    pub fn parse(text: &str) -> Result<Self, InstantRefused> {
        text.trim()
            .parse::<jiff::Timestamp>()
            .map(|timestamp| Self(timestamp.as_microsecond()))
            .map_err(|_| InstantRefused::Malformed)
    }

    /// The moment as the time library knows it, brought inside the years that it can write.
    pub(crate) fn timestamp(self) -> jiff::Timestamp {
        let nearest = if self.0 < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        };
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(nearest)
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.timestamp().fmt(f)
    }
}

/// A length of elapsed time, from one moment to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Elapsed(i64);

impl Elapsed {
    /// The length in microseconds.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds, rounded towards zero.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0 / MICROS_PER_SECOND
    }

    /// Whole minutes, rounded towards zero.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.seconds() / SECONDS_PER_MINUTE
    }
}
