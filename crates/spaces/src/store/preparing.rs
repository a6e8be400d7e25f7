//! The bookings that something is to be prepared for, as rows.

use super::extras;
use crate::rules::availability::Occupation;
use crate::rules::booking::BookingId;
use crate::rules::layout::{LayoutId, Setup};
use crate::rules::preparing::Prepared;
use crate::rules::resource::ResourceId;
use crate::store::broken;
use kernel::{AccountId, Instant, Name, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct PreparedRow {
        id: BookingId,
        resource_id: ResourceId,
        space: Name,
        person_id: Option<PersonId>,
        caller_name: String,
        title: String,
        attendance: Option<i64>,
        starts_at: Instant,
        ends_at: Instant,
        occupied_from: Instant,
        occupied_until: Instant,
        layout_id: Option<LayoutId>,
        note: Option<String>,
        done_at: Option<Instant>,
        done_by: Option<AccountId>,
    }
}

statement! {
    BEGINNING -> PreparedRow = "
        select booking.id, booking.resource_id, resource.name as space, booking.person_id, booking.caller_name,
            booking.title, booking.attendance, booking.starts_at, booking.ends_at, booking.occupied_from,
            booking.occupied_until, booking_setup.layout_id, booking_setup.note, booking_setup.done_at,
            booking_setup.done_by
        from booking
        join resource on resource.place_id = $1 and resource.id = booking.resource_id
        left join booking_setup on booking_setup.place_id = $1 and booking_setup.booking_id = booking.id
        where booking.place_id = $1 and booking.ends_at > $2 and booking.starts_at >= $2
            and booking.starts_at < $3 and booking.state in ('confirmed', 'checked_in')
        order by booking.occupied_from, resource.position, booking.id";
}

/// The bookings that begin in a period and for which something is to be prepared, by when setting up begins.
///
/// # Errors
/// As the database says.
pub fn beginning(tx: &mut Tx<'_>, place: PlaceId, during: Period) -> Result<Vec<Prepared>, DatabaseError> {
    let rows = tx.all(&BEGINNING, &params![place, during.start(), during.end()])?;
    let ids: Vec<BookingId> = rows.iter().map(|row| row.id).collect();
    let mut lines = extras::of_bookings(tx, place, &ids)?;
    let mut found = Vec::new();
    for row in rows {
        let mut extras = lines.remove(&row.id).unwrap_or_default();
        extras.retain(|line| line.count > 0);
        let prepared = Prepared {
            extras,
            ..Prepared::try_from(row)?
        };
        if !prepared.items().is_empty() {
            found.push(prepared);
        }
    }
    Ok(found)
}

impl TryFrom<PreparedRow> for Prepared {
    type Error = DatabaseError;

    fn try_from(row: PreparedRow) -> Result<Self, DatabaseError> {
        let hours = Period::new(row.starts_at, row.ends_at).map_err(broken("booking.ends_at"))?;
        let whole =
            Period::new(row.occupied_from, row.occupied_until).map_err(broken("booking.occupied_until"))?;
        Ok(Self {
            booking: row.id,
            resource: row.resource_id,
            space: row.space,
            person: row.person_id,
            caller_name: row.caller_name,
            title: row.title,
            people: row.attendance,
            occupation: Occupation::new(hours, whole),
            setup: Setup {
                layout: row.layout_id,
                note: row.note.unwrap_or_default(),
                done_at: row.done_at,
                done_by: row.done_by,
            },
            extras: Vec::new(),
        })
    }
}
