//! Bookings in lists: a person's, the office's, those that time has overtaken.

use super::bookings::BookingRow;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::booking_window::LONGEST_MINUTES;
use crate::rules::resource::ResourceId;
use kernel::{Instant, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, batches, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct IdRow {
        id: BookingId,
    }

    struct CountRow {
        total: i64,
    }
}

statement! {
    UPCOMING -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and person_id = $2 and ends_at > $3
            and state in ('requested', 'confirmed', 'checked_in')
            and (state <> 'requested' or request_expires_at > $3)
        order by starts_at, id
        limit 200";

    PAST -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and person_id = $2
            and (ends_at <= $3 or state in ('cancelled', 'refused', 'expired', 'no_show', 'done')
                or (state = 'requested' and request_expires_at <= $3))
        order by starts_at desc, id desc
        limit $4 offset $5";

    LISTED -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and ends_at > $2 and ends_at < $7 and starts_at < $3 and +resource_id between $4 and $5
            and ($6 = '' or state = $6)
        order by starts_at, id
        limit $8 offset $9";

    LISTED_AFTER -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and ends_at > $2 and starts_at < $3 and resource_id between $4 and $5
            and ($6 = '' or state = $6) and (starts_at > $7 or (starts_at = $7 and id > $8))
        order by starts_at, id
        limit $9";

    OF_PERSON_AFTER -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and person_id = $2 and ends_at > $3 and starts_at < $4 and resource_id between $5 and $6
            and ($7 = '' or state = $7) and (starts_at > $8 or (starts_at = $8 and id > $9))
        order by starts_at, id
        limit $10";

    LISTED_COUNT -> CountRow = "
        select count(*) as total
        from booking
        where place_id = $1 and ends_at > $2 and ends_at < $7 and starts_at < $3 and +resource_id between $4 and $5
            and ($6 = '' or state = $6)";

    TOUCHING -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and ends_at > $2 and starts_at < $3
            and (resource_id between $4 and $5 or resource_id in (
                select other_id
                from resource_bond
                where place_id = $1 and resource_id = $4 and shares = 1))
            and state in ('requested', 'confirmed', 'checked_in')
            and (state <> 'requested' or request_expires_at > $6)
        order by starts_at, id
        limit 500";

    REQUESTS -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and state = 'requested' and request_expires_at > $2 and ends_at > $2
            and not exists (
                select 1
                from waiting_entry
                where waiting_entry.place_id = $1 and waiting_entry.booking_id = booking.id
                    and waiting_entry.state = 'offered')
            and not exists (
                select 1
                from booking_hold
                where booking_hold.place_id = $1 and booking_hold.booking_id = booking.id)
        order by request_expires_at, id
        limit 200";

    THOSE -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
            $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48,
            $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

    OVERTAKEN -> IdRow = "
        select id
        from booking
        where place_id = $1 and state = 'requested' and request_expires_at <= $2
        union all
        select id
        from booking
        where place_id = $1 and state in ('confirmed', 'checked_in') and ends_at <= $2
        order by id
        limit 500";

    AFTER -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and (resource_id > $2 or (resource_id = $2 and id > $3))
        order by resource_id, id
        limit 1000";
}

/// Which bookings a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Those whose hours touch this span.
    pub span: Period,
    /// On one resource, or on all.
    pub resource: Option<ResourceId>,
    /// In one state, or in any.
    pub state: Option<BookingState>,
}

impl Listing {
    fn resources(&self) -> (ResourceId, ResourceId) {
        bounds(self.resource)
    }

    fn state_code(&self) -> &'static str {
        self.state.map_or("", BookingState::code)
    }
}

/// The bookings of a list that come after one of them, of one person or of all, the earliest first; `after` is where that one
/// begins, and which it is.
///
/// # Errors
/// As the database says.
pub fn listed_after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    listing: &Listing,
    person: Option<PersonId>,
    (starts_at, id): (Instant, BookingId),
    limit: i64,
) -> Result<Vec<Booking>, DatabaseError> {
    let ((first, last), state) = (listing.resources(), listing.state_code());
    let (from, until) = (listing.span.start(), listing.span.end());
    parsed(match person {
        None => {
            let values = params![place, from, until, first, last, state, starts_at, id, limit];
            tx.all(&LISTED_AFTER, &values)?
        }
        Some(person) => {
            let values = params![
                place, person, from, until, first, last, state, starts_at, id, limit
            ];
            tx.all(&OF_PERSON_AFTER, &values)?
        }
    })
}

fn bounds(resource: Option<ResourceId>) -> (ResourceId, ResourceId) {
    resource.map_or((ResourceId::from_i64(0), ResourceId::from_i64(i64::MAX)), |one| {
        (one, one)
    })
}

/// A booking that begins within a span ends before this instant: none is longer than [`LONGEST_MINUTES`]. It lets the bookings of
/// a span be found by their ends alone. (`+` before a column keeps the engine from walking through every resource instead.)
pub(super) fn latest_end(span: Period) -> Instant {
    span.end().plus_minutes(LONGEST_MINUTES).plus_minutes(1)
}

/// A person's bookings that are not over, the next first.
///
/// # Errors
/// As the database says.
pub fn upcoming_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&UPCOMING, &params![place, person, now])?)
}

/// A person's bookings that are over in one way or another, the last first.
///
/// # Errors
/// As the database says.
pub fn past_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    limit: i64,
    offset: i64,
) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&PAST, &params![place, person, now, limit, offset])?)
}

/// The bookings of a list, the earliest first.
///
/// # Errors
/// As the database says.
pub fn listed(
    tx: &mut Tx<'_>,
    place: PlaceId,
    listing: &Listing,
    limit: i64,
    offset: i64,
) -> Result<Vec<Booking>, DatabaseError> {
    let (first, last) = listing.resources();
    let (span, state) = (listing.span, listing.state_code());
    let latest = latest_end(span);
    let values = params![
        place,
        span.start(),
        span.end(),
        first,
        last,
        state,
        latest,
        limit,
        offset
    ];
    parsed(tx.all(&LISTED, &values)?)
}

/// How many bookings a list holds.
///
/// # Errors
/// As the database says.
pub fn listed_count(tx: &mut Tx<'_>, place: PlaceId, listing: &Listing) -> Result<i64, DatabaseError> {
    let (first, last) = listing.resources();
    let values = params![
        place,
        listing.span.start(),
        listing.span.end(),
        first,
        last,
        listing.state_code(),
        latest_end(listing.span)
    ];
    Ok(tx.one(&LISTED_COUNT, &values)?.total)
}

/// Bookings that stand, are not over and touch a span: those that a closure would disturb, also on what shares a part with the resource.
///
/// # Errors
/// As the database says.
pub fn touching(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: Option<ResourceId>,
    span: Period,
) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    let (first, last) = bounds(resource);
    parsed(tx.all(
        &TOUCHING,
        &params![place, span.start(), span.end(), first, last, now],
    )?)
}

/// These bookings, by one statement for each sixty-four; those not of the place are left out.
///
/// # Errors
/// As the database says.
pub fn those(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[BookingId],
) -> Result<BTreeMap<BookingId, Booking>, DatabaseError> {
    let mut found = BTreeMap::new();
    for batch in batches(place, ids) {
        let read = parsed(tx.all(&THOSE, &batch)?)?;
        found.extend(read.into_iter().map(|booking| (booking.id, booking)));
    }
    Ok(found)
}

/// Requests that wait for an answer of the place, the most pressing first.
///
/// # Errors
/// As the database says.
pub fn requests(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Booking>, DatabaseError> {
    let now = tx.now();
    parsed(tx.all(&REQUESTS, &params![place, now])?)
}

/// Requests whose time is over and bookings that ended, five hundred at most.
pub(crate) fn overtaken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    now: Instant,
) -> Result<Vec<BookingId>, DatabaseError> {
    Ok(tx
        .all(&OVERTAKEN, &params![place, now])?
        .into_iter()
        .map(|row| row.id)
        .collect())
}

/// A thousand bookings after one, by resource then identifier.
pub(crate) fn after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (resource, id): (ResourceId, BookingId),
) -> Result<Vec<Booking>, DatabaseError> {
    parsed(tx.all(&AFTER, &params![place, resource, id])?)
}

fn parsed(rows: Vec<BookingRow>) -> Result<Vec<Booking>, DatabaseError> {
    rows.into_iter().map(Booking::try_from).collect()
}
