//! Addresses and numbers that look right and belong to nobody.

use kernel::{Email, Phone, Siren, VatNumber, fold};
use people::{Address, PersonName};
use platform::Fault;

/// `given.family@example.org`: a domain that nobody can own (RFC 2606).
pub(super) fn email(name: &PersonName) -> Result<Email, Fault> {
    let part = |text: &str| fold(text).replace(' ', "-");
    address(&format!("{}.{}", part(name.given()), part(name.family())))
}

/// The address of an organisation: its name before the same domain.
pub(super) fn email_of_house(name: &str) -> Result<Email, Fault> {
    address(&fold(name).split(' ').take(3).collect::<Vec<_>>().join("-"))
}

/// `local@example.org`.
pub(super) fn address(local: &str) -> Result<Email, Fault> {
    Email::parse(&format!("{local}@example.org")).map_err(Fault::internal)
}

/// A mobile number among those that the French plan keeps for fiction (ARCEP decision 2018-0881): 06 39 98 and four digits.
pub(super) fn phone(number: usize) -> Result<Phone, Fault> {
    Phone::parse(&format!(
        "+33 6 39 98 {:02} {:02}",
        number / 100 % 100,
        number % 100
    ))
    .map_err(Fault::internal)
}

/// A SIREN with the right key, and six zeros that no register begins with.
pub(super) fn siren(number: usize) -> Result<Siren, Fault> {
    let keyed = (0..10).find_map(|key| Siren::parse(&format!("000000{:02}{key}", number % 100)).ok());
    keyed.ok_or_else(|| Fault::internal("no key for a made-up SIREN"))
}

/// The VAT number of a SIREN.
pub(super) fn vat_number(siren: &Siren) -> Result<VatNumber, Fault> {
    let keyed = (0..100).find_map(|key| VatNumber::parse(&format!("FR{key:02}{siren}")).ok());
    keyed.ok_or_else(|| Fault::internal("no key for a made-up VAT number"))
}

/// A house in the made-up town.
pub(super) fn home(number: usize, street: &str, postal_code: &str, city: &str) -> Result<Address, Fault> {
    Address::parse(&format!("{number} {street}"), postal_code, city, people::FRANCE).map_err(Fault::internal)
}
