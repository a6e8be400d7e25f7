//! Opens an SQLite file: recognises it, brings its schema up to date.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::clock::Clock;

use super::error::OpenRefused;
use super::migrate::{self, Applied, Migration};
use super::sqlite::{APPLICATION_ID, unreachable_file};
use super::url::Engine;

/// Applies what is missing, one transaction for each migration; safe when several processes start together.
pub(super) fn migrate(
    connection: &mut Connection,
    path: &Path,
    list: &[Migration],
    clock: &Clock,
) -> Result<(), OpenRefused> {
    let unreachable = |error: rusqlite::Error| unreachable_file(path, error);
    recognise(connection, path)?;
    loop {
        let transaction = connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(unreachable)?;
        transaction
            .execute_batch(&format!("pragma application_id = {APPLICATION_ID};"))
            .map_err(unreachable)?;
        for statement in migrate::ledger(Engine::Sqlite) {
            transaction.execute_batch(&statement).map_err(unreachable)?;
        }
        let Some(migration) = migrate::next(list, &applied(&transaction).map_err(unreachable)?)? else {
            return transaction.commit().map_err(unreachable);
        };
        for statement in migration.statements(Engine::Sqlite) {
            transaction
                .execute_batch(&statement)
                .map_err(|error| migration.failed(error))?;
        }
        transaction
            .execute(
                "insert into schema_migration (number, name, checksum, applied_at) values (?1, ?2, ?3, ?4)",
                params![
                    migration.number,
                    migration.name,
                    migration.checksum(),
                    clock.now().micros()
                ],
            )
            .map_err(|error| migration.failed(error))?;
        transaction.commit().map_err(|error| migration.failed(error))?;
    }
}

/// Refuses a file that another program wrote.
pub(super) fn recognise(connection: &Connection, path: &Path) -> Result<(), OpenRefused> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let mark = ask("pragma application_id").map_err(|error| unreachable_file(path, error))?;
    let tables = ask("select count(*) from sqlite_master").map_err(|error| unreachable_file(path, error))?;
    if mark == APPLICATION_ID || (mark == 0 && tables == 0) {
        return Ok(());
    }
    Err(OpenRefused::ForeignFile(path.display().to_string()))
}

/// The migrations a file carries.
pub(super) fn applied(connection: &Connection) -> rusqlite::Result<Vec<Applied>> {
    let mut statement =
        connection.prepare("select number, name, checksum from schema_migration order by number")?;
    let rows = statement.query_map([], |row| {
        Ok(Applied {
            number: row.get(0)?,
            name: row.get(1)?,
            checksum: row.get(2)?,
        })
    })?;
    rows.collect()
}
