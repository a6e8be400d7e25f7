//! One throwaway PostgreSQL cluster for a run of tests.
//!
//! Each test is a process of its own under `cargo nextest`, so the cluster cannot belong to one of them. The first
//! process that needs it starts it under a file lock in a folder named after the target folder; the others find it
//! there. Every user holds a shared lock (a lease) as long as it lives, even when it is killed, and a watchdog stops
//! the server and removes the folder once nobody has held a lease for a minute.

mod cluster;
mod programs;

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::ops::Deref;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use ::postgres::{Client, NoTls};
use platform::database::{Options, migrations};

use crate::engines::open;
use cluster::Cluster;

/// Seconds without a single user after which the shared cluster stops by itself.
const IDLE_SECONDS: u32 = 60;

/// The cluster of this run of tests, and this process's lease on it.
pub struct Postgres {
    cluster: Cluster,
}

impl Postgres {
    /// The cluster that all tests of one target folder share, started if nobody did yet.
    ///
    /// # Panics
    /// When no PostgreSQL is installed or it does not start; the sentence holds the server's log.
    pub fn shared() -> &'static Postgres {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(|| {
            let cluster = Cluster::attach(&cluster::shared_folder(), IDLE_SECONDS);
            let postgres = Postgres { cluster };
            postgres.sweep();
            postgres
        })
    }

    /// A new database without any table, dropped with the returned value.
    pub fn empty_database(&self) -> FreshPostgres<'_> {
        self.copy_of("template0")
    }

    /// A new database with every table of the program and no row, dropped with the returned value.
    pub fn database(&self) -> FreshPostgres<'_> {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        let template = TEMPLATE.get_or_init(|| self.cluster.alone(|| self.migrated_template()));
        self.copy_of(template)
    }

    /// The template for the migrations of this program, made by the first test that needs it.
    fn migrated_template(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for migration in migrations() {
            (migration.number, migration.name, migration.sql).hash(&mut hasher);
        }
        let name = format!("template_{:016x}", hasher.finish());
        if !self
            .ask(&format!(
                "select datname from pg_database where datname = '{name}'"
            ))
            .is_empty()
        {
            return name;
        }
        // Under a name of its own until it is complete: a process killed half-way leaves no half template.
        self.administer(&[
            "drop database if exists unfinished with (force)".to_owned(),
            "create database unfinished template template0".to_owned(),
        ]);
        open(&self.cluster.url("unfinished"), Options::default()).close();
        self.administer(&[format!("alter database unfinished rename to {name}")]);
        name
    }

    fn copy_of(&self, template: &str) -> FreshPostgres<'_> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{count}", std::process::id());
        self.administer(&[format!("create database {name} template {template}")]);
        FreshPostgres {
            url: self.cluster.url(&name),
            name,
            postgres: self,
        }
    }

    /// Drops the databases of test processes that were killed before they could.
    fn sweep(&self) {
        let orphans: Vec<String> = self
            .ask("select datname from pg_database where datname like 'test%'")
            .into_iter()
            .filter(|name| {
                name.split('_')
                    .nth(1)
                    .is_some_and(|process| !programs::is_alive(process))
            })
            .map(|name| format!("drop database if exists {name} with (force)"))
            .collect();
        self.administer(&orphans);
    }

    /// Runs statements one by one in the maintenance database, outside a transaction.
    fn administer(&self, statements: &[String]) {
        if statements.is_empty() {
            return;
        }
        self.as_administrator(|client| {
            for statement in statements {
                if let Err(error) = client.batch_execute(statement) {
                    panic!("PostgreSQL refused `{statement}`: {error:?}");
                }
            }
        });
    }

    fn ask(&self, question: &str) -> Vec<String> {
        self.as_administrator(|client| match client.query(question, &[]) {
            Ok(rows) => rows.iter().map(|row| row.get(0)).collect(),
            Err(error) => panic!("PostgreSQL refused `{question}`: {error:?}"),
        })
    }

    /// The blocking driver runs a small runtime of its own, which panics inside another one: hence the plain thread.
    fn as_administrator<T: Send>(&self, work: impl FnOnce(&mut Client) -> T + Send) -> T {
        let url = self.cluster.url("postgres");
        let done = thread::scope(|scope| {
            scope
                .spawn(move || match Client::connect(&url, NoTls) {
                    Ok(mut client) => work(&mut client),
                    Err(error) => panic!("cannot reach the test cluster at {url}: {error:?}"),
                })
                .join()
        });
        match done {
            Ok(value) => value,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// A PostgreSQL database of one test; reads as its URL, and is dropped with this value.
pub struct FreshPostgres<'cluster> {
    url: String,
    name: String,
    postgres: &'cluster Postgres,
}

impl FreshPostgres<'_> {
    /// Address of the database, as `--database` takes it.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Deref for FreshPostgres<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.url
    }
}

impl Drop for FreshPostgres<'_> {
    fn drop(&mut self) {
        let statement = format!("drop database if exists {} with (force)", self.name);
        if thread::panicking() {
            // A second panic would abort the process and hide the first: the next process sweeps what is left.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                self.postgres.administer(&[statement]);
            }));
        } else {
            self.postgres.administer(&[statement]);
        }
    }
}

#[cfg(test)]
mod tests;
