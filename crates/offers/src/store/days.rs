//! What each person used on each day, as last told.

use crate::rules::cost::DayUse;
use kernel::{Day, PersonId, PlaceId};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

row! {
    /// What a person used on a day.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) struct UsedDay {
        pub(crate) person_id: PersonId,
        pub(crate) day: Day,
        pub(crate) used: DayUse,
    }
}

statement! {
    SET = "
        insert into pass_day (place_id, person_id, day, used)
        values ($1, $2, $3, $4)
        on conflict (place_id, person_id, day) do update set used = excluded.used";

    ALL -> UsedDay = "
        select person_id, day, used
        from pass_day
        where place_id = $1
        order by person_id, day";
}

/// Notes what a person used on a day.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
    used: DayUse,
) -> Result<(), Fault> {
    tx.run(&SET, &params![place, person, day, used])?;
    Ok(())
}

/// Every day used in a place.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<UsedDay>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}
