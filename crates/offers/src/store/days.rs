//! What each person used on each day, here and in other places of the network, as last told.

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
        pub(crate) elsewhere: DayUse,
    }
}

statement! {
    SET = "
        insert into pass_day (place_id, person_id, day, used, elsewhere)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, person_id, day) do update set used = excluded.used, elsewhere = excluded.elsewhere";

    ONE -> UsedDay = "
        select person_id, day, used, elsewhere
        from pass_day
        where place_id = $1 and person_id = $2 and day = $3";

    ALL -> UsedDay = "
        select person_id, day, used, elsewhere
        from pass_day
        where place_id = $1
        order by person_id, day";
}

impl UsedDay {
    /// What the day comes to, wherever it was spent.
    pub(crate) fn whole(&self) -> DayUse {
        self.used.with(self.elsewhere)
    }
}

/// Notes what a person used on a day.
pub(crate) fn set(tx: &mut Tx<'_>, place: PlaceId, told: UsedDay) -> Result<(), Fault> {
    let UsedDay {
        person_id,
        day,
        used,
        elsewhere,
    } = told;
    tx.run(&SET, &params![place, person_id, day, used, elsewhere])?;
    Ok(())
}

/// What a person used on a day; nothing when nothing was told.
pub(crate) fn one(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day) -> Result<UsedDay, Fault> {
    let told = tx.optional(&ONE, &params![place, person, day])?;
    Ok(told.unwrap_or(UsedDay {
        person_id: person,
        day,
        used: DayUse::Nothing,
        elsewhere: DayUse::Nothing,
    }))
}

/// Every day used in a place.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<UsedDay>, Fault> {
    Ok(tx.all(&ALL, &params![place])?)
}
