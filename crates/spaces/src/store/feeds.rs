//! Calendars followed from outside: their addresses, and what they show.

use super::bookings::BookingRow;
use crate::rules::booking::Booking;
use crate::rules::feed::{Feed, FeedMark, FeedScope};
use crate::rules::resource::ResourceId;
use kernel::{Id, Instant, Period, PersonId, PlaceId};
use people::TokenHash;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct FeedRow {
        id: Id<FeedMark>,
        person_id: PersonId,
        scope: FeedScope,
        made_at: Instant,
    }
}

statement! {
    INSERT = "
        insert into calendar_feed (place_id, id, person_id, scope, secret_hash, made_at, ended_at)
        values ($1, $2, $3, $4, $5, $6, null)";

    END = "
        update calendar_feed
        set ended_at = $4
        where place_id = $1 and person_id = $2 and scope = $3 and ended_at is null";

    BY_SECRET -> FeedRow = "
        select id, person_id, scope, made_at
        from calendar_feed
        where place_id = $1 and secret_hash = $2 and ended_at is null";

    OF_PERSON -> FeedRow = "
        select id, person_id, scope, made_at
        from calendar_feed
        where place_id = $1 and person_id = $2 and ended_at is null
        order by scope";

    BOOKED_BY -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and person_id = $2 and ends_at > $3
            and state in ('requested', 'confirmed', 'checked_in', 'done')
            and (state <> 'requested' or request_expires_at > $4)
        order by starts_at, id
        limit 2000";

    BOOKED -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and ends_at > $2 and starts_at < $3
            and state in ('requested', 'confirmed', 'checked_in', 'done')
            and (state <> 'requested' or request_expires_at > $4)
        order by starts_at, id
        limit 5000";

    BOOKED_ON -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and resource_id = $5 and occupied_until > $2 and ends_at > $2 and starts_at < $3
            and state in ('requested', 'confirmed', 'checked_in', 'done')
            and (state <> 'requested' or request_expires_at > $4)
        order by starts_at, id
        limit 5000";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    scope: FeedScope,
    secret: &TokenHash,
) -> Result<(), DatabaseError> {
    let (id, now) = (tx.new_id::<FeedMark>(), tx.now());
    tx.run(&INSERT, &params![place, id, person, scope, secret.as_str(), now])?;
    Ok(())
}

/// Ends the live address, if there is one, and says whether there was.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    scope: FeedScope,
) -> Result<bool, DatabaseError> {
    let now = tx.now();
    Ok(tx.run(&END, &params![place, person, scope, now])? > 0)
}

/// The live feed whose address carries this secret.
///
/// # Errors
/// As the database says.
pub fn by_secret(tx: &mut Tx<'_>, place: PlaceId, secret: &TokenHash) -> Result<Option<Feed>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    Ok(row.map(Feed::from))
}

/// The live feeds of a person.
///
/// # Errors
/// As the database says.
pub fn of_person(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Feed>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Feed::from).collect())
}

/// What a person has booked and what has not ended before `since`, the earliest first.
///
/// # Errors
/// As the database says.
pub fn booked_by(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    since: Instant,
) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&BOOKED_BY, &params![place, person, since, now])?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// Everything booked that touches a span of time, the earliest first.
///
/// # Errors
/// As the database says.
pub fn booked(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&BOOKED, &params![place, span.start(), span.end(), now])?;
    rows.into_iter().map(Booking::try_from).collect()
}

/// What is booked of one space and touches a span of time, the earliest first.
///
/// # Errors
/// As the database says.
pub fn booked_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    space: ResourceId,
    span: Period,
) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    let rows = tx.all(&BOOKED_ON, &params![place, span.start(), span.end(), now, space])?;
    rows.into_iter().map(Booking::try_from).collect()
}

impl From<FeedRow> for Feed {
    fn from(row: FeedRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            scope: row.scope,
            made_at: row.made_at,
        }
    }
}
