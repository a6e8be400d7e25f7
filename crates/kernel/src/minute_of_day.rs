//! Times on the clock.

use crate::Locale;
use crate::text::{digits_value, is_blank, two_digits};

crate::refusals! {
    /// Why a text or a number is not a time of the day.
    pub enum MinuteOfDayRefused {
        /// Not written as a time.
        Malformed = "refused-minute-malformed",
        /// Past 24:00.
        OutOfDay = "refused-minute-out-of-day",
    }
}

/// A time on the clock, in minutes since midnight, from 0 to 1 440: 24:00 ends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MinuteOfDay(u16);

impl MinuteOfDay {
    /// 00:00, where the day begins.
    pub const MIDNIGHT: Self = Self(0);

    /// 12:00.
    pub const NOON: Self = Self(720);

    /// 24:00, where the day ends.
    pub const END: Self = Self(1_440);

    /// A time so many minutes after midnight.
    ///
    /// # Errors
    /// [`MinuteOfDayRefused::OutOfDay`] past 1 440.
    pub const fn from_minutes(minutes: u16) -> Result<Self, MinuteOfDayRefused> {
        if minutes > Self::END.0 {
            return Err(MinuteOfDayRefused::OutOfDay);
        }
        Ok(Self(minutes))
    }

    /// Reads `09:00`, `9:30`, `9h30`, `9 h 30`, `9h`, `24:00`.
    ///
    /// # Errors
    /// [`MinuteOfDayRefused`] when it is written otherwise or past 24:00.
    pub fn parse(text: &str) -> Result<Self, MinuteOfDayRefused> {
        let (hour, minute) = text
            .split_once([':', 'h', 'H'])
            .ok_or(MinuteOfDayRefused::Malformed)?;
        let hour = hour.trim_matches(is_blank);
        let minute = minute.trim_matches(is_blank);
        let hour_alone = minute.is_empty() && !text.contains(':');
        if !(hour_alone || minute.len() == 2) || !matches!(hour.len(), 1 | 2) {
            return Err(MinuteOfDayRefused::Malformed);
        }
        let number = |text| digits_value(text).ok_or(MinuteOfDayRefused::Malformed);
        let minute = if hour_alone { 0 } else { number(minute)? };
        let total = number(hour)? * 60 + minute;
        if minute > 59 {
            return Err(MinuteOfDayRefused::OutOfDay);
        }
        u16::try_from(total)
            .map_err(|_| MinuteOfDayRefused::OutOfDay)
            .and_then(Self::from_minutes)
    }

    /// Minutes since midnight, from 0 to 1 440.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, from 0 to 24.
    #[must_use]
    pub const fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute in the hour, from 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u16 {
        self.0 % 60
    }

    /// As a person reads it: `9 h`, `9 h 30` in French (no-break spaces), `09:30` in English.
    #[must_use]
    pub fn display(self, locale: Locale) -> String {
        let mut text = String::with_capacity(8);
        self.write(locale, &mut text);
        text
    }

    /// Adds it to a text, as [`display`](Self::display) writes it.
    pub fn write(self, locale: Locale, text: &mut String) {
        let [tens, ones] = two_digits(self.hour()).map(char::from);
        let [minute_tens, minute_ones] = two_digits(self.minute()).map(char::from);
        if tens != '0' || locale == Locale::En {
            text.push(tens);
        }
        text.push(ones);
        match locale {
            Locale::Fr => {
                text.push_str("\u{a0}h");
                if self.minute() == 0 {
                    return;
                }
                text.push('\u{a0}');
            }
            Locale::En => text.push(':'),
        }
        text.push(minute_tens);
        text.push(minute_ones);
    }
}

impl std::fmt::Display for MinuteOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ([h, o], [m, i]) = (two_digits(self.hour()), two_digits(self.minute()));
        f.write_str(std::str::from_utf8(&[h, o, b':', m, i]).unwrap_or_default())
    }
}

crate::text_form!(MinuteOfDay, MinuteOfDayRefused);
