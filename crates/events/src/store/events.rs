//! Events as rows.

use super::broken;
use crate::rules::event::{Event, EventFacts, EventId, EventKind, EventState, OpenTo};
use billing::Product;
use kernel::{AccountId, Id, Instant, Money, Period, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    pub(super) struct EventRow {
        id: EventId,
        kind: EventKind,
        title: String,
        body: String,
        starts_at: Instant,
        ends_at: Instant,
        venue: String,
        host: String,
        audience: OpenTo,
        registers: bool,
        capacity: Option<i64>,
        guests: i64,
        product_id: Option<Id<Product>>,
        price_cents: Option<Money>,
        state: EventState,
        reason: String,
        walk_ins: i64,
        version: i64,
        reminded_at: Option<Instant>,
        created_at: Instant,
    }
}

statement! {
    FIND -> EventRow = "
        select id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity, guests, product_id,
            price_cents, state, reason, walk_ins, version, reminded_at, created_at
        from event
        where place_id = $1 and id = $2";

    LOCK -> EventRow = "
        select id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity, guests, product_id,
            price_cents, state, reason, walk_ins, version, reminded_at, created_at
        from event
        where place_id = $1 and id = $2
        for update";

    TO_COME -> EventRow = "
        select id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity, guests, product_id,
            price_cents, state, reason, walk_ins, version, reminded_at, created_at
        from event
        where place_id = $1 and starts_at > $2 and ends_at > $3 and state = 'published'
        order by starts_at, id
        limit $4";

    IN_SPAN -> EventRow = "
        select id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity, guests, product_id,
            price_cents, state, reason, walk_ins, version, reminded_at, created_at
        from event
        where place_id = $1 and starts_at >= $2 and starts_at < $3
        order by starts_at, id
        limit 3000";

    INSERT = "
        insert into event (place_id, id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity,
            guests, product_id, price_cents, state, reason, walk_ins, version, reminded_at, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '', 0, 1, null, $17, $18)";

    UPDATE = "
        update event
        set kind = $3, title = $4, body = $5, starts_at = $6, ends_at = $7, venue = $8, host = $9, audience = $10,
            registers = $11, capacity = $12, guests = $13, product_id = $14, price_cents = $15, state = $16, reason = $17,
            walk_ins = $18, version = version + 1
        where place_id = $1 and id = $2";

    COUNT_WALK_INS = "update event set walk_ins = $3 where place_id = $1 and id = $2";

    REMIND = "update event set reminded_at = $3 where place_id = $1 and id = $2";

    TO_REMIND -> EventRow = "
        select id, kind, title, body, starts_at, ends_at, venue, host, audience, registers, capacity, guests, product_id,
            price_cents, state, reason, walk_ins, version, reminded_at, created_at
        from event
        where place_id = $1 and starts_at > $2 and starts_at <= $3 and state = 'published' and registers = 1
            and reminded_at is null
        order by starts_at, id
        limit 200";
}

/// How far back something that still goes on may have begun.
const LONGEST_MINUTES: i64 = 31 * 24 * 60;

/// An event.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: EventId) -> Result<Option<Event>, DatabaseError> {
    tx.optional(&FIND, &params![place, id])?
        .map(Event::try_from)
        .transpose()
}

/// An event, held until the end of the transaction: whoever gives or takes a seat is alone in doing so.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: EventId) -> Result<Option<Event>, DatabaseError> {
    tx.optional(&LOCK, &params![place, id])?
        .map(Event::try_from)
        .transpose()
}

/// What is announced and not over, the next first; so many at most.
pub(crate) fn to_come(tx: &mut Tx<'_>, place: PlaceId, limit: i64) -> Result<Vec<Event>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(
        &TO_COME,
        &params![place, now.minus_minutes(LONGEST_MINUTES), now, limit],
    )?;
    rows.into_iter().map(Event::try_from).collect()
}

/// What begins in a span, in order, drafts and what was given up among them; three thousand at most.
pub(crate) fn in_span(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Event>, DatabaseError> {
    let rows = tx.all(&IN_SPAN, &params![place, span.start(), span.end()])?;
    rows.into_iter().map(Event::try_from).collect()
}

/// What begins in a span and whose people were not reminded of it.
pub(crate) fn to_remind(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Event>, DatabaseError> {
    let rows = tx.all(&TO_REMIND, &params![place, span.start(), span.end()])?;
    rows.into_iter().map(Event::try_from).collect()
}

/// Keeps a new event.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: EventId,
    (facts, state): (&EventFacts, EventState),
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        id,
        facts.kind,
        facts.title.as_str(),
        facts.body.as_str(),
        facts.period.start(),
        facts.period.end(),
        facts.venue.as_str(),
        facts.host.as_str(),
        facts.open_to,
        facts.registers,
        facts.capacity,
        facts.guests,
        facts.product,
        facts.price,
        state,
        now,
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what was changed of an event.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, event: &Event) -> Result<(), DatabaseError> {
    let facts = &event.facts;
    let values = params![
        place,
        event.id,
        facts.kind,
        facts.title.as_str(),
        facts.body.as_str(),
        facts.period.start(),
        facts.period.end(),
        facts.venue.as_str(),
        facts.host.as_str(),
        facts.open_to,
        facts.registers,
        facts.capacity,
        facts.guests,
        facts.product,
        facts.price,
        event.state,
        event.reason.as_str(),
        event.walk_ins
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// Notes how many came without having registered; no change of what is announced.
pub(crate) fn count_walk_ins(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: EventId,
    people: i64,
) -> Result<(), DatabaseError> {
    tx.run(&COUNT_WALK_INS, &params![place, id, people])?;
    Ok(())
}

/// Notes that the reminders leave now.
pub(crate) fn note_reminded(tx: &mut Tx<'_>, place: PlaceId, id: EventId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&REMIND, &params![place, id, now])?;
    Ok(())
}

impl TryFrom<EventRow> for Event {
    type Error = DatabaseError;

    fn try_from(row: EventRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            facts: EventFacts {
                kind: row.kind,
                title: row.title,
                body: row.body,
                period: Period::new(row.starts_at, row.ends_at).map_err(broken("event.ends_at"))?,
                venue: row.venue,
                host: row.host,
                open_to: row.audience,
                registers: row.registers,
                capacity: row.capacity,
                guests: row.guests,
                product: row.product_id,
                price: row.price_cents,
            },
            state: row.state,
            reason: row.reason,
            walk_ins: row.walk_ins,
            version: row.version,
            reminded_at: row.reminded_at,
            created_at: row.created_at,
        })
    }
}
