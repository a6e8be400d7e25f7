//! Paying debts of units with lots that have some (RULES 15): the oldest day first, each from the lots in their drawing order.
//!
//! Worked: a person owes 3 units for Monday and 2 for Tuesday and buys a pass of 4. Monday is paid; of Tuesday's debt 1 unit is
//! paid and 1 stays open. The pass starts empty.

use super::cost::DayUse;
use super::day_plan::Missing;
use super::lot::{PassLot, drawing_order};
use kernel::{Day, Id};

/// Marks the identifiers of debts of units.
#[derive(Debug)]
pub enum DebtMark {}

/// The identifier of a debt of units.
pub type DebtId = Id<DebtMark>;

/// What a visit still owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OpenDebt {
    pub(crate) id: DebtId,
    pub(crate) day: Day,
    /// What was used that day.
    pub(crate) used: DayUse,
    pub(crate) missing: Missing,
}

/// One lot pays a debt, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Payment {
    pub(crate) lot: Id<PassLot>,
    /// Units taken from the lot.
    pub(crate) units: i64,
    /// What that pays, counted as the debt counts.
    pub(crate) pays: Missing,
}

/// What becomes of a debt that some lot can pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settlement {
    pub(crate) debt: OpenDebt,
    /// At least one.
    pub(crate) payments: Vec<Payment>,
    /// What stays open.
    pub(crate) rest: Option<Missing>,
}

/// Pays as many debts as the lots can.
pub(crate) fn plan_settlements(debts: &[OpenDebt], lots: &[PassLot]) -> Vec<Settlement> {
    let mut lots = lots.to_vec();
    let mut oldest_first = debts.to_vec();
    oldest_first.sort_by_key(|debt| (debt.day, debt.id));
    let settled = oldest_first.into_iter().map(|debt| settle(debt, &mut lots));
    settled
        .filter(|settlement| !settlement.payments.is_empty())
        .collect()
}

fn settle(debt: OpenDebt, lots: &mut [PassLot]) -> Settlement {
    let mut missing = debt.missing;
    let mut payments = Vec::new();
    let order: Vec<Id<PassLot>> = drawing_order(lots, debt.day).iter().map(|lot| lot.id).collect();
    for id in order {
        let Some(lot) = lots.iter_mut().find(|lot| lot.id == id && missing.units > 0) else {
            continue;
        };
        let (payment, rest) = pay(missing, debt.used, lot);
        // Units worth less than one unit of the debt would be taken for nothing.
        if payment.pays.units > 0 {
            lot.remaining -= payment.units;
            missing = rest;
            payments.push(payment);
        }
    }
    Settlement {
        debt,
        payments,
        rest: (missing.units > 0).then_some(missing),
    }
}

/// What one lot can pay, and what is missing afterwards.
fn pay(missing: Missing, used: DayUse, lot: &PassLot) -> (Payment, Missing) {
    let asked = missing.counted_with(lot.costs, used);
    let units = lot.remaining.min(asked.units);
    let rest = asked.less(units).counted_with(missing.costs, used);
    // What was rounded up on the way never makes the debt grow.
    let rest = if rest.units > missing.units { missing } else { rest };
    let payment = Payment {
        lot: lot.id,
        units,
        pays: missing.less(rest.units),
    };
    (payment, rest)
}

#[cfg(test)]
mod tests;
