//! The spaces and hours of a request.

use super::broken;
use crate::rules::hire::{Hire, HireSlot};
use kernel::{Id, Instant, Period, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::{BookingId, ResourceId};

row! {
    struct SlotRow {
        id: Id<HireSlot>,
        hire_id: Id<Hire>,
        resource_id: ResourceId,
        starts_at: Instant,
        ends_at: Instant,
        booking_id: Option<BookingId>,
    }
}

statement! {
    INSERT = "
        insert into exclusive_hire_slot (place_id, id, hire_id, resource_id, starts_at, ends_at, booking_id)
        values ($1, $2, $3, $4, $5, $6, null)";

    OF_HIRE -> SlotRow = "
        select id, hire_id, resource_id, starts_at, ends_at, booking_id
        from exclusive_hire_slot
        where place_id = $1 and hire_id = $2
        order by starts_at, resource_id, id";

    SET_BOOKING = "
        update exclusive_hire_slot
        set booking_id = $3
        where place_id = $1 and id = $2";

    REMOVE = "
        delete from exclusive_hire_slot
        where place_id = $1 and id = $2";
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, slot: &HireSlot) -> Result<(), DatabaseError> {
    let values = params![
        place,
        slot.id,
        slot.hire,
        slot.resource,
        slot.period.start(),
        slot.period.end()
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// The slots of a request, in the order of time.
pub(crate) fn of_hire(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
) -> Result<Vec<HireSlot>, DatabaseError> {
    let rows = tx.all(&OF_HIRE, &params![place, hire])?;
    rows.into_iter().map(HireSlot::try_from).collect()
}

/// Notes what keeps a slot now, if anything does.
pub(crate) fn set_booking(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<HireSlot>,
    booking: Option<BookingId>,
) -> Result<(), DatabaseError> {
    tx.run(&SET_BOOKING, &params![place, id, booking])?;
    Ok(())
}

pub(crate) fn remove(tx: &mut Tx<'_>, place: PlaceId, id: Id<HireSlot>) -> Result<(), DatabaseError> {
    tx.run(&REMOVE, &params![place, id])?;
    Ok(())
}

impl TryFrom<SlotRow> for HireSlot {
    type Error = DatabaseError;

    fn try_from(row: SlotRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            hire: row.hire_id,
            resource: row.resource_id,
            period: Period::new(row.starts_at, row.ends_at).map_err(broken("ends_at"))?,
            booking: row.booking_id,
        })
    }
}
