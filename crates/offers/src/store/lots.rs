//! Lots of units.

use super::values::costs;
use crate::rules::lot::PassLot;
use crate::rules::pass_offer::PassOffer;
use billing::Charge;
use kernel::{Day, Id, OrganisationId, PersonId, PlaceId};
use people::Party;
use platform::Fault;
use platform::database::{DatabaseError, Tx, batches, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct LotRow {
        id: Id<PassLot>,
        person_id: PersonId,
        pass_offer_id: Id<PassOffer>,
        name: String,
        units: i64,
        used_before: i64,
        remaining: i64,
        day_units: i64,
        half_day_units: i64,
        bought_on: Day,
        expires_on: Option<Day>,
        organisation_id: Option<OrganisationId>,
    }

    struct IdRow {
        id: Id<PassLot>,
    }

    struct ChargeRow {
        charge_id: Option<Id<Charge>>,
    }
}

statement! {
    OF_PERSON -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1 and lot.person_id = $2 and lot.cancelled_at is null
        order by lot.bought_on desc, lot.id desc";

    OF_PERSONS -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1 and lot.cancelled_at is null and lot.person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by lot.bought_on desc, lot.id desc";

    ALL -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1
        order by lot.id";

    GET -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1 and lot.id = $2 and lot.cancelled_at is null";

    SHARED -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1 and lot.organisation_id = $2 and lot.cancelled_at is null
        order by lot.bought_on desc, lot.id desc";

    ALL_SHARED -> LotRow = "
        select lot.id, lot.person_id, lot.pass_offer_id, pass_offer.name, lot.units, lot.used_before, lot.remaining,
            lot.day_units, lot.half_day_units, lot.bought_on, lot.expires_on, lot.organisation_id
        from pass_lot as lot
        join pass_offer on pass_offer.place_id = lot.place_id and pass_offer.id = lot.pass_offer_id
        where lot.place_id = $1 and lot.organisation_id is not null and lot.cancelled_at is null and lot.remaining > 0
        order by lot.bought_on desc, lot.id desc";

    LOCK_SHARED -> IdRow = "
        select id
        from pass_lot
        where place_id = $1 and organisation_id = $2
        order by id
        for update";

    BY_EXTERNAL -> IdRow = "
        select id
        from pass_lot
        where place_id = $1 and external_ref = $2";

    CHARGE -> ChargeRow = "
        select charge_id
        from pass_lot
        where place_id = $1 and id = $2";

    CANCEL = "
        update pass_lot
        set cancelled_at = $3
        where place_id = $1 and id = $2 and cancelled_at is null";

    INSERT = "
        insert into pass_lot (
            place_id, id, person_id, pass_offer_id, units, used_before, remaining, day_units, half_day_units, bought_on,
            expires_on, charge_id, created_at, external_ref, organisation_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    RESIZE = "
        update pass_lot
        set units = case when $3 > units - remaining then $3 else units - remaining end,
            remaining = case when $3 > units - remaining then $3 - (units - remaining) else 0 end
        where place_id = $1 and id = $2 and cancelled_at is null";

    MOVE = "
        update pass_lot
        set remaining = remaining - $3
        where place_id = $1 and id = $2";
}

/// A lot to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewLot<'a> {
    pub(crate) id: Id<PassLot>,
    pub(crate) person: PersonId,
    pub(crate) offer: &'a PassOffer,
    pub(crate) units: i64,
    pub(crate) used_before: i64,
    pub(crate) bought_on: Day,
    pub(crate) expires_on: Option<Day>,
    pub(crate) charge: Option<Id<Charge>>,
    pub(crate) external_ref: Option<&'a str>,
    /// The organisation whose people all draw on it.
    pub(crate) shared_by: Option<OrganisationId>,
}

/// Every lot of a person but those cancelled, the latest bought first.
pub(crate) fn of_person(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<PassLot>, Fault> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    rows.into_iter().map(PassLot::try_from).collect()
}

/// Every lot on which a person may draw, the latest bought first: their own, and those that the organisation that pays for them shares.
pub(crate) fn usable_by(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<PassLot>, Fault> {
    let mut lots = of_person(tx, place, person)?;
    let Some(known) = people::person(tx, place, person)? else {
        return Ok(lots);
    };
    let payer = known
        .organisation
        .map_or(Party::Person(person), Party::Organisation);
    if let Party::Organisation(organisation) = payer {
        let shared = shared_by(tx, place, organisation)?;
        lots.extend(shared.into_iter().filter(|lot| lot.person != person));
        lots.sort_by_key(|lot| std::cmp::Reverse((lot.bought_on, lot.id)));
    }
    // What an organisation shares stays with it when its buyer leaves.
    lots.retain(|lot| {
        lot.shared_by
            .is_none_or(|organisation| payer == Party::Organisation(organisation))
    });
    Ok(lots)
}

/// The lots that an organisation shares, the latest bought first.
pub(crate) fn shared_by(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<PassLot>, Fault> {
    let rows = tx.all(&SHARED, &params![place, organisation])?;
    rows.into_iter().map(PassLot::try_from).collect()
}

/// The lots with units left that organisations of a place share, by organisation.
pub(crate) fn all_shared(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<BTreeMap<OrganisationId, Vec<PassLot>>, Fault> {
    let mut shared: BTreeMap<OrganisationId, Vec<PassLot>> = BTreeMap::new();
    for row in tx.all(&ALL_SHARED, &params![place])? {
        let lot = PassLot::try_from(row)?;
        if let Some(organisation) = lot.shared_by {
            shared.entry(organisation).or_default().push(lot);
        }
    }
    Ok(shared)
}

/// Makes those who draw on what the payer of a person shares wait for one another.
pub(crate) fn lock_shared(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), Fault> {
    if let Party::Organisation(organisation) = people::payer(tx, place, person)? {
        let locked = tx.all(&LOCK_SHARED, &params![place, organisation])?;
        debug_assert!(locked.is_sorted_by_key(|row| row.id));
    }
    Ok(())
}

/// One lot, unless it was cancelled.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<PassLot>) -> Result<Option<PassLot>, Fault> {
    tx.optional(&GET, &params![place, id])?
        .map(PassLot::try_from)
        .transpose()
}

/// Every lot of these persons but those cancelled; those of one person stand the latest bought first.
pub(crate) fn of_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<Vec<PassLot>, Fault> {
    let mut lots = Vec::new();
    for values in batches(place, persons) {
        for row in tx.all(&OF_PERSONS, &values)? {
            lots.push(PassLot::try_from(row)?);
        }
    }
    Ok(lots)
}

/// Every lot of a place, those cancelled too.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PassLot>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    rows.into_iter().map(PassLot::try_from).collect()
}

/// The lot made from an imported line.
pub(crate) fn by_external(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Id<PassLot>>, Fault> {
    let found = tx.optional(&BY_EXTERNAL, &params![place, external_ref])?;
    Ok(found.map(|row| row.id))
}

/// Writes a lot whose units, but those used before, are all left.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, lot: &NewLot<'_>) -> Result<(), DatabaseError> {
    let values = params![
        place,
        lot.id,
        lot.person,
        lot.offer.id,
        lot.units,
        lot.used_before,
        lot.units - lot.used_before,
        lot.offer.costs.day(),
        lot.offer.costs.half_day(),
        lot.bought_on,
        lot.expires_on,
        lot.charge,
        tx.now(),
        lot.external_ref,
        lot.shared_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// What bills a lot; nothing when it was imported.
pub(crate) fn charge(
    tx: &mut Tx<'_>,
    place: PlaceId,
    lot: Id<PassLot>,
) -> Result<Option<Id<Charge>>, DatabaseError> {
    Ok(tx.one(&CHARGE, &params![place, lot])?.charge_id)
}

/// Cancels a lot that is whole.
pub(crate) fn cancel(tx: &mut Tx<'_>, place: PlaceId, lot: Id<PassLot>) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&CANCEL, &params![place, lot, now])?;
    Ok(())
}

/// Brings a lot to so many units; those used stay used, so that it never holds fewer.
pub(crate) fn resize(
    tx: &mut Tx<'_>,
    place: PlaceId,
    lot: Id<PassLot>,
    units: i64,
) -> Result<(), DatabaseError> {
    tx.run(&RESIZE, &params![place, lot, units])?;
    Ok(())
}

/// Takes units out of what remains, or puts them back when negative; beside the row of the ledger that says so.
pub(super) fn take(
    tx: &mut Tx<'_>,
    place: PlaceId,
    lot: Id<PassLot>,
    units: i64,
) -> Result<(), DatabaseError> {
    match tx.run(&MOVE, &params![place, lot, units])? {
        1 => Ok(()),
        _ => Err(DatabaseError::NotFound),
    }
}

impl TryFrom<LotRow> for PassLot {
    type Error = Fault;

    fn try_from(row: LotRow) -> Result<Self, Fault> {
        Ok(Self {
            id: row.id,
            person: row.person_id,
            offer: row.pass_offer_id,
            name: row.name,
            units: row.units,
            used_before: row.used_before,
            remaining: row.remaining,
            costs: costs(row.day_units, row.half_day_units)?,
            bought_on: row.bought_on,
            expires_on: row.expires_on,
            shared_by: row.organisation_id,
        })
    }
}
