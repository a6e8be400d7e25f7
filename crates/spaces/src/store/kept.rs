//! What bookings keep, for those who only know which bookings: the space, the hours, and whether they still hold.

use crate::rules::booking::{BookingId, BookingState};
use crate::rules::resource::ResourceId;
use kernel::{Instant, PlaceId};
use platform::database::{DatabaseError, Tx, batches, row, statement};

/// A booking, as little as says where and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which booking.
    pub booking: BookingId,
    /// Which space it is on now.
    pub resource: ResourceId,
    /// From when.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// Where it stands.
    pub state: BookingState,
}

row! {
    struct KeptRow {
        id: BookingId,
        resource_id: ResourceId,
        starts_at: Instant,
        ends_at: Instant,
        state: BookingState,
    }
}

statement! {
    KEPT -> KeptRow = "
        select id, resource_id, starts_at, ends_at, state
        from booking
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by id";
}

/// Where and when these bookings are, in the order of their identifiers; what is not of the place is left out.
///
/// # Errors
/// As the database says.
pub fn kept(tx: &mut Tx<'_>, place: PlaceId, bookings: &[BookingId]) -> Result<Vec<Kept>, DatabaseError> {
    let mut found = Vec::new();
    for values in batches(place, bookings) {
        let rows = tx.all(&KEPT, &values)?;
        found.extend(rows.into_iter().map(|row| Kept {
            booking: row.id,
            resource: row.resource_id,
            from: row.starts_at,
            until: row.ends_at,
            state: row.state,
        }));
    }
    Ok(found)
}
