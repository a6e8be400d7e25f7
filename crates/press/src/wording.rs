//! Days as people write them in a letter.

use kernel::{Day, Days, Locale};

use crate::Months;

impl Months {
    /// `31 mars 2026`, `1er avril 2026`; `1 April 2026`.
    pub(crate) fn day(&self, day: Day, locale: Locale) -> String {
        format!("{}\u{a0}{}", self.day_and_month(day, locale), day.year())
    }

    /// `1er – 31 mars 2026`, `15 mars – 14 avril 2026`, or the one day.
    pub(crate) fn days(&self, days: Days, locale: Locale) -> String {
        let (first, last) = (days.first(), days.last());
        let end = self.day(last, locale);
        if first == last {
            end
        } else if first.month_of() == last.month_of() {
            format!("{} – {end}", number(first, locale))
        } else if first.year() == last.year() {
            format!("{} – {end}", self.day_and_month(first, locale))
        } else {
            format!("{} – {end}", self.day(first, locale))
        }
    }

    fn day_and_month(&self, day: Day, locale: Locale) -> String {
        let position = usize::from(day.month()).saturating_sub(1);
        let month = self.0.get(position).map_or("", String::as_str);
        format!("{}\u{a0}{month}", number(day, locale))
    }
}

/// French counts the first of a month and only the first.
fn number(day: Day, locale: Locale) -> String {
    match (locale, day.day()) {
        (Locale::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    }
}
