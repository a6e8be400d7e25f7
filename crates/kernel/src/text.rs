//! The spelling that search compares, and small readings shared by the parsers.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Brings a text to the spelling that search compares: lower case, no accents, ligatures undone
/// (`œ` to `oe`, `æ` to `ae`, `ß` to `ss`), everything but letters and digits as one space.
///
/// ```
/// assert_eq!(kernel::fold("  L'Œuvre d'Élodie-Anne  "), "l oeuvre d elodie anne");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let letters = text.nfkd().flat_map(char::to_lowercase).nfkd();
    for character in letters.filter(|character| !is_combining_mark(*character)) {
        match spelled_out(character) {
            Some(letters) => folded.push_str(letters),
            None if character.is_alphanumeric() => folded.push(character),
            None if folded.is_empty() || folded.ends_with(' ') => {}
            None => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters that Unicode does not take apart, but people type as others.
const fn spelled_out(character: char) -> Option<&'static str> {
    Some(match character {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Spaces of every kind, those that do not break and those of no width included.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The last two digits of a number.
pub(crate) fn two_digits(number: u16) -> [u8; 2] {
    let digit = |value: u16| b'0' + u8::try_from(value % 10).unwrap_or_default();
    [digit(number / 10), digit(number)]
}

/// The value of a text made of ASCII digits alone, when it fits.
pub(crate) fn digits_value(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// The text without its spaces, dots and dashes, in capital letters: how numbers given by
/// administrations and banks are compared.
pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .filter(|character| !is_blank(*character) && !matches!(character, '.' | '-'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Groups of digits joined by spaces; what is left over makes the last group.
pub(crate) fn in_groups(text: &str, sizes: impl IntoIterator<Item = usize>) -> String {
    let mut grouped = String::with_capacity(text.len() * 2);
    let mut characters = text.chars().peekable();
    for size in sizes {
        if characters.peek().is_none() {
            break;
        }
        if !grouped.is_empty() {
            grouped.push(' ');
        }
        grouped.extend(characters.by_ref().take(size));
    }
    if characters.peek().is_some() {
        grouped.push(' ');
        grouped.extend(characters);
    }
    grouped
}
