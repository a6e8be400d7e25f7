//! The bookings that keep the rooms of events.

use crate::rules::event::EventId;
use kernel::{Period, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::BookingId;

row! {
    struct RoomRow {
        booking_id: BookingId,
    }

    struct KeptRow {
        event_id: EventId,
        booking_id: BookingId,
    }
}

statement! {
    OF_EVENT -> RoomRow = "
        select booking_id
        from event_room
        where place_id = $1 and event_id = $2
        order by booking_id";

    IN_SPAN -> KeptRow = "
        select kept.event_id, kept.booking_id
        from event
        join event_room kept on kept.place_id = event.place_id and kept.event_id = event.id
        where event.place_id = $1 and event.starts_at >= $2 and event.starts_at < $3
        order by kept.event_id, kept.booking_id
        limit 6000";

    INSERT = "insert into event_room (place_id, event_id, booking_id) values ($1, $2, $3)";

    REMOVE = "delete from event_room where place_id = $1 and event_id = $2 and booking_id = $3";
}

/// The bookings that keep the rooms of an event.
pub(crate) fn of_event(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
) -> Result<Vec<BookingId>, DatabaseError> {
    let rows = tx.all(&OF_EVENT, &params![place, event])?;
    Ok(rows.into_iter().map(|row| row.booking_id).collect())
}

/// The same for every event that begins in a span.
pub(crate) fn in_span(
    tx: &mut Tx<'_>,
    place: PlaceId,
    span: Period,
) -> Result<Vec<(EventId, BookingId)>, DatabaseError> {
    let rows = tx.all(&IN_SPAN, &params![place, span.start(), span.end()])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.event_id, row.booking_id))
        .collect())
}

/// This booking keeps a room of the event.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    booking: BookingId,
) -> Result<(), DatabaseError> {
    tx.run(&INSERT, &params![place, event, booking])?;
    Ok(())
}

/// This booking keeps no room of the event any more.
pub(crate) fn remove(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    booking: BookingId,
) -> Result<(), DatabaseError> {
    tx.run(&REMOVE, &params![place, event, booking])?;
    Ok(())
}
