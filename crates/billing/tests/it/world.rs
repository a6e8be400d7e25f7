//! A place that sells, on either engine, and visitors who walk through its pages.

use billing::{
    Basis, BeforeBilling, Charge, Family, NewCharge, NewProduct, Price, PriceFor, Product, Quantity, Seller,
    Source, Unit, VatCategory,
};
use harness::{FreshDatabase, Session, Site, Visitor};
use kernel::{
    AccountId, Actor, CustomerId, Day, Days, Email, Iban, Id, Instant, Money, Month, Name, OrganisationId,
    PersonId, PlaceId, Rate, Role, Siren, VatNumber,
};
use people::{Address, NewOrganisation, NewPerson, Payer, PersonName};
use platform::database::{Database, Engine, Tx};
use platform::jobs::{Extras, JobReport};
use platform::place::{self, NewPlace, Place};
use platform::verify::Report;
use platform::web::SignedIn;
use platform::{Fault, permissions_of};
use press::Press;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, LazyLock};

/// One press for all tests: warming it takes longer than printing.
pub(crate) static PRESS: LazyLock<Arc<Press>> = LazyLock::new(|| Arc::new(Press::new()));

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

pub(crate) fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

/// A place with its seller, a room by the hour, a plan by the month and a coffee with VAT in its price.
pub(crate) struct House {
    pub(crate) place: Place,
    pub(crate) db: Database,
    pub(crate) room: Id<Product>,
    pub(crate) coffee: Id<Product>,
    fresh: FreshDatabase,
}

/// Runs a test on both engines, each time in a fresh house.
pub(crate) fn both(body: impl Fn(House)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| body(House::on(engine)))) {
            eprintln!("the failure above happened on {engine}");
            resume_unwind(panic);
        }
    }
}

impl House {
    /// A house on SQLite, on Monday 15 June 2026.
    pub(crate) fn new() -> Self {
        Self::on(Engine::Sqlite)
    }

    pub(crate) fn on(engine: Engine) -> Self {
        let fresh = FreshDatabase::on(engine);
        let db = fresh.database().clone();
        let place = db
            .write_blocking(|tx| place::create(tx, demonstration()))
            .unwrap();
        let id = place.id;
        let (room, coffee) = db
            .write_blocking(move |tx| Ok::<_, Fault>(furnish(tx, id)))
            .unwrap();
        Self {
            place,
            db,
            room,
            coffee,
            fresh,
        }
    }

    /// The same place through another process's connections.
    pub(crate) fn another_process(&self) -> Database {
        self.fresh.open_again()
    }

    /// Writes in the place as the program itself.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = Actor::system(self.place.id);
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }

    /// Tries to write as somebody; what fails leaves nothing.
    pub(crate) fn attempt<T: Send + 'static, R: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl Fn(&mut Tx<'_>, &Actor) -> Result<T, platform::Failure<R>> + Send + 'static,
    ) -> Result<T, platform::Failure<R>> {
        let actor = actor.clone();
        self.db.write_blocking(move |tx| work(tx, &actor))
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, PlaceId) -> Result<T, Fault> + Send + 'static,
    ) -> T {
        let place = self.place.id;
        self.db.read_blocking(move |tx| work(tx, place)).unwrap()
    }

    pub(crate) fn system(&self) -> Actor {
        Actor::system(self.place.id)
    }

    /// Somebody of the place with a role and nothing else.
    pub(crate) fn somebody(&self, role: Role, person: PersonId) -> Actor {
        let account = AccountId::from_i64(person.as_i64());
        let roles = vec![role];
        let permissions = permissions_of(&roles, billing::PERMISSIONS);
        Actor::person(self.place.id, account, person, roles, permissions)
    }

    /// Moves the clock to nine in the morning of a day.
    pub(crate) fn on_day(&self, text: &str) {
        self.db
            .clock()
            .set(Instant::parse(&format!("{text}T09:00:00+01:00")).unwrap());
    }

    /// A person with an address and an e-mail.
    pub(crate) fn person(&self, given: &'static str, family: &'static str) -> PersonId {
        self.write(move |tx, actor| {
            let new = NewPerson {
                email: Some(Email::parse(&format!("{}@example.org", kernel::fold(given))).unwrap()),
                address: Address::parse("3 rue des Essais", "31000", "Toulouse", "FR").unwrap(),
                ..NewPerson::named(PersonName::parse(given, family).unwrap())
            };
            people::create_person(tx, actor, new).unwrap()
        })
    }

    /// A company with a SIREN and an address.
    pub(crate) fn company(&self, name: &'static str) -> OrganisationId {
        self.write(move |tx, actor| {
            let new = NewOrganisation {
                siren: Some(Siren::parse("000000018").unwrap()),
                email: Some(Email::parse("compta@example.org").unwrap()),
                address: Address::parse("10 place du Test", "59000", "Lille", "FR").unwrap(),
                ..NewOrganisation::named(Name::parse(name).unwrap())
            };
            people::create_organisation(tx, actor, new).unwrap()
        })
    }

    pub(crate) fn customer(&self, payer: Payer) -> CustomerId {
        self.write(move |tx, actor| billing::customer_of(tx, actor, payer).unwrap())
    }

    /// A person who is a customer already.
    pub(crate) fn customer_named(&self, given: &'static str, family: &'static str) -> CustomerId {
        let person = self.person(given, family);
        self.customer(Payer::Person(person))
    }

    /// A charge of two hours of a room, 30.00 net each, on a day.
    pub(crate) fn room_for(&self, customer: CustomerId, key: &str, on: &str) -> NewCharge {
        NewCharge {
            customer,
            person: None,
            product: self.room,
            label: "Salle Garonne".to_owned(),
            detail: format!("{on}, 9 h – 11 h"),
            quantity: Quantity::whole(2).unwrap(),
            unit: Unit::Hour,
            unit_price: cents(3_000),
            basis: Basis::Net,
            rate: Rate::from_basis_points(2_000),
            service: Days::one(day(on)),
            source: Source::new("booking", Id::<()>::from_i64(1)),
            source_key: key.to_owned(),
        }
    }

    pub(crate) fn charge(&self, new: NewCharge) -> Id<Charge> {
        self.write(move |tx, actor| billing::charge(tx, actor, new.clone()).unwrap())
    }

    /// Issues a month as it stands, without PDF nor mail.
    pub(crate) fn issue(&self, of: &str) -> JobReport {
        billing::issue_run_blocking(
            &self.db,
            None,
            &self.system(),
            month(of),
            &BeforeBilling::default(),
        )
        .unwrap()
    }

    /// What verification finds.
    pub(crate) fn verified(&self) -> Report {
        let place = self.place.id;
        let check = billing::capability().verify.unwrap();
        self.db
            .read_blocking(move |tx| {
                let mut report = Report::new();
                check(tx, place, &mut report)?;
                Ok::<_, Fault>(report)
            })
            .unwrap()
    }

    /// The pages of the place.
    pub(crate) fn site(&self) -> Site {
        let extras = Extras::new()
            .with(Arc::clone(&PRESS))
            .with(BeforeBilling::default());
        let capabilities = vec![people::capability(), billing::capability()];
        Site::new(&self.db, capabilities, identify, extras)
    }

    /// A person with a role, before the pages.
    pub(crate) fn signed_in(&self, person: PersonId, role: Role) -> Visitor {
        self.site().visitor().signed_in(person, role)
    }
}

/// A place whose invoices are nobody's.
fn demonstration() -> NewPlace {
    NewPlace {
        demonstration: true,
        ..harness::new_place()
    }
}

pub(crate) fn seller() -> Seller {
    Seller {
        legal_name: "Coopérative d’Essai".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: cents(2_994_000),
        siren: Siren::parse("000000026").unwrap(),
        vat_number: Some(VatNumber::of_siren(&Siren::parse("000000026").unwrap())),
        rcs: "Toulouse".to_owned(),
        street: "1 rue du Modèle".to_owned(),
        postal_code: "31000".to_owned(),
        city: "Toulouse".to_owned(),
        country: "FR".to_owned(),
        email: Email::parse("bonjour@example.org").unwrap(),
        phone: None,
        iban: Some(Iban::parse("FR1420041010050500013M02606").unwrap()),
        bic: None,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_215),
        indemnity: cents(4_000),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    }
}

fn furnish(tx: &mut Tx<'_>, place: PlaceId) -> (Id<Product>, Id<Product>) {
    let actor = Actor::system(place);
    let from = day("2024-01-01");
    billing::set_french_vat_rates(tx, &actor).unwrap();
    billing::set_seller(tx, &actor, &seller(), from).unwrap();
    let mut product = |code: &str, name: &str, family, basis, unit, amount| {
        let new = NewProduct {
            code: code.to_owned(),
            name: name.to_owned(),
            family,
            vat_category: VatCategory::Standard,
            basis,
            account_code: "706000".to_owned(),
        };
        let product = billing::create_product(tx, &actor, new).unwrap();
        let price = Price {
            product,
            audience: PriceFor(None),
            unit,
            amount: cents(amount),
            from,
        };
        billing::set_price(tx, &actor, price).unwrap();
        product
    };
    let room = product(
        "SALLE",
        "Salle de réunion",
        Family::Room,
        Basis::Net,
        Unit::Hour,
        3_000,
    );
    product(
        "RESIDENT",
        "Forfait résident",
        Family::Plan,
        Basis::Net,
        Unit::Month,
        25_000,
    );
    (
        room,
        product("CAFE", "Café", Family::Other, Basis::Gross, Unit::Piece, 150),
    )
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
