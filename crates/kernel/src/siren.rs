//! The numbers of French companies and of their establishments (INSEE).

use crate::text::{compact, digits_value, in_groups};

crate::refusals! {
    /// Why a text is not a SIREN.
    pub enum SirenRefused {
        /// Not nine digits.
        Malformed = "refused-siren-malformed",
        /// The last digit does not match the others (Luhn).
        WrongKey = "refused-siren-wrong-key",
    }
}

crate::refusals! {
    /// Why a text is not a SIRET.
    pub enum SiretRefused {
        /// Not fourteen digits.
        Malformed = "refused-siret-malformed",
        /// The digits do not match each other (Luhn).
        WrongKey = "refused-siret-wrong-key",
    }
}

/// The number of a French company or association: nine digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siren(String);

/// The number of one establishment of a company: its SIREN and five digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Siret(String);

/// La Poste has more establishments than the Luhn key allows: its SIRET add up to a multiple of five.
const LA_POSTE: &str = "356000000";

impl Siren {
    /// Reads nine digits, spaces allowed.
    ///
    /// # Errors
    /// [`SirenRefused`] when there are not nine or the key is wrong.
    pub fn parse(text: &str) -> Result<Self, SirenRefused> {
        let digits = compact(text);
        if digits.len() != 9 || digits_value(&digits).is_none() {
            return Err(SirenRefused::Malformed);
        }
        if !passes_luhn(&digits) {
            return Err(SirenRefused::WrongKey);
        }
        Ok(Self(digits))
    }

    /// The nine digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: `123 456 782`.
    #[must_use]
    pub fn grouped(&self) -> String {
        in_groups(&self.0, [3, 3, 3])
    }

    pub(crate) fn number(&self) -> i64 {
        digits_value(&self.0).unwrap_or_default()
    }
}

impl Siret {
    /// Reads fourteen digits, spaces allowed.
    ///
    /// # Errors
    /// [`SiretRefused`] when there are not fourteen or a key is wrong.
    pub fn parse(text: &str) -> Result<Self, SiretRefused> {
        let digits = compact(text);
        if digits.len() != 14 || digits_value(&digits).is_none() {
            return Err(SiretRefused::Malformed);
        }
        let company = digits.get(..9).unwrap_or_default();
        let of_la_poste = company == LA_POSTE
            && digits
                .chars()
                .filter_map(|c| c.to_digit(10))
                .sum::<u32>()
                .is_multiple_of(5);
        if of_la_poste || passes_luhn(&digits) && passes_luhn(company) {
            Ok(Self(digits))
        } else {
            Err(SiretRefused::WrongKey)
        }
    }

    /// The fourteen digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The company of the establishment.
    #[must_use]
    pub fn siren(&self) -> Siren {
        Siren(self.0.get(..9).unwrap_or_default().to_owned())
    }

    /// As people read it: `123 456 782 00010`.
    #[must_use]
    pub fn grouped(&self) -> String {
        in_groups(&self.0, [3, 3, 3, 5])
    }
}

fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|character| character.to_digit(10))
        .enumerate()
        .map(|(position, digit)| match (position % 2, digit * 2) {
            (0, _) => digit,
            (_, doubled) if doubled > 9 => doubled - 9,
            (_, doubled) => doubled,
        })
        .sum();
    sum.is_multiple_of(10)
}

impl std::fmt::Display for Siren {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Siret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_form!(Siren, SirenRefused);
crate::text_form!(Siret, SiretRefused);
