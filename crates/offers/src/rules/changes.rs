//! What changes the price of a contract for some of its days: a pause, a reduced tariff.

use kernel::{Day, Days, Rate};

/// Why the price of some days is another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The contract is paused.
    Pause,
    /// A reduced tariff was granted; this is its name.
    Reduction(String),
}

/// Days on which a part of the price is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which days.
    pub days: Days,
    /// The part of the price that is due.
    pub due: Rate,
    /// Why.
    pub cause: Cause,
}

/// What the whole price of one day weighs: a pause and a reduction, each in hundredths of a percent, multiply exactly.
pub(crate) const WHOLE: i64 = 100_000_000;

/// What the price of a day weighs, of [`WHOLE`]: the lowest part that a pause leaves, times the lowest that a reduction leaves.
pub(crate) fn weight_on(changes: &[Change], day: Day) -> i64 {
    let lowest = |paused: bool| {
        let meant =
            |change: &&Change| change.days.contains(day) && matches!(change.cause, Cause::Pause) == paused;
        let parts = changes
            .iter()
            .filter(meant)
            .map(|change| change.due.basis_points());
        parts.min().unwrap_or(10_000).clamp(0, 10_000)
    };
    lowest(true) * lowest(false)
}

/// What the price of some days weighs in all.
pub(crate) fn weight_of(changes: &[Change], days: Days) -> i64 {
    if changes.is_empty() {
        return days.len() * WHOLE;
    }
    days.iter().map(|day| weight_on(changes, day)).sum()
}

/// Days in a row that weigh the same, how many, and what they weigh each.
pub(crate) fn stretches(changes: &[Change], days: Days) -> Vec<(i64, i64)> {
    let mut found: Vec<(i64, i64)> = Vec::new();
    for day in days.iter() {
        let weight = weight_on(changes, day);
        match found.last_mut() {
            Some((count, same)) if *same == weight => *count += 1,
            _ => found.push((1, weight)),
        }
    }
    found
}

/// The names of the reduced tariffs that count on some of the days, each once.
pub(crate) fn names(changes: &[Change], days: Days) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for change in changes {
        if let Cause::Reduction(name) = &change.cause
            && change.days.intersection(days).is_some()
            && !names.contains(&name.as_str())
        {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests;
