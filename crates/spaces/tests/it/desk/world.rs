//! A place with a pass and a plan on offer, people who hold them, and a team.

use std::collections::BTreeSet;

use crate::site;
use harness::{Visitor, new_place};
use kernel::{AccountId, Actor, Audience, Day, Id, Instant, Money, Name, Permission, PersonId, Role};
use offers::{ImportedContract, ImportedLot, OfferPrice, PassOffer, PassTerms, Plan, PlanTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::capability::permissions_of;
use platform::database::{Database, DatabaseError, Tx};
use platform::place::{self, Place};
use platform::{Failure, Fault, Grant};
use spaces::{CheckInId, CheckInRefusal, CheckedIn, NewCheckIn, Part, Welcome};

/// Monday 15 June 2026.
pub(super) fn monday() -> Day {
    Day::new(2026, 6, 15).unwrap()
}

/// A place to keep the door of.
pub(super) struct World {
    pub(super) db: Database,
    pub(super) place: Place,
    pub(super) offer: Id<PassOffer>,
    pub(super) plan: Id<Plan>,
}

impl World {
    pub(super) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let system = Actor::system(place.id);
        let (offer, plan) = db.write_blocking(move |tx| put_on_offer(tx, &system)).unwrap();
        Self {
            db,
            place,
            offer,
            plan,
        }
    }

    pub(super) fn system(&self) -> Actor {
        Actor::system(self.place.id)
    }

    /// Somebody with these roles and what they allow.
    pub(super) fn actor(&self, person: PersonId, roles: &[Role]) -> Actor {
        let account = AccountId::from_i64(person.as_i64());
        Actor::person(self.place.id, account, person, roles.to_vec(), permissions(roles))
    }

    /// A facilitator.
    pub(super) fn team(&self) -> Actor {
        let person = self.person("Fanny Accueil");
        self.actor(person, &[Role::Facilitator])
    }

    pub(super) fn person(&self, name: &str) -> PersonId {
        let (given, family) = name.split_once(' ').unwrap_or((name, ""));
        let new = NewPerson::named(PersonName::parse(given, family).unwrap());
        let system = self.system();
        self.db
            .write_blocking(move |tx| people::create_person(tx, &system, new.clone()))
            .unwrap()
    }

    /// Somebody with a pass that has so many units left.
    pub(super) fn nomad(&self, name: &str, remaining: i64) -> PersonId {
        let person = self.person(name);
        let lot = ImportedLot {
            person,
            offer: self.offer,
            units: 30,
            remaining,
            bought_on: Day::new(2026, 1, 5).unwrap(),
            expires_on: None,
            external_ref: format!("lot of {person}"),
        };
        let system = self.system();
        self.db
            .write_blocking(move |tx| offers::import_lot(tx, &system, &lot))
            .unwrap();
        person
    }

    /// Somebody with a plan.
    pub(super) fn resident(&self, name: &str) -> PersonId {
        let person = self.person(name);
        let from = Day::new(2026, 1, 1).unwrap();
        let contract = ImportedContract {
            person,
            plan: self.plan,
            from,
            until: None,
            price: Some(Money::from_cents(25_000)),
            charged_from: from,
            external_ref: format!("contract of {person}"),
        };
        let system = self.system();
        self.db
            .write_blocking(move |tx| offers::import_contract(tx, &system, &contract))
            .unwrap();
        person
    }

    pub(super) fn check_in(
        &self,
        actor: &Actor,
        person: PersonId,
        part: Part,
    ) -> Result<CheckedIn, Failure<CheckInRefusal>> {
        self.check_in_as(
            actor,
            NewCheckIn {
                person,
                part,
                welcome: None,
            },
        )
    }

    pub(super) fn check_in_as(
        &self,
        actor: &Actor,
        new: NewCheckIn,
    ) -> Result<CheckedIn, Failure<CheckInRefusal>> {
        let actor = actor.clone();
        self.db
            .write_blocking(move |tx| spaces::check_in(tx, &actor, new))
    }

    pub(super) fn undo(&self, actor: &Actor, id: CheckInId) -> Result<(), Failure<CheckInRefusal>> {
        let actor = actor.clone();
        self.db
            .write_blocking(move |tx| spaces::undo_check_in(tx, &actor, id).map(|_| ()))
    }

    pub(super) fn widen(&self, actor: &Actor, id: CheckInId) -> Result<(), Failure<CheckInRefusal>> {
        let actor = actor.clone();
        self.db
            .write_blocking(move |tx| spaces::widen_to_day(tx, &actor, id).map(|_| ()))
    }

    /// Units left and units owed.
    pub(super) fn units(&self, person: PersonId) -> (i64, i64) {
        let place = self.place.id;
        let day = self.place.zone.day_of(self.db.clock().now());
        let left = self
            .db
            .read_blocking(move |tx| offers::remaining(tx, place, person, day))
            .unwrap();
        (left.units, left.debt)
    }

    /// The verbs of the log about a person, the oldest first.
    pub(super) fn history(&self, person: PersonId) -> Vec<String> {
        let place = self.place.id;
        let subject = platform::activity::Subject::new("person", person);
        let entries = self
            .db
            .read_blocking(move |tx| platform::activity::history(tx, place, subject))
            .unwrap();
        let verbs = entries.into_iter().rev().map(|entry| entry.verb);
        verbs.filter(|verb| verb.starts_with("check_in")).collect()
    }

    /// Moves the clock to an hour of Monday 15 June 2026, or of another day.
    pub(super) fn at(&self, day: Day, clock: &str) -> Instant {
        let minute = kernel::MinuteOfDay::parse(clock).unwrap();
        let at = self.place.zone.instant(day, minute);
        self.db.clock().set(at);
        at
    }

    /// What `tribu verify` finds wrong.
    pub(super) fn faults(&self) -> Vec<String> {
        let place = self.place.id;
        let report = self.db.read_blocking(move |tx| {
            let mut report = platform::verify::Report::new();
            spaces::check(tx, place, &mut report)?;
            offers::check(tx, place, &mut report)?;
            Ok::<_, Fault>(report)
        });
        report
            .unwrap()
            .faults()
            .iter()
            .map(|fault| format!("{} {}", fault.what, fault.detail))
            .collect()
    }

    /// Somebody before the pages of this place.
    pub(super) fn visitor(&self, actor: &Actor) -> Visitor {
        site::visitor(&self.db, actor)
    }
}

fn grants() -> Vec<Grant> {
    [
        people::PERMISSIONS,
        billing::PERMISSIONS,
        offers::PERMISSIONS,
        spaces::PERMISSIONS,
    ]
    .concat()
}

pub(super) fn permissions(roles: &[Role]) -> BTreeSet<Permission> {
    permissions_of(roles, &grants())
}

fn put_on_offer(tx: &mut Tx<'_>, system: &Actor) -> Result<(Id<PassOffer>, Id<Plan>), DatabaseError> {
    let price = |cents| OfferPrice {
        amount: Money::from_cents(cents),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: Day::new(2026, 1, 1).unwrap(),
    };
    billing::set_french_vat_rates(tx, system).unwrap();
    let pass = PassTerms {
        name: Name::parse("Carnet 30").unwrap(),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    let plan = PlanTerms {
        name: Name::parse("Résident").unwrap(),
        audience: Audience::Resident,
        active: true,
    };
    let offer = offers::create_pass_offer(tx, system, pass, price(15_000)).unwrap();
    Ok((
        offer,
        offers::create_plan(tx, system, plan, price(25_000)).unwrap(),
    ))
}

/// A welcome for those who hold nothing.
pub(super) fn received(person: PersonId, part: Part, welcome: Welcome) -> NewCheckIn {
    NewCheckIn {
        person,
        part,
        welcome: Some(welcome),
    }
}
