//! Hours drawn for bookings, and what else made them cheaper.

use crate::rules::agreement::Agreement;
use crate::rules::hours::{HoursDrawn, HoursFrom, HoursSource};
use kernel::{Day, Days, Id, Instant, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

/// Marks the identifiers of hours drawn.
#[derive(Debug)]
pub(crate) enum DrawnMark {}

row! {
    struct SumRow {
        minutes: i64,
    }

    /// Hours drawn for a booking that were not given back.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct OpenDraw {
        pub(crate) id: Id<DrawnMark>,
        pub(crate) source: HoursFrom,
        pub(crate) source_id: i64,
        pub(crate) name: String,
        pub(crate) period_from: Day,
        pub(crate) due_bp: Rate,
        pub(crate) minutes: i64,
        pub(crate) floor_minutes: i64,
    }

    struct CutRow {
        name: String,
        rate_bp: Rate,
    }

    /// Hours drawn on an agreement, for its report.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct AgreementUse {
        pub(crate) person_id: PersonId,
        pub(crate) day: Day,
        pub(crate) kind: String,
        pub(crate) period_from: Day,
        pub(crate) minutes: i64,
        pub(crate) returned_minutes: i64,
        pub(crate) drawn_at: Instant,
    }
}

statement! {
    OF_KIND -> SumRow = "
        select coalesce(cast(sum(minutes - returned_minutes) as bigint), 0) as minutes
        from hours_drawn
        where place_id = $1 and source = $2 and source_id = $3 and period_from = $4 and kind = $5 and booking_id <> $6";

    OF_ALL -> SumRow = "
        select coalesce(cast(sum(minutes - returned_minutes) as bigint), 0) as minutes
        from hours_drawn
        where place_id = $1 and source = $2 and source_id = $3 and period_from = $4 and booking_id <> $5";

    OF_BOOKING -> OpenDraw = "
        select id, source, source_id, name, period_from, due_bp, minutes, floor_minutes
        from hours_drawn
        where place_id = $1 and booking_id = $2 and returned_at is null
        order by id";

    OF_AGREEMENT -> AgreementUse = "
        select person_id, day, kind, period_from, minutes, returned_minutes, drawn_at
        from hours_drawn
        where place_id = $1 and source = $2 and source_id = $3 and day >= $4 and day <= $5
            and minutes > returned_minutes
        order by day, id";

    INSERT = "
        insert into hours_drawn (
            place_id, id, source, source_id, name, kind, period_from, due_bp, booking_id, person_id, day, minutes,
            floor_minutes, returned_minutes, drawn_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14)";

    RETURN = "
        update hours_drawn
        set returned_minutes = $3, returned_at = $4
        where place_id = $1 and id = $2 and returned_at is null";

    RAISE_FLOOR = "
        update hours_drawn
        set floor_minutes = $3
        where place_id = $1 and id = $2 and returned_at is null";

    CUTS -> CutRow = "
        select name, rate_bp
        from price_cut
        where place_id = $1 and booking_id = $2 and ended_at is null
        order by id";

    INSERT_CUT = "
        insert into price_cut (place_id, id, booking_id, name, rate_bp, at)
        values ($1, $2, $3, $4, $5, $6)";

    END_CUTS = "
        update price_cut
        set ended_at = $3
        where place_id = $1 and booking_id = $2 and ended_at is null";
}

/// Minutes drawn on a source in the period that begins on a day, but for one booking. Those of a plan are counted for each kind of space.
pub(crate) fn drawn(
    tx: &mut Tx<'_>,
    place: PlaceId,
    source: HoursSource,
    period: Days,
    kind: &str,
    but: Option<i64>,
) -> Result<i64, Fault> {
    let (from, id) = source.parts();
    let (first, but) = (period.first(), but.unwrap_or(0));
    let sum = match source {
        HoursSource::Plan(_) => tx.one(&OF_KIND, &params![place, from, id, first, kind, but])?,
        HoursSource::Agreement(_) => tx.one(&OF_ALL, &params![place, from, id, first, but])?,
    };
    Ok(sum.minutes)
}

/// What is drawn for a booking.
pub(crate) fn of_booking(tx: &mut Tx<'_>, place: PlaceId, booking: i64) -> Result<Vec<OpenDraw>, Fault> {
    Ok(tx.all(&OF_BOOKING, &params![place, booking])?)
}

/// What was drawn on an agreement for bookings of these days and not given back.
pub(crate) fn of_agreement(
    tx: &mut Tx<'_>,
    place: PlaceId,
    agreement: Id<Agreement>,
    days: Days,
) -> Result<Vec<AgreementUse>, Fault> {
    let (first, last) = (days.first(), days.last());
    let values = params![place, HoursFrom::Agreement, agreement, first, last];
    Ok(tx.all(&OF_AGREEMENT, &values)?)
}

/// Writes what is drawn for a booking.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (booking, person, day): (i64, PersonId, Day),
    drawn: &HoursDrawn,
    floor: i64,
) -> Result<(), Fault> {
    let id: Id<DrawnMark> = tx.new_id();
    let (from, source) = drawn.source.parts();
    let values = params![
        place,
        id,
        from,
        source,
        drawn.name,
        drawn.kind,
        drawn.period.first(),
        drawn.due,
        booking,
        person,
        day,
        drawn.minutes,
        floor,
        tx.now()
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Gives minutes back; the others stay drawn for good.
pub(crate) fn give_back(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<DrawnMark>,
    minutes: i64,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&RETURN, &params![place, id, minutes, now])?;
    Ok(())
}

/// Writes how many minutes a cancellation keeps at least.
pub(crate) fn set_floor(tx: &mut Tx<'_>, place: PlaceId, id: Id<DrawnMark>, floor: i64) -> Result<(), Fault> {
    tx.run(&RAISE_FLOOR, &params![place, id, floor])?;
    Ok(())
}

/// What else makes a booking cheaper: names and rates.
pub(crate) fn cuts(tx: &mut Tx<'_>, place: PlaceId, booking: i64) -> Result<Vec<(String, Rate)>, Fault> {
    let rows = tx.all(&CUTS, &params![place, booking])?;
    Ok(rows.into_iter().map(|row| (row.name, row.rate_bp)).collect())
}

/// Notes what else makes a booking cheaper.
pub(crate) fn cut(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: i64,
    (name, rate): (&str, Rate),
) -> Result<(), Fault> {
    let (id, now): (Id<DrawnMark>, _) = (tx.new_id(), tx.now());
    tx.run(&INSERT_CUT, &params![place, id, booking, name, rate, now])?;
    Ok(())
}

/// Notes that nothing else makes a booking cheaper any more.
pub(crate) fn end_cuts(tx: &mut Tx<'_>, place: PlaceId, booking: i64) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(&END_CUTS, &params![place, booking, now])?;
    Ok(())
}
