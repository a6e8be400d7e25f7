//! A fresh database on each engine, with a clock that stands still and randomness that repeats.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use kernel::Instant;
use platform::clock::{Clock, Entropy};
use platform::database::{Database, DatabaseUrl, Engine, Options};
use tempfile::TempDir;

use crate::memory;
use crate::postgres::{FreshPostgres, Postgres};

/// Monday 15 June 2026, 09:00 in Paris: when a test begins unless it says otherwise. Microseconds UTC.
pub const MONDAY_MORNING: Instant = Instant::from_micros(1_781_506_800_000_000);

/// Where the randomness of a test begins.
const SEED: u64 = 20_260_615;

/// Runs a test body on a fresh SQLite file, then on a fresh PostgreSQL database.
///
/// A failure says on which engine it happened.
///
/// ```no_run
/// harness::both_engines(|database| {
///     assert_eq!(database.clock().now(), harness::MONDAY_MORNING);
/// });
/// ```
pub fn both_engines(body: impl Fn(Database)) {
    on_both_engines(|fresh| body(fresh.database().clone()));
}

/// As [`both_engines`], for a body that needs the address of the database too: to open it again, as another process
/// would, or to give it to the program.
pub fn on_both_engines(body: impl Fn(&FreshDatabase)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = FreshDatabase::on(engine);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| body(&fresh))) {
            eprintln!("the failure above happened on {engine}");
            resume_unwind(panic);
        }
    }
}

/// An open, migrated and otherwise empty database of one test; gone with this value.
pub struct FreshDatabase {
    database: Database,
    place: Location,
}

enum Location {
    Sqlite(TempDir),
    Postgres(FreshPostgres<'static>),
}

impl FreshDatabase {
    /// A fresh database on `engine` at [`MONDAY_MORNING`].
    ///
    /// # Panics
    /// When it cannot be made or opened.
    pub fn on(engine: Engine) -> FreshDatabase {
        let place = match engine {
            Engine::Sqlite => Location::Sqlite(memory::folder()),
            Engine::Postgres => Location::Postgres(Postgres::shared().database()),
        };
        let database = open(&place.url(), options(SEED));
        FreshDatabase { database, place }
    }

    /// The open database. Its clock is fixed: `fresh.database().clock().set(…)` moves it.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// Its address, as `--database` takes it.
    pub fn url(&self) -> String {
        self.place.url()
    }

    /// Opens the same database once more, as a second process would: connections, threads and randomness of its own.
    pub fn open_again(&self) -> Database {
        open(&self.url(), options(SEED + 1))
    }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        // Before its file or its server is taken away from under it.
        self.database.close();
    }
}

impl Location {
    fn url(&self) -> String {
        match self {
            Location::Sqlite(folder) => format!("sqlite:{}", folder.path().join("tribu.db").display()),
            Location::Postgres(database) => database.url().to_owned(),
        }
    }
}

/// Options of a test: few threads, a fixed clock, seeded randomness.
fn options(seed: u64) -> Options {
    Options {
        clock: Clock::fixed(MONDAY_MORNING),
        entropy: Entropy::seeded(seed),
        postgres_connections: NonZeroUsize::MIN.saturating_add(3),
        sqlite_readers: NonZeroUsize::MIN.saturating_add(1),
        ..Options::default()
    }
}

pub(crate) fn open(url: &str, options: Options) -> Database {
    let parsed = match DatabaseUrl::parse(url) {
        Ok(parsed) => parsed,
        Err(error) => panic!("{url} is no address of a database: {error}"),
    };
    match Database::open(&parsed, options) {
        Ok(database) => database,
        Err(error) => panic!("cannot open {url}: {error}"),
    }
}

#[cfg(test)]
mod tests;
