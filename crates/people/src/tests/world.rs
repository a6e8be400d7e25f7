//! A place with people in it.

use crate::actions::{self, Door};
use crate::rules::access::Account;
use crate::rules::address::Address;
use crate::rules::token::Token;
use crate::{NewOrganisation, NewPerson, PERMISSIONS, PersonName};
use kernel::{
    AccountId, Actor, Currency, Day, Email, Instant, Locale, Name, PersonId, Phone, Role, Siren, VatNumber,
    Zone,
};
use platform::database::{Database, Tx};
use platform::place::{self, NewPlace, Place};
use platform::{Failure, Fault, permissions_of};

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

/// A day, from ISO 8601.
pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The refusal of an answer.
pub(super) fn refused<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Failure<R>>) -> R {
    match answer.unwrap_err() {
        Failure::Refused(refusal) => refusal,
        Failure::Fault(fault) => panic!("a fault instead of a refusal: {fault}"),
    }
}

/// The fault of an answer.
pub(super) fn fault<T: std::fmt::Debug, R: std::fmt::Debug>(answer: Result<T, Failure<R>>) -> Fault {
    match answer.unwrap_err() {
        Failure::Refused(refusal) => panic!("a refusal instead of a fault: {refusal:?}"),
        Failure::Fault(fault) => fault,
    }
}

/// An organisation of which everything is known.
pub(super) fn atelier() -> NewOrganisation {
    NewOrganisation {
        siren: Some(Siren::parse("000000000").unwrap()),
        vat_number: Some(VatNumber::of_siren(&Siren::parse("000000000").unwrap())),
        email: Some(Email::parse("compta@example.org").unwrap()),
        phone: Some(Phone::parse("0235000000").unwrap()),
        address: Address::parse("1 quai des Brumes", "76000", "Rouen", "").unwrap(),
        external_ref: Some("ligne 4".to_owned()),
        ..NewOrganisation::named(Name::parse("Atelier du Quai").unwrap())
    }
}

/// Where tests come in from.
pub(super) fn door() -> Door {
    Door {
        address: "203.0.113.7".to_owned(),
        agent: "Firefox/140.0 Linux".to_owned(),
    }
}

/// A new session of a person who has an account.
pub(super) fn session(tx: &mut Tx<'_>, place: &Place, actor: &Actor) -> Token {
    let account = account(tx, place, actor.person.unwrap());
    actions::open_session(tx, place.id, &account, &door())
        .unwrap()
        .token
}

/// Whether a browser with that token is let in now.
pub(super) fn is_in(tx: &mut Tx<'_>, place: &Place, token: &Token) -> bool {
    crate::identify(tx, place.id, token.as_str()).unwrap().is_some()
}

/// In a place with an administrator, runs the body in one transaction.
pub(super) fn inside(db: &Database, body: impl Fn(&mut Tx<'_>, &Place, &Actor) + Send + 'static) {
    let place = place(db);
    db.write_blocking(move |tx| {
        let boss = actor(tx, &place, "Alix", Role::Administrator);
        body(tx, &place, &boss);
        Ok::<_, Fault>(())
    })
    .unwrap();
}

/// Moves the clock of a database on; the next transaction sees it.
pub(super) fn later(db: &Database, start: Instant, seconds: i64) {
    db.clock().set(start.plus_seconds(seconds));
}
