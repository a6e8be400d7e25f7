//! Bank identifiers.

use crate::text::compact;

crate::refusals! {
    /// Why a text is not a BIC.
    pub enum BicRefused {
        /// Not eight or eleven characters of the right kinds.
        Malformed = "refused-bic-malformed",
    }
}

/// The identifier of a bank (ISO 9362), or of one branch: eight or eleven characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bic(String);

impl Bic {
    /// Reads eight or eleven characters, in either case, spaces dropped.
    ///
    /// # Errors
    /// [`BicRefused`] for anything else.
    pub fn parse(text: &str) -> Result<Self, BicRefused> {
        let code = compact(text);
        let letters =
            |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_uppercase()));
        let either = |part: Option<&str>| {
            part.is_some_and(|part| part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()))
        };
        // SEPA keeps letters for the bank and the country, though ISO 9362:2014 is wider.
        if matches!(code.len(), 8 | 11) && letters(code.get(..6)) && either(code.get(6..)) {
            Ok(Self(code))
        } else {
            Err(BicRefused::Malformed)
        }
    }

    /// The identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Bic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Bic, BicRefused);
