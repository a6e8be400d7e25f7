//! Reading and writing amounts as people do.

use crate::text::{digits_value, is_blank};
use crate::{Currency, Locale, Money};

crate::refusals! {
    /// Why a text is not an amount of money.
    pub enum MoneyRefused {
        /// Nothing was written.
        Empty = "refused-money-empty",
        /// Not an amount.
        Unreadable = "refused-money-unreadable",
        /// More than two decimals.
        TooPrecise = "refused-money-too-precise",
        /// Beyond ten to the thirteen cents on either side of zero.
        OutOfBounds = "refused-money-out-of-bounds",
    }
}

/// One hundred thousand million units: no place handles more, a slip of the keyboard does.
const LARGEST_CENTS: i64 = 10_000_000_000_000;

impl Money {
    /// Reads an amount as people write it: `1 234,56`, `1234.56`, `12`, `-3,5`, `1 234,56 €`,
    /// `€1,234.56`. Spaces of any kind group thousands; when both marks are there, the last one is
    /// the decimal mark.
    ///
    /// # Errors
    /// [`MoneyRefused`] when it is not an amount, is finer than a cent, or is absurdly large.
    pub fn parse(text: &str) -> Result<Self, MoneyRefused> {
        let bare = without_symbol(text);
        if bare.is_empty() {
            return Err(MoneyRefused::Empty);
        }
        let (negative, unsigned) = match bare.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, without_symbol(rest)),
            None => (false, bare),
        };
        let (whole, decimals) = match unsigned.rfind([',', '.']) {
            Some(at) => {
                let (whole, tail) = unsigned.split_at(at);
                (
                    whole,
                    Some((tail.starts_with(','), tail.trim_start_matches([',', '.']))),
                )
            }
            None => (unsigned, None),
        };
        let grouping = match decimals {
            Some((true, _)) => '.',
            _ => ',',
        };
        let units = whole_units(whole, grouping)?;
        let cents = decimals.map_or(Ok(0), |(_, digits)| cents_of(digits))?;
        let magnitude = units
            .checked_mul(100)
            .and_then(|units| units.checked_add(cents))
            .filter(|magnitude| *magnitude <= LARGEST_CENTS)
            .ok_or(MoneyRefused::OutOfBounds)?;
        Ok(Self::from_cents(if negative { -magnitude } else { magnitude }))
    }

    /// Writes the amount as a person reads it: `1 234,56 €` in French (narrow no-break space between
    /// thousands, no-break space before the symbol), `€1,234.56` in English.
    #[must_use]
    pub fn display(self, locale: Locale, currency: Currency) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let number = self.magnitude(locale);
        let symbol = currency.symbol();
        match locale {
            Locale::Fr => format!("{sign}{number}\u{a0}{symbol}"),
            Locale::En if symbol.len() == 3 && symbol.is_ascii() => {
                format!("{sign}{symbol}\u{a0}{number}")
            }
            Locale::En => format!("{sign}{symbol}{number}"),
        }
    }

    /// Writes the amount without the currency, as a form field is filled: `1234,56` or `1234.56`.
    #[must_use]
    pub fn field(self, locale: Locale) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let mark = decimal_mark(locale);
        let cents = self.cents().unsigned_abs();
        format!("{sign}{}{mark}{:02}", cents / 100, cents % 100)
    }

    fn magnitude(self, locale: Locale) -> String {
        let cents = self.cents().unsigned_abs();
        let separator = match locale {
            Locale::Fr => '\u{202f}',
            Locale::En => ',',
        };
        let units = grouped(&(cents / 100).to_string(), separator);
        format!("{units}{}{:02}", decimal_mark(locale), cents % 100)
    }
}

pub(crate) const fn decimal_mark(locale: Locale) -> char {
    match locale {
        Locale::Fr => ',',
        Locale::En => '.',
    }
}

fn without_symbol(text: &str) -> &str {
    let text = text.trim_matches(is_blank);
    let text = text.strip_suffix("EUR").unwrap_or(text);
    let text = text.strip_prefix("EUR").unwrap_or(text);
    text.trim_matches(|c| is_blank(c) || matches!(c, '€' | '£' | '$'))
}

fn whole_units(text: &str, grouping: char) -> Result<i64, MoneyRefused> {
    let groups: Vec<&str> = text.split(|c| is_blank(c) || c == grouping).collect();
    let well_grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    let digits = groups.concat();
    let first_is_there = groups.first().is_some_and(|group| !group.is_empty());
    if !well_grouped || !first_is_there || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyRefused::Unreadable);
    }
    digits_value(&digits).ok_or(MoneyRefused::OutOfBounds)
}

fn cents_of(digits: &str) -> Result<i64, MoneyRefused> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyRefused::Unreadable);
    }
    let value = digits_value(digits).ok_or(MoneyRefused::TooPrecise)?;
    match digits.len() {
        1 => Ok(value * 10),
        2 => Ok(value),
        _ => Err(MoneyRefused::TooPrecise),
    }
}

fn grouped(digits: &str, separator: char) -> String {
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
