//! Layouts of rooms, and what is prepared for bookings, as rows.

use crate::rules::availability::Buffers;
use crate::rules::booking::BookingId;
use crate::rules::layout::{Layout, LayoutFacts, LayoutId, Setup};
use crate::rules::resource::ResourceId;
use kernel::{AccountId, Instant, Name, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Refuses a second layout of one name in a room.
pub(crate) const NAME_UNIQUE: &str = "room_layout_name_unique";

row! {
    struct LayoutRow {
        id: LayoutId,
        resource_id: ResourceId,
        name: Name,
        capacity: i64,
        setup_minutes: i64,
        takedown_minutes: i64,
        active: bool,
    }

    struct SetupRow {
        layout_id: Option<LayoutId>,
        note: String,
        done_at: Option<Instant>,
        done_by: Option<AccountId>,
    }
}

statement! {
    OF_PLACE -> LayoutRow = "
        select id, resource_id, name, capacity, setup_minutes, takedown_minutes, active
        from room_layout
        where place_id = $1
        order by resource_id, capacity, name";

    OF_RESOURCE -> LayoutRow = "
        select id, resource_id, name, capacity, setup_minutes, takedown_minutes, active
        from room_layout
        where place_id = $1 and resource_id = $2
        order by capacity, name";

    BY_ID -> LayoutRow = "
        select id, resource_id, name, capacity, setup_minutes, takedown_minutes, active
        from room_layout
        where place_id = $1 and id = $2";

    INSERT = "
        insert into room_layout (
            place_id, id, resource_id, name, capacity, setup_minutes, takedown_minutes, active, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    UPDATE = "
        update room_layout
        set name = $3, capacity = $4, setup_minutes = $5, takedown_minutes = $6, active = $7
        where place_id = $1 and id = $2";

    SETUP -> SetupRow = "
        select layout_id, note, done_at, done_by
        from booking_setup
        where place_id = $1 and booking_id = $2";

    KEEP_SETUP = "
        insert into booking_setup (place_id, booking_id, layout_id, note, done_at, done_by)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (place_id, booking_id) do update set layout_id = $3, note = $4, done_at = $5, done_by = $6";
}

/// Every layout of the place, those no longer asked for among them, by room, the smallest first.
///
/// # Errors
/// As the database says.
pub fn of_place(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Layout>, DatabaseError> {
    Ok(tx
        .all(&OF_PLACE, &params![place])?
        .into_iter()
        .map(Layout::from)
        .collect())
}

/// Every layout of a room, those no longer asked for among them, the smallest first.
///
/// # Errors
/// As the database says.
pub fn of(tx: &mut Tx<'_>, place: PlaceId, resource: ResourceId) -> Result<Vec<Layout>, DatabaseError> {
    Ok(tx
        .all(&OF_RESOURCE, &params![place, resource])?
        .into_iter()
        .map(Layout::from)
        .collect())
}

/// One layout.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: LayoutId) -> Result<Option<Layout>, DatabaseError> {
    Ok(tx.optional(&BY_ID, &params![place, id])?.map(Layout::from))
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Layout) -> Result<(), DatabaseError> {
    let (facts, now) = (&new.facts, tx.now());
    let values = params![
        place,
        new.id,
        new.resource,
        facts.name,
        facts.capacity,
        facts.buffers.before,
        facts.buffers.after,
        new.active,
        now
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Layout) -> Result<(), DatabaseError> {
    let facts = &changed.facts;
    let values = params![
        place,
        changed.id,
        facts.name,
        facts.capacity,
        facts.buffers.before,
        facts.buffers.after,
        changed.active
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// What is prepared for a booking; nothing while nobody asked for anything.
///
/// # Errors
/// As the database says.
pub fn setup(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<Option<Setup>, DatabaseError> {
    let row = tx.optional(&SETUP, &params![place, id])?;
    Ok(row.map(|row| Setup {
        layout: row.layout_id,
        note: row.note,
        done_at: row.done_at,
        done_by: row.done_by,
    }))
}

pub(crate) fn keep_setup(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: BookingId,
    setup: &Setup,
) -> Result<(), DatabaseError> {
    let values = params![place, id, setup.layout, setup.note, setup.done_at, setup.done_by];
    tx.run(&KEEP_SETUP, &values)?;
    Ok(())
}

impl From<LayoutRow> for Layout {
    fn from(row: LayoutRow) -> Self {
        Self {
            id: row.id,
            resource: row.resource_id,
            facts: LayoutFacts {
                name: row.name,
                capacity: row.capacity,
                buffers: Buffers {
                    before: row.setup_minutes,
                    after: row.takedown_minutes,
                },
            },
            active: row.active,
        }
    }
}
