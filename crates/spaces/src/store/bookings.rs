//! Bookings as rows.

use super::broken;
use crate::rules::availability::Occupation;
use crate::rules::booking::{Booking, BookingId, BookingState, Price};
use crate::rules::booking_window::LONGEST_MINUTES;
use crate::rules::resource::ResourceId;
use billing::{Basis, Charge, Exemption, Product};
use kernel::{AccountId, Audience, CustomerId, Id, Instant, Money, Period, PersonId, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Refuses a second booking from one line of an import.
pub(crate) const EXTERNAL_UNIQUE: &str = "booking_external_unique";

row! {
    pub(super) struct BookingRow {
        id: BookingId,
        resource_id: ResourceId,
        person_id: Option<PersonId>,
        customer_id: Option<CustomerId>,
        caller_name: String,
        audience: Audience,
        title: String,
        starts_at: Instant,
        ends_at: Instant,
        occupied_from: Instant,
        occupied_until: Instant,
        state: BookingState,
        visible: bool,
        attendance: Option<i64>,
        product_id: Option<Id<Product>>,
        price_cents: Money,
        basis: Basis,
        rate_bp: Rate,
        charge_id: Option<Id<Charge>>,
        fee_cents: Option<Money>,
        fee_charge_id: Option<Id<Charge>>,
        fee_floor_cents: Money,
        exemption: Option<Exemption>,
        created_at: Instant,
        created_by: Option<AccountId>,
        overridden: bool,
        overridden_by: Option<AccountId>,
        request_expires_at: Option<Instant>,
        cancelled_at: Option<Instant>,
        ended_at: Option<Instant>,
        version: i64,
        external_ref: Option<String>,
    }

    pub(super) struct SlotRow {
        id: BookingId,
        resource_id: ResourceId,
        person_id: Option<PersonId>,
        caller_name: String,
        title: String,
        starts_at: Instant,
        ends_at: Instant,
        occupied_from: Instant,
        occupied_until: Instant,
        state: BookingState,
        visible: bool,
        overridden: bool,
    }
}

statement! {
    BY_ID -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and id = $2";

    LOCK -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and id = $2
        for update";

    BY_EXTERNAL_REF -> BookingRow = "
        select id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at, occupied_from,
            occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp, charge_id, fee_cents,
            fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at, cancelled_at, ended_at, version,
            external_ref
        from booking
        where place_id = $1 and external_ref = $2";

    // The last condition is known from the one before it: it lets the index stop reading.
    OCCUPYING -> SlotRow = "
        select id, resource_id, person_id, caller_name, title, starts_at, ends_at, occupied_from, occupied_until, state,
            visible, overridden
        from booking
        where place_id = $1 and resource_id = $2 and occupied_until > $3 and occupied_from < $4
            and state in ('requested', 'confirmed', 'checked_in', 'done')
            and (state <> 'requested' or request_expires_at > $5)
            and occupied_until < $6
        order by starts_at, id";

    IN_SPAN -> SlotRow = "
        select id, resource_id, person_id, caller_name, title, starts_at, ends_at, occupied_from, occupied_until, state,
            visible, overridden
        from booking
        where place_id = $1 and ends_at > $2 and ends_at < $4 and starts_at < $3
            and state in ('requested', 'confirmed', 'checked_in', 'done')
            and (state <> 'requested' or request_expires_at > $5)
        order by starts_at, id";

    INSERT = "
        insert into booking (
            place_id, id, resource_id, person_id, customer_id, caller_name, audience, title, starts_at, ends_at,
            occupied_from, occupied_until, state, visible, attendance, product_id, price_cents, basis, rate_bp,
            charge_id, fee_cents, fee_charge_id, fee_floor_cents, exemption, created_at, created_by, overridden,
            overridden_by, request_expires_at,
            cancelled_at, ended_at, version, external_ref)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)";

    UPDATE = "
        update booking
        set resource_id = $4, customer_id = $5, title = $6, starts_at = $7, ends_at = $8, occupied_from = $9,
            occupied_until = $10, state = $11, visible = $12, attendance = $13, product_id = $14, price_cents = $15,
            basis = $16, rate_bp = $17, charge_id = $18, fee_cents = $19, fee_charge_id = $20, overridden = $21,
            overridden_by = $22, request_expires_at = $23, cancelled_at = $24, ended_at = $25,
            fee_floor_cents = $26, exemption = $27, version = $3 + 1
        where place_id = $1 and id = $2 and version = $3";

    CHANGE_CUSTOMER = "
        update booking
        set customer_id = $3
        where place_id = $1 and customer_id = $2";
}

/// A booking as a grid or a decision about availability needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which booking.
    pub id: BookingId,
    /// On what.
    pub resource: ResourceId,
    /// For whom.
    pub person: Option<PersonId>,
    /// The caller's name, for a caller without a record.
    pub caller_name: String,
    /// What for.
    pub title: String,
    /// When, with buffers.
    pub occupation: Occupation,
    /// Where it stands.
    pub state: BookingState,
    /// Whether members may see who booked.
    pub visible: bool,
    /// Whether somebody went past hours, limits or buffers for it.
    pub overridden: bool,
}

/// One booking.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<Option<Booking>, DatabaseError> {
    tx.optional(&BY_ID, &params![place, id])?
        .map(Booking::try_from)
        .transpose()
}

/// The booking made from this line of an import.
///
/// # Errors
/// As the database says.
pub fn find_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Booking>, DatabaseError> {
    tx.optional(&BY_EXTERNAL_REF, &params![place, external_ref])?
        .map(Booking::try_from)
        .transpose()
}

/// One booking, held until the end of the transaction. Whoever also holds its resource held that first.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<Option<Booking>, DatabaseError> {
    tx.optional(&LOCK, &params![place, id])?
        .map(Booking::try_from)
        .transpose()
}

/// What occupies a resource now and touches a span of time, buffers included, the earliest first.
///
/// # Errors
/// As the database says.
pub fn occupying(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: ResourceId,
    span: Period,
) -> Result<Vec<Slot>, DatabaseError> {
    let now = tx.now();
    // The longest booking and a buffer of a day on either side.
    let last = span.end().plus_minutes(LONGEST_MINUTES + 2 * 1_440 + 1);
    let values = params![place, resource, span.start(), span.end(), now, last];
    tx.all(&OCCUPYING, &values)?
        .into_iter()
        .map(Slot::try_from)
        .collect()
}

/// Every booking of the place whose own hours touch a span of time and that stands, the earliest first.
///
/// # Errors
/// As the database says.
pub fn in_span(tx: &mut Tx<'_>, place: PlaceId, span: Period) -> Result<Vec<Slot>, DatabaseError> {
    let now = tx.now();
    let last = span.end().plus_minutes(LONGEST_MINUTES + 1);
    let values = params![place, span.start(), span.end(), last, now];
    tx.all(&IN_SPAN, &values)?
        .into_iter()
        .map(Slot::try_from)
        .collect()
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Booking) -> Result<(), DatabaseError> {
    let (own, whole) = (new.occupation.hours(), new.occupation.whole());
    let values = params![
        place,
        new.id,
        new.resource,
        new.person,
        new.customer,
        new.caller_name,
        new.audience,
        new.title,
        own.start(),
        own.end(),
        whole.start(),
        whole.end(),
        new.state,
        new.visible,
        new.attendance,
        new.price.product,
        new.price.amount,
        new.price.basis,
        new.price.rate,
        new.charge,
        new.fee,
        new.fee_charge,
        new.fee_floor,
        new.price.exemption,
        new.created_at,
        new.created_by,
        new.overridden,
        new.overridden_by,
        new.request_expires_at,
        new.cancelled_at,
        new.ended_at,
        new.version,
        new.external_ref
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what was changed of a booking if nobody changed it since it was read; says whether it did.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Booking) -> Result<bool, DatabaseError> {
    let (own, whole) = (changed.occupation.hours(), changed.occupation.whole());
    let values = params![
        place,
        changed.id,
        changed.version,
        changed.resource,
        changed.customer,
        changed.title,
        own.start(),
        own.end(),
        whole.start(),
        whole.end(),
        changed.state,
        changed.visible,
        changed.attendance,
        changed.price.product,
        changed.price.amount,
        changed.price.basis,
        changed.price.rate,
        changed.charge,
        changed.fee,
        changed.fee_charge,
        changed.overridden,
        changed.overridden_by,
        changed.request_expires_at,
        changed.cancelled_at,
        changed.ended_at,
        changed.fee_floor,
        changed.price.exemption
    ];
    Ok(tx.run(&UPDATE, &values)? == 1)
}

fn occupation(
    (from, until): (Instant, Instant),
    (occupied_from, occupied_until): (Instant, Instant),
) -> Result<Occupation, DatabaseError> {
    let hours = Period::new(from, until).map_err(broken("booking.ends_at"))?;
    let whole = Period::new(occupied_from, occupied_until).map_err(broken("booking.occupied_until"))?;
    Ok(Occupation::new(hours, whole))
}

impl TryFrom<SlotRow> for Slot {
    type Error = DatabaseError;

    fn try_from(row: SlotRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            resource: row.resource_id,
            person: row.person_id,
            caller_name: row.caller_name,
            title: row.title,
            occupation: occupation(
                (row.starts_at, row.ends_at),
                (row.occupied_from, row.occupied_until),
            )?,
            state: row.state,
            visible: row.visible,
            overridden: row.overridden,
        })
    }
}

impl TryFrom<BookingRow> for Booking {
    type Error = DatabaseError;

    fn try_from(row: BookingRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            resource: row.resource_id,
            person: row.person_id,
            customer: row.customer_id,
            caller_name: row.caller_name,
            audience: row.audience,
            title: row.title,
            occupation: occupation(
                (row.starts_at, row.ends_at),
                (row.occupied_from, row.occupied_until),
            )?,
            state: row.state,
            visible: row.visible,
            attendance: row.attendance,
            price: Price {
                product: row.product_id,
                amount: row.price_cents,
                basis: row.basis,
                rate: row.rate_bp,
                exemption: row.exemption,
            },
            charge: row.charge_id,
            fee: row.fee_cents,
            fee_charge: row.fee_charge_id,
            fee_floor: row.fee_floor_cents,
            created_at: row.created_at,
            created_by: row.created_by,
            overridden: row.overridden,
            overridden_by: row.overridden_by,
            request_expires_at: row.request_expires_at,
            cancelled_at: row.cancelled_at,
            ended_at: row.ended_at,
            version: row.version,
            external_ref: row.external_ref,
        })
    }
}

/// What was booked for one customer is another's: they are the same.
pub(crate) fn change_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    former: CustomerId,
    present: CustomerId,
) -> Result<(), DatabaseError> {
    tx.run(&CHANGE_CUSTOMER, &params![place, former, present])?;
    Ok(())
}
