//! A place with two rooms, two members with numbers, a facilitator, and a tablet at one door.

use harness::{Html, Reply, Session, Site, Visitor, new_place};
use kernel::{
    Actor, Audience, Day, Email, MinuteOfDay, Money, Name, Period, PersonId, PlaceId, Role, Weekday,
};
use offers::{OfferPrice, PassTerms, UnitCosts};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault};
use spaces::{BookingId, Holder, NewBooking, ResourceFacts, ResourceId, ResourceKind, WeeklyHours};
use std::sync::Arc;

/// A place, its pages, and those who come.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    pub(crate) garance: ResourceId,
    pub(crate) pastel: ResourceId,
    /// Has a pass.
    pub(crate) lucie: PersonId,
    pub(crate) karim: PersonId,
    /// Of the team.
    pub(crate) awa: PersonId,
    /// Left a while ago.
    pub(crate) gone: PersonId,
}

impl World {
    pub(crate) fn new(db: Database) -> Self {
        let place = db.write_blocking(|tx| place::create(tx, new_place())).unwrap().id;
        let made = db.write_blocking(move |tx| Ok::<_, Fault>(settle(tx, &Actor::system(place))));
        let (rooms, persons) = made.unwrap();
        let capabilities = vec![
            people::capability(),
            offers::capability(),
            spaces::capability(),
            stewardship::capability(),
            doors::capability(),
        ];
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&messages).unwrap()))
            .with(Site::settings());
        let site = Site::new(&db, capabilities, identify, extras);
        Self {
            db,
            place,
            site,
            garance: rooms[0],
            pastel: rooms[1],
            lucie: persons[0],
            karim: persons[1],
            awa: persons[2],
            gone: persons[3],
        }
    }

    pub(crate) fn member(&self, who: PersonId) -> Visitor {
        self.site.visitor().signed_in(who, Role::Member)
    }

    pub(crate) fn team(&self) -> Visitor {
        self.site.visitor().signed_in(self.awa, Role::Facilitator)
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

    /// Makes a tablet at a door and answers with the path it opens.
    pub(crate) fn tablet(&self, room: ResourceId) -> String {
        let mut team = self.team();
        let form = team
            .page("/front-desk/doors")
            .form("form[action='/front-desk/doors']");
        let made = team.post(&form.with("resource", &room.to_string()).with("name", "Couloir"));
        let address = made.html().text(".poster-address code");
        address.trim_start_matches("https://lieu.example.org").to_owned()
    }

    /// The number of somebody, made if need be.
    pub(crate) fn number(&self, who: PersonId) -> String {
        let place = self.place;
        self.write(move |tx, _| {
            let own = Actor {
                person: Some(who),
                permissions: [spaces::OWN_DAY].into(),
                ..Actor::visitor(place)
            };
            spaces::own_door_number(tx, &own, false).unwrap().to_string()
        })
    }

    /// Books a room from so many minutes after now on, for an hour, on the minute.
    pub(crate) fn books(&self, who: PersonId, room: ResourceId, after: i64, visible: bool) -> BookingId {
        self.write(move |tx, system| {
            let start = tx.now().plus_minutes(after);
            let period = Period::new(start, start.plus_minutes(60)).unwrap();
            let new = NewBooking {
                visible,
                overriding: true,
                ..NewBooking::plain(room, period, Holder::Person(who))
            };
            spaces::book(tx, system, &new).unwrap().id
        })
    }

    /// The room is given back after a quarter of an hour when nobody comes.
    pub(crate) fn waits_a_quarter(&self, room: ResourceId) {
        self.write(move |tx, system| {
            let known = spaces::store::resources::find(tx, system.place, room)
                .unwrap()
                .unwrap();
            let facts = ResourceFacts {
                release_minutes: Some(15),
                ..known.facts
            };
            spaces::change_resource(tx, system, room, facts).unwrap();
        });
    }

    pub(crate) fn state(&self, id: BookingId) -> spaces::BookingState {
        self.write(move |tx, system| {
            let booking = spaces::store::bookings::find(tx, system.place, id)
                .unwrap()
                .unwrap();
            booking.state
        })
    }

    /// Somebody presses a button of a tablet with their number.
    pub(crate) fn presses(&self, tablet: &str, number: &str, act: &str) -> Reply {
        let mut passer_by = self.site.visitor();
        let form = passer_by.page(tablet).form("form.door-form");
        passer_by.post(&form.with("number", number).and("act", act))
    }

    /// Takes the room of a tablet, with the last word.
    pub(crate) fn takes(&self, tablet: &str, number: &str, minutes: &str) -> (Html, Reply) {
        let mut passer_by = self.site.visitor();
        let form = passer_by.page(tablet).form("form.door-form");
        let asked = passer_by.post(&form.with("number", number).and("act", minutes));
        let page = asked.html();
        let last = page.form(".door-offer form").and("act", minutes);
        let done = passer_by.post(&last);
        (page, done)
    }
}

fn settle(tx: &mut Tx<'_>, system: &Actor) -> (Vec<ResourceId>, Vec<PersonId>) {
    let rooms = ["Garance", "Pastel"].map(|name| {
        let facts = ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 8);
        spaces::create_resource(tx, system, facts, None).unwrap()
    });
    for audience in Audience::ALL.iter().copied() {
        let lines = Weekday::ALL.iter().map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: MinuteOfDay::MIDNIGHT,
            closes: MinuteOfDay::END,
        });
        spaces::set_weekly_hours(tx, system, None, audience, lines.collect()).unwrap();
    }
    let zone = place::get(tx, system.place).unwrap().zone;
    let today = tx.today(&zone);
    let persons = ["Lucie", "Karim", "Awa", "Oumou"].map(|given| {
        let name = PersonName::parse(given, "Test").unwrap();
        let new = NewPerson {
            email: Some(Email::parse(&format!("{}@example.org", given.to_lowercase())).unwrap()),
            ..NewPerson::named(name)
        };
        let person = people::create_person(tx, system, new).unwrap();
        if given != "Oumou" {
            people::become_member(tx, system, person, today.plus_days(-30)).unwrap();
            people::create_account(tx, system, person, None).unwrap();
        }
        person
    });
    people::grant_role(tx, system, persons[2], Role::Facilitator, today).unwrap();
    sell(tx, system, persons[0], today);
    (rooms.to_vec(), persons.to_vec())
}

/// Lucie buys the reference pass.
fn sell(tx: &mut Tx<'_>, system: &Actor, lucie: PersonId, today: Day) {
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
        from: Day::parse("2024-01-01").unwrap(),
    };
    billing::set_french_vat_rates(tx, system).unwrap();
    let offer = offers::create_pass_offer(tx, system, terms, price).unwrap();
    let sale = offers::NewPassSale {
        person: lucie,
        offer,
        on: today,
        seen: None,
    };
    offers::sell_pass(tx, system, sale).unwrap();
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
