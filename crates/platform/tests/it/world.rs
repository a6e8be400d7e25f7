//! A place to test in.

use kernel::Actor;
use platform::database::Database;
use platform::place::{self, NewPlace, Place};

/// A new place with nobody in it.
pub(crate) fn place(db: &Database) -> Place {
    named_place(db, "La Fabrique", None)
}

/// A new place of that name, reached under `host`.
pub(crate) fn named_place(db: &Database, name: &'static str, host: Option<&'static str>) -> Place {
    let made = db.write_blocking(move |tx| {
        let new = NewPlace {
            name: name.to_owned(),
            host: host.map(str::to_owned),
            ..harness::new_place()
        };
        place::create(tx, new)
    });
    made.unwrap()
}

/// The program itself in a new place.
pub(crate) fn actor(db: &Database) -> Actor {
    Actor::system(place(db).id)
}
