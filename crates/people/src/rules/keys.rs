//! What tells one person or organisation from another: for who must match many lines at once, such as an import.

use super::name::PersonName;
use kernel::{Email, Name, OrganisationId, PersonId, Phone, Siren};

/// What a person is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonKey {
    /// Which one.
    pub id: PersonId,
    /// How they are called.
    pub name: PersonName,
    /// Their address, unique in the place.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// The line of the file they were imported from.
    pub external_ref: Option<String>,
}

/// What an organisation is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationKey {
    /// Which one.
    pub id: OrganisationId,
    /// Its name.
    pub name: Name,
    /// Its number in the French register, unique in the place.
    pub siren: Option<Siren>,
    /// The line of the file it was imported from.
    pub external_ref: Option<String>,
}
