//! The ordered list of migrations, one text for both engines, each applied once in its own transaction.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::error::OpenRefused;
use super::sql_text;
use super::url::Engine;

/// One file of `migrations/`.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its place in the order.
    pub number: i64,
    /// Its name, from the file's name.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// Says which migrations a database has. Not in a migration itself: it must exist before the first.
const LEDGER: &str = "create table if not exists schema_migration (
    number bigint not null constraint schema_migration_pk primary key,
    name text not null,
    checksum text not null,
    applied_at bigint not null
)";

/// The ledger in the words of one engine.
pub(super) fn ledger(engine: Engine) -> Vec<String> {
    translated(LEDGER, engine)
}

fn translated(sql: &str, engine: Engine) -> Vec<String> {
    let translate = match engine {
        Engine::Sqlite => sql_text::for_sqlite,
        Engine::Postgres => sql_text::for_postgres,
    };
    sql_text::script(sql)
        .iter()
        .map(|statement| translate(statement))
        .collect()
}

/// A migration that a database carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Applied {
    pub(super) number: i64,
    pub(super) name: String,
    pub(super) checksum: String,
}

/// The migrations this program carries, in order.
pub fn migrations() -> &'static [Migration] {
    MIGRATIONS
}

impl Migration {
    /// The statements in the words of one engine, in order.
    pub(super) fn statements(&self, engine: Engine) -> Vec<String> {
        translated(self.sql, engine)
    }

    /// SHA-256 of the text, in hexadecimal.
    pub(super) fn checksum(&self) -> String {
        let mut text = String::new();
        for byte in Sha256::digest(self.sql.as_bytes()) {
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    pub(super) fn failed(&self, reason: impl ToString) -> OpenRefused {
        OpenRefused::MigrationFailed {
            number: self.number,
            name: self.name,
            reason: reason.to_string(),
        }
    }
}

/// The first migration that is not applied yet, once those that are have been recognised.
pub(super) fn next(list: &[Migration], applied: &[Applied]) -> Result<Option<Migration>, OpenRefused> {
    carried(list, applied)?;
    Ok(list
        .iter()
        .find(|migration| !applied.iter().any(|one| one.number == migration.number))
        .copied())
}

/// The migrations that a database carries, recognised one by one.
pub(super) fn carried(list: &[Migration], applied: &[Applied]) -> Result<Vec<Migration>, OpenRefused> {
    let recognise = |one: &Applied| match list.iter().find(|migration| migration.number == one.number) {
        None => Err(OpenRefused::NewerDatabase {
            number: one.number,
            name: one.name.clone(),
        }),
        Some(migration) if migration.checksum() != one.checksum => Err(OpenRefused::AlteredMigration {
            number: one.number,
            name: one.name.clone(),
        }),
        Some(migration) => Ok(*migration),
    };
    applied.iter().map(recognise).collect()
}
