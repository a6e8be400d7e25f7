//! Made-up people: names, addresses, telephones, organisations, what they hold, when they came.

use crate::place::{MeasuredPlace, opening_day};
use kernel::{Actor, Day, Email, Id, Name, OrganisationId, PersonId, Phone};
use offers::{ImportedContract, ImportedLot, PassOffer, Plan};
use people::{NewOrganisation, NewPerson, PersonName};
use platform::Fault;
use platform::database::Tx;
use spaces::{ImportedCheckIn, Part, Welcome};

const GIVEN: [&str; 50] = [
    "Élodie",
    "Camille",
    "Noé",
    "Zoé",
    "Maël",
    "Inès",
    "Théo",
    "Anaïs",
    "Jérôme",
    "Lucie",
    "Gaëtan",
    "Solène",
    "Adèle",
    "Baptiste",
    "Céline",
    "Damien",
    "Estelle",
    "Fabien",
    "Gabrielle",
    "Hugo",
    "Ilan",
    "Jeanne",
    "Karim",
    "Léa",
    "Malik",
    "Nadia",
    "Océane",
    "Paul",
    "Quentin",
    "Rose",
    "Samir",
    "Thaïs",
    "Ulysse",
    "Valérie",
    "William",
    "Xavier",
    "Yanis",
    "Zélie",
    "Aïcha",
    "Bruno",
    "Chloé",
    "Diane",
    "Elsa",
    "Florent",
    "Gwenaëlle",
    "Hélène",
    "Idriss",
    "Julien",
    "Katell",
    "Loïc",
];

const STARTS: [&str; 20] = [
    "Mar", "Lef", "Dur", "Pet", "Rouss", "Mor", "Lamb", "Font", "Gir", "Bonn", "Merc", "Garn", "Chev",
    "Franç", "Leg", "Perr", "Duf", "Vinc", "Mull", "Roch",
];

const ENDS: [&str; 10] = [
    "tin", "èbvre", "and", "eau", "ert", "ier", "ard", "elin", "oux", "aud",
];

/// One of the crowd, before anything is written.
#[derive(Clone)]
pub(crate) struct Somebody {
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) email: String,
    phone: Option<String>,
    organisation: Option<OrganisationId>,
}

impl Somebody {
    /// The person of that number; the first ten thousand all have different names.
    pub(crate) fn numbered(number: usize) -> Self {
        let given = GIVEN[number % GIVEN.len()];
        let rest = number / GIVEN.len();
        let family = format!(
            "{}{}",
            STARTS[rest % STARTS.len()],
            ENDS[rest / STARTS.len() % ENDS.len()]
        );
        let plain = kernel::fold(&format!("{given} {family}")).replace(' ', ".");
        Self {
            given: given.to_owned(),
            family,
            email: format!("{plain}.{number}@example.org"),
            phone: (!number.is_multiple_of(3)).then(|| format!("06{:08}", number * 7_919 % 100_000_000)),
            organisation: None,
        }
    }

    /// Their telephone, if they gave one.
    pub(crate) fn phone(&self) -> Option<&str> {
        self.phone.as_deref()
    }

    fn add(&self, tx: &mut Tx<'_>, by: &Actor) -> PersonId {
        let mut new = NewPerson::named(PersonName::parse(&self.given, &self.family).unwrap());
        new.email = Some(Email::parse(&self.email).unwrap());
        new.phone = self.phone.as_ref().map(|phone| Phone::parse(phone).unwrap());
        new.organisation = self.organisation;
        people::create_person(tx, by, new).unwrap()
    }
}

/// Adds so many people; one in six has its bills paid by one of `organisations`.
pub(crate) fn add(place: &MeasuredPlace, count: usize, organisations: usize) -> Vec<PersonId> {
    let companies = add_organisations(place, organisations);
    let mut persons = Vec::with_capacity(count);
    let numbers: Vec<usize> = (0..count).collect();
    for some in numbers.chunks(500) {
        let (some, by, companies) = (some.to_vec(), place.system.clone(), companies.clone());
        let added = place.db.write_blocking(move |tx| {
            let ids = some.iter().map(|number| {
                let mut somebody = Somebody::numbered(*number);
                let pays = number % 6 == 5 && !companies.is_empty();
                somebody.organisation = pays.then(|| companies[number / 6 % companies.len()]);
                somebody.add(tx, &by)
            });
            Ok::<Vec<PersonId>, Fault>(ids.collect())
        });
        persons.extend(added.unwrap());
    }
    persons
}

fn add_organisations(place: &MeasuredPlace, count: usize) -> Vec<OrganisationId> {
    let by = place.system.clone();
    let added = place.db.write_blocking(move |tx| {
        let all = (0..count).map(|number| {
            let name = Name::parse(&organisation_name(number)).unwrap();
            people::create_organisation(tx, &by, NewOrganisation::named(name)).unwrap()
        });
        Ok::<Vec<OrganisationId>, Fault>(all.collect())
    });
    added.unwrap()
}

/// The name of an organisation.
pub(crate) fn organisation_name(number: usize) -> String {
    let kind = ["Atelier", "Coopérative", "Studio", "Collectif"][number % 4];
    format!(
        "{kind} {}{} {number}",
        STARTS[number % STARTS.len()],
        ENDS[number % ENDS.len()]
    )
}

/// Gives four in ten a pass in use, one in ten a plan, one in fifty an empty pass.
pub(crate) fn equip(place: &MeasuredPlace, persons: &[PersonId]) {
    let (mut lots, mut contracts) = (Vec::new(), Vec::new());
    for (number, person) in persons.iter().enumerate() {
        match number % 50 {
            0..20 => lots.push(lot(*person, place.pass, 10 + i64::try_from(number % 20).unwrap())),
            20 => lots.push(lot(*person, place.pass, 0)),
            21..26 => contracts.push(contract(*person, place.plan)),
            _ => {}
        }
    }
    place.write_all(&lots, |tx, by, lot| {
        offers::import_lot(tx, by, lot).unwrap();
    });
    place.write_all(&contracts, |tx, by, contract| {
        offers::import_contract(tx, by, contract).unwrap();
    });
}

fn lot(person: PersonId, offer: Id<PassOffer>, remaining: i64) -> ImportedLot {
    ImportedLot {
        person,
        offer,
        units: 30,
        remaining,
        bought_on: opening_day(),
        expires_on: None,
        external_ref: format!("lot of {person}"),
    }
}

fn contract(person: PersonId, plan: Id<Plan>) -> ImportedContract {
    ImportedContract {
        person,
        plan,
        from: opening_day(),
        until: None,
        price: None,
        charged_from: opening_day(),
        external_ref: format!("contract of {person}"),
    }
}

/// So many check-ins on each of the last days, today among them.
pub(crate) fn come(place: &MeasuredPlace, persons: &[PersonId], days: i64, each_day: usize) {
    let today = place.today();
    let mut lines = Vec::new();
    for back in 0..days {
        let day: Day = today.plus_days(-back);
        for number in 0..each_day {
            let at = (usize::try_from(back).unwrap() * 131 + number * 53) % persons.len();
            lines.push(ImportedCheckIn {
                person: persons[at],
                day,
                part: [Part::Day, Part::Morning][number % 2],
                arrived_at: None,
                welcome: Welcome::Trial,
                external_ref: format!("check-in {back} {number}"),
            });
        }
    }
    place.write_all(&lines, |tx, by, line| {
        // Somebody drawn twice for a day came once.
        let _ = tx.attempt(|tx| spaces::import_check_in(tx, by, line));
    });
}
