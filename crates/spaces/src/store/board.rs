//! What the board of a day shows of rooms and bookings.

use crate::rules::booking::BookingId;
use crate::rules::resource::{ResourceId, ResourceKind};
use kernel::{Instant, Name, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    /// A room, hall or garden of the board.
    #[derive(Debug, Clone)]
    pub(crate) struct RoomRow {
        pub(crate) id: ResourceId,
        pub(crate) kind: ResourceKind,
        pub(crate) name: Name,
        pub(crate) level: String,
        pub(crate) units: i64,
    }

    struct SlotRow {
        id: BookingId,
        resource_id: ResourceId,
        resource: Name,
        person_id: Option<PersonId>,
        caller_name: String,
        title: String,
        starts_at: Instant,
        ends_at: Instant,
        requested: i64,
    }
}

statement! {
    ROOMS -> RoomRow = "
        select id, kind, name, level, units
        from resource
        where place_id = $1 and active = 1
        order by position, name";

    SLOTS -> SlotRow = "
        select booking.id, booking.resource_id, resource.name as resource, booking.person_id, booking.caller_name,
            booking.title, booking.starts_at, booking.ends_at,
            case when booking.state = 'requested' then 1 else 0 end as requested
        from booking
        join resource on resource.place_id = $1 and resource.id = booking.resource_id
        where booking.place_id = $1 and booking.ends_at > $2 and booking.starts_at < $3
            and (booking.state in ('confirmed', 'checked_in', 'done')
                or booking.state = 'requested'
                    and (booking.request_expires_at is null or booking.request_expires_at > $4))
        order by booking.starts_at, resource.position, booking.id";

    NEXT_OF_PERSON -> SlotRow = "
        select booking.id, booking.resource_id, resource.name as resource, booking.person_id, booking.caller_name,
            booking.title, booking.starts_at, booking.ends_at,
            case when booking.state = 'requested' then 1 else 0 end as requested
        from booking
        join resource on resource.place_id = $1 and resource.id = booking.resource_id
        where booking.place_id = $1 and booking.person_id = $2 and booking.ends_at > $3
            and (booking.state in ('confirmed', 'checked_in')
                or booking.state = 'requested'
                    and (booking.request_expires_at is null or booking.request_expires_at > $3))
        order by booking.starts_at, booking.id
        limit $4";
}

/// A booking that takes or will take place.
#[derive(Debug, Clone)]
pub(crate) struct Slot {
    /// Which one.
    pub(crate) booking: BookingId,
    /// What is booked.
    pub(crate) resource: ResourceId,
    /// Its name.
    pub(crate) resource_name: Name,
    /// For whom.
    pub(crate) person: Option<PersonId>,
    /// For which caller without a record.
    pub(crate) caller: String,
    /// What for.
    pub(crate) title: String,
    /// From when to when.
    pub(crate) period: Period,
    /// Whether it waits for approval.
    pub(crate) requested: bool,
}

/// What can be booked, in its order.
pub(crate) fn rooms(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<RoomRow>, DatabaseError> {
    tx.all(&ROOMS, &params![place])
}

/// The bookings that share a moment with a period and were not given up, in order.
pub(crate) fn slots(tx: &mut Tx<'_>, place: PlaceId, during: Period) -> Result<Vec<Slot>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&SLOTS, &params![place, during.start(), during.end(), now])?;
    rows.into_iter().map(Slot::try_from).collect()
}

/// The bookings of a person that are not over, the next one first.
pub(crate) fn next_of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    limit: u32,
) -> Result<Vec<Slot>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&NEXT_OF_PERSON, &params![place, person, now, limit])?;
    rows.into_iter().map(Slot::try_from).collect()
}

impl TryFrom<SlotRow> for Slot {
    type Error = DatabaseError;

    fn try_from(row: SlotRow) -> Result<Self, DatabaseError> {
        let period = Period::new(row.starts_at, row.ends_at).map_err(|_| DatabaseError::Value {
            column: "ends_at".to_owned(),
            reason: "a booking ends before it starts".to_owned(),
        })?;
        Ok(Self {
            booking: row.id,
            resource: row.resource_id,
            resource_name: row.resource,
            person: row.person_id,
            caller: row.caller_name,
            title: row.title,
            period,
            requested: row.requested == 1,
        })
    }
}
