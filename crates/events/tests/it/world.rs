//! A place with a room, a product, members, somebody of the team and a director.

use billing::{Basis, Family, NewProduct, Price, PriceFor, Product, Unit, VatCategory};
use events::{EventFacts, EventId, EventKind, NewEvent, OpenTo};
use harness::{Background, Session, Site, Visitor, and_tell, new_place};
use kernel::{
    Actor, Audience, Day, Email, Id, Instant, MinuteOfDay, Money, Name, Period, PersonId, PlaceId, Role,
    Weekday,
};
use people::{NewPerson, PersonName};
use platform::capability::permissions_of;
use platform::database::{Database, Tx};
use platform::jobs::{self, Extras};
use platform::mail::{self, OutboxMail};
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault, JobHandler};
use spaces::{ResourceFacts, ResourceId, ResourceKind, Term, WeeklyHours};
use std::sync::Arc;

/// A place, its pages, and some people.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    background: Background,
    pub(crate) room: ResourceId,
    pub(crate) other_room: ResourceId,
    /// Sold by the piece at 10.00 net to everybody, 20 % of VAT.
    pub(crate) product: Id<Product>,
    /// Members.
    pub(crate) lucie: PersonId,
    pub(crate) bruno: PersonId,
    pub(crate) chloe: PersonId,
    /// Somebody with an account who is no member.
    pub(crate) denis: PersonId,
    pub(crate) awa: PersonId,
    pub(crate) noor: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        Self::named(db, "La Fabrique", None)
    }

    /// A place of that name behind that host.
    pub(crate) fn named(db: Database, name: &str, host: Option<&str>) -> Self {
        let new = place::NewPlace {
            name: name.to_owned(),
            host: host.map(str::to_owned),
            ..new_place()
        };
        let place = db
            .write_blocking(move |tx| place::create(tx, new.clone()))
            .unwrap();
        let id = place.id;
        let made = db.write_blocking(move |tx| Ok::<_, Fault>(furnish(tx, &Actor::system(id))));
        let (people, rooms, product) = made.unwrap();
        let capabilities = capabilities();
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings());
        let site = Site::new(&db, capabilities, identify, extras.clone());
        let handlers = vec![
            JobHandler {
                kind: "events.letter",
                run: |context| and_tell(context, events::capability().jobs[0].run),
            },
            JobHandler {
                kind: "events.proposal_letter",
                run: |context| and_tell(context, events::capability().jobs[1].run),
            },
            JobHandler {
                kind: "events.upkeep",
                run: |context| and_tell(context, events::capability().jobs[2].run),
            },
        ];
        let background = Background::start(&db, handlers, extras);
        Self {
            db,
            place: id,
            site,
            background,
            room: rooms[0],
            other_room: rooms[1],
            product,
            lucie: people[0],
            bruno: people[1],
            chloe: people[2],
            denis: people[3],
            awa: people[4],
            noor: people[5],
        }
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
    }

    pub(crate) fn director(&self) -> Visitor {
        self.site.visitor().signed_in(self.noor, Role::ManagingDirector)
    }

    pub(crate) fn stranger(&self) -> Visitor {
        self.site.visitor()
    }

    pub(crate) fn actor(&self, who: PersonId, role: Role) -> Actor {
        let grants: Vec<_> = capabilities()
            .iter()
            .flat_map(|one| one.permissions)
            .copied()
            .collect();
        let account = kernel::AccountId::from_i64(who.as_i64());
        Actor::person(
            self.place,
            account,
            who,
            vec![role],
            permissions_of(&[role], &grants),
        )
    }

    pub(crate) fn awa_acts(&self) -> Actor {
        self.actor(self.awa, Role::Facilitator)
    }

    pub(crate) fn today(&self) -> Day {
        self.write(|tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            tx.today(&zone)
        })
    }

    /// From noon until two in the afternoon, so many days from today.
    pub(crate) fn noon(&self, days: i64) -> Period {
        self.hours(days, 12 * 60, 14 * 60)
    }

    pub(crate) fn hours(&self, days: i64, from: u16, until: u16) -> Period {
        let day = self.today().plus_days(days);
        self.write(move |tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            let at = |minute| zone.instant(day, MinuteOfDay::from_minutes(minute).unwrap());
            Period::new(at(from), at(until)).unwrap()
        })
    }

    pub(crate) fn facts(&self, title: &str, period: Period) -> EventFacts {
        EventFacts {
            kind: EventKind::Lunch,
            title: title.to_owned(),
            body: "On apporte un plat.".to_owned(),
            period,
            venue: String::new(),
            host: "Awa".to_owned(),
            open_to: OpenTo::Everybody,
            registers: true,
            capacity: None,
            guests: 0,
            product: None,
            price: None,
        }
    }

    /// An announced event in the room.
    pub(crate) fn announces(&self, facts: EventFacts) -> EventId {
        let (actor, room) = (self.awa_acts(), self.room);
        let new = NewEvent {
            facts,
            rooms: vec![room],
            overriding: false,
        };
        self.db
            .write_blocking(move |tx| {
                let id = events::create_event(tx, &actor, &new)?;
                events::publish_event(tx, &actor, id)?;
                Ok::<_, platform::Failure<events::EventRefused>>(id)
            })
            .unwrap()
    }

    /// A lunch in a week with so many seats and guests.
    pub(crate) fn lunch(&self, seats: i64, guests: i64) -> EventId {
        let facts = EventFacts {
            capacity: Some(seats),
            guests,
            ..self.facts("Mardi partagé", self.noon(7))
        };
        self.announces(facts)
    }

    /// A member registers with so many guests, by the form of the page; where they land.
    pub(crate) fn registers(&self, who: PersonId, event: EventId, guests: &str) -> String {
        let mut visitor = self.member(who);
        let form = visitor
            .page(&format!("/agenda/{event}"))
            .form("form[action$=\"/registrations\"]");
        let form = if guests == "0" {
            form
        } else {
            form.with("guests", guests)
        };
        visitor.post(&form).location
    }

    /// The address of the page of somebody's registration.
    pub(crate) fn own_page(&self, who: PersonId, event: EventId) -> String {
        let page = self.member(who).page(&format!("/agenda/{event}"));
        page.attribute("a[href^=\"/registrations/\"]", "href").unwrap()
    }

    pub(crate) fn leaves(&self, who: PersonId, event: EventId) {
        let page = self.own_page(who, event);
        let mut visitor = self.member(who);
        let form = visitor.page(&page).form("form[action$=\"/cancellation\"]");
        assert_eq!(visitor.post(&form).location, page);
    }

    /// Waits until so many letters were written, and gives the outbox, the newest first.
    pub(crate) fn outbox_after(&self, letters: usize) -> Vec<OutboxMail> {
        self.background.wait_for(letters);
        self.write(|tx, system| mail::list(tx, system.place, 100).unwrap())
    }

    /// The link of the last letter to an address.
    pub(crate) fn link_to(&self, address: &str, outbox: &[OutboxMail]) -> String {
        let letter = outbox
            .iter()
            .find(|mail| mail.recipient.as_str() == address)
            .unwrap();
        let text = &letter.text_body;
        let start = text.find("https://lieu.example.org").unwrap();
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("https://lieu.example.org").to_owned()
    }

    /// Time does its work: offers end, people are reminded.
    pub(crate) fn upkeep(&self) {
        self.write(|tx, system| {
            jobs::enqueue(tx, system, "events.upkeep", &serde_json::json!({}), None).unwrap();
        });
        self.outbox_after(1);
    }

    pub(crate) fn at(&self, moment: Instant) {
        self.db.clock().set(moment);
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = Actor::system(self.place);
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }
}

fn capabilities() -> Vec<platform::Capability> {
    vec![
        people::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
        events::capability(),
    ]
}

type Furnished = (Vec<PersonId>, Vec<ResourceId>, Id<Product>);

fn furnish(tx: &mut Tx<'_>, system: &Actor) -> Furnished {
    let zone = place::get(tx, system.place).unwrap().zone;
    let today = tx.today(&zone);
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = NewProduct {
        code: "ATELIER".to_owned(),
        name: "Atelier".to_owned(),
        family: Family::Other,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    let price = Price {
        product,
        audience: PriceFor(None),
        unit: Unit::Piece,
        amount: Money::from_cents(1_000),
        from: Day::parse("2024-01-01").unwrap(),
    };
    billing::set_price(tx, system, price).unwrap();
    let mut rooms = Vec::new();
    for name in ["Garance", "Indigo"] {
        let facts = ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 40);
        rooms.push(spaces::create_resource(tx, system, facts, None).unwrap());
    }
    let at = |minutes| MinuteOfDay::from_minutes(minutes).unwrap();
    let every_day: Vec<WeeklyHours> = Weekday::ALL
        .iter()
        .map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: at(8 * 60),
            closes: at(22 * 60),
        })
        .collect();
    for audience in Audience::ALL {
        spaces::set_weekly_hours(tx, system, None, *audience, every_day.clone()).unwrap();
    }
    let half = Term {
        notice_minutes: 0,
        fee: kernel::Rate::from_basis_points(5_000),
    };
    let early = Term {
        notice_minutes: 24 * 60,
        fee: kernel::Rate::ZERO,
    };
    spaces::set_cancellation_terms(tx, system, Audience::Nomad, vec![early, half]).unwrap();
    (inhabit(tx, system, today), rooms, product)
}

fn inhabit(tx: &mut Tx<'_>, system: &Actor, today: Day) -> Vec<PersonId> {
    let names = [
        ("Lucie", "Amrani"),
        ("Bruno", "Caron"),
        ("Chloé", "Denis"),
        ("Denis", "Leroy"),
        ("Awa", "Diarra"),
        ("Noor", "Bel"),
    ];
    let mut ids = Vec::new();
    for (given, family) in names {
        let email = Email::parse(&format!("{}@example.org", kernel::fold(given))).unwrap();
        let new = NewPerson {
            email: Some(email),
            ..NewPerson::named(PersonName::parse(given, family).unwrap())
        };
        let id = people::create_person(tx, system, new).unwrap();
        people::create_account(tx, system, id, None).unwrap();
        ids.push(id);
    }
    for member in &ids[..3] {
        people::become_member(tx, system, *member, today.plus_days(-30)).unwrap();
    }
    people::grant_role(tx, system, ids[4], Role::Facilitator, today).unwrap();
    people::grant_role(tx, system, ids[5], Role::ManagingDirector, today).unwrap();
    ids
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
