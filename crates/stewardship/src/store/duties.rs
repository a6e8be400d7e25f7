//! Shifts, and who has them.

use crate::rules::duty::{Duty, DutyState, Shift};
use kernel::{Day, Days, Id, MinuteOfDay, PersonId, PlaceId, Weekday};
use offers::PassLot;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ShiftRow {
        id: Id<Shift>,
        weekday: Weekday,
        from_minute: MinuteOfDay,
        until_minute: MinuteOfDay,
        wanted: i64,
        label: String,
        units: i64,
        from_day: Day,
        until_day: Option<Day>,
    }

    struct DutyRow {
        id: Id<Duty>,
        shift_id: Id<Shift>,
        day: Day,
        person_id: PersonId,
        from_minute: MinuteOfDay,
        until_minute: MinuteOfDay,
        units: i64,
        state: DutyState,
    }
}

statement! {
    SHIFTS -> ShiftRow = "
        select id, weekday, from_minute, until_minute, wanted, label, units, from_day, until_day
        from shift
        where place_id = $1 and (until_day is null or until_day >= $2)
        order by weekday, from_minute, until_minute, id";

    LOCK_SHIFT -> ShiftRow = "
        select id, weekday, from_minute, until_minute, wanted, label, units, from_day, until_day
        from shift
        where place_id = $1 and id = $2
        for update";

    INSERT_SHIFT = "
        insert into shift (place_id, id, weekday, from_minute, until_minute, wanted, label, units, from_day, until_day)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    END_SHIFT = "
        update shift
        set until_day = $3
        where place_id = $1 and id = $2";

    OF_DAYS -> DutyRow = "
        select id, shift_id, day, person_id, from_minute, until_minute, units, state
        from duty
        where place_id = $1 and day >= $2 and day <= $3
        order by day, from_minute, taken_at, id";

    OF_PERSON -> DutyRow = "
        select id, shift_id, day, person_id, from_minute, until_minute, units, state
        from duty
        where place_id = $1 and person_id = $2 and day >= $3
        order by day, from_minute, id
        limit 200";

    LOCK -> DutyRow = "
        select id, shift_id, day, person_id, from_minute, until_minute, units, state
        from duty
        where place_id = $1 and id = $2
        for update";

    INSERT = "
        insert into duty (place_id, id, shift_id, day, person_id, from_minute, until_minute, units, state, taken_at,
            taken_by, settled_at, settled_by, granted_lot)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, null, null)";

    SETTLE = "
        update duty
        set state = $3, settled_at = $4, settled_by = $5, granted_lot = $6
        where place_id = $1 and id = $2";
}

/// Nobody has a shift twice.
pub(crate) const ONCE: &str = "duty_once";

/// The shifts that may still take place on a day or after it, by weekday and hour.
pub(crate) fn shifts(tx: &mut Tx<'_>, place: PlaceId, from: Day) -> Result<Vec<Shift>, DatabaseError> {
    let rows = tx.all(&SHIFTS, &params![place, from])?;
    Ok(rows.into_iter().map(Shift::from).collect())
}

/// A shift, held until the end of the transaction.
pub(crate) fn lock_shift(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Shift>,
) -> Result<Option<Shift>, DatabaseError> {
    Ok(tx.optional(&LOCK_SHIFT, &params![place, id])?.map(Shift::from))
}

/// Keeps a new shift.
pub(crate) fn insert_shift(tx: &mut Tx<'_>, place: PlaceId, new: &Shift) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.weekday,
        new.from,
        new.until,
        new.wanted,
        new.label.as_str(),
        new.units,
        new.from_day,
        new.until_day
    ];
    tx.run(&INSERT_SHIFT, &values)?;
    Ok(())
}

/// Notes the last day of a shift.
pub(crate) fn end_shift(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Shift>,
    until: Day,
) -> Result<(), DatabaseError> {
    tx.run(&END_SHIFT, &params![place, id, until])?;
    Ok(())
}

/// Who has, had or gave up which shift on these days.
pub(crate) fn of_days(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<Duty>, DatabaseError> {
    let rows = tx.all(&OF_DAYS, &params![place, days.first(), days.last()])?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// What somebody has from a day on; two hundred at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    from: Day,
) -> Result<Vec<Duty>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person, from])?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// A duty, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Duty>) -> Result<Option<Duty>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(Duty::from))
}

/// Notes that somebody takes a shift.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Duty,
    by: Option<PersonId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place, new.id, new.shift, new.day, new.person, new.from, new.until, new.units, new.state, now, by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes what became of it.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Duty>,
    state: DutyState,
    by: Option<PersonId>,
    granted: Option<Id<PassLot>>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&SETTLE, &params![place, id, state, now, by, granted])?;
    Ok(())
}

impl From<ShiftRow> for Shift {
    fn from(row: ShiftRow) -> Self {
        Self {
            id: row.id,
            weekday: row.weekday,
            from: row.from_minute,
            until: row.until_minute,
            wanted: row.wanted,
            label: row.label,
            units: row.units,
            from_day: row.from_day,
            until_day: row.until_day,
        }
    }
}

impl From<DutyRow> for Duty {
    fn from(row: DutyRow) -> Self {
        Self {
            id: row.id,
            shift: row.shift_id,
            day: row.day,
            person: row.person_id,
            from: row.from_minute,
            until: row.until_minute,
            units: row.units,
            state: row.state,
        }
    }
}
