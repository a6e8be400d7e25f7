//! Visits, from both sides.

use crate::rules::agreement::PartnerId;
use crate::rules::visit::{PartnerVisit, Side, VisitId, VisitState};
use billing::Charge;
use kernel::{AccountId, Day, Days, Id, Instant, Money, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::Part;

row! {
    struct VisitRow {
        id: VisitId,
        partner_id: PartnerId,
        side: Side,
        reference: String,
        person_id: Option<PersonId>,
        visitor: String,
        code: String,
        day: Day,
        part: Part,
        state: VisitState,
        units: i64,
        units_left: i64,
        amount_cents: Money,
        asked_at: Instant,
        undone_at: Option<Instant>,
        charge_id: Option<Id<Charge>>,
    }

    /// Visits of a month that count, and what they come to, by partner and side.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct SumRow {
        pub(crate) partner_id: PartnerId,
        pub(crate) side: Side,
        pub(crate) visits: i64,
        pub(crate) cents: Money,
    }
}

statement! {
    INSERT = "
        insert into partner_visit (place_id, id, partner_id, side, reference, person_id, visitor, code, day, part, state, units,
            units_left, amount_cents, asked_at, undone_at, made_by, charge_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

    UPDATE = "
        update partner_visit
        set visitor = $3, code = $4, state = $5, units = $6, units_left = $7, amount_cents = $8, undone_at = $9, charge_id = $10
        where place_id = $1 and id = $2";

    LOCK -> VisitRow = "
        select id, partner_id, side, reference, person_id, visitor, code, day, part, state, units, units_left, amount_cents,
            asked_at, undone_at, charge_id
        from partner_visit
        where place_id = $1 and id = $2 and side = $3
        for update";

    BY_REFERENCE -> VisitRow = "
        select id, partner_id, side, reference, person_id, visitor, code, day, part, state, units, units_left, amount_cents,
            asked_at, undone_at, charge_id
        from partner_visit
        where place_id = $1 and partner_id = $2 and side = $3 and reference = $4
        for update";

    OF_PARTNER -> VisitRow = "
        select id, partner_id, side, reference, person_id, visitor, code, day, part, state, units, units_left, amount_cents,
            asked_at, undone_at, charge_id
        from partner_visit
        where place_id = $1 and partner_id = $2 and side = $3 and day between $4 and $5
        order by day, asked_at, id";

    OF_PERSON -> VisitRow = "
        select id, partner_id, side, reference, person_id, visitor, code, day, part, state, units, units_left, amount_cents,
            asked_at, undone_at, charge_id
        from partner_visit
        where place_id = $1 and person_id = $2 and day between $3 and $4 and state = 'made'
        order by day desc, asked_at desc, id desc
        limit 500";

    OF_DAY -> VisitRow = "
        select id, partner_id, side, reference, person_id, visitor, code, day, part, state, units, units_left, amount_cents,
            asked_at, undone_at, charge_id
        from partner_visit
        where place_id = $1 and side = 'host' and day = $2
        order by asked_at, id
        limit 500";

    SUMS -> SumRow = "
        select partner_id, side, count(*) as visits, cast(sum(amount_cents) as bigint) as cents
        from partner_visit
        where place_id = $1 and side in ('home', 'host') and day between $2 and $3 and state = 'made'
        group by partner_id, side
        order by partner_id, side";

    FORGET_NAMES = "
        update partner_visit
        set visitor = '', code = ''
        where place_id = $1 and side = 'host' and day < $2 and visitor <> ''";
}

impl From<VisitRow> for PartnerVisit {
    fn from(row: VisitRow) -> Self {
        Self {
            id: row.id,
            partner: row.partner_id,
            side: row.side,
            reference: row.reference,
            person: row.person_id,
            visitor: row.visitor,
            code: row.code,
            day: row.day,
            part: row.part,
            state: row.state,
            units: row.units,
            units_left: row.units_left,
            amount: row.amount_cents,
            asked_at: row.asked_at,
            undone_at: row.undone_at,
            charge: row.charge_id,
        }
    }
}

/// Keeps a new one.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &PartnerVisit,
    made_by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        new.id,
        new.partner,
        new.side,
        new.reference.as_str(),
        new.person,
        new.visitor.as_str(),
        new.code.as_str(),
        new.day,
        new.part,
        new.state,
        new.units,
        new.units_left,
        new.amount,
        new.asked_at,
        new.undone_at,
        made_by,
        new.charge
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Keeps what may change of one.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, one: &PartnerVisit) -> Result<(), DatabaseError> {
    let values = params![
        place,
        one.id,
        one.visitor.as_str(),
        one.code.as_str(),
        one.state,
        one.units,
        one.units_left,
        one.amount,
        one.undone_at,
        one.charge
    ];
    tx.run(&UPDATE, &values)?;
    Ok(())
}

/// A visit to us, held until the end of the transaction.
pub(crate) fn lock_hosted(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: VisitId,
) -> Result<Option<PartnerVisit>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id, Side::Host])?;
    Ok(row.map(PartnerVisit::from))
}

/// The visit that both sides call so, held until the end of the transaction.
pub(crate) fn by_reference(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (partner, side): (PartnerId, Side),
    reference: &str,
) -> Result<Option<PartnerVisit>, DatabaseError> {
    let row = tx.optional(&BY_REFERENCE, &params![place, partner, side, reference])?;
    Ok(row.map(PartnerVisit::from))
}

/// Every visit of some days with one partner, on one side, whatever became of it.
pub(crate) fn of_partner(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (partner, side): (PartnerId, Side),
    days: Days,
) -> Result<Vec<PartnerVisit>, DatabaseError> {
    let rows = tx.all(
        &OF_PARTNER,
        &params![place, partner, side, days.first(), days.last()],
    )?;
    Ok(rows.into_iter().map(PartnerVisit::from).collect())
}

/// The visits of one of our people elsewhere that count, the latest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    days: Days,
) -> Result<Vec<PartnerVisit>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person, days.first(), days.last()])?;
    Ok(rows.into_iter().map(PartnerVisit::from).collect())
}

/// Everybody who asked to come in here on a day.
pub(crate) fn of_day(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<PartnerVisit>, DatabaseError> {
    let rows = tx.all(&OF_DAY, &params![place, day])?;
    Ok(rows.into_iter().map(PartnerVisit::from).collect())
}

/// What some days come to, by partner and side.
pub(crate) fn sums(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<SumRow>, DatabaseError> {
    tx.all(&SUMS, &params![place, days.first(), days.last()])
}

/// Forgets the names of visitors of days before this one; the lines stay.
pub(crate) fn forget_names(tx: &mut Tx<'_>, place: PlaceId, before: Day) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_NAMES, &params![place, before])
}
