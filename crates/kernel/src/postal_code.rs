//! Postal codes.

use crate::text::is_blank;

crate::refusals! {
    /// Why a text is not a postal code.
    pub enum PostalCodeRefused {
        /// Not two to ten letters, digits, spaces or dashes with at least one digit.
        Malformed = "refused-postal-code-malformed",
        /// Not the five digits of a French postal code.
        NotFrench = "refused-postal-code-not-french",
    }
}

/// A postal code of any country, in capital letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode(String);

impl PostalCode {
    /// Reads a postal code of any country: two to ten letters, digits, spaces or dashes, a digit among
    /// them. Five digits may be grouped, as in `76 000`.
    ///
    /// # Errors
    /// [`PostalCodeRefused::Malformed`] for anything else.
    pub fn parse(text: &str) -> Result<Self, PostalCodeRefused> {
        let trimmed = text.trim_matches(is_blank).to_ascii_uppercase();
        let digits: String = trimmed.chars().filter(|c| !is_blank(*c)).collect();
        if is_french(&digits) {
            return Ok(Self(digits));
        }
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b' ' || b == b'-';
        if (2..=10).contains(&trimmed.len())
            && trimmed.bytes().all(allowed)
            && trimmed.bytes().any(|b| b.is_ascii_digit())
        {
            Ok(Self(trimmed))
        } else {
            Err(PostalCodeRefused::Malformed)
        }
    }

    /// Reads a French postal code: five digits.
    ///
    /// # Errors
    /// [`PostalCodeRefused::NotFrench`] for anything else.
    pub fn parse_french(text: &str) -> Result<Self, PostalCodeRefused> {
        match Self::parse(text) {
            Ok(code) if is_french(&code.0) => Ok(code),
            _ => Err(PostalCodeRefused::NotFrench),
        }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_french(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit())
}

impl std::fmt::Display for PostalCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(PostalCode, PostalCodeRefused);
