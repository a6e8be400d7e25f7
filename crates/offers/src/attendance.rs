//! What those who keep the door need to know of everybody at once.

use crate::rules::contract::PlanContract;
use crate::rules::cost::DayUse;
use crate::store::{contracts, days, held};
use kernel::{Audience, Day, Days, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;

/// What a person used on a day, as last told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayUsed {
    /// Who.
    pub person: PersonId,
    /// On which day.
    pub day: Day,
    /// What they used of it.
    pub used: DayUse,
}

/// Everything that [`use_day`](crate::use_day) was told in a place, by person and day.
///
/// # Errors
/// As the database says.
pub fn days_used(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<DayUsed>, Fault> {
    let told = days::all(tx, place)?;
    Ok(told
        .into_iter()
        .map(|one| DayUsed {
            person: one.person_id,
            day: one.day,
            used: one.used,
        })
        .collect())
}

/// The contracts by which people are residents on a day: those who may come without booking.
///
/// # Errors
/// As the database says.
pub fn residents_on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<PlanContract>, Fault> {
    let held = contracts::on(tx, place, day)?;
    Ok(held
        .into_iter()
        .filter(|contract| {
            contract.audience == Audience::Resident && !contract.beside && !contract.is_paused_on(day)
        })
        .collect())
}

/// A plan as somebody held it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanHeld {
    /// Who.
    pub person: PersonId,
    /// Its name.
    pub plan: String,
    /// The group that its holders belong to.
    pub audience: Audience,
    /// From which day on.
    pub from: Day,
    /// Its last day; none means until further notice.
    pub until: Option<Day>,
}

impl PlanHeld {
    /// Whether it was held on a day.
    #[must_use]
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The plans that gave somebody a desk on some of these days, by person.
///
/// # Errors
/// As the database says.
pub fn plans_held(tx: &mut Tx<'_>, place: PlaceId, days: Days) -> Result<Vec<PlanHeld>, Fault> {
    Ok(held::during(tx, place, days)?)
}
