//! Who is billed, as an invoice names them.

use kernel::{Siren, VatNumber};
use serde::{Deserialize, Serialize};

/// The customer as they were when the invoice was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// Whether it buys for a profession: penalties and indemnities concern no one else (C. com. art. L441-10).
    pub professional: bool,
    /// The name to print.
    pub name: String,
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Two letters of the country.
    pub country: String,
    /// Number of a French company.
    pub siren: Option<Siren>,
    /// VAT number.
    pub vat_number: Option<VatNumber>,
}

impl Buyer {
    /// Whether the address is complete enough for an invoice (CGI ann. II art. 242 nonies A, I 1°).
    #[must_use]
    pub fn has_address(&self) -> bool {
        [&self.street, &self.postal_code, &self.city]
            .iter()
            .all(|part| !part.trim().is_empty())
    }

    /// Whether the number that the law wants of a French professional is missing.
    #[must_use]
    pub fn lacks_siren(&self) -> bool {
        self.professional && self.country == "FR" && self.siren.is_none()
    }

    /// The lines of the address under the name.
    #[must_use]
    pub fn address(&self) -> Vec<String> {
        let town = format!("{} {}", self.postal_code, self.city);
        let country = if self.country == "FR" {
            ""
        } else {
            self.country.as_str()
        };
        [self.street.as_str(), town.trim(), country]
            .into_iter()
            .filter(|line| !line.trim().is_empty())
            .map(str::to_owned)
            .collect()
    }
}
