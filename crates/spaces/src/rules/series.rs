//! A series: the same hours on many days (RULES 5).

use super::booking::BookingId;
use super::recurrence::Recurrence;
use super::refusal::BookingRefusal;
use super::resource::ResourceId;
use kernel::{AccountId, Day, Id, Instant, MinuteOfDay, Period, PersonId, Refusal, Zone};
use offers::CouponRefused;

/// What identifiers of series are identifiers of.
#[derive(Debug)]
pub enum SeriesMark {}

/// The identifier of a series.
pub type SeriesId = Id<SeriesMark>;

/// From when on the clock, and for how long: the same on every day of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DailyHours {
    /// The minute of the civil day at which it begins.
    pub starts: MinuteOfDay,
    /// Elapsed minutes.
    pub minutes: i64,
}

impl DailyHours {
    /// From `starts` to `ends` on the clock, so many days later; nothing when it would end before it begins.
    #[must_use]
    pub fn between(starts: MinuteOfDay, ends: MinuteOfDay, days_later: i64) -> Option<Self> {
        let minutes = days_later * 1_440 + i64::from(ends.minutes()) - i64::from(starts.minutes());
        (minutes > 0).then_some(Self { starts, minutes })
    }

    /// The hours of one day: they begin at that time on its clock and last as long as on every other.
    #[must_use]
    pub fn on(self, day: Day, zone: &Zone) -> Option<Period> {
        let start = zone.instant(day, self.starts);
        Period::new(start, start.plus_minutes(self.minutes)).ok()
    }
}

/// A series as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Which one.
    pub id: SeriesId,
    /// On what, when it was made.
    pub resource: ResourceId,
    /// For whom; none for the house.
    pub person: Option<PersonId>,
    /// What for.
    pub title: String,
    /// On which days.
    pub rule: Recurrence,
    /// From which day on.
    pub first: Day,
    /// When on each, when it was made.
    pub hours: DailyHours,
    /// When it was made.
    pub created_at: Instant,
    /// By whom.
    pub created_by: Option<AccountId>,
}

/// One day that the rule of a series gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which day, as the rule gives it.
    pub day: Day,
    /// Its booking; none when the day was left out.
    pub booking: Option<BookingId>,
}

kernel::codes! {
    /// Which bookings of a series an act is about.
    pub enum Scope {
        /// One and those after it.
        Following = "following",
        /// All that have not begun.
        All = "all",
    }
}

/// Why a series is not booked, changed or given up; nothing was done then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeriesRefused {
    /// No day is left.
    NoDays,
    /// More days than a series may have.
    TooManyDays,
    /// One of the days does not go.
    On {
        /// Which day.
        day: Day,
        /// Why.
        refusal: BookingRefusal,
    },
    /// The coupon given with it is not good.
    Coupon(CouponRefused),
    /// The sum is not the one that was shown.
    PriceChanged,
    /// Somebody changed what it depends on meanwhile.
    Changed,
}

impl Refusal for SeriesRefused {
    fn key(&self) -> &'static str {
        match self {
            Self::NoDays => "spaces-refused-series-no-days",
            Self::TooManyDays => "spaces-refused-series-too-many",
            Self::On { .. } => "spaces-refused-series-on",
            Self::Coupon(refused) => refused.key(),
            Self::PriceChanged => "spaces-refused-price-changed",
            Self::Changed => "spaces-refused-changed",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::On { day, .. } => vec![("day", day.french())],
            Self::TooManyDays => vec![("most", super::recurrence::MOST_DAYS.to_string())],
            Self::Coupon(refused) => refused.arguments(),
            _ => vec![],
        }
    }
}
