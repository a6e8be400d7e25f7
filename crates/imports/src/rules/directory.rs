//! Who and what a line is about: everybody and everything of the place, looked up once for a whole file.

use super::draft::{OrganisationDraft, OrganisationNamed, PersonDraft, Who};
use super::name::key;
use kernel::{Email, Name, OrganisationId, PersonId, Siren, fold};
use people::{OrganisationKey, PersonKey, PersonName};
use std::collections::HashMap;

kernel::refusals! {
    /// Why a line finds nobody or nothing.
    pub enum MatchRefused {
        /// Nobody is known by what the line says.
        NobodyFound {
            /// What it says.
            who: String
        } = "imports-match-nobody",
        /// Several people have that name, and the line says nothing else.
        SeveralOfThatName {
            /// The name.
            name: String,
            /// How many.
            count: usize
        } = "imports-match-several",
        /// The address belongs to somebody of another name.
        EmailOfAnother {
            /// Whose it is.
            name: String
        } = "imports-match-email-of-another",
        /// No plan has that name.
        NoSuchPlan {
            /// The plans there are.
            known: String
        } = "imports-match-no-plan",
        /// No pass has that name.
        NoSuchPass {
            /// The passes there are.
            known: String
        } = "imports-match-no-pass",
        /// No room has that name.
        NoSuchRoom {
            /// The rooms there are.
            known: String
        } = "imports-match-no-room",
        /// The person is noted that day for another part of it, which this one meets.
        HereForAnotherPart = "imports-match-another-part",
        /// No organisation has that SIREN, and the line does not name it.
        NoSuchOrganisation = "imports-match-no-organisation",
    }
}

/// Everybody whom the place knows, and those that the file adds while it is imported.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    people: Vec<PersonKey>,
    by_reference: HashMap<String, usize>,
    by_email: HashMap<Email, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Directory {
    pub(crate) fn new(people: Vec<PersonKey>) -> Self {
        let mut directory = Self::default();
        for person in people {
            directory.add(person);
        }
        directory
    }

    /// Takes in somebody new.
    pub(crate) fn add(&mut self, person: PersonKey) {
        let at = self.people.len();
        if let Some(reference) = &person.external_ref {
            self.by_reference.insert(reference.clone(), at);
        }
        if let Some(email) = &person.email {
            self.by_email.insert(email.clone(), at);
        }
        self.by_name.entry(key(&person.name.full())).or_default().push(at);
        self.people.push(person);
    }

    /// The one person a line is about: by the other program's identifier, else by address, else by name when one person
    /// alone has it.
    pub(crate) fn find(&self, who: &Who) -> Result<PersonId, MatchRefused> {
        let by_identifier = who
            .identifier
            .as_ref()
            .and_then(|identifier| self.by_reference.get(&format!("id:{identifier}")));
        let by_email = || who.email.as_ref().and_then(|email| self.by_email.get(email));
        if let Some(person) = by_identifier
            .or_else(by_email)
            .and_then(|at| self.people.get(*at))
        {
            return Ok(person.id);
        }
        let Some(name) = &who.name else {
            return Err(nobody(who));
        };
        match self.named(name).as_slice() {
            [] => Err(nobody(who)),
            [only] => Ok(only.id),
            several => Err(MatchRefused::SeveralOfThatName {
                name: name.full(),
                count: several.len(),
            }),
        }
    }

    /// The person that a line of persons describes, when they are there already: by what names the line, by address, or by name
    /// when nothing speaks against it.
    pub(crate) fn recognise(
        &self,
        draft: &PersonDraft,
        reference: &str,
    ) -> Result<Option<PersonId>, MatchRefused> {
        if let Some(person) = self
            .by_reference
            .get(reference)
            .and_then(|at| self.people.get(*at))
        {
            return Ok(Some(person.id));
        }
        let by_email = draft.email.as_ref().and_then(|email| self.by_email.get(email));
        if let Some(person) = by_email.and_then(|at| self.people.get(*at)) {
            return if share_a_word(&person.name, &draft.name) {
                Ok(Some(person.id))
            } else {
                Err(MatchRefused::EmailOfAnother {
                    name: person.name.full(),
                })
            };
        }
        let named = self.named(&draft.name);
        let alike: Vec<&&PersonKey> = named
            .iter()
            .filter(|person| !speaks_against(person, draft, reference))
            .collect();
        match alike.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(only.id)),
            several => Err(MatchRefused::SeveralOfThatName {
                name: draft.name.full(),
                count: several.len(),
            }),
        }
    }

    fn named(&self, name: &PersonName) -> Vec<&PersonKey> {
        let found = self.by_name.get(&key(&name.full()));
        found
            .into_iter()
            .flatten()
            .filter_map(|at| self.people.get(*at))
            .collect()
    }
}

/// Two addresses, or two identifiers of the other program, are two people of one name.
fn speaks_against(person: &PersonKey, draft: &PersonDraft, reference: &str) -> bool {
    let other_address = person.email.is_some() && draft.email.is_some() && person.email != draft.email;
    let identified = |reference: &str| reference.starts_with("id:");
    let other_identifier = person
        .external_ref
        .as_deref()
        .is_some_and(|known| identified(known) && identified(reference) && known != reference);
    other_address || other_identifier
}

fn share_a_word(one: &PersonName, other: &PersonName) -> bool {
    let (one, other) = (fold(&one.full()), fold(&other.full()));
    one.split(' ')
        .any(|word| other.split(' ').any(|another| another == word))
}

fn nobody(who: &Who) -> MatchRefused {
    let name = who.name.as_ref().map(PersonName::full);
    let said = name
        .or_else(|| who.email.as_ref().map(ToString::to_string))
        .or_else(|| who.identifier.clone());
    MatchRefused::NobodyFound {
        who: said.unwrap_or_default(),
    }
}

/// Every organisation of the place, and those that the file adds while it is imported.
#[derive(Debug, Default)]
pub(crate) struct Register {
    organisations: Vec<OrganisationKey>,
    by_reference: HashMap<String, usize>,
    by_siren: HashMap<Siren, usize>,
    by_name: HashMap<String, usize>,
}

impl Register {
    pub(crate) fn new(organisations: Vec<OrganisationKey>) -> Self {
        let mut register = Self::default();
        for organisation in organisations {
            register.add(organisation);
        }
        register
    }

    /// Takes in a new organisation. Of several of one name the first is found.
    pub(crate) fn add(&mut self, organisation: OrganisationKey) {
        let at = self.organisations.len();
        if let Some(reference) = &organisation.external_ref {
            self.by_reference.insert(reference.clone(), at);
        }
        if let Some(siren) = &organisation.siren {
            self.by_siren.insert(siren.clone(), at);
        }
        self.by_name.entry(organisation.name.folded()).or_insert(at);
        self.organisations.push(organisation);
    }

    /// The organisation that the line of a person names, when it is there: by SIREN, else by name.
    pub(crate) fn find(&self, named: &OrganisationNamed) -> Option<OrganisationId> {
        let by_siren = named.siren.as_ref().and_then(|siren| self.by_siren.get(siren));
        let at = by_siren.or_else(|| {
            named
                .name
                .as_ref()
                .and_then(|name| self.by_name.get(&name.folded()))
        });
        at.and_then(|at| self.organisations.get(*at))
            .map(|organisation| organisation.id)
    }

    /// The organisation that a line of organisations describes, when it is there already.
    pub(crate) fn recognise(&self, draft: &OrganisationDraft, reference: &str) -> Option<OrganisationId> {
        let by_siren = || draft.siren.as_ref().and_then(|siren| self.by_siren.get(siren));
        let known = self
            .by_reference
            .get(reference)
            .or_else(by_siren)
            .and_then(|at| self.organisations.get(*at));
        if let Some(organisation) = known {
            return Some(organisation.id);
        }
        let named = self
            .by_name
            .get(&draft.name.folded())
            .and_then(|at| self.organisations.get(*at))?;
        let other_siren = named.siren.is_some() && draft.siren.is_some() && named.siren != draft.siren;
        if other_siren { None } else { Some(named.id) }
    }
}

/// Things known by their name: rooms, plans, passes.
#[derive(Debug)]
pub(crate) struct Named<T> {
    names: Vec<String>,
    by_name: HashMap<String, T>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            by_name: HashMap::new(),
        }
    }
}

impl<T: Copy> Named<T> {
    pub(crate) fn new(things: impl IntoIterator<Item = (Name, T)>) -> Self {
        let (mut names, mut by_name) = (Vec::new(), HashMap::new());
        for (name, thing) in things {
            by_name.insert(name.folded(), thing);
            names.push(name.to_string());
        }
        Self { names, by_name }
    }

    pub(crate) fn find(&self, name: &Name) -> Option<T> {
        self.by_name.get(&name.folded()).copied()
    }

    /// Their names, for a person who wrote another one.
    pub(crate) fn known(&self) -> String {
        self.names.join(", ")
    }
}

#[cfg(test)]
mod tests;
