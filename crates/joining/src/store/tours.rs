//! Tours, and the hours at which the place is shown.

use crate::rules::tour::{HELD_MINUTES, Prospect, Tour, TourHours, TourState};
use kernel::{
    AccountId, Day, Email, Id, Instant, Locale, MinuteOfDay, Name, Period, PersonId, Phone, PlaceId, Weekday,
};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct HoursRow {
        id: Id<TourHours>,
        weekday: Weekday,
        starts: MinuteOfDay,
        seats: i64,
    }

    struct TourRow {
        id: Id<Tour>,
        name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        language: Locale,
        wish: String,
        starts_at: Instant,
        state: TourState,
        interested: Option<bool>,
        trial_day: Option<Day>,
        note: String,
        person_id: Option<PersonId>,
        joined_on: Option<Day>,
        booked_at: Instant,
        proven_at: Option<Instant>,
    }
}

statement! {
    HOURS -> HoursRow = "
        select id, weekday, starts, seats
        from tour_hours
        where place_id = $1
        order by weekday, starts";

    LOCK_HOURS -> HoursRow = "
        select id, weekday, starts, seats
        from tour_hours
        where place_id = $1 and id = $2
        for update";

    ADD_HOURS = "
        insert into tour_hours (place_id, id, weekday, starts, seats)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, weekday, starts) do update set seats = excluded.seats";

    REMOVE_HOURS = "delete from tour_hours where place_id = $1 and id = $2";

    FIND -> TourRow = "
        select id, name, email, phone, language, wish, starts_at, state, interested, trial_day, note, person_id,
            joined_on, booked_at, proven_at
        from tour
        where place_id = $1 and id = $2";

    LOCK -> TourRow = "
        select id, name, email, phone, language, wish, starts_at, state, interested, trial_day, note, person_id,
            joined_on, booked_at, proven_at
        from tour
        where place_id = $1 and id = $2
        for update";

    IN_SPAN -> TourRow = "
        select id, name, email, phone, language, wish, starts_at, state, interested, trial_day, note, person_id,
            joined_on, booked_at, proven_at
        from tour
        where place_id = $1 and starts_at >= $2 and starts_at < $3 and (proven_at is not null or booked_at > $4)
        order by starts_at, id
        limit 5000";

    INSERT = "
        insert into tour (place_id, id, name, email, phone, language, wish, starts_at, state, interested, trial_day,
            note, person_id, joined_on, booked_at, booked_by, noted_by, proven_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', null, null, '', null, null, $9, $10, null, $11)";

    PROVE = "update tour set proven_at = $3 where place_id = $1 and id = $2";

    NOTE = "
        update tour
        set state = $3, interested = $4, trial_day = $5, note = $6, noted_by = $7
        where place_id = $1 and id = $2";

    IDENTIFY = "update tour set person_id = $3 where place_id = $1 and id = $2";

    JOIN = "
        update tour
        set person_id = $3, joined_on = $4
        where place_id = $1 and id = $2 and joined_on is null";

    JOIN_BY_EMAIL = "
        update tour
        set person_id = $3, joined_on = $4
        where place_id = $1 and email = $2 and joined_on is null and state <> 'cancelled'";

    FORGET = "
        update tour
        set name = '–', email = null, phone = null, wish = '', note = ''
        where place_id = $1 and starts_at < $2 and person_id is null and name <> '–'";
}

/// The hours at which the place is shown, from Monday on.
pub(crate) fn hours(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<TourHours>, DatabaseError> {
    let rows = tx.all(&HOURS, &params![place])?;
    Ok(rows.into_iter().map(TourHours::from).collect())
}

/// Hours of the week, held until the end of the transaction: who takes the last seat is alone in doing so.
pub(crate) fn lock_hours(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<TourHours>,
) -> Result<Option<TourHours>, DatabaseError> {
    Ok(tx
        .optional(&LOCK_HOURS, &params![place, id])?
        .map(TourHours::from))
}

/// Shows the place at another hour of the week; one known already gets these seats.
pub(crate) fn add_hours(tx: &mut Tx<'_>, place: PlaceId, hours: &TourHours) -> Result<(), DatabaseError> {
    tx.run(
        &ADD_HOURS,
        &params![place, hours.id, hours.weekday, hours.starts, hours.seats],
    )?;
    Ok(())
}

/// Shows the place at that hour no more; tours booked stay. Whether there were such hours.
pub(crate) fn remove_hours(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<TourHours>,
) -> Result<bool, DatabaseError> {
    Ok(tx.run(&REMOVE_HOURS, &params![place, id])? > 0)
}

/// A tour.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Tour>) -> Result<Option<Tour>, DatabaseError> {
    tx.optional(&FIND, &params![place, id])?
        .map(Tour::try_from)
        .transpose()
}

/// A tour, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Tour>) -> Result<Option<Tour>, DatabaseError> {
    tx.optional(&LOCK, &params![place, id])?
        .map(Tour::try_from)
        .transpose()
}

/// The tours that start in a span, in order; five thousand at most. One that was not proven while its seat was held is none.
pub(crate) fn in_span(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Tour>, DatabaseError> {
    let held_since = tx.now().minus_minutes(HELD_MINUTES);
    let rows = tx.all(&IN_SPAN, &params![place, span.start(), span.end(), held_since])?;
    rows.into_iter().map(Tour::try_from).collect()
}

/// Keeps a new tour.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Tour>,
    prospect: &Prospect,
    (starts_at, proven): (Instant, bool),
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        id,
        prospect.name.as_str(),
        prospect.email.clone(),
        prospect.phone.clone(),
        prospect.language,
        prospect.wish.as_str(),
        starts_at,
        now,
        by,
        proven.then_some(now)
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that the address of who comes is proven.
pub(crate) fn prove(tx: &mut Tx<'_>, place: PlaceId, id: Id<Tour>) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&PROVE, &params![place, id, now])?;
    Ok(())
}

/// Writes how a tour went.
pub(crate) fn note(
    tx: &mut Tx<'_>,
    place: PlaceId,
    tour: &Tour,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        tour.id,
        tour.state,
        tour.interested,
        tour.trial_day,
        tour.note.as_str(),
        by
    ];
    tx.run(&NOTE, &values)?;
    Ok(())
}

/// Writes who the visitor of a tour is.
pub(crate) fn identify(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Tour>,
    person: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&IDENTIFY, &params![place, id, person])?;
    Ok(())
}

/// Who came on this tour, or on one with this address, is a member from a day on.
pub(crate) fn join(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (tour, email): (Option<Id<Tour>>, Option<&Email>),
    person: PersonId,
    on: Day,
) -> Result<(), DatabaseError> {
    if let Some(tour) = tour {
        tx.run(&JOIN, &params![place, tour, person, on])?;
    }
    if let Some(email) = email {
        tx.run(&JOIN_BY_EMAIL, &params![place, email.clone(), person, on])?;
    }
    Ok(())
}

/// Forgets who came on a tour before a moment and never joined; how many.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET, &params![place, before])
}

impl From<HoursRow> for TourHours {
    fn from(row: HoursRow) -> Self {
        Self {
            id: row.id,
            weekday: row.weekday,
            starts: row.starts,
            seats: row.seats,
        }
    }
}

impl TryFrom<TourRow> for Tour {
    type Error = DatabaseError;

    fn try_from(row: TourRow) -> Result<Self, DatabaseError> {
        let name = Name::parse(&row.name).map_err(|refused| DatabaseError::Value {
            column: "name".to_owned(),
            reason: refused.to_string(),
        })?;
        Ok(Self {
            id: row.id,
            prospect: Prospect {
                name,
                email: row.email,
                phone: row.phone,
                language: row.language,
                wish: row.wish,
            },
            starts_at: row.starts_at,
            state: row.state,
            interested: row.interested,
            trial_day: row.trial_day,
            note: row.note,
            person: row.person_id,
            joined_on: row.joined_on,
            booked_at: row.booked_at,
            proven_at: row.proven_at,
        })
    }
}
