//! A place with a floor, two rooms in it and a pool of desks; a member, a facilitator.

use harness::{Session, Site, Visitor, new_place};
use kernel::{Actor, Audience, MinuteOfDay, Name, PersonId, PlaceId, Role, Weekday};
use people::{NewPerson, PersonName};
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::place;
use platform::web::SignedIn;
use platform::{Catalogue, Fault};
use spaces::{Holder, Link, LinkKind, NewBooking, ResourceFacts, ResourceId, ResourceKind, WeeklyHours};
use std::sync::Arc;

/// A place, its pages, and those who come.
pub(crate) struct World {
    pub(crate) db: Database,
    pub(crate) place: PlaceId,
    pub(crate) site: Site,
    /// The whole floor, which contains the rooms.
    pub(crate) floor: ResourceId,
    pub(crate) garance: ResourceId,
    pub(crate) pastel: ResourceId,
    /// Three desks.
    pub(crate) desks: ResourceId,
    pub(crate) lucie: PersonId,
    pub(crate) awa: PersonId,
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
            floors::capability(),
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
            floor: rooms[0],
            garance: rooms[1],
            pastel: rooms[2],
            desks: rooms[3],
            lucie: persons[0],
            awa: persons[1],
        }
    }

    pub(crate) fn member(&self) -> Visitor {
        self.site.visitor().signed_in(self.lucie, Role::Member)
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

    /// Books a space from this minute of tomorrow to that one, for Lucie.
    pub(crate) fn books(&self, space: ResourceId, from: u16, until: u16) {
        let lucie = self.lucie;
        self.write(move |tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            let day = tx.today(&zone).next();
            let at = |minute| zone.instant(day, MinuteOfDay::from_minutes(minute).unwrap());
            let period = kernel::Period::new(at(from), at(until)).unwrap();
            let new = NewBooking::plain(space, period, Holder::Person(lucie));
            spaces::book(tx, system, &new).unwrap();
        });
    }

    /// Tomorrow, as an address writes it.
    pub(crate) fn tomorrow(&self) -> String {
        self.write(|tx, system| {
            let zone = place::get(tx, system.place).unwrap().zone;
            tx.today(&zone).next().to_string()
        })
    }

    /// Begins a plan in the office and answers with its address.
    pub(crate) fn begins(&self, name: &str) -> String {
        let mut team = self.team();
        let form = team.page("/office/plans").form("main form");
        team.post(&form.with("name", name)).location
    }
}

fn settle(tx: &mut Tx<'_>, system: &Actor) -> (Vec<ResourceId>, Vec<PersonId>) {
    let rooms = [
        ("L’étage", ResourceKind::Hall, 40, 1),
        ("Garance", ResourceKind::Room, 8, 1),
        ("Pastel", ResourceKind::Room, 5, 1),
        ("La Navette", ResourceKind::DeskPool, 3, 3),
    ];
    let ids: Vec<ResourceId> = (1..)
        .zip(rooms)
        .map(|(position, (name, kind, capacity, units))| {
            let facts = ResourceFacts {
                units,
                position,
                ..ResourceFacts::named(kind, Name::parse(name).unwrap(), capacity)
            };
            spaces::create_resource(tx, system, facts, None).unwrap()
        })
        .collect();
    for room in [ids[1], ids[2]] {
        let link = Link {
            resource: ids[0],
            other: room,
            kind: LinkKind::Contains,
        };
        spaces::link(tx, system, link).unwrap();
    }
    for audience in Audience::ALL.iter().copied() {
        let lines = Weekday::ALL.iter().map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: MinuteOfDay::parse("08:00").unwrap(),
            closes: MinuteOfDay::parse("20:00").unwrap(),
        });
        spaces::set_weekly_hours(tx, system, None, audience, lines.collect()).unwrap();
    }
    let persons = ["Lucie", "Awa"].map(|given| {
        let name = PersonName::parse(given, "Test").unwrap();
        people::create_person(tx, system, NewPerson::named(name)).unwrap()
    });
    (ids, persons.to_vec())
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
