//! Telephone numbers.

use crate::text::{in_groups, is_blank};

crate::refusals! {
    /// Why a text is not a telephone number.
    pub enum PhoneRefused {
        /// Not a number that can be called from another country.
        Malformed = "refused-phone-malformed",
    }
}

/// A telephone number in the international form E.164: `+33612345678`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// The national prefixes of the overseas departments and their country codes (ARCEP numbering plan).
const OVERSEAS: [(&str, &str); 15] = [
    ("0262", "262"),
    ("0263", "262"),
    ("0269", "262"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0590", "590"),
    ("0690", "590"),
    ("0691", "590"),
    ("0594", "594"),
    ("0694", "594"),
    ("0596", "596"),
    ("0696", "596"),
    ("0697", "596"),
    ("0508", "508"),
];

impl Phone {
    /// Reads an international number (`+32 …`, `0032 …`) or a French one (`06 12 34 56 78`,
    /// `+33 (0)6 …`); spaces, dots, dashes, slashes and brackets are dropped.
    ///
    /// # Errors
    /// [`PhoneRefused`] for anything else, short numbers included.
    pub fn parse(text: &str) -> Result<Self, PhoneRefused> {
        let bare: String = text
            .replace("(0)", "")
            .chars()
            .filter(|c| !is_blank(*c) && !matches!(c, '.' | '-' | '/' | '(' | ')'))
            .collect();
        let digits = if let Some(rest) = bare.strip_prefix('+').or(bare.strip_prefix("00")) {
            rest.to_owned()
        } else {
            international(&bare).ok_or(PhoneRefused::Malformed)?
        };
        let french_length = digits.strip_prefix("33").is_none_or(is_french_subscriber);
        let plausible = (8..=15).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        if plausible && french_length {
            Ok(Self(format!("+{digits}")))
        } else {
            Err(PhoneRefused::Malformed)
        }
    }

    /// The international form without spaces: `+33612345678`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As a French person reads it: `06 12 34 56 78`; the international form in groups, country code first,
    /// for the other countries: `+32 470 12 34 56`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = self.0.trim_start_matches('+');
        let (country, subscriber) = digits
            .split_at_checked(country_length(digits))
            .unwrap_or(("", digits));
        match (country, subscriber.len()) {
            ("33", _) => in_groups(&format!("0{subscriber}"), [2; 5]),
            (_, 9) => format!("+{country} {}", in_groups(subscriber, [3, 2, 2, 2])),
            (_, _) => format!("+{country} {}", in_groups(subscriber, [3; 4])),
        }
    }
}

/// How many digits the country code has (ITU-T E.164, list of assigned codes).
fn country_length(digits: &str) -> usize {
    const OF_TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
        "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
        "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    if digits.starts_with(['1', '7']) {
        1
    } else if OF_TWO.iter().any(|code| digits.starts_with(code)) {
        2
    } else {
        3
    }
}

fn international(national: &str) -> Option<String> {
    let subscriber = national
        .strip_prefix('0')
        .filter(|rest| is_french_subscriber(rest))?;
    let country = OVERSEAS
        .iter()
        .find(|(prefix, _)| national.starts_with(prefix))
        .map_or("33", |(_, country)| country);
    Some(format!("{country}{subscriber}"))
}

fn is_french_subscriber(digits: &str) -> bool {
    digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')
}

impl std::fmt::Display for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Phone, PhoneRefused);
