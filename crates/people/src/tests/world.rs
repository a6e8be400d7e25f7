//! A place with people in it.

use crate::rules::access::Account;
use crate::{NewPerson, PERMISSIONS, PersonName};
use kernel::{AccountId, Actor, Currency, Email, Locale, PersonId, Role, Zone};
use platform::database::{Database, Tx};
use platform::permissions_of;
use platform::place::{self, NewPlace, Place};

/// A new place with nobody in it.
pub(super) fn place(db: &Database) -> Place {
    named_place(db, "La Fabrique", None)
}

/// A second place on the same database.
pub(super) fn other_place(db: &Database) -> Place {
    named_place(db, "Le Quai", Some("quai.example.org"))
}

fn named_place(db: &Database, name: &'static str, host: Option<&'static str>) -> Place {
    let made = db.write_blocking(move |tx| {
        let new = NewPlace {
            name: name.to_owned(),
            zone: Zone::parse("Europe/Paris").unwrap(),
            language: Locale::Fr,
            currency: Currency::EUR,
            brand_colour: "#0f6b5c".to_owned(),
            host: host.map(str::to_owned),
            demonstration: false,
        };
        place::create(tx, new)
    });
    made.unwrap()
}

/// A person of that name whose address is `given@example.org`.
pub(super) fn named(given: &str, family: &str) -> NewPerson {
    let address = format!("{}@example.org", kernel::fold(given).replace(' ', "-"));
    NewPerson {
        email: Some(Email::parse(&address).unwrap()),
        ..NewPerson::named(PersonName::parse(given, family).unwrap())
    }
}

/// Adds a person.
pub(super) fn person(tx: &mut Tx<'_>, place: &Place, given: &str, family: &str) -> PersonId {
    crate::create_person(tx, &Actor::system(place.id), named(given, family)).unwrap()
}

/// Adds a person with an account and a role, and gives the actor they are.
pub(super) fn actor(tx: &mut Tx<'_>, place: &Place, given: &str, role: Role) -> Actor {
    let system = Actor::system(place.id);
    let person = person(tx, place, given, "Équipier");
    let account = crate::create_account(tx, &system, person, Some("hash")).unwrap();
    if role != Role::Member {
        let today = tx.today(&place.zone);
        crate::grant_role(tx, &system, person, role, today).unwrap();
    }
    acting(place, account, person, role)
}

fn acting(place: &Place, account: AccountId, person: PersonId, role: Role) -> Actor {
    let roles = vec![Role::Member, role];
    let permissions = permissions_of(&roles, PERMISSIONS);
    Actor::person(place.id, account, person, roles, permissions)
}

/// The account of a person.
pub(super) fn account(tx: &mut Tx<'_>, place: &Place, person: PersonId) -> Account {
    crate::account_of(tx, place.id, person).unwrap().unwrap()
}
