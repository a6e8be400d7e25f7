//! The database: the same answers from both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests may stop at the first surprise"
)]

mod backup;
mod doors;
mod errors;
mod grouping;
mod memory;
mod opening;
mod values;

use harness::{FreshPostgres, Postgres};
use kernel::Instant;
use platform::clock::{Clock, Entropy};
use platform::database::{
    Database, DatabaseUrl, Engine, Migration, Options, migrations, params, row, statement,
};
use std::sync::LazyLock;

/// 2026-06-14T09:00:00Z.
const MORNING: Instant = Instant::from_micros(1_781_427_600_000_000);

statement! {
    ADD_PLACE = "
        insert into place (place_id, name, zone, language, currency, demonstration, created_at)
        values ($1, $2, 'Europe/Paris', 'fr', 'EUR', 0, $3)";
    ADD_COUNTER = "insert into counter (place_id, name, value) values ($1, $2, $3)";
    LOCK_COUNTER -> CounterRow = "
        select name, value
        from counter
        where place_id = $1 and name = $2
        for update";
    COUNTERS -> CounterRow = "select name, value from counter where place_id = $1 order by name";
    SET_COUNTER = "update counter set value = $3 where place_id = $1 and name = $2";
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    struct CounterRow {
        name: String,
        value: i64,
    }
}

/// A database of one test, removed with this value.
struct Fresh {
    database: Database,
    home: Home,
}

enum Home {
    Folder(tempfile::TempDir),
    Cluster(FreshPostgres<'static>),
}

impl Fresh {
    fn url(&self) -> &DatabaseUrl {
        self.database.url()
    }

    /// A connection of the test's own to the same PostgreSQL database.
    fn administrator(&self) -> postgres::Client {
        self.home.administrator()
    }
}

impl Home {
    fn administrator(&self) -> postgres::Client {
        match self {
            Self::Cluster(fresh) => postgres::Client::connect(fresh, postgres::NoTls).unwrap(),
            Self::Folder(folder) => panic!("{} is no server", folder.path().display()),
        }
    }
}

/// The platform's own schema alone: these tests hold whatever the capabilities above bring.
static OWN: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    let own = |migration: &&Migration| migration.sql.starts_with("-- owner: platform.");
    migrations().iter().filter(own).copied().collect()
});

fn options() -> Options {
    Options {
        clock: Clock::fixed(MORNING),
        entropy: Entropy::seeded(7),
        migrations: &OWN,
        ..Options::default()
    }
}

/// An address where there is nothing yet.
fn nowhere(engine: Engine) -> (DatabaseUrl, Home) {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            (
                DatabaseUrl::file(folder.path().join("house.db")),
                Home::Folder(folder),
            )
        }
        Engine::Postgres => {
            let fresh = Postgres::shared().empty_database();
            (DatabaseUrl::parse(fresh.url()).unwrap(), Home::Cluster(fresh))
        }
    }
}

fn fresh(engine: Engine) -> Fresh {
    let (url, home) = nowhere(engine);
    let database = Database::open(&url, options()).unwrap();
    Fresh { database, home }
}

/// A database with the place 1.
fn with_place(engine: Engine) -> Fresh {
    let fresh = fresh(engine);
    fresh
        .database
        .write_blocking(|tx| {
            let now = tx.now();
            tx.run(&ADD_PLACE, &params![1_i64, "Le Comptoir", now])
        })
        .unwrap();
    fresh
}

fn on_both(test: fn(Engine)) {
    test(Engine::Sqlite);
    test(Engine::Postgres);
}

fn counters(database: &Database) -> Vec<(String, i64)> {
    let rows = database
        .read_blocking(|tx| tx.all(&COUNTERS, &params![1_i64]))
        .unwrap();
    rows.into_iter().map(|row| (row.name, row.value)).collect()
}
