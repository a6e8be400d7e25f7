//! A place to measure: what it sells, its rooms, its team.

use billing::{Basis, Family, NewProduct, Price, PriceFor, Seller, Unit, VatCategory};
use kernel::{
    Actor, Audience, Currency, Day, Email, Iban, Id, Locale, MinuteOfDay, Money, Name, PersonId, Rate, Role,
    Siren, VatNumber, Weekday, Zone,
};
use offers::{OfferPrice, PassOffer, PassTerms, Plan, PlanTerms, UnitCosts};
use people::{NewPerson, Password, PersonName};
use platform::Fault;
use platform::database::{Database, DatabaseUrl, Options, Tx};
use platform::place::{self, NewPlace};
use spaces::{ResourceFacts, ResourceId, ResourceKind};

/// The password of everybody.
pub(crate) const PASSWORD: &str = "un secret de mesure";

/// An open database with a place in it.
pub(crate) struct MeasuredPlace {
    pub(crate) db: Database,
    pub(crate) system: Actor,
    pub(crate) zone: Zone,
    pub(crate) pass: Id<PassOffer>,
    pub(crate) plan: Id<Plan>,
    pub(crate) rooms: Vec<ResourceId>,
    pub(crate) room_names: Vec<String>,
}

impl MeasuredPlace {
    /// A new place with so many rooms, prices for everything, books, and one person for each of these roles, whose address
    /// is `role@example.org`. `careless` writes do not wait for the disk: for what is prepared, never for what is measured.
    pub(crate) fn open(url: &DatabaseUrl, rooms: usize, roles: &[Role], careless: bool) -> Self {
        let options = Options {
            sqlite_scratch: careless,
            ..Options::default()
        };
        let db = Database::open(url, options).expect("a database");
        let zone = Zone::parse("Europe/Paris").unwrap();
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let system = Actor::system(place.id);
        let room_names: Vec<String> = (1..=rooms).map(|number| format!("Salle {number:02}")).collect();
        let (by, names) = (system.clone(), room_names.clone());
        let made = db.write_blocking(move |tx| {
            let offers = put_on_offer(tx, &by);
            open_books(tx, &by);
            Ok::<_, Fault>((offers, open_rooms(tx, &by, &names)))
        });
        let ((pass, plan), rooms) = made.unwrap();
        let salt = db.entropy().bytes::<16>();
        let hash = people::hash_password(&Password::parse(PASSWORD).unwrap(), salt).unwrap();
        let today = zone.day_of(db.clock().now());
        for role in roles.iter().copied() {
            let (by, hash) = (system.clone(), hash.clone());
            db.write_blocking(move |tx| {
                let email = format!("{}@example.org", role.code());
                let person = person(tx, &by, "Camille", role.code(), &email);
                people::create_account(tx, &by, person, Some(&hash)).unwrap();
                // Every account has the role of a member already.
                if role != Role::Member {
                    people::grant_role(tx, &by, person, role, today).unwrap();
                }
                Ok::<_, Fault>(())
            })
            .unwrap();
        }
        Self {
            db,
            system,
            zone,
            pass,
            plan,
            rooms,
            room_names,
        }
    }

    /// The civil day it is.
    pub(crate) fn today(&self) -> Day {
        self.zone.day_of(self.db.clock().now())
    }

    /// Writes as the program itself, a few hundred things in one transaction.
    pub(crate) fn write_all<T: Clone + Send + Sync + 'static>(
        &self,
        things: &[T],
        write: fn(&mut Tx<'_>, &Actor, &T),
    ) {
        for some in things.chunks(500) {
            let (some, by) = (some.to_vec(), self.system.clone());
            let written = self.db.write_blocking(move |tx| {
                some.iter().for_each(|one| write(tx, &by, one));
                Ok::<_, Fault>(())
            });
            written.unwrap();
        }
    }
}

fn new_place() -> NewPlace {
    NewPlace {
        name: "La Verrière".to_owned(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: place::DEFAULT_COLOUR.to_owned(),
        host: None,
        demonstration: false,
    }
}

/// A day long before anything that is measured.
pub(crate) fn opening_day() -> Day {
    Day::new(2024, 1, 1).unwrap()
}

/// A person with an address.
pub(crate) fn person(tx: &mut Tx<'_>, by: &Actor, given: &str, family: &str, email: &str) -> PersonId {
    let mut new = NewPerson::named(PersonName::parse(given, family).unwrap());
    new.email = Some(Email::parse(email).unwrap());
    people::create_person(tx, by, new).unwrap()
}

fn price(cents: i64) -> OfferPrice {
    OfferPrice {
        amount: Money::from_cents(cents),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: opening_day(),
    }
}

fn put_on_offer(tx: &mut Tx<'_>, by: &Actor) -> (Id<PassOffer>, Id<Plan>) {
    billing::set_french_vat_rates(tx, by).unwrap();
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
    (
        offers::create_pass_offer(tx, by, pass, price(15_000)).unwrap(),
        offers::create_plan(tx, by, plan, price(25_000)).unwrap(),
    )
}

fn open_books(tx: &mut Tx<'_>, by: &Actor) {
    let seller = Seller {
        legal_name: "La Verrière".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: Money::from_cents(2_994_000),
        vat_number: Some(VatNumber::parse("FR11123456782").unwrap()),
        siren: Siren::parse("123 456 782").unwrap(),
        rcs: "Nantes".to_owned(),
        street: "4 rue des Tanneurs".to_owned(),
        postal_code: "44000".to_owned(),
        city: "Nantes".to_owned(),
        country: people::FRANCE.to_owned(),
        email: Email::parse("compta@example.org").unwrap(),
        phone: None,
        iban: Some(Iban::parse("FR14 2004 1010 0505 0001 3M02 606").unwrap()),
        bic: None,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_000),
        indemnity: Money::from_cents(4_000),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    };
    billing::set_seller(tx, by, &seller, opening_day()).unwrap();
}

fn open_rooms(tx: &mut Tx<'_>, by: &Actor, names: &[String]) -> Vec<ResourceId> {
    let product = NewProduct {
        code: "SALLE".to_owned(),
        name: "Salle de réunion".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, by, product).unwrap();
    for (unit, cents) in [(Unit::Hour, 2_000), (Unit::HalfDay, 6_000), (Unit::Day, 10_000)] {
        let price = Price {
            product,
            audience: PriceFor(None),
            unit,
            amount: Money::from_cents(cents),
            from: opening_day(),
        };
        billing::set_price(tx, by, price).unwrap();
    }
    let at = |clock| MinuteOfDay::parse(clock).unwrap();
    spaces::templates::open_house(tx, by, Weekday::ALL, at("8:00"), at("20:00")).unwrap();
    let rooms = names.iter().map(|name| {
        let facts = ResourceFacts {
            product: Some(product),
            ..ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 8)
        };
        spaces::create_resource(tx, by, facts, None).unwrap()
    });
    rooms.collect()
}
