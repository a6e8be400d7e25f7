//! The waiting list as rows.

use super::broken;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::layout::LayoutId;
use crate::rules::resource::ResourceId;
use crate::rules::waiting::{WaitingEntry, WaitingId, WaitingState};
use kernel::{AccountId, Instant, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct EntryRow {
        id: WaitingId,
        resource_id: ResourceId,
        person_id: PersonId,
        starts_at: Instant,
        ends_at: Instant,
        title: String,
        attendance: Option<i64>,
        layout_id: Option<LayoutId>,
        note: String,
        state: WaitingState,
        booking_id: Option<BookingId>,
        offer_until: Option<Instant>,
        joined_at: Instant,
    }

    struct IdRow {
        id: WaitingId,
    }
}

statement! {
    BY_ID -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and id = $2";

    LOCK -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and id = $2
        for update";

    OFFER_OF -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and booking_id = $2 and state = 'offered'";

    WAITING -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and state = 'waiting' and starts_at > $2
        order by joined_at, id
        limit 500";

    OPEN -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and state in ('waiting', 'offered') and starts_at > $2
        order by starts_at, joined_at, id
        limit 500";

    OPEN_OF_PERSON -> EntryRow = "
        select id, resource_id, person_id, starts_at, ends_at, title, attendance, layout_id, note, state, booking_id,
            offer_until, joined_at
        from waiting_entry
        where place_id = $1 and person_id = $2 and starts_at > $3 and state in ('waiting', 'offered')
        order by starts_at, id
        limit 200";

    SOMEBODY -> IdRow = "
        select id
        from waiting_entry
        where place_id = $1 and state = 'waiting' and starts_at > $2
        limit 1";

    INSERT = "
        insert into waiting_entry (
            place_id, id, resource_id, person_id, starts_at, ends_at, title, attendance, state, booking_id, offer_until,
            joined_at, changed_at, created_by, layout_id, note)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, $10, $10, $11, $12, $13)";

    UPDATE = "
        update waiting_entry
        set state = $3, booking_id = $4, offer_until = $5, changed_at = $6
        where place_id = $1 and id = $2";

    FOLLOW = "
        update waiting_entry
        set state = $3, offer_until = null, changed_at = $4
        where place_id = $1 and booking_id = $2 and state = 'offered'";

    OVERTAKE = "
        update waiting_entry
        set state = 'over', changed_at = $2
        where place_id = $1 and state = 'waiting' and starts_at <= $2";
}

/// One entry.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: WaitingId) -> Result<Option<WaitingEntry>, DatabaseError> {
    parsed_one(tx.optional(&BY_ID, &params![place, id])?)
}

/// One entry, held until the end of the transaction, after the resource and the booking.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: WaitingId,
) -> Result<Option<WaitingEntry>, DatabaseError> {
    parsed_one(tx.optional(&LOCK, &params![place, id])?)
}

/// The entry to which a booking is offered and not answered yet.
///
/// # Errors
/// As the database says.
pub fn offer_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
) -> Result<Option<WaitingEntry>, DatabaseError> {
    parsed_one(tx.optional(&OFFER_OF, &params![place, booking])?)
}

/// Who waits for hours to come, the first to join first.
///
/// # Errors
/// As the database says.
pub fn waiting(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<WaitingEntry>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&WAITING, &params![place, now])?)
}

/// Who waits or has an offer, by the hours.
///
/// # Errors
/// As the database says.
pub fn open(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<WaitingEntry>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&OPEN, &params![place, now])?)
}

/// What a person waits for or is offered, by the hours.
///
/// # Errors
/// As the database says.
pub fn open_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<WaitingEntry>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&OPEN_OF_PERSON, &params![place, person, now])?)
}

/// Whether anybody waits.
pub(crate) fn anybody(tx: &mut Tx<'_>, place: PlaceId) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.optional(&SOMEBODY, &params![place, now])?.is_some())
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &WaitingEntry,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let (start, end) = (new.period.start(), new.period.end());
    let values = params![
        place,
        new.id,
        new.resource,
        new.person,
        start,
        end,
        new.title,
        new.attendance,
        new.state,
        new.joined_at,
        by,
        new.layout,
        new.note
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &WaitingEntry) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        changed.id,
        changed.state,
        changed.booking,
        changed.offer_until,
        now
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// What became of an offer when its booking was answered, given up or overtaken.
pub(crate) fn follow(tx: &mut Tx<'_>, place: PlaceId, booking: &Booking) -> Result<(), DatabaseError> {
    let state = match booking.state {
        BookingState::Confirmed => WaitingState::Accepted,
        BookingState::Cancelled => WaitingState::Withdrawn,
        BookingState::Refused | BookingState::Expired => WaitingState::Lapsed,
        _ => return Ok(()),
    };
    let now = tx.now();
    tx.run(&FOLLOW, &params![place, booking.id, state, now])?;
    Ok(())
}

/// Notes that nobody waits for what has begun.
pub(crate) fn overtake(tx: &mut Tx<'_>, place: PlaceId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&OVERTAKE, &params![place, now])?;
    Ok(())
}

fn parsed(rows: Vec<EntryRow>) -> Result<Vec<WaitingEntry>, DatabaseError> {
    rows.into_iter().map(WaitingEntry::try_from).collect()
}

fn parsed_one(row: Option<EntryRow>) -> Result<Option<WaitingEntry>, DatabaseError> {
    row.map(WaitingEntry::try_from).transpose()
}

impl TryFrom<EntryRow> for WaitingEntry {
    type Error = DatabaseError;

    fn try_from(row: EntryRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            resource: row.resource_id,
            person: row.person_id,
            period: Period::new(row.starts_at, row.ends_at).map_err(broken("waiting_entry.ends_at"))?,
            title: row.title,
            attendance: row.attendance,
            layout: row.layout_id,
            note: row.note,
            state: row.state,
            booking: row.booking_id,
            offer_until: row.offer_until,
            joined_at: row.joined_at,
        })
    }
}
