//! Registrations as rows.

use crate::rules::event::EventId;
use crate::rules::registration::{Attendee, Registration, RegistrationId, RegistrationState};
use billing::{Basis, Charge, Exemption, Product};
use kernel::{Audience, CustomerId, Email, Id, Instant, Locale, Money, PersonId, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::Price;

row! {
    struct RegistrationRow {
        id: RegistrationId,
        event_id: EventId,
        person_id: Option<PersonId>,
        name: String,
        email: Option<Email>,
        language: Locale,
        guests: i64,
        state: RegistrationState,
        asked_at: Instant,
        offered_until: Option<Instant>,
        cancelled_at: Option<Instant>,
        came: Option<i64>,
        audience: Audience,
        product_id: Option<Id<Product>>,
        price_cents: Money,
        basis: Basis,
        rate_bp: Rate,
        exemption: Option<Exemption>,
        customer_id: Option<CustomerId>,
        charge_id: Option<Id<Charge>>,
        fee_cents: Option<Money>,
        fee_charge_id: Option<Id<Charge>>,
    }

    struct EventIdRow {
        event_id: EventId,
    }
}

statement! {
    FIND -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and id = $2";

    BY_TOKEN -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and token = $2";

    OF_EVENT -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and event_id = $2 and state <> 'unconfirmed'
        order by asked_at, id
        limit 20000";

    OPEN_BY_EMAIL -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and event_id = $2 and email = $3 and state in ('registered', 'waiting', 'offered')
        order by asked_at, id
        limit 1";

    OPEN_OF -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and event_id = $2 and person_id = $3 and state in ('registered', 'waiting', 'offered')";

    OF_PERSON -> RegistrationRow = "
        select id, event_id, person_id, name, email, language, guests, state, asked_at, offered_until, cancelled_at, came,
            audience, product_id, price_cents, basis, rate_bp, exemption, customer_id, charge_id, fee_cents, fee_charge_id
        from event_registration
        where place_id = $1 and person_id = $2 and asked_at >= $3
        order by asked_at desc, id desc
        limit 400";

    INSERT = "
        insert into event_registration (place_id, id, event_id, person_id, name, email, language, guests, state, token, asked_at,
            offered_until, cancelled_at, came, audience, product_id, price_cents, basis, rate_bp, exemption, customer_id,
            charge_id, fee_cents, fee_charge_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)";

    UPDATE = "
        update event_registration
        set person_id = $3, guests = $4, state = $5, asked_at = $6, offered_until = $7, cancelled_at = $8, came = $9,
            audience = $10, product_id = $11, price_cents = $12, basis = $13, rate_bp = $14, exemption = $15,
            customer_id = $16, charge_id = $17, fee_cents = $18, fee_charge_id = $19, name = $20, email = $21
        where place_id = $1 and id = $2";

    UNSETTLED -> EventIdRow = "
        select distinct event_id
        from event_registration
        where place_id = $1 and state in ('waiting', 'offered')
        order by event_id
        limit 1000";

    DROP_UNCONFIRMED = "
        delete from event_registration
        where place_id = $1 and state = 'unconfirmed' and asked_at < $2";

    FORGET = "
        update event_registration
        set name = '–', email = null
        where place_id = $1 and asked_at < $2 and person_id is null and name <> '–'";
}

/// A registration.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: RegistrationId,
) -> Result<Option<Registration>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Registration::from))
}

/// The registration whose key is held in clear; see `keys`.
pub(crate) fn by_token(
    tx: &mut Tx<'_>,
    place: PlaceId,
    token: &str,
) -> Result<Option<Registration>, DatabaseError> {
    Ok(tx
        .optional(&BY_TOKEN, &params![place, token])?
        .map(Registration::from))
}

/// Everybody who asked for a seat and proved their address, in the order in which they asked.
pub(crate) fn of_event(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
) -> Result<Vec<Registration>, DatabaseError> {
    let rows = tx.all(&OF_EVENT, &params![place, event])?;
    Ok(rows.into_iter().map(Registration::from).collect())
}

/// What leads to a seat for this address.
pub(crate) fn open_by_email(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    email: &Email,
) -> Result<Option<Registration>, DatabaseError> {
    let row = tx.optional(&OPEN_BY_EMAIL, &params![place, event, email.clone()])?;
    Ok(row.map(Registration::from))
}

/// What leads to a seat for this person.
pub(crate) fn open_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    event: EventId,
    person: PersonId,
) -> Result<Option<Registration>, DatabaseError> {
    let row = tx.optional(&OPEN_OF, &params![place, event, person])?;
    Ok(row.map(Registration::from))
}

/// The registrations of a person asked for since a moment, the newest first; four hundred at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    since: Instant,
) -> Result<Vec<Registration>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person, since])?;
    Ok(rows.into_iter().map(Registration::from).collect())
}

/// Keeps a new registration.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Registration) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.event,
        new.attendee.person,
        new.attendee.name.as_str(),
        new.attendee.email.clone(),
        new.attendee.language,
        new.guests,
        new.state,
        new.id.to_string(),
        new.asked_at,
        new.offered_until,
        new.cancelled_at,
        new.came,
        new.audience,
        new.price.product,
        new.price.amount,
        new.price.basis,
        new.price.rate,
        new.price.exemption,
        new.customer,
        new.charge,
        new.fee,
        new.fee_charge
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what was changed of a registration. The event is held.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, one: &Registration) -> Result<(), DatabaseError> {
    let values = params![
        place,
        one.id,
        one.attendee.person,
        one.guests,
        one.state,
        one.asked_at,
        one.offered_until,
        one.cancelled_at,
        one.came,
        one.audience,
        one.price.product,
        one.price.amount,
        one.price.basis,
        one.price.rate,
        one.price.exemption,
        one.customer,
        one.charge,
        one.fee,
        one.fee_charge,
        one.attendee.name.as_str(),
        one.attendee.email.clone()
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// The events for which somebody waits or is offered a seat.
pub(crate) fn unsettled(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<EventId>, DatabaseError> {
    let rows = tx.all(&UNSETTLED, &params![place])?;
    Ok(rows.into_iter().map(|row| row.event_id).collect())
}

/// Drops what was asked before a moment and never proven; how many.
pub(crate) fn drop_unconfirmed(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<u64, DatabaseError> {
    tx.run(&DROP_UNCONFIRMED, &params![place, before])
}

/// Forgets who from outside registered before a moment; how many.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET, &params![place, before])
}

impl From<RegistrationRow> for Registration {
    fn from(row: RegistrationRow) -> Self {
        Self {
            id: row.id,
            event: row.event_id,
            attendee: Attendee {
                person: row.person_id,
                name: row.name,
                email: row.email,
                language: row.language,
            },
            guests: row.guests,
            state: row.state,
            asked_at: row.asked_at,
            offered_until: row.offered_until,
            cancelled_at: row.cancelled_at,
            came: row.came,
            audience: row.audience,
            price: Price {
                product: row.product_id,
                amount: row.price_cents,
                basis: row.basis,
                rate: row.rate_bp,
                exemption: row.exemption,
            },
            customer: row.customer_id,
            charge: row.charge_id,
            fee: row.fee_cents,
            fee_charge: row.fee_charge_id,
        }
    }
}
