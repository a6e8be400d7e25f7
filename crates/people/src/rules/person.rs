//! The persons and organisations that a place knows.

use super::address::Address;
use super::name::PersonName;
use kernel::{Email, Instant, Locale, Name, OrganisationId, PersonId, Phone, Siren, VatNumber};

kernel::refusals! {
    /// Why a person is not kept.
    pub enum PersonRefusal {
        /// Another person of the place has this e-mail address.
        EmailTaken = "people-refused-email-taken",
        /// The address is how this person signs in, or the person holds a role of the team: only they, or an
        /// administrator, may change it.
        EmailProtected = "people-refused-email-protected",
        /// A person with an account needs an address to sign in with.
        EmailNeeded = "people-refused-email-needed",
        /// The link that proves a new address was asked for otherwise, or the address changed since.
        EmailLinkSpent = "people-refused-link-spent",
        /// No such organisation in the place.
        OrganisationUnknown = "people-refused-organisation-unknown",
        /// The line was imported before.
        AlreadyImported = "people-refused-already-imported",
        /// The note has over two thousand characters.
        NoteTooLong = "people-refused-note-too-long",
        /// Somebody of this name is known, and nobody said that this is another person.
        Alike = "people-refused-alike",
    }
}

kernel::refusals! {
    /// Why an organisation is not kept.
    pub enum OrganisationRefusal {
        /// Another organisation of the place has this SIREN.
        SirenTaken = "people-refused-siren-taken",
        /// The line was imported before.
        AlreadyImported = "people-refused-already-imported",
    }
}

/// A natural person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Which one.
    pub id: PersonId,
    /// How they are called.
    pub name: PersonName,
    /// Where mail reaches them; unique in the place.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// Where they live or work.
    pub address: Address,
    /// The organisation that pays for them.
    pub organisation: Option<OrganisationId>,
    /// What the team wrote down; never shown to the person.
    pub note: String,
    /// The language they chose.
    pub language: Option<Locale>,
    /// When the place came to know them.
    pub created_at: Instant,
    /// The line of the file they were imported from.
    pub external_ref: Option<String>,
}

/// A person to be added, or what is to be kept of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// How they are called.
    pub name: PersonName,
    /// Where mail reaches them; unique in the place.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// Where they live or work.
    pub address: Address,
    /// The organisation that pays for them.
    pub organisation: Option<OrganisationId>,
    /// What the team writes down.
    pub note: String,
    /// The language they chose.
    pub language: Option<Locale>,
    /// The line of the file they are imported from; unique in the place.
    pub external_ref: Option<String>,
}

impl NewPerson {
    /// The most characters in a note.
    pub const LONGEST_NOTE: usize = 2_000;

    /// A person of whom only the name is known.
    #[must_use]
    pub fn named(name: PersonName) -> Self {
        Self {
            name,
            email: None,
            phone: None,
            address: Address::default(),
            organisation: None,
            note: String::new(),
            language: None,
            external_ref: None,
        }
    }

    /// The note in the form in which it is kept: trimmed, without control characters but line breaks.
    ///
    /// # Errors
    /// [`PersonRefusal::NoteTooLong`].
    pub(crate) fn checked_note(&self) -> Result<String, PersonRefusal> {
        let kept = |letter: &char| !letter.is_control() || *letter == '\n';
        let note: String = self.note.trim().chars().filter(kept).collect();
        if note.chars().count() > Self::LONGEST_NOTE {
            Err(PersonRefusal::NoteTooLong)
        } else {
            Ok(note)
        }
    }
}

impl From<Person> for NewPerson {
    fn from(person: Person) -> Self {
        Self {
            name: person.name,
            email: person.email,
            phone: person.phone,
            address: person.address,
            organisation: person.organisation,
            note: person.note,
            language: person.language,
            external_ref: person.external_ref,
        }
    }
}

/// A company, an association, a public body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Which one.
    pub id: OrganisationId,
    /// Its name.
    pub name: Name,
    /// Its number in the French register; unique in the place.
    pub siren: Option<Siren>,
    /// Its VAT number.
    pub vat_number: Option<VatNumber>,
    /// Where its mail and invoices go.
    pub email: Option<Email>,
    /// Where a call reaches it.
    pub phone: Option<Phone>,
    /// Its seat.
    pub address: Address,
    /// When the place came to know it.
    pub created_at: Instant,
    /// The line of the file it was imported from.
    pub external_ref: Option<String>,
}

/// An organisation to be added, or what is to be kept of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    /// Its name.
    pub name: Name,
    /// Its number in the French register; unique in the place.
    pub siren: Option<Siren>,
    /// Its VAT number.
    pub vat_number: Option<VatNumber>,
    /// Where its mail and invoices go.
    pub email: Option<Email>,
    /// Where a call reaches it.
    pub phone: Option<Phone>,
    /// Its seat.
    pub address: Address,
    /// The line of the file it is imported from; unique in the place.
    pub external_ref: Option<String>,
}

impl NewOrganisation {
    /// An organisation of which only the name is known.
    #[must_use]
    pub fn named(name: Name) -> Self {
        Self {
            name,
            siren: None,
            vat_number: None,
            email: None,
            phone: None,
            address: Address::default(),
            external_ref: None,
        }
    }
}

impl From<Organisation> for NewOrganisation {
    fn from(organisation: Organisation) -> Self {
        Self {
            name: organisation.name,
            siren: organisation.siren,
            vat_number: organisation.vat_number,
            email: organisation.email,
            phone: organisation.phone,
            address: organisation.address,
            external_ref: organisation.external_ref,
        }
    }
}

/// A natural or a legal person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A person.
    Person(PersonId),
    /// An organisation.
    Organisation(OrganisationId),
}

/// Who pays for a person: the person, or the organisation that does so for them.
pub type Payer = Party;

/// A person or an organisation as letters and invoices name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// The name to write.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<Email>,
    /// Where a letter reaches them.
    pub address: Address,
    /// The language they chose.
    pub language: Option<Locale>,
    /// The number of an organisation.
    pub siren: Option<Siren>,
    /// The VAT number of an organisation.
    pub vat_number: Option<VatNumber>,
}
