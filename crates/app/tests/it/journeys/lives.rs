//! What the place of a journey holds: offers, people with passes and plans, a room with a price, a seller.

use kernel::{
    Actor, Audience, Bic, Day, Email, Iban, Id, MinuteOfDay, Money, Name, PersonId, Rate, Siren, VatNumber,
    Weekday,
};
use offers::{ImportedContract, ImportedLot, OfferPrice, PassOffer, PassTerms, Plan, PlanTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::database::Tx;
use spaces::{ResourceFacts, ResourceId, ResourceKind};

/// Monday 15 June 2026, the day on which every journey begins.
pub(crate) fn monday() -> Day {
    Day::new(2026, 6, 15).unwrap()
}

fn new_year() -> Day {
    Day::new(2026, 1, 1).unwrap()
}

fn price(cents: i64) -> OfferPrice {
    OfferPrice {
        amount: Money::from_cents(cents),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: new_year(),
    }
}

/// What the place sells.
#[derive(Clone, Copy)]
pub(crate) struct OnOffer {
    pass: Id<PassOffer>,
    plan: Id<Plan>,
}

impl OnOffer {
    /// The reference pass and plan, at French rates.
    pub(crate) fn put(tx: &mut Tx<'_>, system: &Actor) -> Self {
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
        Self {
            pass: offers::create_pass_offer(tx, system, pass, price(15_000)).unwrap(),
            plan: offers::create_plan(tx, system, plan, price(25_000)).unwrap(),
        }
    }

    /// Somebody with a pass that has so many units left.
    pub(crate) fn nomad(self, tx: &mut Tx<'_>, system: &Actor, name: &str, remaining: i64) -> PersonId {
        let person = person(tx, system, name);
        let lot = ImportedLot {
            person,
            offer: self.pass,
            units: 30,
            remaining,
            bought_on: new_year(),
            expires_on: None,
            external_ref: format!("lot of {name}"),
        };
        offers::import_lot(tx, system, &lot).unwrap();
        person
    }

    /// Somebody with a plan since January, charged from `charged_from`.
    pub(crate) fn resident(self, tx: &mut Tx<'_>, system: &Actor, name: &str, charged_from: Day) -> PersonId {
        let person = person(tx, system, name);
        let contract = ImportedContract {
            person,
            plan: self.plan,
            from: new_year(),
            until: None,
            price: None,
            charged_from,
            external_ref: format!("contract of {name}"),
        };
        offers::import_contract(tx, system, &contract).unwrap();
        person
    }
}

/// A person with an address of their own.
pub(crate) fn person(tx: &mut Tx<'_>, system: &Actor, name: &str) -> PersonId {
    let (given, family) = name.split_once(' ').unwrap();
    let mut new = NewPerson::named(PersonName::parse(given, family).unwrap());
    let address = kernel::fold(name).replace(' ', ".");
    new.email = Some(Email::parse(&format!("{address}@example.org")).unwrap());
    people::create_person(tx, system, new).unwrap()
}

/// Something on offer, one room, and Camille Durand, a member with an account.
pub(crate) fn a_member_and_a_room(tx: &mut Tx<'_>, system: &Actor, hash: &str) {
    OnOffer::put(tx, system);
    open_rooms(tx, system, &["Salon bleu"]);
    let camille = person(tx, system, "Camille Durand");
    people::become_member(tx, system, camille, monday()).unwrap();
    account(tx, system, camille, hash);
}

/// Gives somebody an account.
pub(crate) fn account(tx: &mut Tx<'_>, system: &Actor, person: PersonId, hash: &str) {
    people::create_account(tx, system, person, Some(hash)).unwrap();
}

/// Who issues the invoices of the place.
pub(crate) fn open_books(tx: &mut Tx<'_>, system: &Actor) {
    let siren = Siren::parse("123 456 782").unwrap();
    let seller = billing::Seller {
        legal_name: "La Verrière".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: Money::from_cents(2_994_000),
        vat_number: Some(VatNumber::parse("FR11123456782").unwrap()),
        siren,
        rcs: "Nantes".to_owned(),
        street: "4 rue des Tanneurs".to_owned(),
        postal_code: "44000".to_owned(),
        city: "Nantes".to_owned(),
        country: "FR".to_owned(),
        email: Email::parse("compta@example.org").unwrap(),
        phone: None,
        iban: Some(Iban::parse("FR14 2004 1010 0505 0001 3M02 606").unwrap()),
        bic: None::<Bic>,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_000),
        indemnity: Money::from_cents(4_000),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    };
    billing::set_seller(tx, system, &seller, new_year()).unwrap();
}

/// Opens the house from eight to eight every day, with these rooms at 20 EUR an hour, 60 a half-day and 100 a day.
pub(crate) fn open_rooms(tx: &mut Tx<'_>, system: &Actor, names: &[&str]) -> Vec<ResourceId> {
    let product = billing::NewProduct {
        code: "SALLE".to_owned(),
        name: "Salle de réunion".to_owned(),
        family: billing::Family::Room,
        vat_category: billing::VatCategory::Standard,
        basis: billing::Basis::Net,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    for (unit, cents) in [
        (billing::Unit::Hour, 2_000),
        (billing::Unit::HalfDay, 6_000),
        (billing::Unit::Day, 10_000),
    ] {
        let price = billing::Price {
            product,
            audience: billing::PriceFor(None),
            unit,
            amount: Money::from_cents(cents),
            from: new_year(),
        };
        billing::set_price(tx, system, price).unwrap();
    }
    let at = |clock| MinuteOfDay::parse(clock).unwrap();
    spaces::templates::open_house(tx, system, Weekday::ALL, at("8:00"), at("20:00")).unwrap();
    let rooms = names.iter().map(|name| {
        let facts = ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 8);
        let facts = ResourceFacts {
            product: Some(product),
            ..facts
        };
        spaces::create_resource(tx, system, facts, None).unwrap()
    });
    rooms.collect()
}
