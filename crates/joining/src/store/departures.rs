//! Notices given.

use crate::rules::departure::Departure;
use kernel::{AccountId, Day, Id, Instant, PersonId, PlaceId};
use offers::PlanContract;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct DepartureRow {
        id: Id<Departure>,
        person_id: PersonId,
        given_on: Day,
        last_day: Day,
        reason: String,
        recorded_at: Instant,
    }

    struct EndedRow {
        contract_id: Id<PlanContract>,
        until_before: Option<Day>,
    }
}

statement! {
    OF_PERSON -> DepartureRow = "
        select id, person_id, given_on, last_day, reason, recorded_at
        from departure
        where place_id = $1 and person_id = $2 and withdrawn_at is null
        order by recorded_at desc, id desc";

    FROM -> DepartureRow = "
        select id, person_id, given_on, last_day, reason, recorded_at
        from departure
        where place_id = $1 and last_day >= $2 and withdrawn_at is null
        order by last_day, id
        limit 200";

    INSERT = "
        insert into departure (place_id, id, person_id, given_on, last_day, reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    WITHDRAW = "
        update departure
        set withdrawn_at = $3, withdrawn_by = $4
        where place_id = $1 and id = $2";

    END_CONTRACT = "
        insert into departure_contract (place_id, departure_id, contract_id, until_before)
        values ($1, $2, $3, $4)";

    ENDED_CONTRACTS -> EndedRow = "
        select contract_id, until_before
        from departure_contract
        where place_id = $1 and departure_id = $2
        order by contract_id";
}

/// The notices of a person, the latest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Departure>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Departure::from).collect())
}

/// Who leaves on a day or after it, the next first; two hundred at most.
pub(crate) fn from(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<Departure>, DatabaseError> {
    let rows = tx.all(&FROM, &params![place, day])?;
    Ok(rows.into_iter().map(Departure::from).collect())
}

/// Keeps a notice.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    departure: &Departure,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        departure.id,
        departure.person,
        departure.given_on,
        departure.last_day,
        departure.reason.as_str(),
        departure.recorded_at,
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Takes a notice back.
pub(crate) fn withdraw(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Departure>,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&WITHDRAW, &params![place, id, now, by])?;
    Ok(())
}

/// Keeps that a notice ended a plan, which had this last day before.
pub(crate) fn end_contract(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Departure>,
    (contract, before): (Id<PlanContract>, Option<Day>),
) -> Result<(), DatabaseError> {
    tx.run(&END_CONTRACT, &params![place, id, contract, before])?;
    Ok(())
}

/// A plan, with the last day it had before a notice ended it.
type EndedContract = (Id<PlanContract>, Option<Day>);

/// The plans that a notice ended, with the last days they had before.
pub(crate) fn ended_contracts(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Departure>,
) -> Result<Vec<EndedContract>, DatabaseError> {
    let rows = tx.all(&ENDED_CONTRACTS, &params![place, id])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.contract_id, row.until_before))
        .collect())
}

impl From<DepartureRow> for Departure {
    fn from(row: DepartureRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            given_on: row.given_on,
            last_day: row.last_day,
            reason: row.reason,
            recorded_at: row.recorded_at,
        }
    }
}
