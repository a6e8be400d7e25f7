//! When a plan may end, if its holder or whoever pays for it says so and not the place.

use super::contract::PlanContract;
use kernel::Day;

/// The first last day that may be announced today: notice and commitment are over. A contract that has not begun may be undone, which
/// leaves the plan `before` it: it ends no earlier than that one could.
pub(crate) fn first_last_day(held: &PlanContract, before: Option<&PlanContract>, today: Day) -> Day {
    let alone = held.earliest_end(today).max(held.from.previous());
    match before {
        Some(before) if held.from > today => alone.max(before.earliest_end(today)),
        _ => alone,
    }
}

#[cfg(test)]
mod tests;
