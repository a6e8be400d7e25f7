//! The premises as they are written down in `house.toml`: rooms, hours, prices, and the words that the place uses.

use kernel::{Audience, Bic, Email, Iban, Phone, Siren, VatNumber};
use platform::Fault;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct House {
    pub(super) place: Signboard,
    pub(super) seller: SellerFacts,
    pub(super) town: Town,
    pub(super) plans: Plans,
    pub(super) pass: Pass,
    pub(super) products: Vec<Hire>,
    pub(super) resources: Vec<Room>,
    pub(super) hours: Vec<Hours>,
    pub(super) windows: Vec<Window>,
    pub(super) cancellation: Vec<Cancellation>,
    pub(super) titles: Titles,
    pub(super) closures: Closures,
}

/// What stands over the door.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signboard {
    pub(super) name: String,
    pub(super) colour: String,
}

/// What invoices say of the place. Amounts in cents, the rate in basis points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SellerFacts {
    pub(super) legal_name: String,
    pub(super) legal_form: String,
    pub(super) capital: i64,
    pub(super) siren: Siren,
    pub(super) vat_number: VatNumber,
    pub(super) rcs: String,
    pub(super) street: String,
    pub(super) postal_code: String,
    pub(super) city: String,
    pub(super) email: Email,
    pub(super) phone: Phone,
    pub(super) iban: Iban,
    pub(super) bic: Bic,
    pub(super) payment_days: i64,
    pub(super) penalty_rate: i64,
    pub(super) indemnity: i64,
    pub(super) footer: String,
}

/// Where people live.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Town {
    pub(super) postal_code: String,
    pub(super) city: String,
    pub(super) streets: Vec<String>,
}

/// The plans on offer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plans {
    pub(super) resident: Offer,
    pub(super) team: Offer,
}

/// A name and a price in cents, without VAT.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Offer {
    pub(super) name: String,
    pub(super) price: i64,
}

/// The pass on offer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pass {
    pub(super) name: String,
    pub(super) price: i64,
    pub(super) units: i64,
    pub(super) day: i64,
    pub(super) half_day: i64,
    pub(super) validity_months: i64,
}

/// The hire of a kind of room, and what it costs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hire {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) account: String,
    pub(super) external: Prices,
    pub(super) member: Prices,
    /// For external guests from the first of January inside the year.
    pub(super) after: Prices,
}

/// Prices in cents, without VAT.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prices {
    pub(super) hour: i64,
    pub(super) half_day: i64,
    pub(super) day: i64,
}

/// Something that can be booked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Room {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) name: String,
    pub(super) level: String,
    #[serde(default = "one")]
    pub(super) units: i64,
    pub(super) capacity: i64,
    /// The code of the product that prices it; desks have none.
    #[serde(default)]
    pub(super) product: Option<String>,
    #[serde(default)]
    pub(super) buffer_before: i64,
    #[serde(default)]
    pub(super) buffer_after: i64,
    pub(super) description: String,
    pub(super) equipment: Vec<String>,
    /// Square metres.
    pub(super) area: Option<i64>,
    /// Minutes after which it is given back when nobody came.
    pub(super) release_minutes: Option<i64>,
}

/// When an audience may come, on weekdays numbered from Monday.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    pub(super) audience: Audience,
    pub(super) weekdays: Vec<u8>,
    pub(super) opens: kernel::MinuteOfDay,
    pub(super) closes: kernel::MinuteOfDay,
}

/// How soon, how far ahead and how long an audience may book.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Window {
    pub(super) audience: Audience,
    pub(super) minimum_notice: i64,
    pub(super) maximum_horizon_days: i64,
    pub(super) minimum_minutes: i64,
    pub(super) maximum_minutes: i64,
    pub(super) step_minutes: i64,
}

/// What giving up costs an audience: hours of notice and basis points of the price.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cancellation {
    pub(super) audience: Audience,
    pub(super) terms: Vec<(i64, i64)>,
}

/// What bookings are for, by who makes them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub(super) member: Vec<String>,
    pub(super) guest: Vec<String>,
    pub(super) caller: Vec<String>,
    pub(super) house: Vec<String>,
}

/// Why the place is closed; holidays in the order of the year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Closures {
    pub(super) christmas: String,
    pub(super) august: String,
    pub(super) works: String,
    pub(super) repair: String,
    pub(super) holidays: Vec<String>,
}

const fn one() -> i64 {
    1
}

impl House {
    /// Reads the file that the program carries.
    pub(super) fn read() -> Result<Self, Fault> {
        toml::from_str(include_str!("house.toml")).map_err(Fault::internal)
    }
}

#[cfg(test)]
mod tests;
