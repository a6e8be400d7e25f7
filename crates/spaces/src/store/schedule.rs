//! Hours, limits, closures and cancellation terms as rows.

use super::{broken, lettings, links};
use crate::rules::booking_window::BookingWindow;
use crate::rules::cancellation::Term;
use crate::rules::opening_hours::WeeklyHours;
use crate::rules::resource::ResourceId;
use crate::rules::schedule::{Closure, ClosureId, HoursLine, Schedule, TermLine, WindowLine};
use kernel::{AccountId, Audience, Instant, MinuteOfDay, Period, PlaceId, Rate, Weekday};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct HoursRow {
        resource_id: Option<ResourceId>,
        audience: Audience,
        weekday: Weekday,
        opens: MinuteOfDay,
        closes: MinuteOfDay,
    }

    struct WindowRow {
        resource_id: Option<ResourceId>,
        audience: Audience,
        minimum_notice: i64,
        maximum_horizon_days: i64,
        minimum_minutes: i64,
        maximum_minutes: i64,
        step_minutes: i64,
        needs_approval: bool,
    }

    struct ClosureRow {
        id: ClosureId,
        resource_id: Option<ResourceId>,
        starts_at: Instant,
        ends_at: Instant,
        reason: String,
    }

    struct TermRow {
        audience: Audience,
        notice_minutes: i64,
        fee_bp: Rate,
    }
}

statement! {
    HOURS -> HoursRow = "
        select resource_id, audience, weekday, opens, closes
        from weekly_hours
        where place_id = $1
        order by audience, weekday, opens, id";

    FORGET_HOURS = "
        delete from weekly_hours
        where place_id = $1 and audience = $2 and coalesce(resource_id, 0) = $3";

    INSERT_HOURS = "
        insert into weekly_hours (place_id, id, resource_id, audience, weekday, opens, closes)
        values ($1, $2, $3, $4, $5, $6, $7)";

    WINDOWS -> WindowRow = "
        select resource_id, audience, minimum_notice, maximum_horizon_days, minimum_minutes, maximum_minutes,
            step_minutes, needs_approval
        from booking_window
        where place_id = $1
        order by audience, id";

    FORGET_WINDOW = "
        delete from booking_window
        where place_id = $1 and audience = $2 and coalesce(resource_id, 0) = $3";

    INSERT_WINDOW = "
        insert into booking_window (
            place_id, id, resource_id, audience, minimum_notice, maximum_horizon_days, minimum_minutes,
            maximum_minutes, step_minutes, needs_approval)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    CLOSURES -> ClosureRow = "
        select id, resource_id, starts_at, ends_at, reason
        from closure
        where place_id = $1 and ends_at > $2 and starts_at < $3 and withdrawn_at is null
        order by starts_at, id";

    CLOSURE -> ClosureRow = "
        select id, resource_id, starts_at, ends_at, reason
        from closure
        where place_id = $1 and id = $2 and withdrawn_at is null";

    LOCK_CLOSURE -> ClosureRow = "
        select id, resource_id, starts_at, ends_at, reason
        from closure
        where place_id = $1 and id = $2 and withdrawn_at is null
        for update";

    INSERT_CLOSURE = "
        insert into closure (place_id, id, resource_id, starts_at, ends_at, reason, created_at, created_by, withdrawn_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null)";

    WITHDRAW_CLOSURE = "
        update closure
        set withdrawn_at = $3
        where place_id = $1 and id = $2";

    TERMS -> TermRow = "
        select audience, notice_minutes, fee_bp
        from cancellation_term
        where place_id = $1
        order by audience, notice_minutes desc";

    FORGET_TERMS = "
        delete from cancellation_term
        where place_id = $1 and audience = $2";

    INSERT_TERM = "
        insert into cancellation_term (place_id, id, audience, notice_minutes, fee_bp)
        values ($1, $2, $3, $4, $5)";
}

/// Hours and limits of the place, with the closures that touch a span of time.
///
/// # Errors
/// As the database says.
pub fn schedule(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Schedule, DatabaseError> {
    Ok(Schedule {
        hours: tx
            .all(&HOURS, &params![place])?
            .into_iter()
            .map(HoursLine::from)
            .collect(),
        windows: tx
            .all(&WINDOWS, &params![place])?
            .into_iter()
            .map(WindowLine::from)
            .collect(),
        closures: closed(tx, place, span)?,
        bonds: links::bonds(tx, place)?,
    })
}

/// The closures that touch a span of time, and the lettings: an office that is somebody's is closed to everybody else.
fn closed(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Closure>, DatabaseError> {
    let mut all = closures(tx, place, span)?;
    let let_out = lettings::during(tx, place, span)?;
    all.extend(
        let_out
            .iter()
            .filter_map(|letting| Closure::of_letting(letting, span)),
    );
    Ok(all)
}

/// The closures that touch a span of time, the earliest first.
///
/// # Errors
/// As the database says.
pub fn closures(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Closure>, DatabaseError> {
    let rows = tx.all(&CLOSURES, &params![place, span.start(), span.end()])?;
    rows.into_iter().map(Closure::try_from).collect()
}

/// The cancellation terms of every audience, the longest notice first.
///
/// # Errors
/// As the database says.
pub fn terms(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<TermLine>, DatabaseError> {
    let rows = tx.all(&TERMS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| TermLine {
            audience: row.audience,
            term: Term {
                notice_minutes: row.notice_minutes,
                fee: row.fee_bp,
            },
        })
        .collect())
}

/// Puts these hours in the place of those of an audience, of the whole place or of one resource.
pub(crate) fn replace_hours(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: Option<ResourceId>,
    audience: Audience,
    lines: &[WeeklyHours],
) -> Result<(), DatabaseError> {
    tx.run(&FORGET_HOURS, &params![place, audience, number(resource)])?;
    for line in lines {
        let id = tx.new_id::<HoursLine>();
        let values = params![
            place,
            id,
            resource,
            audience,
            line.weekday,
            line.opens,
            line.closes
        ];
        tx.run(&INSERT_HOURS, &values)?;
    }
    Ok(())
}

/// Puts these limits in the place of those of an audience; none forgets them.
pub(crate) fn replace_window(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: Option<ResourceId>,
    audience: Audience,
    window: Option<BookingWindow>,
) -> Result<(), DatabaseError> {
    tx.run(&FORGET_WINDOW, &params![place, audience, number(resource)])?;
    let Some(window) = window else { return Ok(()) };
    let id = tx.new_id::<WindowLine>();
    let values = params![
        place,
        id,
        resource,
        audience,
        window.minimum_notice,
        window.maximum_horizon_days,
        window.minimum_minutes,
        window.maximum_minutes,
        window.step_minutes,
        window.needs_approval
    ];
    tx.run(&INSERT_WINDOW, &values)?;
    Ok(())
}

/// Puts these terms in the place of those of an audience.
pub(crate) fn replace_terms(
    tx: &mut Tx<'_>,
    place: PlaceId,
    audience: Audience,
    terms: &[Term],
) -> Result<(), DatabaseError> {
    tx.run(&FORGET_TERMS, &params![place, audience])?;
    for term in terms {
        let id = tx.new_id::<TermLine>();
        tx.run(
            &INSERT_TERM,
            &params![place, id, audience, term.notice_minutes, term.fee],
        )?;
    }
    Ok(())
}

/// A closure that stands.
///
/// # Errors
/// As the database says.
pub fn closure(tx: &mut Tx<'_>, place: PlaceId, id: ClosureId) -> Result<Option<Closure>, DatabaseError> {
    tx.optional(&CLOSURE, &params![place, id])?
        .map(Closure::try_from)
        .transpose()
}

/// A closure that stands, held until the end of the transaction.
pub(crate) fn lock_closure(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ClosureId,
) -> Result<Option<Closure>, DatabaseError> {
    tx.optional(&LOCK_CLOSURE, &params![place, id])?
        .map(Closure::try_from)
        .transpose()
}

pub(crate) fn insert_closure(
    tx: &mut Tx<'_>,
    place: PlaceId,
    closure: &Closure,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let (start, end) = (closure.period.start(), closure.period.end());
    let values = params![
        place,
        closure.id,
        closure.resource,
        start,
        end,
        closure.reason,
        now,
        by
    ];
    tx.run(&INSERT_CLOSURE, &values)?;
    Ok(())
}

pub(crate) fn withdraw_closure(tx: &mut Tx<'_>, place: PlaceId, id: ClosureId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&WITHDRAW_CLOSURE, &params![place, id, now])?;
    Ok(())
}

/// Identifiers are never zero: it stands for none.
fn number(resource: Option<ResourceId>) -> i64 {
    resource.map_or(0, ResourceId::as_i64)
}

impl From<HoursRow> for HoursLine {
    fn from(row: HoursRow) -> Self {
        let hours = WeeklyHours {
            weekday: row.weekday,
            opens: row.opens,
            closes: row.closes,
        };
        Self {
            resource: row.resource_id,
            audience: row.audience,
            hours,
        }
    }
}

impl From<WindowRow> for WindowLine {
    fn from(row: WindowRow) -> Self {
        Self {
            resource: row.resource_id,
            audience: row.audience,
            window: BookingWindow {
                minimum_notice: row.minimum_notice,
                maximum_horizon_days: row.maximum_horizon_days,
                minimum_minutes: row.minimum_minutes,
                maximum_minutes: row.maximum_minutes,
                step_minutes: row.step_minutes,
                needs_approval: row.needs_approval,
            },
        }
    }
}

impl TryFrom<ClosureRow> for Closure {
    type Error = DatabaseError;

    fn try_from(row: ClosureRow) -> Result<Self, DatabaseError> {
        let period = Period::new(row.starts_at, row.ends_at).map_err(broken("closure.ends_at"))?;
        Ok(Self {
            id: row.id,
            resource: row.resource_id,
            period,
            reason: row.reason,
        })
    }
}
