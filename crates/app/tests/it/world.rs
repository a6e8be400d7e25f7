//! A whole house in memory of one test: a place, one person for each role, and visitors without a network.

use app::composition::House;
use app::demo::{Scenario, Size};
use harness::{Site, Visitor};
use kernel::{Actor, Day, Email, Role};
use people::{NewPerson, Password, PersonName};
use platform::database::Database;
use platform::place::{self, NewPlace, Place};
use platform::{Failure, Fault};

/// The password of everybody in a test.
pub const PASSWORD: &str = "un secret de test";

/// A house with a place in it.
pub struct World {
    pub db: Database,
    pub place: Option<Place>,
    /// The name it is reached under, when another place answers to any.
    host: Option<&'static str>,
    site: Site,
}

impl World {
    /// A place open on this database, with nobody in it.
    pub fn new(db: &Database) -> Self {
        Self::opened(db, None)
    }

    /// Another place on this database, reached under a name of its own, with nobody in it.
    pub fn neighbour(db: &Database) -> Self {
        Self::opened(db, Some("ailleurs.example.org"))
    }

    fn opened(db: &Database, host: Option<&'static str>) -> Self {
        let place = db
            .write_blocking(move |tx| {
                place::create(
                    tx,
                    NewPlace {
                        name: "La Verrière".to_owned(),
                        brand_colour: place::DEFAULT_COLOUR.to_owned(),
                        host: host.map(str::to_owned),
                        ..harness::new_place()
                    },
                )
                .map_err(Failure::unexpected)
            })
            .unwrap();
        Self {
            place: Some(place),
            host,
            ..Self::unopened(db)
        }
    }

    /// A house with two months of life in it, and one more person for each of these roles.
    pub fn lived_in(db: &Database, roles: &[Role]) -> Self {
        let size = Size {
            months: 2,
            visits: 40,
            bookings: 30,
        };
        let house = Self::lived_in_for(db, size);
        roles.iter().fold(house, |house, role| house.with_role(*role))
    }

    /// A house with so much life in it.
    pub fn lived_in_for(db: &Database, size: Size) -> Self {
        let scenario = Scenario {
            seed: 4,
            today: Day::new(2026, 6, 15).unwrap(),
            not_after: None,
            size,
        };
        app::demo::make(db, &scenario, None, &|_| ()).unwrap();
        let place = db.read_blocking(place::all).unwrap().remove(0);
        Self {
            place: Some(place),
            ..Self::unopened(db)
        }
    }

    /// The house on a database that holds no place.
    pub fn unopened(db: &Database) -> Self {
        let house = House::new(db.clone(), Site::settings()).unwrap();
        Self {
            db: db.clone(),
            place: None,
            host: None,
            site: Site::of(house.app, house.routes),
        }
    }

    /// A person with this one role and an account, whose address is `role@example.org`.
    pub fn with_role(self, role: Role) -> Self {
        let salt = self.db.entropy().bytes::<16>();
        let hash = people::hash_password(&Password::parse(PASSWORD).unwrap(), salt).unwrap();
        let place = self.place.as_ref().expect("the house is open");
        let today = place.zone.day_of(self.db.clock().now());
        let place = place.id;
        self.db
            .write_blocking(move |tx| {
                let actor = Actor::system(place);
                let mut new = NewPerson::named(PersonName::parse("Camille", role.code()).unwrap());
                new.email = Some(Email::parse(&format!("{}@example.org", role.code())).unwrap());
                let person = people::create_person(tx, &actor, new).map_err(Failure::unexpected)?;
                people::create_account(tx, &actor, person, Some(&hash)).map_err(Failure::unexpected)?;
                match people::grant_role(tx, &actor, person, role, today) {
                    Ok(()) | Err(Failure::Refused(_)) => Ok::<_, Fault>(()),
                    Err(Failure::Fault(fault)) => Err(fault),
                }
            })
            .unwrap();
        self
    }

    /// Somebody whom nobody has met yet.
    pub fn visitor(&self) -> Visitor {
        let visitor = self.site.visitor();
        match self.host {
            Some(host) => visitor.at(host),
            None => visitor,
        }
    }

    /// The person of this role, signed in.
    pub fn signed_in(&self, role: Role) -> Visitor {
        self.signed_in_as(&format!("{}@example.org", role.code()), PASSWORD)
    }

    /// The person with this address, signed in.
    pub fn signed_in_as(&self, email: &str, password: &str) -> Visitor {
        let mut visitor = self.visitor();
        let page = visitor.page("/sign-in");
        let form = page
            .form("form[action^='/sign-in']")
            .with("email", email)
            .with("password", password);
        let reply = visitor.post(&form);
        assert_eq!(reply.status, 303, "sign-in as {email} failed: {reply}");
        visitor
    }
}
