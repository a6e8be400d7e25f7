//! Days and hours that a refusal or the activity log carries in their neutral form, in the words of the reader's language.

use super::{Argument, Catalogue};
use kernel::{Day, Locale, MinuteOfDay};

/// Between two hours that are read as one: a narrow column does not part them.
pub(crate) const UNTIL: &str = "\u{a0}–\u{a0}";

enum Part {
    Day(Day),
    Hour(MinuteOfDay),
}

impl Catalogue {
    /// "9 h – 11 h" for `09:00–11:00`, "14 juin 2026, 9 h" for `2026-06-14 09:00`. Text that holds anything but days and hours
    /// stays as it is.
    pub(crate) fn readable(&self, locale: Locale, text: &str) -> String {
        let spans: Option<Vec<String>> = text.split(", ").map(|span| self.span(locale, span)).collect();
        spans.map_or_else(|| text.to_owned(), |spans| spans.join(", "))
    }

    /// "14 juin 2026".
    pub(crate) fn day_short(&self, locale: Locale, day: Day) -> String {
        let key = if day.day() == 1 {
            "shell-day-short-first"
        } else {
            "shell-day-short"
        };
        let month = self.text(locale, day.month_of().message(), &[]);
        let arguments = [
            ("day", Argument::from(i64::from(day.day()))),
            ("month", Argument::from(month)),
            ("year", Argument::from(day.year().to_string())),
        ];
        self.text(locale, key, &arguments)
    }

    fn span(&self, locale: Locale, span: &str) -> Option<String> {
        let tokens = span.split([' ', '–']).filter(|token| !token.is_empty());
        let parts: Vec<Part> = tokens.map(part).collect::<Option<_>>()?;
        let mut said = String::new();
        let mut after_day = false;
        for part in parts {
            let (text, is_day) = match part {
                Part::Day(day) => (self.day_short(locale, day), true),
                Part::Hour(hour) => (hour.display(locale), false),
            };
            if !said.is_empty() {
                said.push_str(match (after_day, is_day) {
                    (true, false) => ", ",
                    (false, false) => UNTIL,
                    _ => " – ",
                });
            }
            said.push_str(&text);
            after_day = is_day;
        }
        (!said.is_empty()).then_some(said)
    }
}

/// A day (`2026-06-14`, `14/06/2026`) or an hour (`09:30`), written exactly as the program writes it.
fn part(token: &str) -> Option<Part> {
    if let Some(hour) = MinuteOfDay::parse(token)
        .ok()
        .filter(|hour| hour.to_string() == token)
    {
        return Some(Part::Hour(hour));
    }
    let day = Day::parse(token).or_else(|_| Day::parse_french(token)).ok()?;
    (day.to_string() == token || day.french() == token).then_some(Part::Day(day))
}
