//! Series and their days as rows.

use super::bookings::BookingRow;
use super::broken;
use crate::rules::booking::{Booking, BookingId};
use crate::rules::recurrence::Recurrence;
use crate::rules::resource::ResourceId;
use crate::rules::series::{DailyHours, Occurrence, Series, SeriesId};
use kernel::{AccountId, Day, Instant, MinuteOfDay, PersonId, PlaceId, Zone};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct SeriesRow {
        id: SeriesId,
        resource_id: ResourceId,
        person_id: Option<PersonId>,
        title: String,
        rule: String,
        first_day: Day,
        starts: MinuteOfDay,
        minutes: i64,
        created_at: Instant,
        created_by: Option<AccountId>,
    }

    struct OccurrenceRow {
        day: Day,
        booking_id: Option<BookingId>,
    }

    struct IdRow {
        id: SeriesId,
    }

    struct DayRow {
        series_id: SeriesId,
        day: Day,
    }
}

statement! {
    BY_ID -> SeriesRow = "
        select id, resource_id, person_id, title, rule, first_day, starts, minutes, created_at, created_by
        from booking_series
        where place_id = $1 and id = $2";

    OF_BOOKING -> IdRow = "
        select series_id as id
        from booking_occurrence
        where place_id = $1 and booking_id = $2";

    DAY_OF -> DayRow = "
        select series_id, day
        from booking_occurrence
        where place_id = $1 and booking_id = $2";

    OCCURRENCES -> OccurrenceRow = "
        select day, booking_id
        from booking_occurrence
        where place_id = $1 and series_id = $2
        order by day";

    BOOKINGS -> BookingRow = "
        select booking.id, booking.resource_id, booking.person_id, booking.customer_id, booking.caller_name, booking.audience,
            booking.title, booking.starts_at, booking.ends_at, booking.occupied_from, booking.occupied_until, booking.state,
            booking.visible, booking.attendance, booking.product_id, booking.price_cents, booking.basis, booking.rate_bp,
            booking.charge_id, booking.fee_cents, booking.fee_charge_id, booking.fee_floor_cents, booking.exemption,
            booking.created_at, booking.created_by, booking.overridden, booking.overridden_by, booking.request_expires_at,
            booking.cancelled_at, booking.ended_at, booking.version, booking.external_ref
        from booking_occurrence
        join booking on booking.place_id = $1 and booking.id = booking_occurrence.booking_id
        where booking_occurrence.place_id = $1 and booking_occurrence.series_id = $2
        order by booking.starts_at, booking.id";

    INSERT = "
        insert into booking_series (
            place_id, id, resource_id, person_id, title, rule, first_day, starts, minutes, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    INSERT_OCCURRENCE = "
        insert into booking_occurrence (place_id, series_id, day, booking_id)
        values ($1, $2, $3, $4)";
}

/// One series.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: SeriesId) -> Result<Option<Series>, DatabaseError> {
    tx.optional(&BY_ID, &params![place, id])?
        .map(Series::try_from)
        .transpose()
}

/// The series that a booking is of.
///
/// # Errors
/// As the database says.
pub fn of_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
) -> Result<Option<SeriesId>, DatabaseError> {
    Ok(tx
        .optional(&OF_BOOKING, &params![place, booking])?
        .map(|row| row.id))
}

/// The series that a booking is of, and when the rule of that series has it begin, wherever it was moved since.
pub(crate) fn place_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
    zone: &Zone,
) -> Result<Option<(SeriesId, Instant)>, DatabaseError> {
    let Some(row) = tx.optional(&DAY_OF, &params![place, booking])? else {
        return Ok(None);
    };
    let known = find(tx, place, row.series_id)?;
    Ok(known.map(|known| (known.id, zone.instant(row.day, known.hours.starts))))
}

/// The days of a series, in order.
///
/// # Errors
/// As the database says.
pub fn occurrences(tx: &mut Tx<'_>, place: PlaceId, id: SeriesId) -> Result<Vec<Occurrence>, DatabaseError> {
    let rows = tx.all(&OCCURRENCES, &params![place, id])?;
    let occurrence = |row: OccurrenceRow| Occurrence {
        day: row.day,
        booking: row.booking_id,
    };
    Ok(rows.into_iter().map(occurrence).collect())
}

/// The bookings of a series, the earliest first.
///
/// # Errors
/// As the database says.
pub fn bookings(tx: &mut Tx<'_>, place: PlaceId, id: SeriesId) -> Result<Vec<Booking>, DatabaseError> {
    tx.all(&BOOKINGS, &params![place, id])?
        .into_iter()
        .map(Booking::try_from)
        .collect()
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Series,
    days: &[Occurrence],
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.resource,
        new.person,
        new.title,
        new.rule.to_string(),
        new.first,
        new.hours.starts,
        new.hours.minutes,
        new.created_at,
        new.created_by
    ];
    tx.run(&INSERT, &values)?;
    for one in days {
        tx.run(&INSERT_OCCURRENCE, &params![place, new.id, one.day, one.booking])?;
    }
    Ok(())
}

impl TryFrom<SeriesRow> for Series {
    type Error = DatabaseError;

    fn try_from(row: SeriesRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            resource: row.resource_id,
            person: row.person_id,
            title: row.title,
            rule: Recurrence::parse(&row.rule).map_err(broken("booking_series.rule"))?,
            first: row.first_day,
            hours: DailyHours {
                starts: row.starts,
                minutes: row.minutes,
            },
            created_at: row.created_at,
            created_by: row.created_by,
        })
    }
}
