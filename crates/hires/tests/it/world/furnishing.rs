//! The rooms, the prices and the people of the world.

use billing::{Basis, Family, NewProduct, Price, PriceFor, Product, Seller, Unit, VatCategory};
use harness::Session;
use kernel::{
    Actor, Audience, Day, Email, Id, MinuteOfDay, Money, Name, PersonId, PlaceId, Rate, Role, Siren, Weekday,
};
use people::{NewPerson, PersonName};
use platform::Fault;
use platform::database::Tx;
use platform::jobs::{JobContext, JobReport};
use platform::web::SignedIn;
use spaces::{BookingWindow, ResourceFacts, ResourceId, ResourceKind};
use std::sync::Mutex;
use std::sync::mpsc::Sender;

pub(super) fn introduce(tx: &mut Tx<'_>, system: &Actor, today: Day) -> Vec<PersonId> {
    let mut ids = Vec::new();
    for (given, family) in [("Lucie", "Amrani"), ("Awa", "Diarra"), ("Noor", "Bel")] {
        let email = Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap();
        let new = NewPerson {
            email: Some(email),
            ..NewPerson::named(PersonName::parse(given, family).unwrap())
        };
        let person = people::create_person(tx, system, new).unwrap();
        people::create_account(tx, system, person, None).unwrap();
        ids.push(person);
    }
    people::become_member(tx, system, ids[0], today.plus_days(-30)).unwrap();
    for (who, role) in [(ids[1], Role::Facilitator), (ids[2], Role::ManagingDirector)] {
        people::grant_role(tx, system, who, role, today).unwrap();
    }
    ids
}

pub(super) fn furnish(tx: &mut Tx<'_>, system: &Actor) -> (ResourceId, Id<Product>) {
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = product(
        tx,
        system,
        ("SALLE", "Location de salle", Family::Room, VatCategory::Standard),
    );
    let lunch = self::product(
        tx,
        system,
        ("REPAS", "Repas", Family::Other, VatCategory::Intermediate),
    );
    for (audience, cents) in [(None, 1_500), (Some(Audience::External), 2_000)] {
        price(tx, system, product, audience, cents);
    }
    let minute = |text| MinuteOfDay::parse(text).unwrap();
    spaces::templates::open_house(tx, system, &Weekday::ALL[..5], minute("08:00"), minute("20:00")).unwrap();
    let trusting = BookingWindow::UNSET;
    spaces::set_booking_window(tx, system, None, Audience::External, Some(trusting)).unwrap();
    let mut room = |name: &str, seats: i64| {
        let facts = ResourceFacts {
            product: Some(product),
            ..ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), seats)
        };
        spaces::create_resource(tx, system, facts, None).unwrap()
    };
    let hall = room("Grande halle", 80);
    room("Salon", 8);
    let seller = Seller {
        legal_name: "La Fabrique".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: Money::from_cents(2_994_000),
        siren: Siren::parse("123456782").unwrap(),
        vat_number: None,
        rcs: "Nantes".to_owned(),
        street: "4 rue des Tanneurs".to_owned(),
        postal_code: "44000".to_owned(),
        city: "Nantes".to_owned(),
        country: "FR".to_owned(),
        email: Email::parse("maison@example.org").unwrap(),
        phone: None,
        iban: None,
        bic: None,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_000),
        indemnity: Money::from_cents(4_000),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    };
    billing::set_seller(tx, system, &seller, Day::new(2026, 1, 1).unwrap()).unwrap();
    hires::publish_conditions(
        tx,
        system,
        "Article 1. Le lieu est rendu propre.\nArticle 2. On rend les clés.",
    )
    .unwrap();
    (hall, lunch)
}

fn product(
    tx: &mut Tx<'_>,
    system: &Actor,
    (code, name, family, vat_category): (&str, &str, Family, VatCategory),
) -> Id<Product> {
    let product = NewProduct {
        code: code.to_owned(),
        name: name.to_owned(),
        family,
        vat_category,
        basis: Basis::Net,
        account_code: "706000".to_owned(),
    };
    billing::create_product(tx, system, product).unwrap()
}

fn price(tx: &mut Tx<'_>, system: &Actor, product: Id<Product>, audience: Option<Audience>, cents: i64) {
    let new = Price {
        product,
        audience: PriceFor(audience),
        unit: Unit::Hour,
        amount: Money::from_cents(cents),
        from: Day::new(2026, 1, 1).unwrap(),
    };
    billing::set_price(tx, system, new).unwrap();
}

pub(super) fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

/// A job, which then tells the test that it is done.
pub(super) fn and_tell(
    context: &JobContext<'_>,
    run: fn(&JobContext<'_>) -> Result<JobReport, Fault>,
) -> Result<JobReport, Fault> {
    let report = run(context);
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}
