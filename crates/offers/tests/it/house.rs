//! A house with its pages, and visitors who are signed in.

use crate::world::World;
use harness::{FreshDatabase, Session, Site, Visitor};
use kernel::{PersonId, PlaceId, Role};
use platform::Fault;
use platform::database::{Engine, Tx};
use platform::jobs::Extras;
use platform::web::SignedIn;
use std::ops::Deref;

/// A world on SQLite with the pages of people, billing and offers.
pub(crate) struct House {
    world: World,
    pub(crate) site: Site,
    _fresh: FreshDatabase,
}

impl Deref for House {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl House {
    pub(crate) fn new() -> Self {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let capabilities = vec![people::capability(), billing::capability(), offers::capability()];
        let hooks = capabilities.iter().filter_map(|one| one.before_billing);
        let kinds = offers::SpaceKinds(vec![("room", "offers-place"), ("hall", "offers-plans")]);
        let extras = Extras::new().with(billing::BeforeBilling::new(hooks)).with(kinds);
        Self {
            world: World::on(fresh.database()),
            site: Site::new(fresh.database(), capabilities, identify, extras),
            _fresh: fresh,
        }
    }

    /// A person with a role, signed in.
    pub(crate) fn signed_in(&self, person: PersonId, role: Role) -> Visitor {
        self.site.visitor().signed_in(person, role)
    }

    /// Somebody of the team, signed in.
    pub(crate) fn team(&self, role: Role) -> Visitor {
        self.signed_in(self.person("Alix"), role)
    }
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
