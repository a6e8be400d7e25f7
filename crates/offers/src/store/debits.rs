//! The ledger of units: every unit taken from a lot or given back to it. Rows are only ever inserted.

use super::lots;
use super::values::costs;
use crate::rules::cost::UnitCosts;
use crate::rules::day_plan::{DebitId, Draw, GiveBack, Taken};
use crate::rules::lot::PassLot;
use crate::rules::settlement::DebtId;
use kernel::{Day, Id, Instant, PersonId, PlaceId};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

row! {
    struct TakenRow {
        debit: DebitId,
        lot: Id<PassLot>,
        units: i64,
        day_units: i64,
        half_day_units: i64,
    }

    /// A row of the ledger.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct LedgerRow {
        pub(crate) id: DebitId,
        pub(crate) lot_id: Id<PassLot>,
        pub(crate) person_id: PersonId,
        pub(crate) day: Day,
        pub(crate) units: i64,
        pub(crate) at: Instant,
        pub(crate) returns_id: Option<DebitId>,
        pub(crate) settles_id: Option<DebtId>,
        pub(crate) reason: Option<String>,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    TAKEN -> TakenRow = "
        select debit.id as debit, debit.lot_id as lot,
            debit.units + coalesce(cast(sum(returned.units) as bigint), 0) as units,
            pass_lot.day_units, pass_lot.half_day_units
        from pass_debit as debit
        join pass_lot on pass_lot.place_id = debit.place_id and pass_lot.id = debit.lot_id
        left join pass_debit as returned on returned.place_id = debit.place_id and returned.returns_id = debit.id
        where debit.place_id = $1 and debit.person_id = $2 and debit.day = $3 and debit.units > 0
        group by debit.id, debit.lot_id, debit.units, pass_lot.day_units, pass_lot.half_day_units
        having debit.units + coalesce(cast(sum(returned.units) as bigint), 0) > 0
        order by debit.id";

    INSERT = "
        insert into pass_debit (place_id, id, lot_id, person_id, day, units, at, returns_id, settles_id, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    OF_PERSON -> LedgerRow = "
        select id, lot_id, person_id, day, units, at, returns_id, settles_id, reason
        from pass_debit
        where place_id = $1 and person_id = $2
        order by day desc, id desc
        limit $3
        offset $4";

    COUNT -> CountRow = "
        select count(*) as count
        from pass_debit
        where place_id = $1 and person_id = $2";

    ALL -> LedgerRow = "
        select id, lot_id, person_id, day, units, at, returns_id, settles_id, reason
        from pass_debit
        where place_id = $1
        order by id";
}

/// Why a row of the ledger is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause<'a> {
    Use,
    Return(DebitId),
    Settlement(DebtId),
    Hand(&'a str),
}

/// What debits of a day still hold, oldest first.
pub(crate) fn taken(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<Vec<Taken>, Fault> {
    let rows = tx.all(&TAKEN, &params![place, person, day])?;
    let parse = |row: TakenRow| {
        let costs: UnitCosts = costs(row.day_units, row.half_day_units)?;
        Ok(Taken {
            debit: row.debit,
            lot: row.lot,
            units: row.units,
            costs,
        })
    };
    rows.into_iter().map(parse).collect()
}

/// Takes units for a day.
pub(crate) fn draw(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    draw: Draw,
) -> Result<(), Fault> {
    write(tx, place, person, day, draw.lot, draw.units, Cause::Use)
}

/// Takes units that pay a debt of a day.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    draw: Draw,
    debt: DebtId,
) -> Result<(), Fault> {
    write(
        tx,
        place,
        person,
        day,
        draw.lot,
        draw.units,
        Cause::Settlement(debt),
    )
}

/// Gives units of a debit back to its lot.
pub(crate) fn give_back(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    back: GiveBack,
) -> Result<(), Fault> {
    write(
        tx,
        place,
        person,
        day,
        back.lot,
        -back.units,
        Cause::Return(back.debit),
    )
}

/// Gives units back to a lot by hand.
pub(crate) fn give_back_by_hand(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    back: Draw,
    reason: &str,
) -> Result<(), Fault> {
    write(tx, place, person, day, back.lot, -back.units, Cause::Hand(reason))
}

fn write(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    lot: Id<PassLot>,
    units: i64,
    cause: Cause<'_>,
) -> Result<(), Fault> {
    let (mut returns, mut settles, mut reason) = (None, None, None);
    match cause {
        Cause::Use => {}
        Cause::Return(debit) => returns = Some(debit),
        Cause::Settlement(debt) => settles = Some(debt),
        Cause::Hand(text) => reason = Some(text),
    }
    let id: DebitId = tx.new_id();
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![place, id, lot, person, day, units, now, returns, settles, reason],
    )?;
    lots::take(tx, place, lot, units)?;
    Ok(())
}

/// A part of the ledger of a person, the latest day first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    limit: i64,
    offset: i64,
) -> Result<Vec<LedgerRow>, Fault> {
    Ok(tx.all(&OF_PERSON, &params![place, person, limit, offset])?)
}

/// How many rows the ledger of a person has.
pub(crate) fn count(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<i64, Fault> {
    Ok(tx.one(&COUNT, &params![place, person])?.count)
}

/// The whole ledger of a place, in the order written.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<LedgerRow>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}
