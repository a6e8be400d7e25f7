//! Who came and who booked, for figures.

use crate::rules::booking::BookingState;
use crate::rules::check_in::{CheckInKind, Part};
use crate::rules::figures::{Booked, Visited};
use kernel::{Audience, Day, Days, Instant, Month, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct VisitRow {
        day: Day,
        person_id: PersonId,
        half: Part,
        kind: CheckInKind,
    }

    struct BookedRow {
        person_id: Option<PersonId>,
        audience: Audience,
        starts_at: Instant,
        ends_at: Instant,
        state: BookingState,
    }

    struct MonthRow {
        month: Month,
        people: i64,
        half_days: i64,
    }
}

statement! {
    VISITS -> VisitRow = "
        select day, person_id, half, kind
        from check_in
        where place_id = $1 and day between $2 and $3 and cancelled_at is null
        order by day, person_id, half";

    BOOKED -> BookedRow = "
        select person_id, audience, starts_at, ends_at, state
        from booking
        where place_id = $1 and ends_at > $2 and ends_at < $4 and starts_at < $3
            and state in ('confirmed', 'checked_in', 'done')
        order by starts_at, id
        limit 200000";

    MONTHS -> MonthRow = "
        select substr(day, 1, 7) as month, count(distinct person_id) as people,
            cast(sum(case when half = 'day' then 2 else 1 end) as bigint) as half_days
        from check_in
        where place_id = $1 and day between $2 and $3 and cancelled_at is null
        group by substr(day, 1, 7)
        order by substr(day, 1, 7)";
}

/// Who came on these days, what was undone left out.
pub(crate) fn visits(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<Visited>, DatabaseError> {
    let rows = tx.all(&VISITS, &params![place, days.first(), days.last()])?;
    Ok(rows
        .into_iter()
        .map(|row| Visited {
            person: row.person_id,
            day: row.day,
            part: row.half,
            kind: row.kind,
        })
        .collect())
}

/// The bookings that took or take place during a span of time; 200,000 at most.
pub(crate) fn booked(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Booked>, DatabaseError> {
    let latest = super::lists::latest_end(span);
    let rows = tx.all(&BOOKED, &params![place, span.start(), span.end(), latest])?;
    Ok(rows
        .into_iter()
        .filter(|row| crate::rules::occupancy::counts(row.state))
        .filter_map(|row| {
            let period = Period::new(row.starts_at, row.ends_at).ok()?;
            Some(Booked {
                person: row.person_id,
                audience: row.audience,
                minutes: period.intersection(span)?.minutes(),
            })
        })
        .collect())
}

/// For each month with somebody: how many different people came, and for how many half-days.
pub(crate) fn months(
    tx: &mut Tx<'_>,
    place: PlaceId,
    days: Days,
) -> Result<Vec<(Month, i64, i64)>, DatabaseError> {
    let rows = tx.all(&MONTHS, &params![place, days.first(), days.last()])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.month, row.people, row.half_days))
        .collect())
}
