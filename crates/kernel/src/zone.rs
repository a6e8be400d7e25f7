//! The passage between moments and civil time.

use crate::{Day, Days, Instant, MinuteOfDay, Period};
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use std::cell::RefCell;

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
        let timestamp = instant.timestamp();
        let local = self.offset(timestamp).to_datetime(timestamp);
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

    /// The moment in RFC 3339 with the offset that the clocks of the zone have then: `2026-06-14T09:00:00+02:00`.
    #[must_use]
    pub fn rfc3339(&self, instant: Instant) -> String {
        let timestamp = instant.timestamp();
        timestamp.display_with_offset(self.offset(timestamp)).to_string()
    }

    /// How far the clocks are from universal time. A page asks it for hundreds of moments between the same two changes of the
    /// clocks, so each thread keeps the last answer.
    fn offset(&self, at: Timestamp) -> Offset {
        STEADY.with_borrow_mut(|kept| match kept {
            Some(steady) if steady.holds(&self.0, at) => steady.offset,
            _ => kept.insert(Steady::around(&self.0, at)).offset,
        })
    }

    fn instant_at(&self, local: DateTime) -> Instant {
        let timestamp = self.0.to_ambiguous_timestamp(local).compatible();
        // Only the last hours of year 9999 have no moment.
        timestamp.map_or_else(|_| end_of_time(), |at| Instant::from_micros(at.as_microsecond()))
    }
}

thread_local! {
    static STEADY: RefCell<Option<Steady>> = const { RefCell::new(None) };
}

/// The time between two changes of the clocks of a zone.
struct Steady {
    zone: TimeZone,
    from: Timestamp,
    until: Timestamp,
    offset: Offset,
}

impl Steady {
    fn around(zone: &TimeZone, at: Timestamp) -> Self {
        // A change at this very moment is the one that the clocks follow from here on.
        let just_after = at.checked_add(SignedDuration::from_micros(1)).unwrap_or(at);
        let (from, until) = (zone.preceding(just_after).next(), zone.following(at).next());
        Self {
            zone: zone.clone(),
            from: from.map_or(Timestamp::MIN, |change| change.timestamp()),
            until: until.map_or(Timestamp::MAX, |change| change.timestamp()),
            offset: zone.to_offset(at),
        }
    }

    fn holds(&self, zone: &TimeZone, at: Timestamp) -> bool {
        // Two zones of one name in one place of the memory are one zone: comparing them whole takes longer than asking them.
        let same = match (self.zone.iana_name(), zone.iana_name()) {
            (Some(kept), Some(asked)) => std::ptr::eq(kept, asked),
            _ => false,
        };
        same && self.from <= at && at < self.until
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 6] = [
        "Europe/Paris",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "UTC",
    ];

    proptest! {
        #[test]
        fn what_is_kept_of_a_zone_is_what_the_zone_says(
            asked in prop::collection::vec((0_usize..NAMES.len(), 0_i64..4_102_444_800, 0_i64..5_400), 1..60),
        ) {
            for (zone, second, later) in asked {
                let zone = Zone::parse(NAMES.get(zone).unwrap()).unwrap();
                let near = zone.0.following(Timestamp::from_second(second).unwrap()).next();
                let change = near.map_or(second, |change| change.timestamp().as_second());
                for second in [second, change - later, change - 1, change, change + later] {
                    let at = Timestamp::from_second(second).unwrap();
                    prop_assert_eq!(zone.offset(at), zone.0.to_offset(at));
                }
            }
        }
    }
}
