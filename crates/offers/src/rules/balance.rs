//! What a person has left, in units and in the days and half-days they make.

use super::cost::{DayUse, UnitCosts};
use super::lot::{PassLot, drawing_order};
use kernel::Day;

/// What a person may still use on a day, and what they owe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassBalance {
    /// Units left in the lots usable that day.
    pub units: i64,
    /// Whole days they make.
    pub days: i64,
    /// Or half-days, each on a day of its own.
    pub half_days: i64,
    /// The first day on which some of these units lapse: the last day they may be used.
    pub next_expiry: Option<Day>,
    /// Units owed for visits that no lot could pay.
    pub debt: i64,
    /// The lots usable that day, in the order in which they are drawn on.
    pub lots: Vec<PassLot>,
}

/// Sums up the lots of a person as they may be used on a day.
pub(crate) fn balance(lots: &[PassLot], debt: i64, on: Day) -> PassBalance {
    let usable: Vec<PassLot> = drawing_order(lots, on).into_iter().cloned().collect();
    PassBalance {
        units: usable.iter().map(|lot| lot.remaining).sum(),
        days: how_many(&usable, DayUse::Day),
        half_days: how_many(&usable, DayUse::HalfDay),
        next_expiry: usable.iter().filter_map(|lot| lot.expires_on).min(),
        debt,
        lots: usable,
    }
}

/// How often the lots pay for this use, one after the other; what is left of one counts towards the next.
fn how_many(lots: &[PassLot], used: DayUse) -> i64 {
    let mut times = 0;
    let mut left: Option<(i64, UnitCosts)> = None;
    for lot in lots {
        let cost = lot.costs.of(used);
        let carried = left.map_or(0, |(units, costs)| units * cost / costs.of(used));
        let units = lot.remaining + carried;
        times += units / cost;
        left = Some((units % cost, lot.costs));
    }
    times
}

#[cfg(test)]
mod tests;
