//! Dates, hours and amounts in the words people use.

use crate::messages::{Argument, Catalogue, UNTIL};
use kernel::{Currency, Day, Instant, Locale, MinuteOfDay, Money, Month, Period, Zone};
use std::sync::Arc;

/// Formats of one language in one place. Days and hours are civil time in the place's zone.
#[derive(Clone)]
pub struct Words {
    messages: Arc<Catalogue>,
    locale: Locale,
    zone: Zone,
    currency: Currency,
}

impl Words {
    /// The words of a language, for a zone and a currency.
    pub fn new(messages: Arc<Catalogue>, locale: Locale, zone: Zone, currency: Currency) -> Self {
        Self {
            messages,
            locale,
            zone,
            currency,
        }
    }

    /// A message.
    pub fn text(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.messages.text(self.locale, key, arguments)
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// "1 234,56 €".
    pub fn money(&self, amount: Money) -> String {
        amount.display(self.locale, self.currency)
    }

    /// "mardi 14 juin 2026".
    pub fn day_long(&self, day: Day) -> String {
        let arguments = [
            ("weekday", Argument::from(self.weekday(day))),
            ("day", Argument::from(i64::from(day.day()))),
            ("month", Argument::from(self.month_name(day.month_of()))),
            ("year", Argument::from(day.year().to_string())),
        ];
        self.text(
            if day.day() == 1 {
                "shell-day-long-first"
            } else {
                "shell-day-long"
            },
            &arguments,
        )
    }

    /// "14 juin 2026".
    pub fn day_short(&self, day: Day) -> String {
        self.messages.day_short(self.locale, day)
    }

    /// "23 – 29 novembre 2026"; what both days share is said once.
    pub fn days(&self, first: Day, last: Day) -> String {
        if first == last {
            return self.day_short(first);
        }
        let begins = if first.month_of() == last.month_of() {
            self.day_number(first)
        } else if first.year() == last.year() {
            format!("{} {}", self.day_number(first), self.month_name(first.month_of()))
        } else {
            self.day_short(first)
        };
        format!("{begins} – {}", self.day_short(last))
    }

    fn day_number(&self, day: Day) -> String {
        let key = if day.day() == 1 {
            "shell-day-number-first"
        } else {
            "shell-day-number"
        };
        self.text(key, &[("day", Argument::from(i64::from(day.day())))])
    }

    /// "mar. 14", for the heads of a week.
    pub fn day_column(&self, day: Day) -> String {
        let name = self.weekday(day);
        let short: String = name.chars().take(3).collect();
        self.text(
            "shell-day-column",
            &[
                ("weekday", Argument::from(short)),
                ("day", Argument::from(i64::from(day.day()))),
            ],
        )
    }

    /// "mardi".
    pub fn weekday(&self, day: Day) -> String {
        self.text(day.weekday().message(), &[])
    }

    /// "juin 2026".
    pub fn month(&self, month: Month) -> String {
        let name = self.month_name(month);
        self.text(
            "shell-month-of-year",
            &[
                ("month", Argument::from(name)),
                ("year", Argument::from(month.year().to_string())),
            ],
        )
    }

    /// "juin".
    pub fn month_name(&self, month: Month) -> String {
        self.text(month.message(), &[])
    }

    /// "18 h 30" in French, "18:30" in English.
    pub fn minute(&self, minute: MinuteOfDay) -> String {
        minute.display(self.locale)
    }

    /// "18 h 30 – 20 h".
    pub fn span(&self, from: MinuteOfDay, until: MinuteOfDay) -> String {
        format!("{}{UNTIL}{}", self.minute(from), self.minute(until))
    }

    /// The hour of an instant.
    pub fn time(&self, instant: Instant) -> String {
        self.minute(self.zone.minute_of(instant))
    }

    /// The day of an instant, short.
    pub fn day_of(&self, instant: Instant) -> String {
        self.day_short(self.zone.day_of(instant))
    }

    /// "mardi 14 juin 2026, 18 h 30".
    pub fn when(&self, instant: Instant) -> String {
        format!(
            "{}, {}",
            self.day_long(self.zone.day_of(instant)),
            self.time(instant)
        )
    }

    /// "mardi 14 juin 2026, 18 h 30 – 20 h"; over midnight both days are said, and of whole days only the days.
    pub fn period(&self, period: Period) -> String {
        let first = self.zone.day_of(period.start());
        let last = self.last_day(period);
        if self.is_whole_days(period) {
            return if first == last {
                self.day_long(first)
            } else {
                format!("{} – {}", self.day_long(first), self.day_long(last))
            };
        }
        if first == last {
            format!("{}{UNTIL}{}", self.when(period.start()), self.end(period))
        } else {
            format!(
                "{} – {}, {}",
                self.when(period.start()),
                self.day_long(last),
                self.end(period)
            )
        }
    }

    /// "18 h 30 – 20 h"; "toute la journée" from midnight to midnight.
    pub fn hours(&self, period: Period) -> String {
        let (first, from) = self.zone.local(period.start());
        let (next, until) = self.zone.local(period.end());
        let to_midnight = until == MinuteOfDay::MIDNIGHT;
        if to_midnight && from == MinuteOfDay::MIDNIGHT && next.previous() == first {
            return self.text("shell-all-day", &[]);
        }
        let mut text = String::with_capacity(32);
        from.write(self.locale, &mut text);
        text.push_str(UNTIL);
        if to_midnight {
            text.push_str(&self.text("shell-midnight", &[]));
        } else {
            until.write(self.locale, &mut text);
        }
        text
    }

    /// The hour at which a period ends; midnight ends a day rather than beginning the next.
    fn end(&self, period: Period) -> String {
        if self.begins_a_day(period.end()) {
            self.text("shell-midnight", &[])
        } else {
            self.time(period.end())
        }
    }

    fn last_day(&self, period: Period) -> Day {
        self.zone.day_of(period.end().minus_seconds(1))
    }

    fn is_whole_days(&self, period: Period) -> bool {
        self.begins_a_day(period.start()) && self.begins_a_day(period.end())
    }

    fn begins_a_day(&self, instant: Instant) -> bool {
        self.zone.minute_of(instant) == MinuteOfDay::MIDNIGHT
    }
}
