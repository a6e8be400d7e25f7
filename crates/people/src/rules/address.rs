//! Where letters and invoices go.

use kernel::{Name, NameRefused, PostalCode};

kernel::refusals! {
    /// Why an address is not kept.
    pub enum AddressRefused {
        /// The street or the town is too long or not on one line.
        Unreadable = "people-refused-address-unreadable",
        /// The postal code is not one of that country.
        PostalCode = "people-refused-postal-code",
        /// The country is not a code of two letters (ISO 3166-1).
        Country = "people-refused-country",
    }
}

/// A postal address; any part but the country may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    street: String,
    postal_code: String,
    city: String,
    country: String,
}

/// The country of those who say none.
pub const FRANCE: &str = "FR";

impl Default for Address {
    fn default() -> Self {
        Self {
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            country: FRANCE.to_owned(),
        }
    }
}

impl Address {
    /// Reads an address; an empty country is France, where a postal code has five digits.
    ///
    /// # Errors
    /// [`AddressRefused`] says which part cannot be kept.
    pub fn parse(street: &str, postal_code: &str, city: &str, country: &str) -> Result<Self, AddressRefused> {
        let country = country_code(country)?;
        Ok(Self {
            street: line(street)?,
            postal_code: postal(postal_code, &country)?,
            city: line(city)?,
            country,
        })
    }

    /// Number and street.
    #[must_use]
    pub fn street(&self) -> &str {
        &self.street
    }

    /// The postal code.
    #[must_use]
    pub fn postal_code(&self) -> &str {
        &self.postal_code
    }

    /// The town.
    #[must_use]
    pub fn city(&self) -> &str {
        &self.city
    }

    /// The country, two capital letters (ISO 3166-1).
    #[must_use]
    pub fn country(&self) -> &str {
        &self.country
    }

    /// True when nothing but the country is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.street.is_empty() && self.postal_code.is_empty() && self.city.is_empty()
    }

    /// The lines of an envelope, the country only when it is not France.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let town = format!("{} {}", self.postal_code, self.city).trim().to_owned();
        let abroad = if self.country == FRANCE || self.is_empty() {
            String::new()
        } else {
            self.country.clone()
        };
        [self.street.clone(), town, abroad]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect()
    }
}

fn country_code(text: &str) -> Result<String, AddressRefused> {
    let code = text.trim().to_ascii_uppercase();
    if code.is_empty() {
        return Ok(FRANCE.to_owned());
    }
    let letters = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if letters {
        Ok(code)
    } else {
        Err(AddressRefused::Country)
    }
}

fn line(text: &str) -> Result<String, AddressRefused> {
    match Name::parse(text) {
        Ok(name) => Ok(name.as_str().to_owned()),
        Err(NameRefused::Empty) => Ok(String::new()),
        Err(_) => Err(AddressRefused::Unreadable),
    }
}

fn postal(text: &str, country: &str) -> Result<String, AddressRefused> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let read = if country == FRANCE {
        PostalCode::parse_french(text)
    } else {
        PostalCode::parse(text)
    };
    read.map(|code| code.as_str().to_owned())
        .map_err(|_| AddressRefused::PostalCode)
}
