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
        given: i64,
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

    /// A debit, with the units that it still holds.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct HeldDebit {
        pub(crate) id: DebitId,
        pub(crate) lot_id: Id<PassLot>,
        pub(crate) name: String,
        pub(crate) day: Day,
        pub(crate) units: i64,
    }

    /// A row of the ledger with the name of its pass.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct NamedRow {
        pub(crate) id: DebitId,
        pub(crate) name: String,
        pub(crate) lot_id: Id<PassLot>,
        pub(crate) day: Day,
        pub(crate) units: i64,
        pub(crate) at: Instant,
        pub(crate) returns_id: Option<DebitId>,
        pub(crate) settles_id: Option<DebtId>,
        pub(crate) reason: Option<String>,
    }

    /// Units that somebody took from a lot, or gave back when negative.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct LotUse {
        pub(crate) person_id: PersonId,
        pub(crate) day: Day,
        pub(crate) units: i64,
        pub(crate) at: Instant,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    TAKEN -> TakenRow = "
        select debit.id as debit, debit.lot_id as lot,
            debit.units + coalesce(cast(sum(returned.units) as bigint), 0) as units,
            -coalesce(cast(sum(case when returned.reason is null then 0 else returned.units end) as bigint), 0) as given,
            pass_lot.day_units, pass_lot.half_day_units
        from pass_debit as debit
        join pass_lot on pass_lot.place_id = debit.place_id and pass_lot.id = debit.lot_id
        left join pass_debit as returned on returned.place_id = debit.place_id and returned.returns_id = debit.id
        where debit.place_id = $1 and debit.person_id = $2 and debit.day = $3 and debit.units > 0
        group by debit.id, debit.lot_id, debit.units, pass_lot.day_units, pass_lot.half_day_units
        having debit.units + coalesce(cast(sum(returned.units) as bigint), 0) > 0 or count(returned.reason) > 0
        order by debit.id";

    HELD -> HeldDebit = "
        select debit.id, debit.lot_id, pass_offer.name, debit.day,
            debit.units + coalesce(cast(sum(returned.units) as bigint), 0) as units
        from pass_debit as debit
        join pass_lot on pass_lot.place_id = debit.place_id and pass_lot.id = debit.lot_id
        join pass_offer on pass_offer.place_id = pass_lot.place_id and pass_offer.id = pass_lot.pass_offer_id
        left join pass_debit as returned on returned.place_id = debit.place_id and returned.returns_id = debit.id
        where debit.place_id = $1 and debit.person_id = $2 and debit.units > 0
        group by debit.id, debit.lot_id, pass_offer.name, debit.day, debit.units
        having debit.units + coalesce(cast(sum(returned.units) as bigint), 0) > 0
        order by debit.day desc, debit.id desc
        limit $3";

    HELD_ONE -> HeldDebit = "
        select debit.id, debit.lot_id, pass_offer.name, debit.day,
            debit.units + coalesce(cast(sum(returned.units) as bigint), 0) as units
        from pass_debit as debit
        join pass_lot on pass_lot.place_id = debit.place_id and pass_lot.id = debit.lot_id
        join pass_offer on pass_offer.place_id = pass_lot.place_id and pass_offer.id = pass_lot.pass_offer_id
        left join pass_debit as returned on returned.place_id = debit.place_id and returned.returns_id = debit.id
        where debit.place_id = $1 and debit.person_id = $2 and debit.id = $3 and debit.units > 0
        group by debit.id, debit.lot_id, pass_offer.name, debit.day, debit.units";

    INSERT = "
        insert into pass_debit (place_id, id, lot_id, person_id, day, units, at, returns_id, settles_id, reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    OF_PERSON -> NamedRow = "
        select debit.id, pass_offer.name, debit.lot_id, debit.day, debit.units, debit.at, debit.returns_id, debit.settles_id,
            debit.reason
        from pass_debit as debit
        join pass_lot on pass_lot.place_id = debit.place_id and pass_lot.id = debit.lot_id
        join pass_offer on pass_offer.place_id = pass_lot.place_id and pass_offer.id = pass_lot.pass_offer_id
        where debit.place_id = $1 and debit.person_id = $2
        order by debit.day desc, debit.id desc
        limit $3
        offset $4";

    OF_LOT -> LotUse = "
        select person_id, day, units, at
        from pass_debit
        where place_id = $1 and lot_id = $2
        order by day desc, id desc
        limit 500";

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
    Hand(DebitId, &'a str),
}

/// What debits of a day still pay, oldest first.
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
            given: row.given,
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

/// Gives units of a debit back to its lot by hand.
pub(crate) fn give_back_by_hand(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    back: GiveBack,
    reason: &str,
) -> Result<(), Fault> {
    let cause = Cause::Hand(back.debit, reason);
    write(tx, place, person, day, back.lot, -back.units, cause)
}

/// The latest debits of a person that still hold units, the latest day first.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    limit: i64,
) -> Result<Vec<HeldDebit>, Fault> {
    Ok(tx.all(&HELD, &params![place, person, limit])?)
}

/// One debit of a person, whatever it still holds.
pub(crate) fn held_by(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    debit: DebitId,
) -> Result<Option<HeldDebit>, Fault> {
    Ok(tx.optional(&HELD_ONE, &params![place, person, debit])?)
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
        Cause::Hand(debit, text) => (returns, reason) = (Some(debit), Some(text)),
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
) -> Result<Vec<NamedRow>, Fault> {
    Ok(tx.all(&OF_PERSON, &params![place, person, limit, offset])?)
}

/// The latest five hundred rows of the ledger of a lot, the latest day first.
pub(crate) fn of_lot(tx: &mut Tx<'_>, place: PlaceId, lot: Id<PassLot>) -> Result<Vec<LotUse>, Fault> {
    Ok(tx.all(&OF_LOT, &params![place, lot])?)
}

/// How many rows the ledger of a person has.
pub(crate) fn count(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<i64, Fault> {
    Ok(tx.one(&COUNT, &params![place, person])?.count)
}

/// The whole ledger of a place, in the order written.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<LedgerRow>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}
