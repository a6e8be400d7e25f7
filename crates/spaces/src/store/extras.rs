//! Extras, and the extras of bookings, as rows.

use crate::rules::booking::{BookingId, Price};
use crate::rules::extras::{Extra, ExtraFacts, ExtraId, ExtraLine, ExtraLineId, ExtraUnit};
use crate::rules::resource::ResourceId;
use billing::{Basis, Charge, Exemption, Product};
use kernel::{AccountId, Id, Instant, Money, Name, PlaceId, Rate};
use platform::database::{DatabaseError, Tx, batches, params, row, statement};
use std::collections::{BTreeMap, BTreeSet};

/// Refuses a second extra of one name.
pub(crate) const NAME_UNIQUE: &str = "extra_name_unique";

row! {
    struct ExtraRow {
        id: ExtraId,
        name: Name,
        unit: ExtraUnit,
        price_cents: Money,
        product_id: Id<Product>,
        notice_hours: i64,
        preparation: String,
        active: bool,
    }

    struct SpaceRow {
        extra_id: ExtraId,
        resource_id: ResourceId,
    }

    pub(super) struct LineRow {
        id: ExtraLineId,
        booking_id: BookingId,
        extra_id: ExtraId,
        name: Name,
        unit: ExtraUnit,
        count: i64,
        unit_cents: Money,
        product_id: Option<Id<Product>>,
        amount_cents: Money,
        basis: Basis,
        rate_bp: Rate,
        exemption: Option<Exemption>,
        charge_id: Option<Id<Charge>>,
        fee_cents: Option<Money>,
        fee_charge_id: Option<Id<Charge>>,
        fee_floor_cents: Money,
        done_at: Option<Instant>,
        done_by: Option<AccountId>,
    }
}

statement! {
    ALL -> ExtraRow = "
        select id, name, unit, price_cents, product_id, notice_hours, preparation, active
        from extra
        where place_id = $1
        order by name";

    SPACES -> SpaceRow = "
        select extra_id, resource_id
        from extra_space
        where place_id = $1
        order by extra_id, resource_id";

    INSERT = "
        insert into extra (place_id, id, name, unit, price_cents, product_id, notice_hours, preparation, active, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    UPDATE = "
        update extra
        set name = $3, unit = $4, price_cents = $5, product_id = $6, notice_hours = $7, preparation = $8, active = $9
        where place_id = $1 and id = $2";

    FORGET_SPACES = "
        delete from extra_space
        where place_id = $1 and extra_id = $2";

    ADD_SPACE = "
        insert into extra_space (place_id, extra_id, resource_id)
        values ($1, $2, $3)";

    LINES -> LineRow = "
        select id, booking_id, extra_id, name, unit, count, unit_cents, product_id, amount_cents, basis, rate_bp,
            exemption, charge_id, fee_cents, fee_charge_id, fee_floor_cents, done_at, done_by
        from booking_extra
        where place_id = $1 and booking_id = $2
        order by name, id";

    LINES_OF -> LineRow = "
        select id, booking_id, extra_id, name, unit, count, unit_cents, product_id, amount_cents, basis, rate_bp,
            exemption, charge_id, fee_cents, fee_charge_id, fee_floor_cents, done_at, done_by
        from booking_extra
        where place_id = $1 and booking_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by booking_id, name, id";

    INSERT_LINE = "
        insert into booking_extra (
            place_id, id, booking_id, extra_id, name, unit, count, unit_cents, product_id, amount_cents, basis, rate_bp,
            exemption, charge_id, fee_cents, fee_charge_id, fee_floor_cents, done_at, done_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    UPDATE_LINE = "
        update booking_extra
        set name = $3, unit = $4, count = $5, unit_cents = $6, product_id = $7, amount_cents = $8, basis = $9,
            rate_bp = $10, exemption = $11, charge_id = $12, fee_cents = $13, fee_charge_id = $14,
            fee_floor_cents = $15, done_at = $16, done_by = $17
        where place_id = $1 and id = $2";
}

/// Every extra of the place, those no longer offered among them, by name.
///
/// # Errors
/// As the database says.
pub fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Extra>, DatabaseError> {
    let mut spaces: BTreeMap<ExtraId, BTreeSet<ResourceId>> = BTreeMap::new();
    for row in tx.all(&SPACES, &params![place])? {
        spaces.entry(row.extra_id).or_default().insert(row.resource_id);
    }
    let rows = tx.all(&ALL, &params![place])?.into_iter();
    let extra = |row: ExtraRow| Extra {
        id: row.id,
        facts: ExtraFacts {
            name: row.name,
            unit: row.unit,
            price: row.price_cents,
            product: row.product_id,
            spaces: spaces.remove(&row.id).unwrap_or_default(),
            notice_hours: row.notice_hours,
            preparation: row.preparation,
        },
        active: row.active,
    };
    Ok(rows.map(extra).collect())
}

/// One extra.
///
/// # Errors
/// As the database says.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: ExtraId) -> Result<Option<Extra>, DatabaseError> {
    Ok(all(tx, place)?.into_iter().find(|extra| extra.id == id))
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Extra) -> Result<(), DatabaseError> {
    let (facts, now) = (&new.facts, tx.now());
    let values = params![
        place,
        new.id,
        facts.name,
        facts.unit,
        facts.price,
        facts.product,
        facts.notice_hours,
        facts.preparation,
        new.active,
        now
    ];
    tx.run(&INSERT, &values)?;
    keep_spaces(tx, place, new)
}

pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, changed: &Extra) -> Result<(), DatabaseError> {
    let facts = &changed.facts;
    let values = params![
        place,
        changed.id,
        facts.name,
        facts.unit,
        facts.price,
        facts.product,
        facts.notice_hours,
        facts.preparation,
        changed.active
    ];
    tx.run(&UPDATE, &values)?;
    tx.run(&FORGET_SPACES, &params![place, changed.id])?;
    keep_spaces(tx, place, changed)
}

fn keep_spaces(tx: &mut Tx<'_>, place: PlaceId, extra: &Extra) -> Result<(), DatabaseError> {
    for space in &extra.facts.spaces {
        tx.run(&ADD_SPACE, &params![place, extra.id, *space])?;
    }
    Ok(())
}

/// The extras of a booking, those given up among them, by name.
///
/// # Errors
/// As the database says.
pub fn of_booking(tx: &mut Tx<'_>, place: PlaceId, id: BookingId) -> Result<Vec<ExtraLine>, DatabaseError> {
    let rows = tx.all(&LINES, &params![place, id])?.into_iter();
    Ok(rows.map(ExtraLine::from).collect())
}

/// The extras of these bookings, those given up among them, by name.
///
/// # Errors
/// As the database says.
pub fn of_bookings(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[BookingId],
) -> Result<BTreeMap<BookingId, Vec<ExtraLine>>, DatabaseError> {
    let mut found: BTreeMap<BookingId, Vec<ExtraLine>> = BTreeMap::new();
    for values in batches(place, ids) {
        for row in tx.all(&LINES_OF, &values)? {
            found
                .entry(row.booking_id)
                .or_default()
                .push(ExtraLine::from(row));
        }
    }
    Ok(found)
}

pub(crate) fn insert_line(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
    line: &ExtraLine,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        line.id,
        booking,
        line.extra,
        line.name,
        line.unit,
        line.count,
        line.unit_price,
        line.price.product,
        line.price.amount,
        line.price.basis,
        line.price.rate,
        line.price.exemption,
        line.charge,
        line.fee,
        line.fee_charge,
        line.floor,
        line.done_at,
        line.done_by
    ];
    tx.run(&INSERT_LINE, &values)?;
    Ok(())
}

pub(crate) fn update_line(tx: &mut Tx<'_>, place: PlaceId, line: &ExtraLine) -> Result<(), DatabaseError> {
    let values = params![
        place,
        line.id,
        line.name,
        line.unit,
        line.count,
        line.unit_price,
        line.price.product,
        line.price.amount,
        line.price.basis,
        line.price.rate,
        line.price.exemption,
        line.charge,
        line.fee,
        line.fee_charge,
        line.floor,
        line.done_at,
        line.done_by
    ];
    tx.run(&UPDATE_LINE, &values)?;
    Ok(())
}

impl From<LineRow> for ExtraLine {
    fn from(row: LineRow) -> Self {
        Self {
            id: row.id,
            extra: row.extra_id,
            name: row.name,
            unit: row.unit,
            count: row.count,
            unit_price: row.unit_cents,
            price: Price {
                product: row.product_id,
                amount: row.amount_cents,
                basis: row.basis,
                rate: row.rate_bp,
                exemption: row.exemption,
            },
            charge: row.charge_id,
            fee: row.fee_cents,
            fee_charge: row.fee_charge_id,
            floor: row.fee_floor_cents,
            done_at: row.done_at,
            done_by: row.done_by,
        }
    }
}
