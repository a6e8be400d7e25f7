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

    /// As a French person reads it: `06 12 34 56 78`, or the international form in groups for other countries.
    #[must_use]
    pub fn grouped(&self) -> String {
        match self.0.strip_prefix("+33") {
            Some(subscriber) => in_groups(&format!("0{subscriber}"), [2; 5]),
            None => in_groups(&self.0, [3; 5]),
        }
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
