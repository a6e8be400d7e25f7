//! What the directory of people says of customers today, in the shape that billing needs.

use crate::rules::buyer::Buyer;
use crate::rules::draft::Recipient;
use crate::store::customers::CustomerRow;
use kernel::{Locale, PersonId, PlaceId};
use people::{Addressee, Party};
use platform::database::Tx;
use platform::failure::Fault;
use platform::place;
use std::collections::{HashMap, HashSet};

/// Some persons and organisations of a place.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    parties: HashMap<Party, Addressee>,
    language: Locale,
}

impl Directory {
    /// These customers, and these persons beside them.
    pub(crate) fn of(
        tx: &mut Tx<'_>,
        place: PlaceId,
        customers: &[CustomerRow],
        beside: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, Fault> {
        let parties: HashSet<Party> = customers
            .iter()
            .filter_map(CustomerRow::party)
            .chain(beside.into_iter().map(Party::Person))
            .collect();
        let parties: Vec<Party> = parties.into_iter().collect();
        Ok(Self {
            parties: people::addressees(tx, place, &parties)?,
            language: place::get(tx, place)?.language,
        })
    }

    /// A customer as drafts need them; none when the directory does not know them.
    pub(crate) fn recipient(&self, row: &CustomerRow) -> Option<Recipient> {
        let party = row.party()?;
        let known = self.parties.get(&party)?;
        let (professional, person) = match party {
            Party::Person(person) => (false, Some(person)),
            Party::Organisation(_) => (true, None),
        };
        let address = &known.address;
        Some(Recipient {
            customer: row.id,
            buyer: Buyer {
                professional,
                name: known.name.clone(),
                street: address.street().to_owned(),
                postal_code: address.postal_code().to_owned(),
                city: address.city().to_owned(),
                country: address.country().to_owned(),
                siren: known.siren.clone(),
                vat_number: known.vat_number.clone(),
            },
            email: known.email.clone(),
            language: known.language.unwrap_or(self.language),
            person,
        })
    }

    /// The name of a customer; empty when the directory does not know them.
    pub(crate) fn name(&self, row: &CustomerRow) -> String {
        let known = row.party().and_then(|party| self.parties.get(&party));
        known.map(|one| one.name.clone()).unwrap_or_default()
    }

    /// The names of the persons, given name first.
    pub(crate) fn names(&self) -> HashMap<PersonId, String> {
        let persons = self.parties.iter().filter_map(|(party, known)| match party {
            Party::Person(person) => Some((*person, known.name.clone())),
            Party::Organisation(_) => None,
        });
        persons.collect()
    }
}
