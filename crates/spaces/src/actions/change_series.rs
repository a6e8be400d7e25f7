//! Changing or giving up many bookings of a series at once: one and those after it, or all that have not begun.

use super::book::zone_of;
use super::book_series::{because, hold_all, record, told};
use super::cancel::{Cancellation, cancel, cancellation_fee};
use super::move_booking::{Move, MoveQuote, move_booking, quote_move};
use super::{extras, may_change};
use crate::permissions::OVERRIDE;
use crate::rules::booking::{Booking, BookingId};
use crate::rules::refusal::BookingRefusal;
use crate::rules::resource::ResourceId;
use crate::rules::series::{DailyHours, Scope, Series, SeriesId, SeriesRefused};
use crate::store::series;
use kernel::{Actor, Day, Money, Zone};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeSet;

/// Which bookings of which series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The series.
    pub series: SeriesId,
    /// How many of it.
    pub scope: Scope,
    /// The first one, when it is about that and those after it.
    pub from: Option<BookingId>,
}

/// Where many bookings should go: each stays on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesMove {
    /// To which space.
    pub resource: ResourceId,
    /// To which hours of their days.
    pub hours: DailyHours,
    /// The days that stay as they are.
    pub left: BTreeSet<Day>,
    /// The sum that was shown; another one is refused.
    pub total_shown: Option<Money>,
}

/// What moving one booking of a series would change.
#[derive(Clone, Debug)]
pub struct DayMove {
    /// The day on which it is.
    pub day: Day,
    /// As it is.
    pub booking: Booking,
    /// What it would be, or why not; none when it stays.
    pub outcome: Option<Result<MoveQuote, BookingRefusal>>,
}

/// Bookings that an act reaches: those of the series that can still be given up, in the order of days.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such series or the actor may not change it.
pub fn reached(tx: &mut Tx<'_>, actor: &Actor, reach: Reach) -> Result<(Series, Vec<Booking>), Fault> {
    let known = series::find(tx, actor.place, reach.series)?.or_not_found()?;
    let mut bookings = series::bookings(tx, actor.place, reach.series)?;
    if bookings.iter().any(|booking| may_change(actor, booking).is_err()) {
        return Err(Fault::NotFound);
    }
    let from = match (reach.scope, reach.from) {
        (Scope::All, _) => None,
        (Scope::Following, from) => {
            let found = bookings.iter().find(|booking| Some(booking.id) == from);
            Some(found.or_not_found()?.period().start())
        }
    };
    let now = tx.now();
    bookings.retain(|booking| {
        booking.is_open_at(now) && from.is_none_or(|from| booking.period().start() >= from)
    });
    Ok((known, bookings))
}

/// What giving each of these bookings up would cost now.
///
/// # Errors
/// As the database says.
pub fn cancellation_fees(tx: &mut Tx<'_>, actor: &Actor, bookings: &[Booking]) -> Result<Vec<Money>, Fault> {
    bookings
        .iter()
        .map(|booking| cancellation_fee(tx, booking, actor))
        .collect()
}

/// Gives up every booking that the act reaches, or none.
///
/// # Errors
/// [`SeriesRefused`] when none is left or the sum of the fees is not the one shown; [`Fault::NotFound`] as [`reached`].
pub fn cancel_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    reach: Reach,
    wanted: Cancellation,
) -> Result<Vec<Booking>, Failure<SeriesRefused>> {
    if wanted.waived {
        actor.require(OVERRIDE)?;
    }
    let zone = zone_of(tx, actor)?;
    let (known, bookings) = reached(tx, actor, reach)?;
    if bookings.is_empty() {
        return Err(Failure::Refused(SeriesRefused::NoDays));
    }
    let each = Cancellation {
        fee_shown: None,
        waived: wanted.waived,
    };
    let given_up: Vec<Booking> = bookings
        .iter()
        .map(|booking| {
            let day = zone.day_of(booking.period().start());
            cancel(tx, actor, booking.id, each).map_err(|failure| because(failure, day))
        })
        .collect::<Result<_, _>>()?;
    let total = extras::due_for_all(tx, actor.place, &given_up)?;
    if !wanted.waived && wanted.fee_shown.is_some_and(|shown| shown != total) {
        return Err(Failure::Refused(SeriesRefused::PriceChanged));
    }
    record(tx, actor, "series.cancelled", known.id, given_up.len())?;
    Ok(given_up)
}

/// What moving each booking that the act reaches would change. Writes and promises nothing.
///
/// # Errors
/// As [`move_series`].
pub fn quote_series_move(
    tx: &mut Tx<'_>,
    actor: &Actor,
    reach: Reach,
    to: &SeriesMove,
) -> Result<Vec<DayMove>, Failure<SeriesRefused>> {
    let zone = zone_of(tx, actor)?;
    let (_, bookings) = reached(tx, actor, reach)?;
    bookings
        .into_iter()
        .map(|booking| {
            let day = zone.day_of(booking.period().start());
            let outcome = match goal(&booking, to, day, &zone) {
                Some(goal) => Some(told(quote_move(tx, actor, booking.id, &goal))?),
                None => None,
            };
            Ok(DayMove {
                day,
                booking,
                outcome,
            })
        })
        .collect()
}

/// Moves every booking that the act reaches to other hours of its day or another space, or none.
///
/// # Errors
/// [`SeriesRefused`] names the day that does not go; [`Fault::NotFound`] as [`reached`].
pub fn move_series(
    tx: &mut Tx<'_>,
    actor: &Actor,
    reach: Reach,
    to: &SeriesMove,
) -> Result<Vec<Booking>, Failure<SeriesRefused>> {
    let zone = zone_of(tx, actor)?;
    let (known, bookings) = reached(tx, actor, reach)?;
    let wanted = bookings
        .iter()
        .map(|booking| booking.resource)
        .chain([to.resource])
        .collect();
    hold_all(tx, actor, &wanted)?;
    let mut moved = Vec::new();
    for booking in &bookings {
        let day = zone.day_of(booking.period().start());
        if let Some(goal) = goal(booking, to, day, &zone) {
            let done = move_booking(tx, actor, booking.id, &goal);
            moved.push(done.map_err(|failure| because(failure, day))?);
        }
    }
    if moved.is_empty() {
        return Err(Failure::Refused(SeriesRefused::NoDays));
    }
    let total = extras::due_for_all(tx, actor.place, &moved)?;
    if to.total_shown.is_some_and(|shown| shown != total) {
        return Err(Failure::Refused(SeriesRefused::PriceChanged));
    }
    record(tx, actor, "series.moved", known.id, moved.len())?;
    Ok(moved)
}

/// Where one booking goes; nothing when it stays.
fn goal(booking: &Booking, to: &SeriesMove, day: Day, zone: &Zone) -> Option<Move> {
    let period = to.hours.on(day, zone)?;
    let stays = to.left.contains(&day) || (booking.resource, booking.period()) == (to.resource, period);
    (!stays).then_some(Move {
        resource: to.resource,
        period,
        overriding: false,
        waived: false,
        price_shown: None,
    })
}
