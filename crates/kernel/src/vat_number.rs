//! VAT identification numbers of the European Union.

use crate::Siren;
use crate::text::{compact, digits_value};

crate::refusals! {
    /// Why a text is not a VAT number.
    pub enum VatNumberRefused {
        /// Not the shape that the country gives to its numbers.
        Malformed = "refused-vat-number-malformed",
        /// The two letters are not those of a member state.
        UnknownCountry {
            /// The letters as they came.
            country: String
        } = "refused-vat-number-unknown-country",
        /// The French key does not match the SIREN.
        WrongKey = "refused-vat-number-wrong-key",
    }
}

/// A VAT identification number, country letters included: `FR11123456782`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VatNumber(String);

/// What follows the letters of each country (VIES, questions and answers, 11): `9` a digit, `A` a letter, `X`
/// either, any other character itself. `EL` is Greece, `XI` Northern Ireland.
const SHAPES: [(&str, &[&str]); 28] = [
    ("AT", &["U99999999"]),
    ("BE", &["9999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["X99999999", "X9999999A"]),
    ("FI", &["99999999"]),
    ("FR", &["99999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    (
        "IE",
        &["9999999A", "9999999AA", "9A99999A", "9+99999A", "9*99999A"],
    ),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["XXXXXXXXXB99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999", "GD999", "HA999"]),
    (
        "RO",
        &[
            "99",
            "999",
            "9999",
            "99999",
            "999999",
            "9999999",
            "99999999",
            "999999999",
            "9999999999",
        ],
    ),
];

impl VatNumber {
    /// Reads a number with its country letters; spaces, dots and dashes are dropped. The key is
    /// checked for France, the shape for the other countries.
    ///
    /// # Errors
    /// [`VatNumberRefused`] when the country, the shape or the key is wrong.
    pub fn parse(text: &str) -> Result<Self, VatNumberRefused> {
        let number = compact(text);
        let (country, rest) = number.split_at_checked(2).ok_or(VatNumberRefused::Malformed)?;
        let shapes = SHAPES
            .iter()
            .find(|(letters, _)| *letters == country)
            .map(|(_, shapes)| *shapes)
            .ok_or_else(|| VatNumberRefused::UnknownCountry {
                country: country.to_owned(),
            })?;
        if !shapes.iter().any(|shape| has_shape(rest, shape)) {
            return Err(VatNumberRefused::Malformed);
        }
        if country == "FR" && !french_key_matches(rest) {
            return Err(VatNumberRefused::WrongKey);
        }
        Ok(Self(number))
    }

    /// The French number of a company.
    #[must_use]
    pub fn of_siren(siren: &Siren) -> Self {
        Self(format!("FR{:02}{siren}", french_key(siren.number())))
    }

    /// The number, country letters included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the country; `EL` is Greece.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }
}

fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .chars()
            .zip(shape.chars())
            .all(|(character, expected)| match expected {
                '9' => character.is_ascii_digit(),
                'A' => character.is_ascii_uppercase(),
                'X' => character.is_ascii_digit() || character.is_ascii_uppercase(),
                itself => character == itself,
            })
}

/// Article 286 ter of the tax code gives the number; the key follows from the SIREN.
const fn french_key(siren: i64) -> i64 {
    (12 + 3 * (siren % 97)) % 97
}

fn french_key_matches(rest: &str) -> bool {
    let Some((key, siren)) = rest.split_at_checked(2) else {
        return false;
    };
    digits_value(siren).map(french_key) == digits_value(key)
}

impl std::fmt::Display for VatNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(VatNumber, VatNumberRefused);
