//! Who sits in the council that programmes.

use crate::rules::proposal::CouncilSeat;
use kernel::{AccountId, Day, Id, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct SeatRow {
        id: Id<CouncilSeat>,
        person_id: PersonId,
        first_day: Day,
        last_day: Option<Day>,
    }
}

statement! {
    ALL -> SeatRow = "
        select id, person_id, first_day, last_day
        from programming_council_seat
        where place_id = $1
        order by first_day desc, id desc
        limit 500";

    OF_PERSON -> SeatRow = "
        select id, person_id, first_day, last_day
        from programming_council_seat
        where place_id = $1 and person_id = $2
        order by first_day, id";

    INSERT = "
        insert into programming_council_seat (place_id, id, person_id, first_day, last_day, named_at, named_by)
        values ($1, $2, $3, $4, $5, $6, $7)";

    END = "
        update programming_council_seat
        set last_day = $3
        where place_id = $1 and id = $2";
}

/// Every seat, the newest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<CouncilSeat>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(CouncilSeat::from).collect())
}

/// The seats of a person, in order.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<CouncilSeat>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(CouncilSeat::from).collect())
}

/// Keeps a new seat.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    seat: &CouncilSeat,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        seat.id,
        seat.person,
        seat.first_day,
        seat.last_day,
        now,
        by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Ends a seat on a day.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<CouncilSeat>,
    last_day: Day,
) -> Result<(), DatabaseError> {
    tx.run(&END, &params![place, id, last_day])?;
    Ok(())
}

impl From<SeatRow> for CouncilSeat {
    fn from(row: SeatRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            first_day: row.first_day,
            last_day: row.last_day,
        }
    }
}
