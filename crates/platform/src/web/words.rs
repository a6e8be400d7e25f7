//! Dates, hours and amounts in the words people use.

use crate::messages::{Argument, Catalogue};
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
        let arguments = [
            ("day", Argument::from(i64::from(day.day()))),
            ("month", Argument::from(self.month_name(day.month_of()))),
            ("year", Argument::from(day.year().to_string())),
        ];
        self.text(
            if day.day() == 1 {
                "shell-day-short-first"
            } else {
                "shell-day-short"
            },
            &arguments,
        )
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

    /// "mardi 14 juin 2026, 18 h 30 – 20 h"; over midnight both days are said.
    pub fn period(&self, period: Period) -> String {
        let (start, end) = (period.start(), period.end());
        if self.zone.day_of(start) == self.zone.day_of(end) {
            format!("{} – {}", self.when(start), self.time(end))
        } else {
            format!("{} – {}", self.when(start), self.when(end))
        }
    }

    /// "18 h 30 – 20 h".
    pub fn hours(&self, period: Period) -> String {
        format!("{} – {}", self.time(period.start()), self.time(period.end()))
    }
}
