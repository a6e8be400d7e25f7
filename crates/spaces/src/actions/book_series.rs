//! Booking the same hours on many days, all or nothing (RULES 5, 9).

use super::book::{NewBooking, Quote, book, quote_after, zone_of};
use super::series_coupon::{self, SeriesCoupon};
use super::{extras, hold};
use crate::actions::plan::Holder;
use crate::rules::booking::{Booking, BookingState, SlotRefused};
use crate::rules::recurrence::{MOST_DAYS, Recurrence};
use crate::rules::refusal::BookingRefusal;
use crate::rules::resource::ResourceId;
use crate::rules::series::{DailyHours, Occurrence, Series, SeriesId, SeriesRefused};
use crate::store::{resources, series};
use kernel::{Actor, Day, Money, Zone};
use offers::HoursDrawn;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A series to be booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSeries {
    /// What the booking of each day is like; its hours are those of the first.
    pub booking: NewBooking,
    /// On which days.
    pub rule: Recurrence,
    /// From which day on.
    pub first: Day,
    /// When on each.
    pub hours: DailyHours,
    /// The days on which it is otherwise.
    pub adjusted: BTreeMap<Day, Adjusted>,
    /// The sum that was shown; another one is refused.
    pub total_shown: Option<Money>,
}

/// What is chosen for a single day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjusted {
    /// It is left out.
    Skipped,
    /// It is elsewhere or at another time.
    At(ResourceId, DailyHours),
}

/// What one day of a series would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayQuote {
    /// Which day, as the rule gives it.
    pub day: Day,
    /// What is asked for on it; none when it is left out.
    pub asked: Option<NewBooking>,
    /// What it would be, or why not; none when it is left out.
    pub outcome: Option<Result<Quote, BookingRefusal>>,
}

/// A series that was booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesBooked {
    /// Which one.
    pub id: SeriesId,
    /// Its bookings, in the order of days.
    pub bookings: Vec<Booking>,
}

impl SeriesBooked {
    /// Whether the place must say yes to some of it first.
    #[must_use]
    pub fn asks(&self) -> bool {
        let mut bookings = self.bookings.iter();
        bookings.any(|booking| booking.state == BookingState::Requested)
    }
}

/// What each day of a series would be, with conflicts, closed days and prices. Writes and promises nothing.
///
/// # Errors
/// [`SeriesRefused`] when the rule gives no day or too many; faults as [`book`].
pub fn quote_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewSeries,
) -> Result<Vec<DayQuote>, Failure<SeriesRefused>> {
    let zone = zone_of(tx, actor)?;
    let days = new.days(&zone)?;
    let crossing = crossing(&days, &zone);
    let mut coupon = SeriesCoupon::of(tx, actor, &new.booking)?;
    let mut planned: Vec<HoursDrawn> = Vec::new();
    let quoted: Vec<DayQuote> = days
        .into_iter()
        .map(|(day, asked)| {
            let outcome = match (&asked, crossing.get(&day)) {
                (None, _) => None,
                (Some(_), Some(refused)) => Some(Err(refused.clone().into())),
                (Some(asked), None) => {
                    let quoted = told(coupon.with(asked, |one| quote_after(tx, actor, one, &planned)))?;
                    if let Ok(Quote { plan, .. }) = &quoted {
                        planned.extend(plan.relief.iter().flat_map(|relief| relief.drawn.clone()));
                    }
                    Some(quoted)
                }
            };
            Ok(DayQuote { day, asked, outcome })
        })
        .collect::<Result<_, Failure<SeriesRefused>>>()?;
    if quoted.iter().any(|day| matches!(day.outcome, Some(Ok(_)))) {
        coupon.came_off()?;
    }
    Ok(quoted)
}

/// Books every day that is not left out, or none.
///
/// # Errors
/// [`SeriesRefused`] names the day that does not go; [`Fault::NotFound`] as [`book`].
pub fn book_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewSeries,
) -> Result<SeriesBooked, Failure<SeriesRefused>> {
    let zone = zone_of(tx, actor)?;
    let days = new.days(&zone)?;
    if days.iter().all(|(_, asked)| asked.is_none()) {
        return Err(Failure::Refused(SeriesRefused::NoDays));
    }
    if let Some((day, refused)) = crossing(&days, &zone).into_iter().next() {
        return Err(Failure::Refused(on(day, refused.into())));
    }
    let wanted: BTreeSet<ResourceId> = days
        .iter()
        .flat_map(|(_, asked)| asked)
        .map(|one| one.resource)
        .collect();
    hold_all(tx, actor, &wanted)?;
    series_coupon::hold(tx, actor, &new.booking)?;
    let mut coupon = SeriesCoupon::of(tx, actor, &new.booking)?;
    let (mut bookings, mut occurrences) = (Vec::new(), Vec::new());
    for (day, asked) in days {
        let booking = match asked {
            Some(asked) => {
                let booked = coupon.with(&asked, |one| book(tx, actor, one));
                Some(booked.map_err(|failure| because(failure, day))?)
            }
            None => None,
        };
        let id = booking.as_ref().map(|booking| booking.id);
        occurrences.push(Occurrence { day, booking: id });
        bookings.extend(booking);
    }
    coupon.came_off()?;
    let total = extras::due_for_all(tx, actor.place, &bookings)?;
    if new.total_shown.is_some_and(|shown| shown != total) {
        return Err(Failure::Refused(SeriesRefused::PriceChanged));
    }
    let made = new.kept(tx, actor);
    series::insert(tx, actor.place, &made, &occurrences)?;
    record(tx, actor, "series.made", made.id, bookings.len())?;
    Ok(SeriesBooked {
        id: made.id,
        bookings,
    })
}

impl NewSeries {
    /// Each day that the rule gives, with what is asked for on it.
    fn days(&self, zone: &Zone) -> Result<Vec<(Day, Option<NewBooking>)>, Failure<SeriesRefused>> {
        let days = self.rule.days(self.first);
        if days.is_empty() {
            return Err(Failure::Refused(SeriesRefused::NoDays));
        }
        if days.len() > MOST_DAYS {
            return Err(Failure::Refused(SeriesRefused::TooManyDays));
        }
        Ok(days.into_iter().map(|day| (day, self.on(day, zone))).collect())
    }

    fn on(&self, day: Day, zone: &Zone) -> Option<NewBooking> {
        let (resource, hours) = match self.adjusted.get(&day) {
            Some(Adjusted::Skipped) => return None,
            Some(Adjusted::At(resource, hours)) => (*resource, *hours),
            None => (self.booking.resource, self.hours),
        };
        Some(NewBooking {
            resource,
            period: hours.on(day, zone)?,
            price_shown: None,
            // It comes off one date after another, as often as it may.
            coupon: None,
            // Another room has layouts of its own.
            layout: self.booking.layout.filter(|_| resource == self.booking.resource),
            ..self.booking.clone()
        })
    }

    fn kept(&self, tx: &Tx<'_>, actor: &Actor) -> Series {
        Series {
            id: tx.new_id(),
            resource: self.booking.resource,
            person: match self.booking.holder {
                Holder::Person(person) => Some(person),
                Holder::House | Holder::Caller(_) => None,
            },
            title: self.booking.title.trim().to_owned(),
            rule: self.rule.clone(),
            first: self.first,
            hours: self.hours,
            created_at: tx.now(),
            created_by: actor.account,
        }
    }
}

/// The days whose hours on a space run into those of an earlier day of the same series.
fn crossing(days: &[(Day, Option<NewBooking>)], zone: &Zone) -> BTreeMap<Day, SlotRefused> {
    let mut before: Vec<&NewBooking> = Vec::new();
    let mut found = BTreeMap::new();
    for (day, asked) in days {
        let Some(asked) = asked else { continue };
        let crossed = before
            .iter()
            .find(|one| one.resource == asked.resource && one.period.overlaps(asked.period));
        if let Some(one) = crossed {
            let (from, until) = (
                zone.minute_of(one.period.start()),
                zone.minute_of(one.period.end()),
            );
            let title = zone.day_of(one.period.start()).french();
            found.insert(*day, SlotRefused::TakenByYou { from, until, title });
        }
        before.push(asked);
    }
    found
}

/// Holds these resources with all that is bound to them; of more than two, every resource of the place.
pub(crate) fn hold_all(
    tx: &mut Tx<'_>,
    actor: &Actor,
    wanted: &BTreeSet<ResourceId>,
) -> Result<(), Failure<SeriesRefused>> {
    if wanted.len() > 2 {
        resources::lock_all(tx, actor.place)?;
    } else if let (Some(one), Some(other)) = (wanted.first(), wanted.last()) {
        hold(tx, actor, (*one, *other)).map_err(|failure| match failure {
            Failure::Refused(_) => Failure::Refused(SeriesRefused::Changed),
            Failure::Fault(fault) => Failure::Fault(fault),
        })?;
    }
    Ok(())
}

pub(crate) fn told<T>(
    done: Result<T, Failure<BookingRefusal>>,
) -> Result<Result<T, BookingRefusal>, Failure<SeriesRefused>> {
    match done {
        Ok(value) => Ok(Ok(value)),
        Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
        Err(Failure::Fault(fault)) => Err(Failure::Fault(fault)),
    }
}

pub(crate) const fn on(day: Day, refusal: BookingRefusal) -> SeriesRefused {
    SeriesRefused::On { day, refusal }
}

/// Why a day of a series keeps the whole from being done.
pub(crate) fn because(failure: Failure<BookingRefusal>, day: Day) -> Failure<SeriesRefused> {
    match failure {
        Failure::Refused(refusal) => Failure::Refused(on(day, refusal)),
        Failure::Fault(fault) => Failure::Fault(fault),
    }
}

/// A line in the log of a series.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    id: SeriesId,
    count: usize,
) -> Result<(), Fault> {
    activity::record(
        tx,
        actor,
        verb,
        Subject::new("series", id),
        json!({ "count": count }),
    )?;
    Ok(())
}
