//! A place that sells, on either engine, and browsers that walk through its pages.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use billing::{
    Basis, BeforeBilling, Charge, Family, NewCharge, NewProduct, Price, PriceFor, Product, Quantity, Seller,
    Source, Unit, VatCategory,
};
use harness::{Form, FreshDatabase, Html};
use http_body_util::BodyExt;
use kernel::{
    AccountId, Actor, Currency, CustomerId, Day, Days, Email, Hat, Iban, Id, Instant, Locale, Money, Month,
    Name, OrganisationId, PersonId, PlaceId, Rate, Role, Siren, VatNumber, Zone,
};
use people::{Address, NewOrganisation, NewPerson, Payer, PersonName};
use platform::database::{Database, Engine, Tx};
use platform::jobs::{Extras, JobReport};
use platform::place::{self, NewPlace, Place};
use platform::verify::Report;
use platform::web::{App, AppParts, Live, Metrics, Seal, SignedIn, WebSettings, own_routes, router};
use platform::{Catalogue, Fault, permissions_of};
use press::Press;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;

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
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap();
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
    pub(crate) fn site(&self) -> Site<'_> {
        let capability = billing::capability();
        let catalogue =
            Arc::new(Catalogue::new(&[capability.messages, people::capability().messages]).unwrap());
        let app = App::new(AppParts {
            db: self.db.clone(),
            messages: catalogue,
            navigation: capability.navigation.to_vec(),
            grants: capability.permissions.to_vec(),
            identify,
            settings: WebSettings {
                base_url: "https://lieu.example.org".to_owned(),
                ..WebSettings::default()
            },
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras: Extras::new()
                .with(Arc::clone(&PRESS))
                .with(BeforeBilling::default()),
        });
        Site {
            router: router(app, capability.routes.merge(own_routes())),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            _house: self,
        }
    }
}

fn new_place() -> NewPlace {
    NewPlace {
        name: "La Fabrique".to_owned(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: "#0f6b5c".to_owned(),
        host: None,
        demonstration: true,
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

/// A session token of these tests names the person and the role: `0000…a.managing_director`.
fn identify(_: &mut Tx<'_>, _: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some((person, role)) = token.split_once('.') else {
        return Ok(None);
    };
    let person = PersonId::parse(person).map_err(Fault::internal)?;
    let role = Role::parse(role).map_err(Fault::internal)?;
    Ok(Some(SignedIn {
        account: AccountId::from_i64(person.as_i64()),
        person,
        name: "Noa Vasseur".to_owned(),
        roles: vec![role],
        hat: if role == Role::Member {
            Hat::Member
        } else {
            Hat::Office
        },
        language: None,
        note_use: None,
    }))
}

/// The pages of a house.
pub(crate) struct Site<'a> {
    router: Router,
    runtime: tokio::runtime::Runtime,
    _house: &'a House,
}

impl Site<'_> {
    /// A browser in which this person has signed in with this role.
    pub(crate) fn signed_in(&self, person: PersonId, role: Role) -> Browser<'_> {
        let session = ("tribu_session".to_owned(), format!("{person}.{role}"));
        Browser {
            site: self,
            cookies: BTreeMap::from([session]),
            language: "fr",
        }
    }

    /// A browser with nobody in it.
    pub(crate) fn stranger(&self) -> Browser<'_> {
        Browser {
            site: self,
            cookies: BTreeMap::new(),
            language: "fr",
        }
    }
}

/// A browser: its cookies, its language.
pub(crate) struct Browser<'a> {
    site: &'a Site<'a>,
    cookies: BTreeMap<String, String>,
    pub(crate) language: &'static str,
}

/// What the house answered.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answered {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse(&self.text())
    }
}

impl Browser<'_> {
    pub(crate) fn get(&mut self, path: &str) -> Answered {
        self.send(Request::get(path), String::new())
    }

    /// Asks for a page that must be there.
    #[track_caller]
    pub(crate) fn page(&mut self, path: &str) -> Html {
        let answer = self.get(path);
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{path} {} {}",
            answer.location,
            answer.html()
        );
        answer.html()
    }

    /// Sends a form of a page.
    pub(crate) fn post(&mut self, form: &Form) -> Answered {
        self.send(Request::post(&form.action), form.body())
    }

    fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answered {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::HOST, "lieu.example.org")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let router = self.site.router.clone();
        let (parts, bytes) = self.site.runtime.block_on(async {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            (parts, body.collect().await.unwrap().to_bytes())
        });
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = parts
            .headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        Answered {
            status: parts.status,
            location: location.unwrap_or_default(),
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }
}
