//! How many registered and how many came, event by event.

use crate::rules::event::EventId;
use kernel::{Period, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

/// What the registrations of an event come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Count {
    /// People who have a seat, guests counted.
    pub(crate) registered: i64,
    /// People for whom seats are kept that came free.
    pub(crate) kept: i64,
    /// People who wait, guests counted.
    pub(crate) waiting: i64,
    /// People who had registered and came.
    pub(crate) came: i64,
}

row! {
    struct CountRow {
        event_id: EventId,
        registered: i64,
        kept: i64,
        waiting: i64,
        came: i64,
    }
}

statement! {
    IN_SPAN -> CountRow = "
        select event.id as event_id,
            cast(sum(case when one.state = 'registered' then one.guests + 1 else 0 end) as bigint) as registered,
            cast(sum(case when one.state = 'offered' then one.guests + 1 else 0 end) as bigint) as kept,
            cast(sum(case when one.state = 'waiting' then one.guests + 1 else 0 end) as bigint) as waiting,
            cast(sum(coalesce(one.came, 0)) as bigint) as came
        from event
        join event_registration one on one.place_id = event.place_id and one.event_id = event.id
        where event.place_id = $1 and event.starts_at >= $2 and event.starts_at < $3
        group by event.id
        order by event.id
        limit 6000";
}

/// The counts of every event that begins in a span; one for which nobody ever asked is left out.
pub(crate) fn in_span(
    tx: &mut Tx<'_>,
    place: PlaceId,
    span: Period,
) -> Result<BTreeMap<EventId, Count>, DatabaseError> {
    let rows = tx.all(&IN_SPAN, &params![place, span.start(), span.end()])?;
    let count = |row: CountRow| {
        let count = Count {
            registered: row.registered,
            kept: row.kept,
            waiting: row.waiting,
            came: row.came,
        };
        (row.event_id, count)
    };
    Ok(rows.into_iter().map(count).collect())
}
