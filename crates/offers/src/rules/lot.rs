//! Lots of units, and the order in which they are drawn on (RULES 15).

use super::cost::{DayUse, UnitCosts};
use super::pass_offer::PassOffer;
use kernel::{Day, Id, OrganisationId, PersonId};
use std::cmp::Ordering;

/// Units bought at one time, with what they cost a day and until when they may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassLot {
    /// Which one.
    pub id: Id<PassLot>,
    /// Whose.
    pub person: PersonId,
    /// What was bought.
    pub offer: Id<PassOffer>,
    /// The name of what was bought.
    pub name: String,
    /// Units bought.
    pub units: i64,
    /// Of which used before the lot came here from elsewhere.
    pub used_before: i64,
    /// Units left.
    pub remaining: i64,
    /// What a day and a half-day cost from this lot: the numbers of the day it was bought.
    pub costs: UnitCosts,
    /// The day it was bought.
    pub bought_on: Day,
    /// The last day on which it may be used; none means for ever.
    pub expires_on: Option<Day>,
    /// The organisation whose people all draw on it, when it is shared.
    pub shared_by: Option<OrganisationId>,
}

impl PassLot {
    /// Whether units of this lot may pay for a visit on that day.
    #[must_use]
    pub fn is_usable_on(&self, day: Day) -> bool {
        self.remaining > 0 && !self.has_expired_on(day)
    }

    /// Whether the lot is over on that day, units left or not.
    #[must_use]
    pub fn has_expired_on(&self, day: Day) -> bool {
        self.expires_on.is_some_and(|last| last < day)
    }

    /// Whether every unit bought is still there.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.remaining == self.units
    }
}

/// The lots that may pay for a visit on that day, in the order in which they are drawn on: the one that expires first,
/// those that never do last, the older one first. For a visit told afterwards, lots bought since come after all others.
#[must_use]
pub fn drawing_order(lots: &[PassLot], day: Day) -> Vec<&PassLot> {
    let mut usable: Vec<&PassLot> = lots.iter().filter(|lot| lot.is_usable_on(day)).collect();
    usable.sort_by(|one, other| before(one, other, day));
    usable
}

fn before(one: &PassLot, other: &PassLot, day: Day) -> Ordering {
    let key = |lot: &PassLot| {
        let bought_since = lot.bought_on > day;
        (
            bought_since,
            lot.expires_on.unwrap_or(Day::MAX),
            lot.bought_on,
            lot.id,
        )
    };
    key(one).cmp(&key(other))
}

/// The last day of a lot bought on that day for so many months: the monthly anniversary, included, clamped to the end of a
/// shorter month (bought on 31 January for one month: good until 28 February, the day included).
#[must_use]
pub fn expiry(bought_on: Day, validity_months: Option<i64>) -> Option<Day> {
    validity_months.map(|months| bought_on.plus_months(months))
}

/// Whether so few units are left that two days cost more.
pub(crate) fn is_low(units: i64, costs: UnitCosts) -> bool {
    units < 2 * costs.of(DayUse::Day)
}

#[cfg(test)]
mod tests;
