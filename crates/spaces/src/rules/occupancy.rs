//! How much of the place is used: hours booked of hours open, people in each half-day of the week.

use super::booking::{BookingState, Price};
use super::check_in::{CheckInKind, Part};
use billing::Basis;
use kernel::{Day, Days, Money, Period, Weekday, Zone};
use std::collections::BTreeSet;

/// Part of a whole, both in the same unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What is used.
    pub used: i64,
    /// Of how much; zero when nothing could be used.
    pub of: i64,
}

impl Share {
    /// In whole percent, half away from zero; none of nothing.
    ///
    /// Worked: 180 of 720 minutes are 25 %, 1 of 8 are 13 %, 1 of 200 are 1 %.
    #[must_use]
    pub fn percent(self) -> Option<i64> {
        let doubled = self.used.saturating_mul(200).saturating_add(self.of);
        doubled.checked_div(self.of.saturating_mul(2))
    }
}

/// The minutes of `taken` that lie inside `open`, of the minutes that `units` offer then. Hours outside, given by way of exception, do not
/// count: a space is never used more than it is open.
///
/// Worked: open 08:00 to 20:00 with one unit, taken 09:00 to 11:00 and 19:00 to 21:00, 180 of 720 minutes are used.
#[must_use]
pub fn within(open: &[Period], units: i64, taken: &[Period]) -> Share {
    let inside = |one: &Period| {
        open.iter()
            .filter_map(|hours| hours.intersection(*one))
            .map(Period::minutes)
            .sum::<i64>()
    };
    Share {
        used: taken.iter().map(inside).sum(),
        of: open
            .iter()
            .map(|hours| hours.minutes())
            .sum::<i64>()
            .saturating_mul(units),
    }
}

/// Whether the hours of a booking count as used: not those that were given up, nor those for which nobody came.
#[must_use]
pub const fn counts(state: BookingState) -> bool {
    matches!(
        state,
        BookingState::Confirmed | BookingState::CheckedIn | BookingState::Done
    )
}

/// What a booking brings in, net of VAT: its price, or the fee for which it was given up.
#[must_use]
pub fn net(state: BookingState, price: &Price, fee: Option<Money>) -> Money {
    let amount = match state {
        BookingState::Confirmed | BookingState::CheckedIn | BookingState::Done | BookingState::NoShow => {
            price.amount
        }
        BookingState::Cancelled | BookingState::Expired => fee.unwrap_or(Money::ZERO),
        BookingState::Requested | BookingState::Refused => Money::ZERO,
    };
    match price.basis {
        Basis::Net => amount,
        Basis::Gross => price.rate.net_from_gross(amount),
    }
}

/// What a space brings in for each of its square metres, rounded to the cent; `area` is in hundredths of a square metre.
///
/// Worked: 1,250.00 over 12.5 m² are 100.00 a square metre.
#[must_use]
pub fn per_square_metre(net: Money, area: i64) -> Option<Money> {
    let share = Share {
        used: net.cents(),
        of: area,
    };
    share.percent().map(Money::from_cents)
}

/// People who came on one day in one half of it, on the same grounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The day.
    pub day: Day,
    /// The half, or both.
    pub part: Part,
    /// On what grounds.
    pub kind: CheckInKind,
    /// How many.
    pub people: i64,
}

impl Presence {
    /// Half-days spent here: a whole day is two.
    #[must_use]
    pub fn half_days(&self) -> i64 {
        match self.part {
            Part::Day => self.people.saturating_mul(2),
            Part::Morning | Part::Afternoon => self.people,
        }
    }

    const fn is_in(&self, half: Half) -> bool {
        matches!(
            (self.part, half),
            (Part::Day, _) | (Part::Morning, Half::Morning) | (Part::Afternoon, Half::Afternoon)
        )
    }
}

/// A half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Until midday.
    Morning,
    /// From midday on.
    Afternoon,
}

/// People present in one half of a weekday, over all the days it was open.
#[must_use]
pub fn on_a(weekday: Weekday, half: Half, seen: &[Presence], open_days: &[Day]) -> Share {
    let days = open_days.iter().filter(|day| day.weekday() == weekday).count();
    let people = seen
        .iter()
        .filter(|one| one.day.weekday() == weekday && one.is_in(half))
        .map(|one| one.people)
        .sum();
    Share {
        used: people,
        of: i64::try_from(days).unwrap_or(i64::MAX),
    }
}

/// The days of `days` on which something is open, on the clock of the place.
#[must_use]
pub fn open_days(days: Days, open: &[Period], zone: &Zone) -> Vec<Day> {
    let touched: BTreeSet<Day> = open
        .iter()
        .flat_map(|hours| {
            let last = zone.day_of(hours.end().minus_minutes(1));
            Days::spanning(zone.day_of(hours.start()), last).iter()
        })
        .collect();
    touched.into_iter().filter(|day| days.contains(*day)).collect()
}
