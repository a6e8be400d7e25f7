//! For how long a kind of data is kept.

use super::request::PrivacyRefused;
use kernel::Day;
use platform::personal::Retention;

/// A decision of the place, from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) from: Day,
    pub(crate) months: i64,
}

/// The months that hold on a day: of the latest decision that has begun, or what is usual; never outside of the bounds.
pub(crate) fn months_on(usual: &Retention, rules: &[Rule], day: Day) -> i64 {
    let begun = rules.iter().filter(|rule| rule.from <= day);
    let latest = begun.max_by_key(|rule| rule.from);
    latest
        .map_or(usual.usual, |rule| rule.months)
        .clamp(usual.least, usual.most)
}

/// What may be decided.
pub(crate) fn checked(bounds: &Retention, months: i64) -> Result<i64, PrivacyRefused> {
    if (bounds.least..=bounds.most).contains(&months) {
        Ok(months)
    } else {
        Err(PrivacyRefused::OutOfBounds {
            least: bounds.least,
            most: bounds.most,
        })
    }
}

/// The day before which what ended is too old.
pub(crate) fn limit(today: Day, months: i64) -> Day {
    today.plus_months(-months)
}
