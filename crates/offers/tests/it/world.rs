//! A place that sells passes and plans, and people who come to it.

use kernel::{Actor, Audience, Day, Id, Money, Name, OrganisationId, PersonId, PlaceId, Role};
use offers::{
    DayUse, DayUseOutcome, NewPassSale, NewSubscription, OfferPrice, PassBalance, PassOffer, PassSale,
    PassTerms, Plan, PlanContract, PlanTerms, UnitCosts,
};
use people::{NewOrganisation, NewPerson, PersonName};
use platform::Fault;
use platform::capability::permissions_of;
use platform::database::{Database, DatabaseError, Tx};
use platform::place;
use platform::verify::Report;

/// A place on a database: it sells the reference pass (30 units for 150 EUR net, a day 3, a half-day 2) and the resident plan
/// (250 EUR net a month).
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) pass: Id<PassOffer>,
    pub(crate) plan: Id<Plan>,
}

/// Monday 15 June 2026.
pub(crate) fn today() -> Day {
    day("2026-06-15")
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn euros(units: i64) -> Money {
    Money::from_cents(units * 100)
}

pub(crate) fn pass_terms(name: &str, units: i64, costs: (i64, i64)) -> PassTerms {
    PassTerms {
        name: Name::parse(name).unwrap(),
        units,
        costs: UnitCosts::new(costs.0, costs.1).unwrap(),
        validity_months: None,
        active: true,
    }
}

pub(crate) fn plan_terms(name: &str) -> PlanTerms {
    PlanTerms {
        name: Name::parse(name).unwrap(),
        audience: Audience::Resident,
        active: true,
    }
}

/// A net price at the normal rate, in force since the place opened.
pub(crate) fn net(amount: Money) -> OfferPrice {
    OfferPrice {
        amount,
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: day("2024-01-01"),
    }
}

impl World {
    pub(crate) fn on(db: &Database) -> Self {
        let opened = db.write_blocking(|tx| place::create(tx, harness::new_place()));
        let place = opened.unwrap().id;
        let system = Actor::system(place);
        let made = db.write_blocking(move |tx| {
            billing::set_french_vat_rates(tx, &system).map_err(|failure| failure.unexpected())?;
            let pass =
                offers::create_pass_offer(tx, &system, pass_terms("Carnet", 30, (3, 2)), net(euros(150)));
            let plan = offers::create_plan(tx, &system, plan_terms("Résident"), net(euros(250)));
            Ok::<_, Fault>((
                pass.map_err(|failure| failure.unexpected())?,
                plan.map_err(|failure| failure.unexpected())?,
            ))
        });
        let (pass, plan) = made.unwrap();
        Self {
            db: db.clone(),
            place,
            pass,
            plan,
        }
    }

    /// The program itself.
    pub(crate) fn system(&self) -> Actor {
        Actor::system(self.place)
    }

    /// Somebody signed in with roles.
    pub(crate) fn actor(&self, person: PersonId, roles: &[Role]) -> Actor {
        let grants = people::PERMISSIONS
            .iter()
            .chain(billing::PERMISSIONS)
            .chain(offers::PERMISSIONS);
        let permissions = permissions_of(roles, grants);
        Actor::person(
            self.place,
            Id::from_i64(person.as_i64()),
            person,
            roles.to_vec(),
            permissions,
        )
    }

    /// Does something as the program, in one transaction.
    #[track_caller]
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = self.system();
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }

    /// Does something as somebody, in one transaction that is undone when it fails.
    pub(crate) fn act<T, E>(
        &self,
        actor: &Actor,
        work: impl Fn(&mut Tx<'_>, &Actor) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let actor = actor.clone();
        self.db.write_blocking(move |tx| work(tx, &actor))
    }

    pub(crate) fn person(&self, given: &'static str) -> PersonId {
        self.write(move |tx, system| {
            let name = PersonName::parse(given, "Vasseur").unwrap();
            people::create_person(tx, system, NewPerson::named(name)).unwrap()
        })
    }

    /// A member since the place opened.
    pub(crate) fn member(&self, given: &'static str) -> PersonId {
        let person = self.person(given);
        self.write(move |tx, system| people::become_member(tx, system, person, day("2025-01-01")).unwrap());
        person
    }

    /// Somebody whose organisation pays for them: Alix Moreau of the Atelier des Ormes.
    pub(crate) fn person_paid_for(&self) -> (PersonId, OrganisationId) {
        self.write(|tx, system| {
            let name = Name::parse("Atelier des Ormes").unwrap();
            let organisation = people::create_organisation(tx, system, NewOrganisation::named(name)).unwrap();
            let new = NewPerson {
                organisation: Some(organisation),
                ..NewPerson::named(PersonName::parse("Alix", "Moreau").unwrap())
            };
            (people::create_person(tx, system, new).unwrap(), organisation)
        })
    }

    #[track_caller]
    pub(crate) fn sell(&self, person: PersonId, on: &str) -> PassSale {
        let sale = NewPassSale {
            person,
            offer: self.pass,
            on: day(on),
            seen: None,
        };
        self.write(move |tx, system| offers::sell_pass(tx, system, sale).unwrap())
    }

    #[track_caller]
    pub(crate) fn used(&self, person: PersonId, on: &str, used: DayUse) -> DayUseOutcome {
        let on = day(on);
        self.write(move |tx, system| offers::use_day(tx, system, person, on, used).unwrap())
    }

    #[track_caller]
    pub(crate) fn left(&self, person: PersonId, on: &str) -> PassBalance {
        let on = day(on);
        self.write(move |tx, system| offers::remaining(tx, system.place, person, on).unwrap())
    }

    #[track_caller]
    pub(crate) fn subscribe(&self, person: PersonId, from: &str) -> Id<PlanContract> {
        let from = day(from);
        let new = NewSubscription {
            person,
            plan: self.plan,
            from,
            on: from,
            seen: None,
        };
        self.write(move |tx, system| offers::subscribe_plan(tx, system, new).unwrap())
    }

    /// Units left in each lot of a person, the latest bought first.
    pub(crate) fn lots(&self, person: PersonId) -> Vec<i64> {
        let lots = self.write(move |tx, system| offers::lots_of(tx, system.place, person).unwrap());
        lots.iter().map(|lot| lot.remaining).collect()
    }

    /// Cents of the open charges of a person, the oldest first.
    pub(crate) fn charges(&self, person: PersonId) -> Vec<i64> {
        let charges =
            self.write(move |tx, system| billing::open_charges_of(tx, system.place, person).unwrap());
        charges.iter().map(|charge| charge.amount.cents()).collect()
    }

    /// What `tribu verify` says of offers.
    pub(crate) fn verify(&self) -> Report {
        self.write(|tx, system| {
            let mut report = Report::new();
            offers::check(tx, system.place, &mut report).unwrap();
            report
        })
    }

    #[track_caller]
    pub(crate) fn assert_sound(&self) {
        let report = self.verify();
        assert!(report.is_clean(), "{:#?}", report.faults());
    }
}
