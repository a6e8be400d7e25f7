//! A place with rooms, a plan and a pass on offer, into which files are brought.

use billing::{
    Basis, Family, NewProduct, Price, PriceFor, Product, Seller, Unit, VatCategory, create_product, set_price,
};
use harness::{Session, Site, Visitor, new_place};
use imports::{CommandRefused, FileToImport, ImportKind, ImportReport};
use kernel::{Actor, Audience, Day, Email, Id, Locale, Money, Name, PlaceId, Rate, Role, Siren};
use offers::{OfferPrice, PassTerms, PlanTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::place::{self, Place};
use platform::verify::Report;
use platform::web::SignedIn;
use platform::{Capability, Catalogue, Failure, Fault};
use spaces::{ResourceFacts, ResourceId, ResourceKind};

/// A place to bring files into.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: Place,
}

/// Every capability that a file touches.
pub(crate) fn capabilities() -> [Capability; 5] {
    [
        people::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
        imports::capability(),
    ]
}

pub(crate) fn catalogue() -> Catalogue {
    let messages = capabilities().map(|capability| capability.messages);
    Catalogue::new(&messages).unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl World {
    /// A place that offers the plan “Résident” at 250.00, the pass “Carnet 30” at 150.00, and the room “Salon”.
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
        let world = Self { db, place };
        world.write(|tx, actor| {
            billing::set_french_vat_rates(tx, actor).unwrap();
            offer_plan(tx, actor, "Résident", 25_000);
            offer_pass(tx, actor);
            let product = new_product(tx, actor, "SALON", (Basis::Net, VatCategory::Standard));
            for (unit, cents) in [(Unit::Hour, 2_000), (Unit::HalfDay, 6_000), (Unit::Day, 10_000)] {
                set_prices(tx, actor, product, &[(None, unit, cents)]);
            }
            room(tx, actor, "Salon", product);
        });
        world
    }

    pub(crate) fn actor(&self) -> Actor {
        Actor::system(self.place.id)
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let actor = self.actor();
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &actor)))
            .unwrap()
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, PlaceId) -> T + Send + 'static,
    ) -> T {
        let place = self.place.id;
        self.db
            .read_blocking(move |tx| Ok::<_, Fault>(work(tx, place)))
            .unwrap()
    }

    /// A new person with a role, before the pages.
    pub(crate) fn visitor(&self, role: Role) -> Visitor {
        let person = self.write(|tx, actor| {
            let new = NewPerson::named(PersonName::parse("Gina", "Direction").unwrap());
            people::create_person(tx, actor, new).unwrap()
        });
        let site = Site::new(&self.db, capabilities().into(), identify, Extras::new());
        site.visitor().signed_in(person, role)
    }

    /// Moves the clock to a time of a day in the place.
    pub(crate) fn at(&self, day: Day, clock: &str) {
        let minute = kernel::MinuteOfDay::parse(clock).unwrap();
        self.db.clock().set(self.place.zone.instant(day, minute));
    }

    /// What `tribu import` answers.
    pub(crate) fn try_import(
        &self,
        kind: ImportKind,
        content: &[u8],
        said: &[&str],
        preview: bool,
    ) -> Result<ImportReport, Failure<CommandRefused>> {
        let mapping: Vec<String> = said.iter().map(|text| (*text).to_owned()).collect();
        let file = FileToImport {
            kind,
            filename: "export.csv",
            content,
            mapping: &mapping,
            preview,
        };
        imports::command(&self.db, &self.actor(), &file)
    }

    /// Brings in a file that has no fault.
    #[track_caller]
    pub(crate) fn import(&self, kind: ImportKind, content: &str) -> ImportReport {
        let report = self.try_import(kind, content.as_bytes(), &[], false).unwrap();
        assert!(report.applied, "{}", told(&report));
        report
    }

    /// What stands against a file: lines and message keys.
    #[track_caller]
    pub(crate) fn issues(&self, kind: ImportKind, content: &str) -> Vec<(usize, String)> {
        let report = self.try_import(kind, content.as_bytes(), &[], false).unwrap();
        assert!(!report.applied);
        report
            .issues
            .iter()
            .map(|issue| (issue.line, issue.key.clone()))
            .collect()
    }

    /// What `tribu verify` finds wrong.
    pub(crate) fn faults(&self) -> Vec<String> {
        let report = self.read(|tx, place| {
            let mut report = Report::new();
            platform::verify::check(tx, place, &mut report).unwrap();
            for check in capabilities()
                .into_iter()
                .filter_map(|capability| capability.verify)
            {
                check(tx, place, &mut report).unwrap();
            }
            report
        });
        report
            .faults()
            .iter()
            .map(|fault| format!("{} {}", fault.what, fault.detail))
            .collect()
    }
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}

/// A report as the terminal shows it.
pub(crate) fn told(report: &ImportReport) -> String {
    imports::printed(report, &catalogue(), Locale::En)
}

fn named(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn offer_price(cents: i64) -> OfferPrice {
    let from = day("2025-01-01");
    OfferPrice {
        amount: Money::from_cents(cents),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from,
    }
}

pub(crate) fn offer_plan(tx: &mut Tx<'_>, actor: &Actor, name: &str, cents: i64) {
    let terms = PlanTerms {
        name: named(name),
        audience: Audience::Resident,
        active: true,
    };
    offers::create_plan(tx, actor, terms, offer_price(cents)).unwrap();
}

fn offer_pass(tx: &mut Tx<'_>, actor: &Actor) {
    let terms = PassTerms {
        name: named("Carnet 30"),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    offers::create_pass_offer(tx, actor, terms, offer_price(15_000)).unwrap();
}

pub(crate) fn new_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    code: &str,
    (basis, vat_category): (Basis, VatCategory),
) -> Id<Product> {
    let product = NewProduct {
        code: code.to_owned(),
        name: code.to_owned(),
        family: Family::Room,
        vat_category,
        basis,
        account_code: String::new(),
    };
    create_product(tx, actor, product).unwrap()
}

pub(crate) fn set_prices(
    tx: &mut Tx<'_>,
    actor: &Actor,
    product: Id<Product>,
    prices: &[(Option<Audience>, Unit, i64)],
) {
    for (audience, unit, cents) in prices {
        let price = Price {
            product,
            audience: PriceFor(*audience),
            unit: *unit,
            amount: Money::from_cents(*cents),
            from: day("2025-01-01"),
        };
        set_price(tx, actor, price).unwrap();
    }
}

pub(crate) fn room(tx: &mut Tx<'_>, actor: &Actor, name: &str, product: Id<Product>) -> ResourceId {
    let facts = ResourceFacts {
        product: Some(product),
        ..ResourceFacts::named(ResourceKind::Room, named(name), 8)
    };
    spaces::create_resource(tx, actor, facts, None).unwrap()
}

/// A seller as the law wants it on invoices.
pub(crate) fn seller() -> Seller {
    Seller {
        legal_name: "La Fabrique".to_owned(),
        legal_form: "SCIC SARL à capital variable".to_owned(),
        capital: Money::from_cents(4_000_000),
        siren: Siren::parse("123456782").unwrap(),
        vat_number: Some(kernel::VatNumber::of_siren(&Siren::parse("123456782").unwrap())),
        rcs: "Lille".to_owned(),
        street: "1 rue de l’Atelier".to_owned(),
        postal_code: "59000".to_owned(),
        city: "Lille".to_owned(),
        country: "FR".to_owned(),
        email: Email::parse("factures@example.org").unwrap(),
        phone: None,
        iban: None,
        bic: None,
        payment_days: 30,
        penalty_rate: Rate::from_basis_points(1_200),
        indemnity: Money::from_cents(4_000),
        discount_text: String::new(),
        vat_on_debits: false,
        footer: String::new(),
    }
}
