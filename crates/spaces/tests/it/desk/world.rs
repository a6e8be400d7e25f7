//! A place with a pass and a plan on offer, people who hold them, a team, and a browser for each.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, header};
use harness::Html;
use http_body_util::BodyExt as _;
use kernel::{
    AccountId, Actor, Audience, Currency, Day, Hat, Id, Instant, Locale, Money, Name, Permission, PersonId,
    PlaceId, Role, Zone,
};
use offers::{ImportedContract, ImportedLot, OfferPrice, PassOffer, PassTerms, Plan, PlanTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::capability::permissions_of;
use platform::database::{Database, DatabaseError, Tx};
use platform::place::{self, NewPlace, Place};
use platform::web::{App, AppParts, Live, Metrics, Seal, SignedIn, WebSettings, own_routes, router};
use platform::{Catalogue, Failure, Fault, Grant};
use spaces::{CheckInId, CheckInRefusal, CheckedIn, NewCheckIn, Part, Welcome};
use tower::ServiceExt as _;

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

/// What a request was answered with.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) to: String,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn html(&self) -> Html {
        Html::parse(&self.text)
    }
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

    pub(super) fn app(&self) -> App {
        let messages = [people::MESSAGES, spaces::MESSAGES];
        let navigation = spaces::capability().navigation;
        App::new(AppParts {
            db: self.db.clone(),
            messages: Arc::new(Catalogue::new(&messages).unwrap()),
            navigation: navigation.to_vec(),
            grants: grants(),
            identify,
            settings: WebSettings::default(),
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras: platform::jobs::Extras::new(),
        })
    }

    pub(super) fn browser(&self, actor: &Actor) -> Browser {
        let role = actor.roles.first().map_or("member", |role| role.code());
        let token = format!("{role}.{}", actor.person.unwrap().as_i64());
        Browser {
            app: router(self.app(), own_routes().merge(spaces::capability().routes)),
            cookie: format!("tribu_visitor={}; tribu_session={token}", "v".repeat(26)),
        }
    }
}

/// Somebody's browser.
pub(super) struct Browser {
    app: axum::Router,
    cookie: String,
}

impl Browser {
    pub(super) fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), String::new())
    }

    /// As htmx asks for a part of a page.
    pub(super) fn part(&self, path: &str) -> Answer {
        self.send(Request::get(path).header("hx-request", "true"), String::new())
    }

    pub(super) fn post(&self, path: &str, body: &str) -> Answer {
        let form = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(form, body.to_owned())
    }

    pub(super) fn submit(&self, form: &harness::Form) -> Answer {
        self.post(&form.action, &form.body())
    }

    fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .body(Body::from(body))
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let response = self.app.clone().oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let to = response
                .headers()
                .get(header::LOCATION)
                .map(|to| to.to_str().unwrap().to_owned());
            let bytes = response.into_body().collect().await.unwrap().to_bytes();
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            Answer {
                status,
                to: to.unwrap_or_default(),
                text,
            }
        })
    }
}

/// A session cookie of these tests says who it is: `facilitator.123`.
fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some((role, number)) = token.split_once('.') else {
        return Ok(None);
    };
    let role = Role::parse(role).unwrap();
    let person = PersonId::from_i64(number.parse().unwrap());
    let Some(known) = people::person(tx, place, person)? else {
        return Ok(None);
    };
    Ok(Some(SignedIn {
        account: AccountId::from_i64(person.as_i64()),
        person,
        name: known.name.full(),
        roles: vec![role],
        hat: if role == Role::Member {
            Hat::Member
        } else {
            Hat::FrontDesk
        },
        language: None,
        note_use: None,
    }))
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

fn new_place() -> NewPlace {
    NewPlace {
        name: "La Fabrique".to_owned(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: "#0e5a5f".to_owned(),
        host: None,
        demonstration: false,
    }
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
