//! The passage between moments and civil time.

use crate::{Day, Days, Instant, MinuteOfDay, Period};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

crate::refusals! {
    /// Why a text is not a time zone.
    pub enum ZoneRefused {
        /// The IANA database has no zone of that name.
        Unknown {
            /// The name as it came.
            name: String
        } = "refused-zone-unknown",
    }
}

/// A time zone of the IANA database, such as `Europe/Paris`. The database travels in the program, so
/// that two machines never disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Reads an IANA name.
    ///
    /// # Errors
    /// [`ZoneRefused`] when the database does not know it.
    pub fn parse(text: &str) -> Result<Self, ZoneRefused> {
        let refused = || ZoneRefused::Unknown {
            name: text.to_owned(),
        };
        let zone = TimeZone::get(text.trim()).map_err(|_| refused())?;
        if zone.is_unknown() || zone.iana_name().is_none() {
            return Err(refused());
        }
        Ok(Self(zone))
    }

    /// Universal time, for what belongs to no place.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        // Only zones with a name are built.
        self.0.iana_name().unwrap_or_default()
    }

    /// The moment at which the clocks of the zone show this time on this day. A time that does not
    /// exist moves forward by the gap; one that exists twice means the first. 24:00 is 00:00 of the
    /// day after.
    #[must_use]
    pub fn instant(&self, day: Day, minute: MinuteOfDay) -> Instant {
        let (day, minute) = match minute {
            MinuteOfDay::END if day == Day::MAX => return end_of_time(),
            MinuteOfDay::END => (day.next(), MinuteOfDay::MIDNIGHT),
            _ => (day, minute),
        };
        // Both are under 60 by construction.
        let hour = i8::try_from(minute.hour()).unwrap_or_default();
        let minute = i8::try_from(minute.minute()).unwrap_or_default();
        self.instant_at(day.date().at(hour, minute, 0, 0))
    }

    /// The civil day that the zone is living at this moment.
    #[must_use]
    pub fn day_of(&self, instant: Instant) -> Day {
        self.local(instant).0
    }

    /// The time that the clocks of the zone show at this moment, seconds dropped.
    #[must_use]
    pub fn minute_of(&self, instant: Instant) -> MinuteOfDay {
        self.local(instant).1
    }

    /// The civil day and the time on the clock at this moment.
    #[must_use]
    pub fn local(&self, instant: Instant) -> (Day, MinuteOfDay) {
        let local = self.0.to_datetime(instant.timestamp());
        let minutes = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
        // An hour under 24 and a minute under 60 are always inside the day.
        let minute = MinuteOfDay::from_minutes(minutes).unwrap_or(MinuteOfDay::MIDNIGHT);
        (Day::inside(local.date()), minute)
    }

    /// From the first moment of the day to the first of the next: 23, 24 or 25 hours. A day that the
    /// zone skipped whole (Samoa, 30 December 2011) lasts one microsecond: nothing fits in it.
    #[must_use]
    pub fn day_bounds(&self, day: Day) -> Period {
        self.bounds(Days::one(day))
    }

    /// From the first moment of the first day to the first moment after the last.
    #[must_use]
    pub fn bounds(&self, days: Days) -> Period {
        Period::at_least_a_moment(
            self.instant(days.first(), MinuteOfDay::MIDNIGHT),
            self.instant(days.last(), MinuteOfDay::END),
        )
    }

    fn instant_at(&self, local: DateTime) -> Instant {
        let timestamp = self.0.to_ambiguous_timestamp(local).compatible();
        // Only the last hours of year 9999 have no moment.
        timestamp.map_or_else(|_| end_of_time(), |at| Instant::from_micros(at.as_microsecond()))
    }
}

fn end_of_time() -> Instant {
    Instant::from_micros(Timestamp::MAX.as_microsecond())
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

crate::text_form!(Zone, ZoneRefused);
