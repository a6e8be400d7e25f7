//! Bank account numbers.

use crate::text::{compact, in_groups};
use ::iban::{IbanLike, ParseBaseIbanError, ParseIbanError};

crate::refusals! {
    /// Why a text is not an IBAN.
    pub enum IbanRefused {
        /// Not the shape of the numbers of its country, or not a country of the registry.
        Malformed = "refused-iban-malformed",
        /// The two control digits do not match the rest: usually a slip of the keyboard.
        WrongKey = "refused-iban-wrong-key",
    }
}

/// An international bank account number (ISO 13616), checked against the registry of its country.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban(String);

impl Iban {
    /// Reads a number, spaces, dots and dashes dropped.
    ///
    /// # Errors
    /// [`IbanRefused`] when the shape or the control digits are wrong.
    pub fn parse(text: &str) -> Result<Self, IbanRefused> {
        match compact(text).parse::<::iban::Iban>() {
            Ok(iban) => Ok(Self(iban.electronic_str().to_owned())),
            Err(ParseIbanError::InvalidBaseIban {
                source: ParseBaseIbanError::InvalidChecksum,
            }) => Err(IbanRefused::WrongKey),
            Err(_) => Err(IbanRefused::Malformed),
        }
    }

    /// The number without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it, in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        in_groups(&self.0, [4; 9])
    }

    /// Enough to recognise the account without giving it away: `FR14 … 2606`.
    #[must_use]
    pub fn masked(&self) -> String {
        let start = self.0.get(..4).unwrap_or_default();
        let end = self.0.get(self.0.len().saturating_sub(4)..).unwrap_or_default();
        format!("{start} … {end}")
    }

    /// The two letters of the country.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }
}

impl std::fmt::Display for Iban {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Iban, IbanRefused);
