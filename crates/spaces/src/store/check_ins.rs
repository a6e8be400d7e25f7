//! Check-ins as rows.

use crate::rules::check_in::{CheckIn, CheckInId, CheckInKind, Part};
use kernel::{AccountId, Day, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, ToValue, Tx, batches, params, row, statement, text_value};
use std::collections::{BTreeMap, BTreeSet};

text_value!(Part, CheckInKind);

row! {
    struct CheckInRow {
        id: CheckInId,
        person_id: PersonId,
        day: Day,
        half: Part,
        widened_from: Option<Part>,
        kind: CheckInKind,
        arrived_at: Instant,
        left_at: Option<Instant>,
        cancelled_at: Option<Instant>,
        created_by: Option<AccountId>,
    }

    struct DayRow {
        person_id: PersonId,
    }

}

statement! {
    ENSURE_DAY = "
        insert into check_in_day (place_id, person_id, day)
        values ($1, $2, $3)
        on conflict (place_id, person_id, day) do nothing";

    LOCK_DAY -> DayRow = "
        select person_id
        from check_in_day
        where place_id = $1 and person_id = $2 and day = $3
        for update";

    BY_ID -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and id = $2";

    BY_EXTERNAL_REF -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and external_ref = $2";

    OPEN_OF_PERSON -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and person_id = $2 and day = $3 and cancelled_at is null
        order by arrived_at, id";

    OPEN_OF_PERSONS -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and day = $66 and cancelled_at is null and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by arrived_at, id";

    OF_DAY -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and day = $2
        order by arrived_at, id";

    OPEN -> CheckInRow = "
        select id, person_id, day, half, widened_from, kind, arrived_at, left_at, cancelled_at, created_by
        from check_in
        where place_id = $1 and cancelled_at is null
        order by day, person_id, arrived_at, id";

    TRIED -> DayRow = "
        select distinct person_id
        from check_in
        where place_id = $1 and kind = 'trial' and cancelled_at is null and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

    INSERT = "
        insert into check_in (
            place_id, id, person_id, day, half, kind, arrived_at, created_at, created_by, external_ref)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    SET_PART = "
        update check_in
        set half = $3, widened_from = $4, left_at = null
        where place_id = $1 and id = $2";

    SET_LEFT = "
        update check_in
        set left_at = $3
        where place_id = $1 and id = $2";

    CANCEL = "
        update check_in
        set cancelled_at = $3
        where place_id = $1 and id = $2";

    SHARE_DAYS = "
        insert into check_in_day (place_id, person_id, day)
        select place_id, $3, day
        from check_in_day
        where place_id = $1 and person_id = $2
        on conflict (place_id, person_id, day) do nothing";

    // The same person was not there twice.
    UNDO_DOUBLES = "
        update check_in
        set cancelled_at = $4
        where place_id = $1 and person_id = $2 and cancelled_at is null and exists (
            select 1
            from check_in as kept
            where kept.place_id = $1 and kept.person_id = $3 and kept.day = check_in.day and kept.cancelled_at is null
                and (kept.half = check_in.half or kept.half = 'day' or check_in.half = 'day'))";
}

/// A check-in to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewRow<'a> {
    pub(crate) id: CheckInId,
    pub(crate) person: PersonId,
    pub(crate) day: Day,
    pub(crate) part: Part,
    pub(crate) kind: CheckInKind,
    pub(crate) arrived_at: Instant,
    pub(crate) created_by: Option<AccountId>,
    pub(crate) external_ref: Option<&'a str>,
}

/// Makes the acts on one person's day wait for one another, from here to the end of the transaction. Call it before reading
/// what the act depends on.
pub(crate) fn lock_day(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<(), DatabaseError> {
    tx.run(&ENSURE_DAY, &params![place, person, day])?;
    let held = tx.one(&LOCK_DAY, &params![place, person, day])?;
    debug_assert_eq!(held.person_id, person);
    Ok(())
}

/// A check-in.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: CheckInId) -> Result<Option<CheckIn>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(CheckIn::from))
}

pub(crate) fn by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<CheckIn>, DatabaseError> {
    Ok(tx
        .optional(&BY_EXTERNAL_REF, &params![place, external_ref])?
        .map(CheckIn::from))
}

/// What counts of one person's day, in order of arrival.
pub(crate) fn open_of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<Vec<CheckIn>, DatabaseError> {
    let rows = tx.all(&OPEN_OF_PERSON, &params![place, person, day])?;
    Ok(rows.into_iter().map(CheckIn::from).collect())
}

/// What counts of each person's day, in order of arrival; those who did not come are left out.
pub(crate) fn open_of_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    day: Day,
) -> Result<BTreeMap<PersonId, Vec<CheckIn>>, DatabaseError> {
    let mut of_day: BTreeMap<PersonId, Vec<CheckIn>> = BTreeMap::new();
    for mut values in batches(place, persons) {
        values.push(day.to_value());
        for row in tx.all(&OPEN_OF_PERSONS, &values)? {
            of_day.entry(row.person_id).or_default().push(CheckIn::from(row));
        }
    }
    Ok(of_day)
}

/// Everything written for a day, undone check-ins among it, in order of arrival.
pub fn of_day(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<CheckIn>, DatabaseError> {
    Ok(tx
        .all(&OF_DAY, &params![place, day])?
        .into_iter()
        .map(CheckIn::from)
        .collect())
}

/// Everything that counts in a place, by day and person.
pub(crate) fn open(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<CheckIn>, DatabaseError> {
    Ok(tx
        .all(&OPEN, &params![place])?
        .into_iter()
        .map(CheckIn::from)
        .collect())
}

/// Who of these persons came to try the place.
pub(crate) fn tried(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<BTreeSet<PersonId>, DatabaseError> {
    let mut tried = BTreeSet::new();
    for values in batches(place, persons) {
        tried.extend(tx.all(&TRIED, &values)?.into_iter().map(|row| row.person_id));
    }
    Ok(tried)
}

/// Writes a check-in. The constraints `check_in_morning_once` and `check_in_afternoon_once` refuse a half that is taken,
/// `check_in_external_unique` a line imported before.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &NewRow<'_>) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        new.id,
        new.person,
        new.day,
        new.part,
        new.kind,
        new.arrived_at,
        now,
        new.created_by,
        new.external_ref
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Changes the part of the day, the person being here again.
pub(crate) fn set_part(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: CheckInId,
    part: Part,
    widened_from: Option<Part>,
) -> Result<(), DatabaseError> {
    tx.run(&SET_PART, &params![place, id, part, widened_from])?;
    Ok(())
}

/// Says when somebody left, or that they are here.
pub(crate) fn set_left(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: CheckInId,
    left_at: Option<Instant>,
) -> Result<(), DatabaseError> {
    tx.run(&SET_LEFT, &params![place, id, left_at])?;
    Ok(())
}

/// Undoes a check-in: it stays, and counts no more.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, id: CheckInId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&CANCEL, &params![place, id, now])?;
    Ok(())
}

impl From<CheckInRow> for CheckIn {
    fn from(row: CheckInRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            day: row.day,
            part: row.half,
            widened_from: row.widened_from,
            kind: row.kind,
            arrived_at: row.arrived_at,
            left_at: row.left_at,
            cancelled_at: row.cancelled_at,
            created_by: row.created_by,
        }
    }
}

/// Makes the days of one person days of another, who is the same; where both came at the same time, one of the two is undone.
pub(crate) fn share_days(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: PersonId,
    gone: PersonId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&SHARE_DAYS, &params![place, gone, kept])?;
    tx.run(&UNDO_DOUBLES, &params![place, gone, kept, now])?;
    Ok(())
}
