//! A place to test in, and threads that all want the same thing.

use kernel::{Actor, Currency, Locale, Zone};
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
            zone: Zone::parse("Europe/Paris").unwrap(),
            language: Locale::Fr,
            currency: Currency::EUR,
            brand_colour: "#0f6b5c".to_owned(),
            host: host.map(str::to_owned),
            demonstration: false,
        };
        place::create(tx, new)
    });
    made.unwrap()
}

/// The program itself in a new place.
pub(crate) fn actor(db: &Database) -> Actor {
    Actor::system(place(db).id)
}

/// Runs `work` in so many threads at once and gathers what they answer.
pub(crate) fn together<T: Send>(threads: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let gate = std::sync::Barrier::new(threads);
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads)
            .map(|number| {
                let (gate, work) = (&gate, &work);
                scope.spawn(move || {
                    gate.wait();
                    work(number)
                })
            })
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
