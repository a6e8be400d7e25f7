//! The pages of spaces with those they lead to, and visitors before them.

use harness::{Session, Site, Visitor};
use kernel::{Actor, PlaceId, Role};
use platform::Fault;
use platform::database::{Database, Tx};
use platform::jobs::Extras;
use platform::web::SignedIn;

/// The pages of spaces and of everything it stands on.
pub(crate) fn site(db: &Database) -> Site {
    let capabilities = vec![
        people::capability(),
        directory::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
    ];
    Site::new(db, capabilities, identify, Extras::new())
}

/// The role that an actor is signed in with.
pub(crate) fn role(actor: &Actor) -> Role {
    actor.roles.first().copied().unwrap_or(Role::Member)
}

/// A visitor signed in as this actor; nobody known when nobody acts.
pub(crate) fn visitor(db: &Database, actor: &Actor) -> Visitor {
    let visitor = site(db).visitor();
    match actor.person {
        Some(person) => visitor.signed_in(person, role(actor)),
        None => visitor,
    }
}

fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some(session) = Session::parse(token) else {
        return Ok(None);
    };
    let known = people::person(tx, place, session.person)?;
    Ok(known.map(|known| session.signed_in(known.name.full())))
}
