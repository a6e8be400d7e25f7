//! A place with a member who holds a pass, served over the network.

use harness::{Served, Session, Site, Visitor, new_place};
use kernel::{Actor, Day, Email, Id, Money, Name, PersonId, PlaceId, Role};
use offers::{NewPassSale, OfferPrice, PassOffer, PassTerms, UnitCosts};
use people::{NewOrganisation, NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::web::SignedIn;
use platform::{Capability, Catalogue, Fault, place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A place, its pages and where they are.
pub(crate) struct House {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    pub(crate) served: Served,
    pub(crate) people: BTreeMap<Role, PersonId>,
    /// A second member, without a pass.
    pub(crate) sacha: PersonId,
    pub(crate) pass: Id<PassOffer>,
    pub(crate) product: Id<billing::Product>,
    pub(crate) customer: kernel::OrganisationId,
    /// The name by which the place is found, where it has one.
    host: Option<&'static str>,
}

pub(crate) fn capabilities() -> Vec<Capability> {
    vec![
        people::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
        network::capability(),
    ]
}

/// Calls are given up after two seconds, and this machine may be called.
pub(crate) const LOCAL: api::Outgoing = api::Outgoing {
    local: true,
    longest_milliseconds: Some(2_000),
};

impl House {
    /// The only place of a database.
    pub(crate) fn alone(db: &Database, name: &str) -> Self {
        Self::open(db, name, None)
    }

    /// A place found by its host name, beside others in the same database.
    pub(crate) fn open(db: &Database, name: &str, host: Option<&'static str>) -> Self {
        let mut new = new_place();
        name.clone_into(&mut new.name);
        new.host = host.map(str::to_owned);
        let place = db
            .write_blocking(move |tx| place::create(tx, new.clone()))
            .unwrap()
            .id;
        let made = db.write_blocking(move |tx| furnish(tx, place)).unwrap();
        let (people, sacha, pass, (product, customer)) = made;
        let messages: Vec<_> = capabilities().iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings())
            .with(LOCAL);
        let site = Site::new(db, capabilities(), identify, extras);
        Self {
            db: db.clone(),
            place,
            served: site.serve(),
            site,
            people,
            sacha,
            pass,
            product,
            customer,
            host,
        }
    }

    pub(crate) fn person(&self, person: PersonId, role: Role) -> Visitor {
        let visitor = self.site.visitor().signed_in(person, role);
        match self.host {
            Some(host) => visitor.at(host),
            None => visitor,
        }
    }

    pub(crate) fn signed_in(&self, role: Role) -> Visitor {
        self.person(self.people[&role], role)
    }

    /// Where other places find this one.
    pub(crate) fn url(&self) -> String {
        match self.host {
            Some(host) => self.served.address.replace("127.0.0.1", host),
            None => self.served.address.clone(),
        }
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        read: impl Fn(&mut Tx<'_>, PlaceId) -> T + Send + 'static,
    ) -> T {
        let place = self.place;
        self.db
            .read_blocking(move |tx| Ok::<_, Fault>(read(tx, place)))
            .unwrap()
    }

    pub(crate) fn today(&self) -> Day {
        self.read(|tx, place| {
            let zone = place::get(tx, place).unwrap().zone;
            tx.today(&zone)
        })
    }

    /// Units that the member has left.
    pub(crate) fn units(&self) -> i64 {
        let (person, today) = (self.people[&Role::Member], self.today());
        self.read(move |tx, place| offers::remaining(tx, place, person, today).unwrap().units)
    }

    /// What `tribu verify` says of the passes.
    #[track_caller]
    pub(crate) fn assert_sound(&self) {
        let report = self.read(|tx, place| {
            let mut report = platform::verify::Report::new();
            offers::check(tx, place, &mut report).unwrap();
            report
        });
        assert!(report.is_clean(), "{:#?}", report.faults());
    }

    /// Moves the clock of this place.
    pub(crate) fn later(&self, seconds: i64) {
        let clock = self.db.clock();
        clock.set(clock.now().plus_seconds(seconds));
    }

    /// The path of the only agreement.
    pub(crate) fn agreement(&self) -> String {
        let page = self.signed_in(Role::ManagingDirector).page("/office/network");
        page.attribute("tbody a", "href").unwrap()
    }
}

/// Both places agree: 8.00 a half-day, 14.00 a day, two days a month; members of the first may go to the second.
pub(crate) fn agree(home: &House, host: &House) {
    let invitation = invite(home, host);
    let mut director = host.signed_in(Role::ManagingDirector);
    let form = director
        .page("/office/network/acceptance")
        .form("form[action='/office/network/acceptance']")
        .with("url", &home.url())
        .with("invitation", &invitation);
    director.submit(&form);
}

/// The text of an invitation from one place to the other.
pub(crate) fn invite(home: &House, host: &House) -> String {
    let mut director = home.signed_in(Role::ManagingDirector);
    let today = home.today();
    let form = director
        .page("/office/network/new")
        .form("form[action='/office/network']")
        .with("name", "La Fabrique")
        .with("town", "Romans")
        .with("url", &host.url())
        .with("half_day", "8,00")
        .with("day", "14,00")
        .with("from", &today.to_string())
        .with("cap_days", "2")
        .and("accepted", &home.pass.to_string());
    let made = director.post(&form);
    assert_eq!(made.status, 200, "{made}");
    made.html().text("#invitation")
}

/// A visiting code of the member.
pub(crate) fn code(home: &House) -> String {
    let mut member = home.signed_in(Role::Member);
    let form = member.page("/me/network").form("form[action$='/codes']");
    member.submit(&form).text(".figure")
}

/// People by role, a second member, the pass, and what visits are charged as and to whom.
type Furniture = (
    BTreeMap<Role, PersonId>,
    PersonId,
    Id<PassOffer>,
    (Id<billing::Product>, kernel::OrganisationId),
);

fn furnish(tx: &mut Tx<'_>, place: PlaceId) -> Result<Furniture, Fault> {
    let system = Actor::system(place);
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    billing::set_french_vat_rates(tx, &system).unwrap();
    let terms = PassTerms {
        name: Name::parse("Carnet").unwrap(),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    let price = OfferPrice {
        amount: Money::from_cents(15_000),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: today,
    };
    let pass = offers::create_pass_offer(tx, &system, terms, price).unwrap();
    let mut people = BTreeMap::new();
    for role in Role::ALL {
        people.insert(*role, person(tx, place, role.code(), *role));
    }
    let sacha = person(tx, place, "sacha", Role::Member);
    let sale = NewPassSale {
        person: people[&Role::Member],
        offer: pass,
        on: today,
        seen: None,
    };
    offers::sell_pass(tx, &system, sale).unwrap();
    let name = Name::parse("Association de l\u{2019}autre lieu").unwrap();
    let customer = people::create_organisation(tx, &system, NewOrganisation::named(name)).unwrap();
    let product = billing::products(tx, place)?[0].id;
    Ok((people, sacha, pass, (product, customer)))
}

fn person(tx: &mut Tx<'_>, place: PlaceId, name: &str, role: Role) -> PersonId {
    let system = Actor::system(place);
    let zone = place::get(tx, place).unwrap().zone;
    let today = tx.today(&zone);
    let new = NewPerson {
        email: Some(Email::parse(&format!("{name}@example.org")).unwrap()),
        ..NewPerson::named(PersonName::parse("Camille", name).unwrap())
    };
    let person = people::create_person(tx, &system, new).unwrap();
    people::become_member(tx, &system, person, today.plus_days(-30)).unwrap();
    people::create_account(tx, &system, person, None).unwrap();
    if role != Role::Member {
        people::grant_role(tx, &system, person, role, today).unwrap();
    }
    person
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
