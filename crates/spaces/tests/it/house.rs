//! A house with rooms, prices, hours, and people who book.

use crate::site;
use billing::{Basis, Charge, Family, NewProduct, Price, PriceFor, Product, Unit, VatCategory};
use harness::Visitor;
use kernel::{
    AccountId, Actor, Audience, Day, Id, Instant, MinuteOfDay, Money, Name, Period, PersonId, Role, Weekday,
};
use people::{NewPerson, PersonName};
use platform::capability::permissions_of;
use platform::database::{Database, Tx};
use platform::place::{self, NewPlace, Place};
use platform::{Failure, Fault};
use spaces::{
    Booking, BookingId, BookingRefusal, Buffers, Holder, NewBooking, ResourceFacts, ResourceId, ResourceKind,
    SlotRefused,
};

/// What an action on a booking answers.
pub(crate) type Done = Result<Booking, Failure<BookingRefusal>>;

pub(crate) struct House {
    pub(crate) db: Database,
    pub(crate) place: Place,
    pub(crate) product: Id<Product>,
    /// A room for eight, from 15 EUR net an hour.
    pub(crate) salon: ResourceId,
    /// As the room, with half an hour to clean.
    pub(crate) studio: ResourceId,
    /// Ten desks, free of charge.
    pub(crate) desks: ResourceId,
}

impl House {
    pub(crate) fn new(db: Database) -> Self {
        Self::in_zone(db, "La Fabrique")
    }

    pub(crate) fn in_zone(db: Database, name: &str) -> Self {
        let new = NewPlace {
            name: name.to_owned(),
            brand_colour: place::DEFAULT_COLOUR.to_owned(),
            host: Some(format!("{}.example.org", kernel::fold(name).replace(' ', "-"))),
            ..harness::new_place()
        };
        let place = db
            .write_blocking(move |tx| place::create(tx, new.clone()))
            .unwrap();
        let system = Actor::system(place.id);
        let (product, salon, studio, desks) = db.write_blocking(move |tx| furnish(tx, &system)).unwrap();
        Self {
            db,
            place,
            product,
            salon,
            studio,
            desks,
        }
    }

    pub(crate) fn system(&self) -> Actor {
        Actor::system(self.place.id)
    }

    pub(crate) fn write<T: Send + 'static, E>(
        &self,
        actor: &Actor,
        act: impl Fn(&mut Tx<'_>, &Actor) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        E: From<platform::database::DatabaseError> + Send + 'static,
    {
        let actor = actor.clone();
        self.db.write_blocking(move |tx| act(tx, &actor))
    }

    pub(crate) fn person(&self, name: &str) -> PersonId {
        let (given, family) = name.split_once(' ').unwrap();
        let email = kernel::Email::parse(&format!("{}@example.org", kernel::fold(given))).unwrap();
        let new = NewPerson {
            email: Some(email),
            ..NewPerson::named(PersonName::parse(given, family).unwrap())
        };
        self.write(&self.system(), move |tx, actor| {
            people::create_person(tx, actor, new.clone())
        })
        .unwrap()
    }

    /// A person who may sign in, to whom letters give pages behind the door.
    fn with_account(&self, name: &str) -> PersonId {
        let person = self.person(name);
        self.write(&self.system(), move |tx, actor| {
            people::create_account(tx, actor, person, None)
        })
        .unwrap();
        person
    }

    pub(crate) fn actor(&self, person: PersonId, role: Role) -> Actor {
        let grants = [
            people::PERMISSIONS,
            billing::PERMISSIONS,
            offers::PERMISSIONS,
            spaces::PERMISSIONS,
            directory::PERMISSIONS,
        ]
        .concat();
        let account = AccountId::from_i64(person.as_i64());
        Actor::person(
            self.place.id,
            account,
            person,
            vec![role],
            permissions_of(&[role], &grants),
        )
    }

    /// Somebody who is a member and books for themselves.
    pub(crate) fn member(&self, name: &str) -> Actor {
        let person = self.with_account(name);
        let since = Day::new(2026, 1, 1).unwrap();
        self.write(&self.system(), move |tx, actor| {
            people::become_member(tx, actor, person, since)
        })
        .unwrap();
        self.actor(person, Role::Member)
    }

    /// Somebody with a way in who is no member: a guest.
    pub(crate) fn guest(&self, name: &str) -> Actor {
        let person = self.with_account(name);
        self.actor(person, Role::Member)
    }

    pub(crate) fn facilitator(&self) -> Actor {
        let person = self.person("Fanny Accueil");
        self.actor(person, Role::Facilitator)
    }

    /// Somebody of the team with an account of their own, so that what they did bears their name.
    pub(crate) fn desk_with_account(&self) -> Actor {
        let person = self.with_account("Dora Accueil");
        let place = self.place.id;
        let account = self
            .db
            .read_blocking(move |tx| people::account_of(tx, place, person))
            .unwrap()
            .unwrap();
        let permissions = self.actor(person, Role::Facilitator).permissions;
        Actor::person(place, account.id, person, vec![Role::Facilitator], permissions)
    }

    pub(crate) fn director(&self) -> Actor {
        let person = self.person("Gilles Gérance");
        self.actor(person, Role::ManagingDirector)
    }

    /// Somebody before the pages of this place.
    pub(crate) fn visitor(&self, actor: &Actor) -> Visitor {
        site::visitor(&self.db, actor).at(self.place.host.as_deref().unwrap())
    }

    /// A moment of June 2026 on the clock of the place, such as `15 09:00`; with a month, `03-29 01:30`.
    pub(crate) fn at(&self, text: &str) -> Instant {
        let (day, time) = text.split_once(' ').unwrap();
        let day = if day.len() == 2 {
            format!("2026-06-{day}")
        } else {
            format!("2026-{day}")
        };
        self.place
            .zone
            .instant(Day::parse(&day).unwrap(), MinuteOfDay::parse(time).unwrap())
    }

    pub(crate) fn hours(&self, from: &str, until: &str) -> Period {
        Period::new(self.at(from), self.at(until)).unwrap()
    }

    pub(crate) fn set_clock(&self, text: &str) {
        self.db.clock().set(self.at(text));
    }

    /// A booking for oneself, without more.
    pub(crate) fn own(&self, actor: &Actor, resource: ResourceId, from: &str, until: &str) -> NewBooking {
        let holder = Holder::Person(actor.person.unwrap());
        NewBooking::plain(resource, self.hours(from, until), holder)
    }

    pub(crate) fn book(&self, actor: &Actor, new: &NewBooking) -> Done {
        let new = new.clone();
        self.write(actor, move |tx, actor| spaces::book(tx, actor, &new))
    }

    pub(crate) fn book_own(&self, actor: &Actor, resource: ResourceId, from: &str, until: &str) -> Done {
        self.book(actor, &self.own(actor, resource, from, until))
    }

    /// The same, which must be taken.
    #[track_caller]
    pub(crate) fn booked(&self, actor: &Actor, resource: ResourceId, from: &str, until: &str) -> BookingId {
        self.book_own(actor, resource, from, until).unwrap().id
    }

    pub(crate) fn booking(&self, id: BookingId) -> Booking {
        let place = self.place.id;
        self.db
            .read_blocking(move |tx| spaces::store::bookings::find(tx, place, id))
            .unwrap()
            .unwrap()
    }

    /// What is charged to a person and not invoiced yet, oldest first.
    pub(crate) fn charges(&self, actor: &Actor) -> Vec<Charge> {
        let (place, person) = (self.place.id, actor.person.unwrap());
        self.db
            .read_blocking(move |tx| billing::open_charges_of(tx, place, person))
            .unwrap()
    }

    pub(crate) fn cents(&self, actor: &Actor) -> Vec<i64> {
        self.charges(actor)
            .iter()
            .map(|charge| charge.amount.cents())
            .collect()
    }

    /// The verbs of the log of a booking, the oldest first.
    pub(crate) fn history(&self, id: BookingId) -> Vec<String> {
        let (place, subject) = (self.place.id, platform::activity::Subject::new("booking", id));
        let entries = self
            .db
            .read_blocking(move |tx| platform::activity::history(tx, place, subject))
            .unwrap();
        entries.into_iter().rev().map(|entry| entry.verb).collect()
    }

    /// What `tribu verify` finds wrong.
    pub(crate) fn faults(&self) -> Vec<String> {
        let place = self.place.id;
        let report = self.db.read_blocking(move |tx| {
            let mut report = platform::verify::Report::new();
            spaces::check(tx, place, &mut report)?;
            Ok::<_, Fault>(report)
        });
        report
            .unwrap()
            .faults()
            .iter()
            .map(|fault| format!("{}: {}", fault.what, fault.detail))
            .collect()
    }
}

/// The rule that said no.
#[track_caller]
pub(crate) fn refusal<T: std::fmt::Debug>(done: Result<T, Failure<BookingRefusal>>) -> BookingRefusal {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

/// The reason about the slot.
#[track_caller]
pub(crate) fn slot_refusal<T: std::fmt::Debug>(done: Result<T, Failure<BookingRefusal>>) -> SlotRefused {
    match refusal(done) {
        BookingRefusal::Slot(refused) => refused,
        other => panic!("a refusal about the slot was expected, not {other:?}"),
    }
}

pub(crate) fn minute(text: &str) -> MinuteOfDay {
    MinuteOfDay::parse(text).unwrap()
}

pub(crate) fn room(name: &str, product: Id<Product>) -> ResourceFacts {
    let facts = ResourceFacts::named(ResourceKind::Room, Name::parse(name).unwrap(), 8);
    ResourceFacts {
        product: Some(product),
        level: "1er étage".to_owned(),
        ..facts
    }
}

fn furnish(
    tx: &mut Tx<'_>,
    system: &Actor,
) -> Result<(Id<Product>, ResourceId, ResourceId, ResourceId), platform::database::DatabaseError> {
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = NewProduct {
        code: "SALLE".to_owned(),
        name: "Location de salle".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: "706000".to_owned(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    let everybody = PriceFor(None);
    let guests = PriceFor(Some(Audience::External));
    let prices = [
        (everybody, Unit::Hour, 1_500),
        (everybody, Unit::HalfDay, 5_000),
        (everybody, Unit::Day, 8_000),
        (guests, Unit::Hour, 2_000),
    ];
    for (audience, unit, cents) in prices {
        let amount = Money::from_cents(cents);
        let from = Day::new(2026, 1, 1).unwrap();
        billing::set_price(
            tx,
            system,
            Price {
                product,
                audience,
                unit,
                amount,
                from,
            },
        )
        .unwrap();
    }
    spaces::templates::open_house(tx, system, &Weekday::ALL[..5], minute("08:00"), minute("20:00")).unwrap();
    let salon = spaces::create_resource(tx, system, room("Salon", product), None).unwrap();
    let buffers = Buffers { before: 0, after: 30 };
    let studio = ResourceFacts {
        buffers,
        ..room("Studio", product)
    };
    let studio = spaces::create_resource(tx, system, studio, None).unwrap();
    let desks = ResourceFacts::named(ResourceKind::DeskPool, Name::parse("Postes").unwrap(), 10);
    let desks = spaces::create_resource(tx, system, ResourceFacts { units: 10, ..desks }, None).unwrap();
    Ok((product, salon, studio, desks))
}
