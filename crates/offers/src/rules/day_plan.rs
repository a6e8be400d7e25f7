//! From what was taken for a day to what that day's use costs: which units move (RULES 14 to 16).
//!
//! The plan walks through the sources in order: the debits already written for that day, oldest first, then the lots in their
//! drawing order, then a debt. Each source pays what is still missing, as far as it goes; what the day no longer needs goes back
//! to the lots it came from, so the latest debit is undone first. A lot that has expired since takes its units back all the same.
//!
//! Worked, with a day at 3 and a half-day at 2. Lot A has 1 unit left, lot B has 30. A day takes 1 from A and 2 from B. When
//! the day turns out to be a half-day, 1 goes back to B: what remains is 1 from A and 1 from B.
//!
//! Lots sold with other numbers count differently: what is missing is converted from one lot to the next in proportion to what
//! the same use costs in each, rounded up to a whole unit. A day of which 2 of 3 units are missing costs 1 unit of a pass whose day
//! costs 1.
//!
//! Units that somebody gave back by hand still pay for their day: told again, the day does not take them a second time, and
//! undone, it does not give them back a second time.

use super::cost::{DayUse, UnitCosts};
use super::lot::PassLot;
use kernel::Id;

/// Marks the identifiers of rows of the ledger of units.
#[derive(Debug)]
pub enum DebitMark {}

/// The identifier of a debit or a return.
pub type DebitId = Id<DebitMark>;

/// What one debit paid for a day, in units of its lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) debit: DebitId,
    pub(crate) lot: Id<PassLot>,
    /// Units taken, what was returned in any way deducted.
    pub(crate) units: i64,
    /// Units given back by hand, which still pay.
    pub(crate) given: i64,
    pub(crate) costs: UnitCosts,
}

/// Units that no lot could give, counted with these costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) units: i64,
    pub(crate) costs: UnitCosts,
}

impl Missing {
    /// What a use costs when nothing pays for it yet.
    pub(crate) fn whole(used: DayUse, costs: UnitCosts) -> Self {
        Self {
            units: costs.of(used),
            costs,
        }
    }

    /// The same part of that use, counted with other costs and rounded up.
    pub(crate) fn counted_with(self, costs: UnitCosts, used: DayUse) -> Self {
        let (here, there) = (self.costs.of(used), costs.of(used));
        if here == there || here == 0 {
            return Self { costs, ..self };
        }
        // All three are at most 1000, so that the product is far from the bounds; here and units are positive.
        let units = (self.units * there + here - 1) / here;
        Self { units, costs }
    }

    pub(crate) fn less(self, units: i64) -> Self {
        Self {
            units: self.units - units,
            ..self
        }
    }
}

/// Units to take from a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Draw {
    pub(crate) lot: Id<PassLot>,
    pub(crate) units: i64,
}

/// Units to give back: part or all of one debit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct GiveBack {
    pub(crate) debit: DebitId,
    pub(crate) lot: Id<PassLot>,
    pub(crate) units: i64,
}

/// What brings a day to the cost of its use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct DayPlan {
    /// From the latest debit to the oldest.
    pub(crate) returns: Vec<GiveBack>,
    /// In drawing order.
    pub(crate) draws: Vec<Draw>,
    /// What the day owes in all, replacing what it owed before.
    pub(crate) debt: Option<Missing>,
}

/// Plans a day. `taken` is what earlier debits of that day still hold, oldest first; `lots` are those to draw on, in their
/// order; `standard` counts what is missing when there is no lot at all.
pub(crate) fn plan_day(used: DayUse, taken: &[Taken], lots: &[&PassLot], standard: UnitCosts) -> DayPlan {
    let first = taken.first().map(|debit| debit.costs);
    let first = first.or_else(|| lots.first().map(|lot| lot.costs));
    let mut missing = Missing::whole(used, first.unwrap_or(standard));
    let mut plan = DayPlan::default();
    for debit in taken {
        missing = missing.counted_with(debit.costs, used);
        let pays = (debit.units + debit.given).min(missing.units);
        missing = missing.less(pays);
        let units = (debit.units + debit.given - pays).min(debit.units);
        if units > 0 {
            plan.returns.push(GiveBack {
                debit: debit.debit,
                lot: debit.lot,
                units,
            });
        }
    }
    plan.returns.reverse();
    let (draws, missing) = draw(missing, used, lots);
    plan.draws = draws;
    plan.debt = (missing.units > 0).then(|| missing.counted_with(standard, used));
    plan
}

/// Takes what is missing from the lots in order; answers what they could not give.
pub(crate) fn draw(mut missing: Missing, used: DayUse, lots: &[&PassLot]) -> (Vec<Draw>, Missing) {
    let mut draws = Vec::new();
    for lot in lots {
        if missing.units == 0 {
            break;
        }
        missing = missing.counted_with(lot.costs, used);
        let units = lot.remaining.min(missing.units);
        if units > 0 {
            draws.push(Draw { lot: lot.id, units });
            missing = missing.less(units);
        }
    }
    (draws, missing)
}

#[cfg(test)]
mod tests;
